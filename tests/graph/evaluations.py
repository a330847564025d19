"""Gold and predictions for one invented article."""

from typing import Any


def relation(source: str, kind: str, target: str, evidence: str = "", **more: Any) -> dict[str, Any]:
    return {"source": source, "relation": kind, "target": target, "status": "asserted", "evidence": evidence} | more


def document(relations: list[dict[str, Any]], *more: str) -> dict[str, Any]:
    """A document whose actors are the ends of its relations, and ``more``."""
    names = dict.fromkeys([r[end] for r in relations for end in ("source", "target")] + list(more))
    return {"actors": [{"name": name, "type": "person", "mentions": []} for name in names], "relations": relations}

"""A reading as JSON, in the shape of the gold annotations, and the file name it goes under.

Fields beside those of the gold: ids, the two mentions, rule, confidence, ``start`` and ``end`` of the
evidence (code points, half-open) and the event's date.
"""

import hashlib
import json
import re
from typing import Any

from ingest.reading import ArticleActor, LinkedRelation, Reading, Span

_UNSAFE = re.compile(r"[^\w.\- ]+")
LONGEST_STEM = 100  # characters; with eight of hash and Arabic in UTF-8 below the 255 bytes of file systems


def as_json(reading: Reading) -> str:
    """The reading as indented JSON with a line feed at its end; actors that only a nisba names are left out."""
    names = {actor.id: actor.name for actor in reading.actors}
    document = {
        "article": reading.article.name,
        "actors": [_actor(actor) for actor in reading.actors if actor.mentions],
        "relations": [_relation(reading, names, relation) for relation in reading.relations],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be written


def file_name(name: str) -> str:
    """A safe name for the article ``name``: no folder, no control character, never empty or too long."""
    stem = _UNSAFE.sub("_", name).strip(". ")[:LONGEST_STEM]
    if stem == name:
        return f"{stem}.json"
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{stem or 'article'}-{digest}.json"


def _actor(actor: ArticleActor) -> dict[str, Any]:
    surfaces = list(dict.fromkeys(mention.surface for mention in actor.mentions))
    return {"id": actor.id, "name": actor.name, "type": actor.type, "mentions": surfaces}


def _relation(reading: Reading, names: dict[str, str], relation: LinkedRelation) -> dict[str, Any]:
    text, date = reading.article.text, relation.date
    return {
        "source": names[relation.source],
        "relation": relation.relation,
        "target": names[relation.target],
        "status": relation.status,
        "attributed_to": None if relation.attributed_to is None else names[relation.attributed_to],
        "evidence": _slice(text, relation.evidence),
        "start": relation.evidence.start,
        "end": relation.evidence.end,
        "source_mention": _slice(text, relation.source_mention),
        "target_mention": _slice(text, relation.target_mention),
        "rule": relation.rule,
        "confidence": relation.confidence,
        "date": None if date is None else {"value": date.value, "precision": date.precision, "basis": date.basis},
    }


def _slice(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]

"""A reading as JSON, in the shape of the gold annotations, and the file name it goes under.

Fields beside those of the gold: ids, the two mentions, rule, confidence, ``start`` and ``end`` of the
evidence (code points, half-open) and the event's date.
"""

import hashlib
import json
import re
from typing import Any

from ingest.article import Article
from ingest.reading import ArticleActor, LinkedRelation, Reading, Span

_UNSAFE = re.compile(r"[^\w.\- ]+")
LONGEST_STEM = 200  # bytes in UTF-8; with two digests below the 255 of file systems, and of what is written beside


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
    safe = _UNSAFE.sub("_", name).strip(". ")
    stem = safe.encode()[:LONGEST_STEM].decode(errors="ignore")
    return f"{stem}.json" if stem == name else f"{stem or 'article'}-{_digest(name)}.json"


class FileNames:
    """The names of the files of one run: of two articles of one name, the second goes under its own digest too."""

    def __init__(self) -> None:
        """Begin without any."""
        self._taken: set[str] = set()

    def of(self, article: Article) -> str:
        """The name for ``article``, which no other article has."""
        name = file_name(article.name)
        if name.casefold() in self._taken:
            name = f"{name.removesuffix('.json')}-{_digest(f'{article.source} {article.text}')}.json"
        self._taken.add(name.casefold())
        return name


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


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

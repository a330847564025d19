"""Annotated articles of our own, several a file, for the models to learn from.

Taggers, ranker and encoder learn from ``WRITTEN`` beside a folder of gold. What is missed in ``STUDIED`` may be looked
at when grammar and lexicon are mended. The judge of what they all say learns from ``JUDGED``, which nobody looks into,
and less from ``STUDIED``, where it would trust too much in what has been mended.

A file of blocks, UTF-8, blank lines without meaning::

    @ NAME
    headline
    paragraph
    * type | name | mention ; mention
    > source | relation | target | status | who says so, or - | evidence

One ``*`` line an actor with every form it has in the text, one ``>`` line a relation between two of them, the
evidence letter for letter. All people in them are invented, and so is what anybody does.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from ingest.errors import ArticleError
from ingest.fitted.gold import GoldArticle, occurrences
from ingest.reading import RELATIONS, ActorType, Status

WRITTEN = Path(__file__).parent / "annotated"
STUDIED = Path(__file__).parent / "studied"
JUDGED = Path(__file__).parent / "judged"
_TYPES, _STATUSES = get_args(ActorType), get_args(Status)


def written(folder: Path = WRITTEN) -> Iterator[GoldArticle]:
    """All articles of the folder's files, in order of file and place."""
    for path in sorted(folder.glob("*.txt")):
        yield from read(path)


def digest(folder: Path = WRITTEN) -> str:
    """SHA-256 of the folder's files in order of name, hexadecimal."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        total.update(path.read_bytes())
    return total.hexdigest()


def read(path: Path) -> Iterator[GoldArticle]:
    """The articles of one file; ``ArticleError`` names the line that is not as it must be, and what is wrong."""
    block: _Block | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        sign, rest = line[:1], line[1:].strip()
        if sign == "@":
            if block:
                yield block.article(path)
            block = _Block(rest)
        elif line.strip():
            if block is None:
                raise ArticleError(f"{path}:{number}: begin with an article's name: @ NAME")
            block.add(sign, number, rest, line.strip())
    if block:
        yield block.article(path)


@dataclass(slots=True)
class _Block:
    """The lines of one article, actors and relations with their line numbers."""

    name: str
    lines: list[str] = field(default_factory=list)
    actors: list[tuple[int, list[str]]] = field(default_factory=list)
    relations: list[tuple[int, list[str]]] = field(default_factory=list)

    def add(self, sign: str, number: int, rest: str, line: str) -> None:
        """Take one line."""
        fields = [part.strip() for part in rest.split("|")]
        if sign in {"*", ">"}:
            (self.actors if sign == "*" else self.relations).append((number, fields))
        else:
            self.lines.append(line)

    def article(self, path: Path) -> GoldArticle:
        """The article, once all its lines are there."""
        text = "\n".join(self.lines) + "\n"
        actors = [self._actor(f"{path}:{number}", fields, text) for number, fields in self.actors]
        known = {actor["name"] for actor in actors}
        relations = [_relation(f"{path}:{number}", fields, text, known) for number, fields in self.relations]
        return GoldArticle(self.name, text, {"id": self.name, "actors": actors, "relations": relations})

    def _actor(self, place: str, fields: list[str], text: str) -> dict[str, Any]:
        if len(fields) != 3 or fields[0] not in _TYPES:
            raise ArticleError(f"{place}: write type | name | mention ; mention, the type one of {', '.join(_TYPES)}")
        mentions = [mention.strip() for mention in fields[2].split(";")]
        for mention in mentions:
            if not mention or next(occurrences(text, mention), None) is None:
                raise ArticleError(f"{place}: not in the text as whole words: {mention or 'nothing'}")
        return {"name": fields[1], "type": fields[0], "mentions": mentions}


def _relation(place: str, fields: list[str], text: str, known: set[str]) -> dict[str, Any]:
    if len(fields) != 6 or fields[1] not in RELATIONS or fields[3] not in _STATUSES:
        raise ArticleError(f"{place}: write source | relation | target | status | who says so, or - | evidence")
    source, relation, target, status, speaker, evidence = fields
    for end in (source, target, *([] if speaker == "-" else [speaker])):
        if end not in known:
            raise ArticleError(f"{place}: no * line names {end}")
    if not evidence or evidence not in text:
        raise ArticleError(f"{place}: not in the text letter for letter: {evidence or 'nothing'}")
    return {
        "source": source,
        "relation": relation,
        "target": target,
        "status": status,
        "attributed_to": None if speaker == "-" else speaker,
        "evidence": evidence,
    }

"""Verdicts as a file of lines, one verdict a line, fields parted by tabs.

``same``, ``different`` or ``unsure`` and two actors; ``right``, ``wrong`` or ``wrong direction`` and an article, the
source, the relation and the target. Actors and articles are told by id, IRI or name. Empty lines, lines that begin
with ``#``, and lines without a decision are left aside, as is a last field that begins with ``#``: so the queue that
``shabaka review --tsv`` writes becomes a file of verdicts when its first column is filled in.
"""

from collections.abc import Iterable, Iterator
from typing import get_args

from graph.errors import StoreError
from graph.resolving.verdicts import ActorDecision, ActorVerdict, RelationDecision, RelationVerdict
from graph.storage.article_store import ArticleStore
from graph.storage.quads import Quads
from graph.storage.store import is_iri
from graph.storage.terms import iri, names, value
from ontology.spelling import fold
from ontology.vocabulary import RELATION_CONCEPT

_SHOWN = 5  # candidates that a message lists


def read(lines: Iterable[str], store: Quads, *, place: str) -> Iterator[ActorVerdict | RelationVerdict]:
    """The verdicts of a file about what ``store`` holds. Raises ``StoreError`` with ``place`` and the line."""
    actors = _Actors(store)
    for number, line in enumerate(lines, 1):
        fields = [field.strip() for field in line.rstrip("\r\n").split("\t")]
        if len(fields) > 1 and fields[-1].startswith("#"):
            fields.pop()
        if not fields[0] or fields[0].startswith("#"):
            continue
        try:
            yield _verdict(fields, actors, store)
        except ValueError as error:
            raise StoreError(f"{place}, line {number}: {error}") from error


def short(term: str) -> str:
    """An actor or article as a file tells it: its id, or the whole IRI where it is none of ours."""
    n = names()
    return value(term).removeprefix(n.actor_base).removeprefix(n.article_base)


def _verdict(fields: list[str], actors: "_Actors", store: Quads) -> ActorVerdict | RelationVerdict:
    decision, *about = fields
    if decision in get_args(ActorDecision):
        if len(about) != 2:
            raise ValueError(f"{decision} is of two actors; expected 3 fields parted by tabs, found {len(fields)}")
        one, other = map(actors.find, about)
        if one == other:
            raise ValueError(f"{about[0]} and {about[1]} are one actor already")
        return ActorVerdict(one, other, decision)  # type: ignore[arg-type]
    if decision in get_args(RelationDecision):
        if len(about) != 4:
            raise ValueError(
                f"{decision} is of article, source, relation and target; expected 5 fields parted by tabs, "
                f"found {len(fields)}"
            )
        if about[2] not in RELATION_CONCEPT:
            raise ValueError(f"no relation {about[2]}; write one of {', '.join(RELATION_CONCEPT)}")
        concept = iri(str(RELATION_CONCEPT[about[2]]))
        article, source, target = _article(about[0], store), actors.find(about[1]), actors.find(about[3])
        return RelationVerdict(article, source, concept, target, decision)  # type: ignore[arg-type]
    known = ", ".join((*get_args(ActorDecision), *get_args(RelationDecision)))
    raise ValueError(f"no decision {decision!r}; write one of {known}")


class _Actors:
    """The actors of a store by name, read once and only where a file tells them by name."""

    def __init__(self, store: Quads) -> None:
        self._store = store
        self._by_name: dict[str, set[str]] | None = None

    def find(self, text: str) -> str:
        n = names()
        for direct in filter(is_iri, (text, n.actor_base + text)):
            if next(self._store.match(iri(direct), n.in_gazetteer, None, ""), None):
                return iri(direct)
        found = sorted(self._named().get(fold(" ".join(text.split())), ()))
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValueError(f'no actor "{text}" in the store')
        raise ValueError(f'"{text}" fits several actors, name one by its id: {" ".join(map(short, found[:_SHOWN]))}')

    def _named(self) -> dict[str, set[str]]:
        if self._by_name is None:
            n = names()
            self._by_name = {}
            for predicate in (n.pref_label, n.alt_label):
                for actor, _, label, _ in self._store.match(None, predicate, None, n.actors):
                    if next(self._store.match(actor, n.in_gazetteer, None, n.actors), None):
                        self._by_name.setdefault(fold(value(label)), set()).add(actor)
        return self._by_name


def _article(text: str, store: Quads) -> str:
    found = ArticleStore(store).find(text)
    if len(found) != 1:
        raise ValueError(f'{"several articles are" if found else "no article is"} "{text}"; name one by its id')
    return iri(found[0])

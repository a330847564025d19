"""What is looked up in a remote store: fetched together, kept until something changes.

A request costs more than what it asks for, and what follows from an article takes some hundred lookups, many of
which depend on others. ``foreseen`` works it out on what is known: what is not is taken for nothing and noted, then
all of that is fetched in one query and the work is done again, until it asks for nothing new. So an article takes
as many requests as its lookups build upon each other, not as many as there are, and the code that looks up need not
know of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from graph.errors import StoreError
from graph.storage.portions import portions
from graph.storage.store import parse
from graph.storage.terms import value
from graph.storage.update import Pattern, Quad

T = TypeVar("T")
_FIRST = 100  # quads asked for at first: most often they decide, and there may be a hundred thousand
_TOGETHER = 100  # patterns of one query
_KEPT = 50_000  # answers, at most; then all are dropped


@dataclass(frozen=True, slots=True)
class _Answer:
    quads: set[Quad]
    whole: bool  # or only the first ones


class Lookups:
    """Answers to patterns, by a ``select`` that gives the rows of a query."""

    def __init__(self, select: Callable[[str], Sequence[tuple[str, ...]]]) -> None:
        self._select = select
        self._known: dict[Pattern, _Answer] = {}
        self._missed: dict[Pattern, bool] | None = None  # within ``foreseen``: to be fetched, and whether whole

    def match(self, pattern: Pattern) -> Iterator[Quad]:
        """The quads of named graphs that fit, each triple once where the graph is ``""``."""
        first = self._answer(pattern, whole=False)
        yield from first.quads
        if not first.whole:
            yield from self._answer(pattern, whole=True).quads - first.quads

    def foreseen(self, work: Callable[[], T]) -> T:
        """What ``work`` gives, which only reads, with few requests; it is done several times."""
        while True:
            missed: dict[Pattern, bool] = {}
            self._missed = missed
            try:
                done = work()
            except (LookupError, ValueError, StoreError):
                if not missed:  # else it comes of what was taken for nothing
                    raise
            else:
                if not missed:
                    return done
            finally:
                self._missed = None
            self._fetch(missed)

    def forget(self) -> None:
        """Fetch everything anew."""
        self._known.clear()

    def change(self, removed: set[Quad], added: set[Quad]) -> None:
        """Bring what is known in step with a change of the store."""
        if len(self._known) > _KEPT:
            self.forget()
        for quads, gone in ((removed, True), (added, False)):
            for quad in quads:
                for pattern in _patterns(quad):
                    if pattern in self._known:
                        self._step(pattern, quad, gone=gone)

    def _step(self, pattern: Pattern, quad: Quad, *, gone: bool) -> None:
        answer, anywhere = self._known[pattern], pattern[3] == ""
        if not answer.whole or (gone and anywhere):  # another graph may state it too
            del self._known[pattern]
        elif gone:
            answer.quads.discard(quad)
        else:
            answer.quads.add((*quad[:3], "") if anywhere else quad)

    def _answer(self, pattern: Pattern, *, whole: bool) -> _Answer:
        known = self._kept(pattern)
        if known and (known.whole or not whole):
            return known
        wanted, whole = _wider(pattern, whole=whole)
        if self._missed is None:
            self._fetch({wanted: whole})
            return self._kept(pattern) or _Answer(set(), whole=True)
        self._missed[wanted] = whole or self._missed.get(wanted, False)
        return known if known and not whole else _Answer(set(), whole=True)

    def _kept(self, pattern: Pattern) -> _Answer | None:
        """What is known of a pattern, from itself or from a wider one that is known wholly."""
        if pattern in self._known:
            return self._known[pattern]
        *terms, graph = pattern
        for subject, predicate, object_ in product(*({term, None} for term in terms)):
            wider = self._known.get((subject, predicate, object_, graph))
            if wider and wider.whole:
                return _Answer({quad for quad in wider.quads if _fits(quad, terms)}, whole=True)
        return None

    def _fetch(self, wanted: Mapping[Pattern, bool]) -> None:
        for some in portions(wanted.items(), _TOGETHER):
            lines: list[list[str]] = [[] for _ in some]
            for number, *terms in self._select(_query(some)):
                index = int(value(number))
                given = zip(some[index][0], terms, strict=True)
                lines[index].append(" ".join(term or found for term, found in given))
            for (pattern, whole), found in zip(some, lines, strict=True):
                quads = parse("".join(f"{line} .\n" for line in found).encode(), "nquads")
                self._known[pattern] = _Answer(quads, whole or len(found) < _FIRST)


def _patterns(quad: Quad) -> Iterator[Pattern]:
    """The patterns that a quad fits."""
    subject, predicate, object_, graph = quad
    return product((subject, None), (predicate, None), (object_, None), (graph, "", None))


def _wider(pattern: Pattern, *, whole: bool) -> tuple[Pattern, bool]:
    """What to fetch for a pattern: all that a graph says of a subject, which is little and most often asked next."""
    subject, _, _, graph = pattern
    return ((subject, None, None, graph), True) if subject and graph else (pattern, whole)


def _fits(quad: Quad, terms: Sequence[str | None]) -> bool:
    return all(term in {None, found} for term, found in zip(terms, quad[:3], strict=True))


def _query(wanted: Sequence[tuple[Pattern, bool]]) -> str:
    arms = (_arm(number, pattern, whole=whole) for number, (pattern, whole) in enumerate(wanted))
    return "SELECT ?n ?s ?p ?o ?g { " + " UNION ".join(arms) + " }"


def _arm(number: int, pattern: Pattern, *, whole: bool) -> str:
    subject, predicate, object_, graph = pattern
    triple = f"{subject or '?s'} {predicate or '?p'} {object_ or '?o'}"
    place = "?any" if graph == "" else graph or "?g"  # not selected, so that each triple comes once
    limit = "" if whole else f" LIMIT {_FIRST}"
    return f"{{ SELECT DISTINCT ({number} AS ?n) ?s ?p ?o ?g {{ GRAPH {place} {{ {triple} }} }}{limit} }}"

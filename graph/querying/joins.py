"""A query so written that Oxigraph joins what is large by scanning it, not by looking it up row by row.

Oxigraph looks a triple pattern up for every row it has, but reads a subquery once and joins it by hash. A look-up on
disk takes as long as reading and joining some seven triples, or as counting fifteen; so where the smallest pattern of
a group has thousands of solutions, each pattern that has not many times more becomes a subquery of its own variables;
where a filter lets little of a pattern pass, that pattern becomes one, with the filter, and the others are looked up.
That changes no answer: a basic graph pattern is the join of its triple patterns (SPARQL 1.1, section 18.5), a
subquery that projects all its variables has the same solutions as often, and a filter may be applied twice. Only the
order of rows that a query leaves open may be another.

How many solutions a pattern has is counted before, no further than it matters: a query about one actor is left as it
is after some hundred triples have been read.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from graph.querying.query_groups import Group, Query, Triple, read
from graph.querying.terminals import NotUnderstoodError

FEW = 2000  # rows that are looked up in some ten milliseconds
DEARER = 4  # triples that are counted, read and joined in the time of a look-up
STEP = 8  # by which the limit of counting grows
MOST = 1_000_000  # rows beyond which the tables of hash joins would take some gigabytes
SELECTIVE = 0.125  # of a pattern's solutions pass, or fewer: what is left is looked up in less time than read

Rows = Callable[[str], int]  # the number that a query counts
Edit = tuple[int, int, str]
Filters = Mapping[Triple, Sequence[str]]


def joined(query: str, rows: Rows, *, few: int = FEW) -> str:
    """The query, its large patterns as subqueries; unchanged where that would not help or is not understood.

    ``rows`` gives the number that a query counts; nothing is rewritten where a pattern has less than ``few`` rows.
    """
    try:
        parsed = read(query)
    except NotUnderstoodError:
        return query
    chooser = _Chooser(parsed, rows, few)
    edits = [edit for group in parsed.groups for edit in chooser.edits(group)]
    for start, end, text in sorted(edits, reverse=True):
        query = query[:start] + text + query[end:]
    return query


class _Chooser:
    """Which patterns of a query are to be scanned."""

    def __init__(self, query: Query, rows: Rows, few: int) -> None:
        self._prologue = query.prologue
        self._rows = rows
        self._few = few
        self._counted: dict[Triple, tuple[int, int]] = {}  # how many, and the limit of counting
        self._divided: dict[Triple, list[Triple]] = {}
        self._hidden = "joint"
        while any(name.startswith(f"?{self._hidden}") for name in query.variables):
            self._hidden += "_"

    def edits(self, group: Group) -> Iterator[Edit]:
        """What of the group is to be written otherwise."""
        parts = [part for triple in group.triples for part in self._parts(triple)]
        parts.sort(key=lambda part: len(part.variables))
        if len(parts) + len(group.optional) < 2 or _multiplying(parts):
            return
        if any(self._count(part, self._few) < self._few for part in parts):
            return
        filters = {part: texts for part in parts if (texts := _filters_on(part, group))}
        passing = {part: self._share(part, texts) for part, texts in filters.items()}
        if selective := {part for part, share in passing.items() if share <= SELECTIVE}:
            chosen = [triple for triple in group.triples if selective & {*self._parts(triple)}]
            yield from self._written(group, chosen, selective, filters)
        elif (least := self._least(parts)) <= MOST:
            left = least * min(passing.values(), default=1)
            scanned = {part for part in parts if self._is_within(part, least if part in passing else left)}
            chosen = [triple for triple in group.triples if self._is_chosen(triple, scanned, passing)]
            if sum(len(self._parts(triple)) for triple in chosen) > 1:
                yield from self._written(group, chosen, scanned, filters)
            yield from self._optional(group, left)

    def _parts(self, triple: Triple) -> list[Triple]:
        """The pattern step by step, no variable between its steps in any other."""
        if triple not in self._divided:
            self._divided[triple] = triple.parts(f"{self._hidden}{len(self._divided)}_")
        return self._divided[triple]

    def _least(self, parts: Sequence[Triple]) -> int:
        """The solutions of the pattern that has fewest, counted in steps so that no other is read much further."""
        limit = self._few
        while (limit := limit * STEP) <= MOST * STEP:
            if least := next((found for part in parts if (found := self._count(part, limit)) < limit), 0):
                return min(self._count(part, least * DEARER) for part in parts)
        return limit

    def _is_within(self, part: Triple, rows: float) -> bool:
        """Whether reading a pattern takes less than that many look-ups."""
        limit = int(rows * DEARER)
        return self._count(part, limit) < limit

    def _count(self, part: Triple, limit: int) -> int:
        """How many solutions a pattern has, ``limit`` at most."""
        found, counted_to = self._counted.get(part, (0, 0))
        if found == counted_to < limit:
            found = self._rows(f"{self._prologue}SELECT (COUNT(*) AS ?n) {{ SELECT * {{ {part} }} LIMIT {limit} }}")
            self._counted[part] = found, limit
        return min(found, limit)

    def _share(self, part: Triple, filters: Collection[str]) -> float:
        """How much of a pattern passes filters, of the solutions that come first."""
        sample = f"{{ SELECT * {{ {part} }} LIMIT {self._few} }}"
        return self._rows(f"{self._prologue}SELECT (COUNT(*) AS ?n) {{ {sample} {' '.join(filters)} }}") / self._few

    def _optional(self, group: Group, rows: float) -> Iterator[Edit]:
        """Optional parts of one pattern; of several, one might need the rows outside to be joined to another."""
        for inner in group.optional:
            if inner.whole and len(inner.triples) == 1:
                parts = self._parts(inner.triples[0])
                if all(self._is_within(part, rows) for part in parts):
                    yield from self._written(inner, inner.triples, {*parts}, {})

    def _is_chosen(self, triple: Triple, scanned: set[Triple], filtered: Collection[Triple]) -> bool:
        """Whether all steps of a pattern are to be scanned, or one that has a filter."""
        parts = self._parts(triple)
        return scanned.issuperset(parts) or any(part in scanned and part in filtered for part in parts)

    def _written(
        self, group: Group, chosen: Collection[Triple], scanned: Collection[Triple], filters: Filters
    ) -> Iterator[Edit]:
        """The blocks of the group in which some are chosen, these first."""
        for block in group.blocks:
            scans = [self._scan(t, scanned, filters) for t in _in_order(t for t in block.triples if t in chosen)]
            others = [f"{triple} ." for triple in block.triples if triple not in chosen]
            if scans:
                yield block.start, block.end, " ".join((*scans, *others))

    def _scan(self, triple: Triple, scanned: Collection[Triple], filters: Filters) -> str:
        steps = [
            f"{{ {_select(part, [str(part), *filters.get(part, ())])} }}" if part in scanned else f"{part} ."
            for part in sorted(self._parts(triple), key=lambda part: part not in scanned)
        ]
        return steps[0] if len(steps) == 1 else f"{{ {_select(triple, steps)} }}"


def _select(triple: Triple, inside: Sequence[str]) -> str:
    return f"SELECT {' '.join(triple.variables)} {{ {' '.join(inside)} }}"


def _multiplying(parts: Sequence[Triple]) -> bool:
    """Whether two subjects meet in an object, where the order of joining decides if many rows meet many."""
    subjects: dict[str, str] = {}
    return any(
        subjects.setdefault(part.object, part.subject) != part.subject for part in parts if part.object[0] == "?"
    )


def _filters_on(part: Triple, group: Group) -> list[str]:
    return [text for text, used in group.filters if used and used <= {*part.variables}]


def _in_order(triples: Iterable[Triple]) -> list[Triple]:
    """In the order in which they are to be joined, as Oxigraph takes the first of equals.

    The one with fewest variables first, then what shares most with those before, rather their subject than object.
    """
    left, ordered, known = list(triples), list[Triple](), set[str]()
    while left:
        best = min(left, key=lambda t: (-len(known & {*t.variables}), t.subject not in known, len(t.variables)))
        left.remove(best)
        ordered.append(best)
        known.update(best.variables)
    return ordered

"""Ties: how two actors stand by one relation, summed up over all asserted events of all articles.

A tie is kept in the summary graph beside the plain triple (``A sb:threatens B``; ``sb:meets`` both ways) with
the number of events and of articles, and the first and last day: of the event where its day is known, else
the day the article was published. ``change`` brings the ties of one article's events in step from what the
summary says and what the article gives and takes, without looking at other articles, except where the first
or last day itself is taken away. ``all_ties`` computes them from nothing, to compare with and for bulk loads.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.store import Store
from graph.terms import Names, day, integer, names, value
from graph.update import Quad

_NO_DAY = '""'
TieKey = tuple[str, str, str]  # source, concept of the relation, target, each as a term


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie; days are ISO 8601 dates, empty where none is known."""

    events: int = 0
    articles: int = 0
    first: str = ""
    last: str = ""

    def plus(self, other: "Tie") -> "Tie":
        """Both together."""
        days = [d for d in (self.first, self.last, other.first, other.last) if d]
        return Tie(
            self.events + other.events,
            self.articles + other.articles,
            min(days, default=""),
            max(days, default=""),
        )


def of_article(quads: Iterable[Quad]) -> dict[TieKey, Tie]:
    """What the quads of one article's graph contribute, by tie; no asserted event gives nothing."""
    n = names()
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, object_, _ in quads:
        facts[subject][predicate] = object_
    published = next((value(f[n.published])[:10] for f in facts.values() if n.published in f), "")
    found: dict[TieKey, Tie] = {}
    for fact in facts.values():
        if (key := _key(fact, n)) is not None:
            seen = _event_day(fact, n) or published
            found[key] = found.get(key, Tie(articles=1)).plus(Tie(1, 0, seen, seen))
    return found


def change(store: Store, old: set[Quad], new: set[Quad]) -> tuple[set[Quad], set[Quad]]:
    """The quads the summary graph loses and gains when an article's quads ``old`` become ``new``."""
    taken, given = of_article(old), of_article(new)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for key in taken.keys() | given.keys():
        gone, come = taken.get(key, Tie()), given.get(key, Tie())
        if gone != come:
            before = _stored(store, key)
            removed |= quads_of(key, before)
            added |= quads_of(key, _after(store, key, before, gone, come, old))
    return removed - added, added - removed


def all_ties(store: Store) -> Iterator[tuple[TieKey, Tie]]:
    """All ties, counted from the events of the store by one query."""
    n = names()
    on = f"IF(DATATYPE(?on) = {n.date}, STR(?on), ?nothing)"  # unbound is an error, which COALESCE skips
    rows = store.select(
        f"""SELECT ?source ?concept ?target (COUNT(?event) AS ?events) (COUNT(DISTINCT ?article) AS ?articles)
                   (MIN(IF(?day = "", "~", ?day)) AS ?first) (MAX(?day) AS ?last) {{
            GRAPH ?article {{
                ?event {n.status} {n.asserted} ; {n.event_type} ?concept ; {n.source} ?source ; {n.target} ?target .
                OPTIONAL {{ ?event {n.event_date} ?on }}
                OPTIONAL {{ ?article {n.published} ?published }}
            }}
            BIND(COALESCE({on}, SUBSTR(STR(?published), 1, 10), "") AS ?day)
        }} GROUP BY ?source ?concept ?target"""
    )
    for source, concept, target, events, articles, first, last in rows:
        counts = int(value(events)), int(value(articles))
        yield (source, concept, target), Tie(*counts, value(first or _NO_DAY).strip("~"), value(last or _NO_DAY))


def quads_of(key: TieKey, tie: Tie) -> set[Quad]:
    """The quads of a tie in the summary graph; no event gives none."""
    if not tie.events:
        return set()
    n = names()
    source, concept, target = key
    node = _node(key)
    relation, symmetric = n.relations[concept]
    ends = {(source, target), (target, source)} if symmetric else {(source, target)}
    found = {(a, relation, b, n.summary) for a, b in ends}
    facts = {
        n.type: n.tie,
        n.event_type: concept,
        n.source: source,
        n.target: target,
        n.events: integer(tie.events),
        n.articles: integer(tie.articles),
    }
    if tie.first:
        facts |= {n.first_seen: day(tie.first), n.last_seen: day(tie.last)}
    return found | {(node, predicate, object_, n.summary) for predicate, object_ in facts.items()}


@cache
def _node(key: TieKey) -> str:
    digest = hashlib.sha256("\n".join(term[1:-1] for term in key).encode()).hexdigest()[:16]
    return f"<{names().tie_base}{digest}>"


def _key(fact: dict[str, str], n: Names) -> TieKey | None:
    if fact.get(n.status) != n.asserted or fact.get(n.event_type) not in n.relations:
        return None
    ends = fact.get(n.source), fact.get(n.target)
    return (ends[0], fact[n.event_type], ends[1]) if ends[0] and ends[1] else None


def _event_day(fact: dict[str, str], n: Names) -> str:
    on = fact.get(n.event_date, "")
    return value(on) if on.endswith(n.date) else ""


def _stored(store: Store, key: TieKey) -> Tie:
    n = names()
    fact = {predicate: value(o) for _, predicate, o, _ in store.match(_node(key), graph=n.summary)}
    if not fact:
        return Tie()
    first, last = fact.get(n.first_seen, ""), fact.get(n.last_seen, "")
    return Tie(int(fact[n.events]), int(fact[n.articles]), first, last)


def _after(store: Store, key: TieKey, before: Tie, gone: Tie, come: Tie, old: set[Quad]) -> Tie:
    """The tie without what went and with what came."""
    rest = Tie(before.events - gone.events, before.articles - gone.articles, before.first, before.last)
    if not rest.events:
        return come
    if gone.first and (gone.first == before.first or gone.last == before.last):
        days = sorted(_days(store, key, old))
        rest = replace(rest, first=days[0] if days else "", last=days[-1] if days else "")
    return rest.plus(come)


def _days(store: Store, key: TieKey, old: set[Quad]) -> Iterator[str]:
    """The days of the tie's events, those in ``old`` left out.

    The events of the source and of the target are gone through side by side until the shorter list ends:
    the rarer of the two actors sets the cost.
    """
    n = names()
    left_out = {quad[0] for quad in old}
    found = _shorter(store.match(None, n.source, key[0], ""), store.match(None, n.target, key[2], ""))
    for event in {quad[0] for quad in found} - left_out:
        fact = {predicate: object_ for _, predicate, object_, _ in store.match(event, graph="")}
        if _key(fact, n) == key:
            seen = _event_day(fact, n) or _published(store, fact, n)
            if seen:
                yield seen


def _published(store: Store, fact: dict[str, str], n: Names) -> str:
    article = fact.get(n.derived_from)
    found = next(store.match(article, n.published, None, ""), None) if article else None
    return value(found[2])[:10] if found else ""


def _shorter(one: Iterator[Quad], other: Iterator[Quad]) -> list[Quad]:
    ones: list[Quad] = []
    others: list[Quad] = []
    while True:
        if (quad := next(one, None)) is None:
            return ones
        ones.append(quad)
        if (quad := next(other, None)) is None:
            return others
        others.append(quad)

"""Reports: the events of an article as they count, between resolved actors and after what humans decided.

Takes an article's quads, who is who, and the verdicts on the article; gives one ``Report`` for each event that
counts: its ends are resolved actors, turned round where a human said so; a relation judged wrong gives none, nor
one whose ends turn out to be one actor. Ties and clusters see reports alone.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from graph.resolving.verdicts import Ends, RelationDecision, Verdicts
from graph.storage.quads import Quads
from graph.storage.terms import Names, names, value
from graph.storage.update import Quad

Key = tuple[str, str, str]  # source, concept of the relation, target, each as a term
Resolve = Callable[[str], str]
Facts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one article tells it; actors and other nodes are terms, days ISO 8601, empty where unknown."""

    event: str
    article: str
    outlet: str
    key: Key
    asserted: bool
    status: str
    speaker: str
    first: str  # the first and the last day on which it may have been
    last: str
    exact: bool  # whether the text says or implies the day; else it is the day of publication
    seen: str  # the day by which a tie counts it
    sentence: str
    names: tuple[str, ...]  # how the sentence calls both ends
    sketch: str  # of the article's text, as it is stored; empty where there is none


def of_article(
    quads: Iterable[Quad], resolve: Resolve, judged: Mapping[Ends, RelationDecision] | None = None
) -> set[Report]:
    """The reports of one article."""
    return reports_of(facts_of(quads), resolve, judged)


def facts_of(quads: Iterable[Quad]) -> Facts:
    """What an article says, by subject and predicate; of several objects any one."""
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, object_, _ in quads:
        facts[subject][predicate] = object_
    return facts


def reports_of(facts: Facts, resolve: Resolve, judged: Mapping[Ends, RelationDecision] | None = None) -> set[Report]:
    """As ``of_article``, from an article's facts."""
    n = names()
    article, about = next(((s, f) for s, f in facts.items() if f.get(n.type) == n.article), ("", {}))
    found = set()
    for event, fact in facts.items():
        if n.status in fact and (key := _key(fact, resolve, judged or {}, n)):
            found.add(_report(event, fact, key, (article, about), facts, resolve, n))
    return found


class StoredReports:
    """The reports of a store as it stands, each looked up once; ``known`` are some that need not be."""

    def __init__(self, store: Quads, known: Iterable[Report] = ()) -> None:
        self._store = store
        self._known = {report.event: report for report in known}
        self._resolve = resolver(store)

    def of(self, event: str) -> Report:
        """The report of an event that counts."""
        if event not in self._known:
            self._known[event] = self._looked_up(event)
        return self._known[event]

    def day(self, event: str) -> str:
        """The day by which a tie counts an event that counts; empty where it is not asserted, or no day is known."""
        n, match = names(), self._store.match
        ((status, article),) = (quad[2:] for quad in match(event, n.status) if quad[3])
        if status != n.asserted:
            return ""
        stated = (value(on) for _, _, on, _ in match(event, n.event_date, None, article) if on.endswith(n.date))
        published = (value(quad[2])[:10] for quad in match(article, n.published, None, article))
        return next(chain(stated, published), "")

    def _looked_up(self, event: str) -> Report:
        (article,) = (quad[2] for quad in self._store.match(event, names().derived_from, None, ""))
        facts = stored_facts(self._store, article, [event])
        (report,) = reports_of(facts, self._resolve, Verdicts(self._store).of_article(article))
        return report


def stored_facts(store: Quads, article: str, events: Iterable[str] | None = None) -> Facts:
    """What reports tell of a stored article: a small part of it; ``events``: all where none are given."""
    n = names()
    quads: list[Quad] = []
    for predicate in (n.type, n.published, n.publisher, n.text_sketch):
        quads += store.match(article, predicate, None, article)
    for event in [quad[0] for quad in store.match(None, n.status, None, article)] if events is None else events:
        told = list(store.match(event, graph=article))
        spans = {quad[2] for quad in told if quad[1] in {n.evidence, n.source_mention, n.target_mention}}
        around = [quad for span in spans for quad in store.match(span, n.sentence, None, article)]
        for span in spans.union(quad[2] for quad in around):
            told += store.match(span, n.exact, None, article)
        quads += told + around
    return facts_of(quads)


def resolver(store: Quads, removed: Iterable[Quad] = (), added: Iterable[Quad] = ()) -> Resolve:
    """Who an actor is by the store's identity graph with a change that is not yet written."""
    n = names()
    gone = {quad[0] for quad in removed if quad[1] == n.resolved_as}
    come = {quad[0]: quad[2] for quad in added if quad[1] == n.resolved_as}
    known: dict[str, str] = {}

    def resolve(actor: str) -> str:
        if actor in come:
            return come[actor]
        if actor in gone:
            return actor
        if actor not in known:
            found = next(store.match(actor, n.resolved_as, None, n.identity), None)
            known[actor] = found[2] if found else actor
        return known[actor]

    return resolve


def articles_of(store: Quads, actors: Iterable[str]) -> set[str]:
    """The articles with an event in which one of the actors, as read, takes part or speaks."""
    n = names()
    found = set()
    for actor in actors:
        for predicate in (n.source, n.target, n.attributed_to):
            found |= {quad[3] for quad in store.match(None, predicate, actor) if quad[3] not in n.derived | {""}}
    return found


def all_reports(store: Quads, resolve: Resolve) -> Iterator[Report]:
    """The reports of the whole store, article by article."""
    n = names()
    verdicts, left_out = Verdicts(store), n.derived | {n.verdicts}
    for article in store.graphs():
        if article not in left_out:
            yield from of_article(store.match(graph=article), resolve, verdicts.of_article(article))


def _key(fact: Mapping[str, str], resolve: Resolve, judged: Mapping[Ends, RelationDecision], n: Names) -> Key | None:
    source, concept, target = fact.get(n.source, ""), fact.get(n.event_type, ""), fact.get(n.target, "")
    if not source or not target or concept not in n.relations:
        return None
    decision = judged.get((source, concept, target))
    if decision == "wrong":
        return None
    ends = resolve(source), resolve(target)
    if decision == "wrong direction":
        ends = ends[::-1]
    if n.relations[concept][1]:  # neither side is the source: their order says nothing
        ends = min(ends), max(ends)
    return (ends[0], concept, ends[1]) if ends[0] != ends[1] else None


def _report(
    event: str,
    fact: Mapping[str, str],
    key: Key,
    article: tuple[str, Mapping[str, str]],
    facts: Mapping[str, Mapping[str, str]],
    resolve: Resolve,
    n: Names,
) -> Report:
    published = value(article[1][n.published])[:10] if n.published in article[1] else ""
    first, last = _days(fact, n) or (published, published)
    on = fact.get(n.event_date, "")
    evidence = facts.get(fact.get(n.evidence, ""), {})
    spoken = fact.get(n.attributed_to, "")
    return Report(
        event=event,
        article=article[0],
        outlet=article[1].get(n.publisher, ""),
        key=key,
        asserted=fact[n.status] == n.asserted,
        status=fact[n.status],
        speaker=resolve(spoken) if spoken else "",
        first=first,
        last=last,
        exact=bool(on) and fact.get(n.date_basis) != n.publication,
        seen=value(on) if on.endswith(n.date) else published,
        sentence=_exact(facts.get(evidence.get(n.sentence, ""), {}) or evidence, n),
        names=tuple(
            _exact(facts[fact[mention]], n) for mention in (n.source_mention, n.target_mention) if mention in fact
        ),
        sketch=value(article[1][n.text_sketch]) if n.text_sketch in article[1] else "",
    )


def _exact(span: Mapping[str, str], n: Names) -> str:
    return value(span[n.exact]) if n.exact in span else ""


def _days(fact: Mapping[str, str], n: Names) -> tuple[str, str] | None:
    """The first and last day of an event's own date, by its precision."""
    if n.event_date not in fact:
        return None
    text = value(fact[n.event_date])
    try:
        year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
        first = dt.date(year, month or 1, day or 1)
        if not month:
            last = dt.date(year, 12, 31)
        elif not day:
            last = first.replace(day=calendar.monthrange(year, month)[1])
        else:
            last = first + dt.timedelta(days=6 if fact.get(n.date_precision) == n.week else 0)
    except (ValueError, OverflowError):  # a date out of range, as SHACL does not check it
        return None
    return first.isoformat(), last.isoformat()

"""Event clusters: reports that tell of one event, in one article or several, as one node.

Reports belong together where they have the same actors and relation, their dates can be one, and their sentences are
alike; a meeting of the same two on one day is one even where the words differ, and what near copies of one text say
need only few words in common. Clusters are what hangs together by such pairs, so they do not depend on the order of
articles. Only reports of neighbouring days are compared, by date buckets: the cost of one more report of a busy pair
follows its days, not its history.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from graph.deriving.copies import near_sketches
from graph.deriving.reports import Key, Report, StoredReports
from graph.resolving.name_spelling import MEMO
from graph.storage.quads import Quads
from graph.storage.terms import day, integer, iri, literal, names, value
from graph.storage.update import Quad
from ingest.text.words import split, without_article
from ontology.function_words import load_function_words
from ontology.spelling import fold

SLACK = 1  # days that two stated days of one event may differ: night, time zones
LATE = 3  # days that a report may be published after another
_ALIKE = 0.3  # share of words in common (Jaccard) from which two sentences tell the same
_HELD = 0.6  # share of the shorter sentence's words that the longer one has
_COPY = 0.6  # as _ALIKE, where a date is missing or known to the month only
_FEW = 4  # words in common that a resemblance takes at least


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports of one event, sorted by event."""

    reports: tuple[Report, ...]

    @property
    def node(self) -> str:
        """Its term: of the key and the first of its events."""
        key = "\n".join(map(value, (*self.reports[0].key, self.reports[0].event)))
        return iri(names().cluster_base + hashlib.sha256(key.encode()).hexdigest()[:16])

    @property
    def asserted(self) -> bool:
        """Whether some report says that it took place."""
        return any(report.asserted for report in self.reports)


def change(
    store: Quads, stored: StoredReports, was: set[Report], will_be: set[Report]
) -> tuple[list[Cluster], list[Cluster]]:
    """The clusters of the store that are no more, and those in their place.

    ``was``, ``will_be``: all reports of the articles that change, before and after.
    """
    gone, come = was - will_be, will_be - was
    affected = _clusters_with(store, {report.event for report in gone})
    for key in {report.key for report in come}:
        mine = [report for report in come if report.key == key]
        for node in _near(store, mine):
            if node not in affected and any(
                same_event(a, b) for a in _reports(store, stored, node) for b in mine if a not in gone
            ):
                affected.add(node)
    before = [Cluster(tuple(_reports(store, stored, node))) for node in sorted(affected)]
    left = {report for cluster in before for report in cluster.reports} - gone
    after = list(clusters(left | come))
    return before, after


def clusters(reports: Iterable[Report]) -> Iterator[Cluster]:
    """The clusters of these reports, of any number of keys."""
    by_key: dict[Key, list[Report]] = defaultdict(list)
    for report in reports:
        by_key[report.key].append(report)
    for key in sorted(by_key):
        yield from _clusters_of_key(sorted(by_key[key], key=lambda report: report.event))


def same_event(one: Report, other: Report) -> bool:
    """Whether two reports of one key tell of one event."""
    common, share, held = _resemblance(one, other)
    enough = common >= _FEW or (share >= _ALIKE and _copied(one, other))
    if not one.first or not other.first:
        return one.first == other.first and enough and share >= _COPY
    if _wide(one) or _wide(other):
        return _overlap(one, other, 0) and enough and share >= _COPY
    slack = SLACK if one.exact and other.exact else LATE
    if not _overlap(one, other, slack):
        return False
    met = names().relations[one.key[1]][1] and one.asserted and other.asserted
    if met and _overlap(one, other, 0) and (one.article != other.article or (one.exact and other.exact)):
        return True
    return enough and (share >= _ALIKE or held >= _HELD)


def _copied(one: Report, other: Report) -> bool:
    """Whether two reports stand in near copies of one text."""
    return (
        one.article != other.article and bool(one.sketch and other.sketch) and near_sketches(one.sketch, other.sketch)
    )


def quads_of(cluster: Cluster) -> set[Quad]:
    """A cluster in its graph."""
    n = names()
    source, concept, target = cluster.reports[0].key
    node = cluster.node
    told = {
        (n.type, n.cluster),
        (n.event_type, concept),
        (n.source, source),
        (n.target, target),
        (n.reports, integer(len(cluster.reports))),
        (n.articles, integer(len({report.article for report in cluster.reports}))),
    }
    told |= {(n.report, report.event) for report in cluster.reports}
    told |= {(n.publisher, report.outlet) for report in cluster.reports if report.outlet}
    told |= {(n.differs_on, predicate) for predicate in differences(cluster)}
    told |= {(n.date_bucket, literal(bucket)) for report in cluster.reports for bucket in _buckets(report)}
    days = [d for report in cluster.reports for d in (report.first, report.last) if d]
    if days:
        told |= {(n.first_seen, day(min(days))), (n.last_seen, day(max(days)))}
    return {(node, predicate, object_, n.cluster_graph) for predicate, object_ in told}


def differences(cluster: Cluster) -> Iterator[str]:
    """The properties on which reports of a cluster differ: no day is common to all; status; who says so."""
    n = names()
    dated = [report for report in cluster.reports if report.first]
    if dated and max(report.first for report in dated) > min(report.last for report in dated):
        yield n.event_date
    if len({report.status for report in cluster.reports}) > 1:
        yield n.status
    if len({report.speaker for report in cluster.reports}) > 1:
        yield n.attributed_to


def _clusters_of_key(reports: list[Report]) -> Iterator[Cluster]:
    """What hangs together; only reports that share a bucket or stand in neighbouring ones are compared."""
    groups = {report.event: [report] for report in reports}
    by_bucket: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        near = {id(other): other for bucket in _neighbouring(report) for other in by_bucket.get(bucket, ())}
        for other in near.values():
            one, two = groups[report.event], groups[other.event]
            if one is not two and same_event(report, other):
                union = one + two
                groups.update(dict.fromkeys((member.event for member in union), union))
        for bucket in _buckets(report):
            by_bucket[bucket].append(report)
    for group in {id(group): group for group in groups.values()}.values():
        yield Cluster(tuple(sorted(group, key=lambda report: report.event)))


def _buckets(report: Report) -> list[str]:
    """Where a report lies: at its days, or the months that its date covers; without a date, at some of its words."""
    tie = _tie(report)
    if not report.first:
        return [f"{tie} {word}" for word in _signs(report)]
    if not _wide(report):
        return [f"{tie} {d}" for d in _days(report.first, report.last)]
    return [f"{tie} {month}" for month in _months(report.first, report.last)]


def _neighbouring(report: Report) -> list[str]:
    """The buckets in which reports lie that may tell the same."""
    tie = _tie(report)
    if not report.first:
        return _buckets(report)
    first, last = report.first, report.last
    if not _wide(report):
        first, last = _moved(first, -LATE), _moved(last, LATE)
    return [f"{tie} {part}" for part in (*_months(first, last), *_days(first, last))]


def _tie(report: Report) -> str:
    return hashlib.sha256("\n".join(map(value, report.key)).encode()).hexdigest()[:16]


def _signs(report: Report) -> list[str]:
    """Words of which two sentences share one at least, if they have the share ``_COPY`` of their words in common.

    Prefix filtering (Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins, 2006): of words in one
    fixed order the first n - ⌈tn⌉ + 1.
    """
    words = sorted(_telling(report), key=lambda word: hashlib.sha256(word.encode()).digest())
    return words[: len(words) - ceil(_COPY * len(words)) + 1]


def _near(store: Quads, reports: Iterable[Report]) -> set[str]:
    n = names()
    buckets = {bucket for report in reports for bucket in _neighbouring(report)}
    return {
        quad[0] for bucket in buckets for quad in store.match(None, n.date_bucket, literal(bucket), n.cluster_graph)
    }


def _clusters_with(store: Quads, events: Iterable[str]) -> set[str]:
    n = names()
    return {quad[0] for event in events for quad in store.match(None, n.report, event, n.cluster_graph)}


def _reports(store: Quads, stored: StoredReports, node: str) -> list[Report]:
    """The reports of a stored cluster as they are stored."""
    n = names()
    events = [quad[2] for quad in store.match(node, n.report, None, n.cluster_graph)]
    return [stored.of(event) for event in sorted(events)]


def _overlap(one: Report, other: Report, slack: int) -> bool:
    """Whether two dates, as exact as they are known, can be one within some days; an unknown one can be any."""
    if not one.first or not other.first:
        return True
    return one.first <= _moved(other.last, slack) and other.first <= _moved(one.last, slack)


def _wide(report: Report) -> bool:
    """Whether the date is known to the month or year only."""
    return bool(report.first) and report.last > _moved(report.first, 6)


@lru_cache(MEMO)
def _moved(text: str, days: int) -> str:
    ordinal = dt.date.fromisoformat(text).toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal())).isoformat()


def _days(first: str, last: str) -> Iterator[str]:
    start, end = (dt.date.fromisoformat(text).toordinal() for text in (first, last))
    return (dt.date.fromordinal(ordinal).isoformat() for ordinal in range(start, end + 1))


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:7])
    while f"{year:04}-{month:02}" <= last[:7]:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _resemblance(one: Report, other: Report) -> tuple[int, float, float]:
    """Words in common, their share in all words, and in those of the shorter sentence."""
    a, b = _telling(one), _telling(other)
    common = len(a & b)
    return common, common / max(1, len(a | b)), common / max(1, min(len(a), len(b)))


def _telling(report: Report) -> frozenset[str]:
    """The telling words of a report, those of its actors' names aside."""
    return content(report.sentence).difference(*map(content, report.names))


@lru_cache(1 << 12)
def content(text: str) -> frozenset[str]:
    """The telling words of a text: folded, without clitics, closed classes left out."""
    return frozenset(
        rest
        for word in fold(text).split()
        if (bare := word.strip("،,.:؛;()«»\"“”'’‘[]!?؟…")) and bare not in _closed() and len(rest := _rest(bare)) > 2
    )


@lru_cache(MEMO)
def _rest(word: str) -> str:
    return without_article(split(word)[2]) if len(word) > 4 else word


@lru_cache(1)
def _closed() -> frozenset[str]:
    kinds: Mapping[str, frozenset[str]] = load_function_words()
    listed = ("prepositions", "complementizers", "relatives", "sources", "speech")
    return frozenset(word for kind in listed for word in kinds[kind])

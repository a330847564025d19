"""What follows from articles and verdicts, in the order in which one follows from the other.

Who is who, from names and verdicts; the actors' descriptions; the reports, which are events between resolved
actors; their clusters; the ties. ``change`` gives what a change of any number of articles makes of all these graphs,
``everything`` makes them from nothing: both give the same, in whatever order and portions articles and verdicts came.
"""

from collections.abc import Iterator

from graph.deriving import copies, event_clusters, ties
from graph.deriving.reports import (
    Report,
    StoredReports,
    all_reports,
    articles_of,
    facts_of,
    reports_of,
    resolver,
    stored_facts,
)
from graph.resolving import actor_index, identity
from graph.resolving.verdicts import Verdicts
from graph.storage.quads import Quads
from graph.storage.terms import names
from graph.storage.update import Change, Edits, Quad

NO_CHANGE: Change = (set(), set())


def change(store: Quads, edits: Edits, judged: Change = NO_CHANGE) -> Change:
    """What the derived graphs lose and gain by the edits of articles.

    ``judged``: what the verdict graph loses and gains by the same change.
    """
    n = names()
    verdicts = Verdicts(store, *judged)
    about = {quad[2] for quads in judged for quad in quads if quad[1] == n.judged_actor}
    who = identity.change(store, edits, verdicts, about)
    described = actor_index.change(store, edits, who)
    reports = _reports(store, edits, who, verdicts, _touched(store, who, judged) | edits.keys())
    stored = StoredReports(store, reports[0])
    before, after = event_clusters.change(store, stored, *reports)
    clusters = _sum(event_clusters.quads_of(c) for c in before), _sum(event_clusters.quads_of(c) for c in after)
    taken, given = ties.of_reports(reports[0], before), ties.of_reports(reports[1], after)
    tied = ties.change(store, stored, taken, given, reports[0] - reports[1])
    marks = copies.change(store, edits)
    changes = (who, described, clusters, tied, marks)
    removed, added = _sum(c[0] for c in changes), _sum(c[1] for c in changes)
    return removed - added, added - removed


def everything(store: Quads) -> dict[str, set[Quad]]:
    """Every derived graph as it must be, by its name."""
    n = names()
    who = identity.all_identity(store)
    reports = list(all_reports(store, resolver(store, store.match(graph=n.identity), who)))
    clusters = list(event_clusters.clusters(reports))
    return {
        n.identity: who,
        n.actors: set(actor_index.all_actors(store, who)),
        n.cluster_graph: _sum(event_clusters.quads_of(cluster) for cluster in clusters),
        n.summary: _sum(ties.quads_of(key, tie) for key, tie in ties.of_reports(reports, clusters).items()),
        n.copies: set(copies.all_copies(store)),
    }


def _touched(store: Quads, who: Change, judged: Change) -> set[str]:
    """The articles whose reports change though they do not: those of actors that turn out others, those judged."""
    n = names()
    moved = {quad[0] for quads in who for quad in quads if quad[1] == n.resolved_as}
    told = {quad[2] for quads in judged for quad in quads if quad[1] == n.judged_article}
    return articles_of(store, moved) | told


def _reports(
    store: Quads, edits: Edits, who: Change, verdicts: Verdicts, touched: set[str]
) -> tuple[set[Report], set[Report]]:
    """All reports of the articles that are touched, before and after."""
    stands, will_stand = Verdicts(store), resolver(store, *who)
    stood = resolver(store)
    before: set[Report] = set()
    after: set[Report] = set()
    for place in touched:
        was, is_now = map(facts_of, edits[place]) if place in edits else [stored_facts(store, place)] * 2
        before |= reports_of(was, stood, stands.of_article(place))
        after |= reports_of(is_now, will_stand, verdicts.of_article(place))
    return before, after


def _sum(parts: Iterator[set[Quad]]) -> set[Quad]:
    return set().union(*parts)

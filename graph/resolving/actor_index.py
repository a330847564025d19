"""The actors graph: every actor that some article mentions or only names, or that another is, described once.

A known actor is described from the gazetteer, its offices included; an unknown one from its articles: its
type, its most frequent name as ``skos:prefLabel`` (of equals the longest, then the first by code point), its
other names as ``skos:altLabel``; where it has several, ``sb:labelCount`` keeps how many articles use each, so that
one more article costs the same however many there are. ``change`` brings the graph in step with some articles
from their quads before and after; ``all_actors`` makes it from nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from graph.storage.quads import Quads
from graph.storage.terms import Names, boolean, literal, names, value
from graph.storage.update import Change, Edits, Quad, Triple

Said = Counter[tuple[str, str]]  # predicates and objects, and how many articles say them of an actor


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What the gazetteer says of its actors, by actor; ``owners`` are the actors that share a triple."""

    triples: Mapping[str, frozenset[Triple]]
    owners: Mapping[Triple, frozenset[str]]


@cache
def descriptions() -> Descriptions:
    """The descriptions of all known actors, made once."""
    from graph.resolving.gazetteer_triples import known_actors

    triples = known_actors()
    owners: dict[Triple, set[str]] = defaultdict(set)
    for actor, described in triples.items():
        for triple in described:
            owners[triple].add(actor)
    return Descriptions(triples, {t: frozenset(actors) for t, actors in owners.items() if len(actors) > 1})


def change(store: Quads, edits: Edits, who: Change = (set(), set())) -> Change:
    """The quads the actors graph loses and gains by the edits of articles.

    ``who``: the quads that the identity graph loses and gains by it.
    """
    n = names()
    old, new = ([quad for edit in edits.values() for quad in edit[side]] for side in (0, 1))
    before, after = _occurring(old, n) | _meant(who[0], n), _occurring(new, n) | _meant(who[1], n)
    gone = {actor for actor in before - after if not _elsewhere(store, actor, edits, who[0], n)}
    said = _said(old, n), _said(new, n)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for actor in before | after:
        if described := descriptions().triples.get(actor):
            if actor in gone:
                removed |= _graph(_unshared(store, described, gone, n), n)
            elif actor not in before and not _is_described(store, actor, n):
                added |= _graph(described, n)
        elif actor in gone:
            removed |= set(store.match(actor, graph=n.actors))
        else:
            stored, turn = set(store.match(actor, graph=n.actors)), (said[0][actor], said[1][actor])
            if not _is_same(stored, *turn, n):
                removed |= stored
                added |= _graph(_described_anew(store, actor, edits, stored, *turn), n)
    return removed - added, added - removed


def all_actors(store: Quads, who: Iterable[Quad] = ()) -> Iterator[Quad]:
    """The whole actors graph, from the articles of the store, the identity graph ``who`` and the gazetteer."""
    n = names()
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, set[str]] = defaultdict(set)
    occurs = f"{{ ?article {n.mentions} ?actor }} UNION {{ ?actor {n.label} ?name }}"
    found = {actor for (actor,) in store.select(f"SELECT DISTINCT ?actor {{ GRAPH ?article {{ {occurs} }} }}")}
    for actor in found | _meant(who, n):
        if described := descriptions().triples.get(actor):
            yield from _graph(described, n)
        else:
            labels[actor] = Counter()
    named = f"GRAPH ?article {{ ?actor {n.label} ?label }}"
    counts = f"SELECT ?actor ?label (COUNT(*) AS ?articles) {{ {named} }} GROUP BY ?actor ?label"
    for actor, label, articles in store.select(counts):
        if actor in labels:
            labels[actor][label] = int(value(articles))
    typed = f"GRAPH ?article {{ {occurs} ?actor {n.type} ?type }}"
    for actor, type_ in store.select(f"SELECT DISTINCT ?actor ?type {{ {typed} }}"):
        types[actor].add(type_)
    for actor, counted in labels.items():
        yield from _graph(_described(actor, types[actor], counted, n), n)


def _occurring(quads: Sequence[Quad], n: Names) -> set[str]:
    """The actors of articles: those they mention, and those they name though only a nisba stands for them."""
    return {q[2] for q in quads if q[1] == n.mentions} | {q[0] for q in quads if q[1] == n.label}


def _meant(who: Iterable[Quad], n: Names) -> set[str]:
    """The known actors that others are: an unknown one is described because articles name it."""
    return {quad[2] for quad in who if quad[1] == n.resolved_as and quad[2] in descriptions().triples}


def _said(quads: Iterable[Quad], n: Names) -> defaultdict[str, Said]:
    """The types and names that articles give each actor."""
    found: defaultdict[str, Said] = defaultdict(Counter)
    for subject, predicate, object_, _ in quads:
        if predicate in {n.label, n.type}:
            found[subject][predicate, object_] += 1
    return found


def _is_described(store: Quads, actor: str, n: Names) -> bool:
    """Whether a known actor stands in the graph already, with all that belongs to it."""
    return next(store.match(actor, n.in_gazetteer, None, n.actors), None) is not None


def _elsewhere(store: Quads, actor: str, edits: Container[str], lost: set[Quad], n: Names) -> bool:
    if any(quad not in lost for quad in store.match(None, n.resolved_as, actor, n.identity)):
        return True
    named = (quad[3] for quad in store.match(actor, n.label) if quad[3] != "")
    mentioned = (quad[0] for quad in store.match(None, n.mentions, actor, ""))
    return any(place not in edits for place in chain(named, mentioned))


def _occurs(store: Quads, actor: str, n: Names) -> bool:
    found = chain(
        store.match(actor, n.label, None, ""),
        store.match(None, n.mentions, actor, ""),
        store.match(None, n.resolved_as, actor, n.identity),
    )
    return next(found, None) is not None


def _unshared(store: Quads, described: frozenset[Triple], gone: set[str], n: Names) -> Iterator[Triple]:
    """The triples that no actor needs who stays."""
    for triple in described:
        others = descriptions().owners.get(triple, frozenset()) - gone
        if not any(_occurs(store, other, n) for other in others):
            yield triple


def _is_same(stored: set[Quad], old: Said, new: Said, n: Names) -> bool:
    """Whether articles only repeat the one name and the types that an actor goes by: the common case, and cheap."""
    told = {(n.label if p == n.pref_label else p, o) for _, p, o, _ in stored}
    if not stored or any(p == n.label_count for p, _ in told):
        return bool(stored) and old == new
    return old <= new and new.keys() <= told


def _described_anew(
    store: Quads, actor: str, edits: Container[str], stored: set[Quad], old: Said, new: Said
) -> set[Triple]:
    """The description of an unknown actor from the ``stored`` one, when articles no longer say ``old`` but ``new``.

    Other articles are looked at until one says what these no longer say, and counted when a second name comes.
    """
    n = names()
    told = {quad[1:3] for quad in stored}

    def others(predicate: str, object_: str) -> Iterator[str]:
        places = (quad[3] for quad in store.match(actor, predicate, object_))
        return (place for place in places if place not in {"", n.actors} and place not in edits)

    types = {o for p, o in new if p == n.type}
    types |= {o for p, o in told if p == n.type and ((p, o) not in old or any(others(p, o)))}
    went, came = (Counter({o: count for (p, o), count in said.items() if p == n.label}) for said in (old, new))
    labels = Counter(dict(_counted(o) for p, o in told if p == n.label_count)) - went
    if not labels and (only := next((o for p, o in told if p == n.pref_label), "")):
        found = others(n.label, only)
        labels[only] = sum(1 for _ in found) if came.keys() - {only} else int(any(found))
    return _described(actor, types, labels + came, n)


def _counted(count: str) -> tuple[str, int]:
    number, _, label = value(count).partition(" ")
    return label, int(number)


def _described(actor: str, types: set[str], labels: Counter[str], n: Names) -> set[Triple]:
    ranked = sorted(labels, key=lambda label: (-labels[label], -len(value(label)), value(label)))
    return {
        *((actor, n.type, type_) for type_ in types),
        *((actor, n.pref_label, label) for label in ranked[:1]),
        *((actor, n.alt_label, label) for label in ranked[1:]),
        *((actor, n.label_count, literal(f"{labels[label]} {label}")) for label in ranked if len(ranked) > 1),
        (actor, n.in_gazetteer, boolean(False)),
    }


def _graph(triples: Iterable[Triple], n: Names) -> set[Quad]:
    return {(*triple, n.actors) for triple in triples}

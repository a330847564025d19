"""Parts of a small network with invented people, worked out by hand."""

import datetime as dt

import networkx as nx
import pytest

from graph.drawing.narrowing import days_of, find_actor, narrowed, strongest
from graph.errors import DrawingError

A = "https://w3id.org/shabaka/actor/"
NAMES = {
    "nadim": ("نديم الصفدي", "Nadim al-Safadi", ["الصفدي"]),
    "wafa": ("وفاء المرّ", "", []),
    "jawad": ("جواد الصفدي", "", []),
    "tareq": ("طارق الحلو", "", ["أبو طارق"]),
    "layan": ("ليان الشامي", "", []),
}
# نديم meets وفاء, وفاء supports جواد, جواد threatens طارق; ليان only speaks of the threat.
EVENTS = (
    ("nadim", "wafa", "e1", "meets", "2021-04-07", "", ""),
    ("wafa", "jawad", "e2", "supports", "2021-04", "2021-04-09", ""),
    ("jawad", "tareq", "e3", "threatens", "", "2021-05-02", "layan"),
    ("wafa", "jawad", "e4", "threatens", "", "", ""),
)


@pytest.fixture
def network() -> nx.MultiDiGraph:
    made = nx.MultiDiGraph(skipped=3)
    for name, (ar, en, names) in NAMES.items():
        made.add_node(f"{A}{name}", ar=ar, en=en, names=names)
    for source, target, key, relation, date, published, speaker in EVENTS:
        data = {"date": date, "published": published, "attributed_to": f"{A}{speaker}" if speaker else ""}
        made.add_edge(f"{A}{source}", f"{A}{target}", key, relation=relation, **data)
    return made


def events(part: nx.MultiDiGraph) -> set[str]:
    return {key for *_, key in part.edges(keys=True)}


def actors(part: nx.MultiDiGraph) -> set[str]:
    return {actor.removeprefix(A) for actor in part}


KEPT = {
    "nothing-asked": ({}, {"e1", "e2", "e3", "e4"}),
    "one-relation": ({"relations": ("threatens",)}, {"e3", "e4"}),
    "two-relations": ({"relations": ("meets", "supports")}, {"e1", "e2"}),
    "since-the-day": ({"since": "2021-04-07"}, {"e1", "e2", "e3"}),
    "since-the-day-after": ({"since": "2021-04-08"}, {"e2", "e3"}),
    "since-the-last-of-the-month": ({"since": "2021-04-30"}, {"e2", "e3"}),
    "since-the-next-month": ({"since": "2021-05-01"}, {"e3"}),
    "until-the-day": ({"until": "2021-04-07"}, {"e1", "e2"}),
    "until-the-first-of-the-month": ({"until": "2021-04-01"}, {"e2"}),
    "until-the-month-before": ({"until": "2021-03-31"}, set()),
    "published-where-no-day-is-told": ({"since": "2021-05-02", "until": "2021-05-02"}, {"e3"}),
    "own-events": ({"actor": "وفاء المر", "depth": 0}, {"e1", "e2", "e4"}),
    "one-step": ({"actor": "نديم الصفدي"}, {"e1"}),
    "one-step-with-those-among-neighbours": ({"actor": "وفاء المرّ"}, {"e1", "e2", "e4"}),
    "two-steps": ({"actor": "nadim", "depth": 2}, {"e1", "e2", "e4"}),
    "three-steps": ({"actor": f"{A}nadim", "depth": 3}, {"e1", "e2", "e3", "e4"}),
    "steps-only-by-what-is-left": (
        {"actor": "nadim", "depth": 3, "relations": ("meets", "threatens"), "since": "2021-01-01"},
        {"e1"},
    ),
}


@pytest.mark.parametrize("case", KEPT)
def test_what_is_left(network: nx.MultiDiGraph, case: str) -> None:
    asked, kept = KEPT[case]
    part = narrowed(network, **asked)
    assert events(part) == kept
    assert part.graph == {"skipped": 3}
    assert all(part.edges[edge] == network.edges[edge] for edge in part.edges(keys=True))
    assert len(network.edges) == len(EVENTS)


LEFT = {
    "speaker-stays-with-what-was-said": ({"relations": ("threatens",)}, {"wafa", "jawad", "tareq", "layan"}),
    "speaker-goes-with-it": ({"relations": ("meets",)}, {"nadim", "wafa"}),
    "speaker-of-a-neighbour": ({"actor": "طارق الحلو"}, {"jawad", "tareq", "layan"}),
    "own-events-only": ({"actor": "nadim", "depth": 0}, {"nadim", "wafa"}),
}


@pytest.mark.parametrize("case", LEFT)
def test_who_is_left(network: nx.MultiDiGraph, case: str) -> None:
    asked, left = LEFT[case]
    part = narrowed(network, **asked)
    assert actors(part) == left
    assert all(part.nodes[actor] == network.nodes[actor] for actor in part)


REFUSED = {
    "relation": ({"relations": ("hates",)}, "no relation hates; choose of demands, meets, supports, threatens"),
    "day": ({"since": "2021-13-01"}, "2021-13-01: expected a day such as 2021-04-07"),
    "month-alone": ({"until": "2021-04"}, "2021-04: expected a day"),
    "actor-without-events-left": ({"actor": "nadim", "since": "2021-04-08"}, "نديم الصفدي: no event is left"),
    "nobody": ({"actor": "زيد"}, "no actor زيد in the network$"),
    "part-of-names": ({"actor": "الصفد"}, "no actor الصفد in the network; there is جواد الصفدي، نديم الصفدي$"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_shown_is_told(network: nx.MultiDiGraph, case: str) -> None:
    asked, told = REFUSED[case]
    with pytest.raises(DrawingError, match=told):
        narrowed(network, **asked)


FOUND = {
    "iri": (f"{A}tareq", "tareq"),
    "id": ("tareq", "tareq"),
    "folded-spelling": ("وفاء المر", "wafa"),
    "english": ("nadim al-safadi", "nadim"),
    "other-name": ("ابو طارق", "tareq"),
    "spaces-around": ("  الصفدي ", "nadim"),
}


@pytest.mark.parametrize("case", FOUND)
def test_an_actor_is_found(network: nx.MultiDiGraph, case: str) -> None:
    wanted, actor = FOUND[case]
    assert find_actor(network, wanted) == f"{A}{actor}"


def test_of_two_of_one_name_the_one_with_more_events_is_meant(network: nx.MultiDiGraph) -> None:
    for actor in ("nadim", "jawad"):
        network.nodes[f"{A}{actor}"]["names"] = ["الصفدي"]
    assert find_actor(network, "الصفدي") == f"{A}jawad"


def test_the_strongest_keep_the_events_among_them(network: nx.MultiDiGraph) -> None:
    part, out = strongest(network, 2)
    assert (actors(part), events(part)) == ({"wafa", "jawad"}, {"e2", "e4"})
    assert out == [f"{A}{name}" for name in ("nadim", "tareq", "layan")]


def test_one_who_has_no_event_among_the_strongest_is_left_out_too(network: nx.MultiDiGraph) -> None:
    network.add_edge(f"{A}tareq", f"{A}layan", "e5", relation="meets", date="", published="", attributed_to="")
    network.add_edge(f"{A}nadim", f"{A}layan", "e6", relation="meets", date="", published="", attributed_to="")
    part, out = strongest(network, 2)
    assert (actors(part), out[:2]) == ({"wafa", "jawad"}, [f"{A}layan", f"{A}nadim"])


def test_all_who_fit_are_the_network_itself(network: nx.MultiDiGraph) -> None:
    assert strongest(network, 5) == (network, [])


DAYS = {
    "": None,
    "2020": (dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
    "2020-02": (dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
    "2021-12": (dt.date(2021, 12, 1), dt.date(2021, 12, 31)),
    "2021-04-07": (dt.date(2021, 4, 7), dt.date(2021, 4, 7)),
}


@pytest.mark.parametrize("said", DAYS)
def test_the_days_of_a_date_as_exact_as_it_is(said: str) -> None:
    assert days_of(said) == DAYS[said]

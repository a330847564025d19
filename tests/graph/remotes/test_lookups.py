"""What is looked up in a remote store, against a store in memory that answers the queries."""

from itertools import product

import pytest

from graph.errors import StoreError
from graph.remotes.lookups import Lookups
from graph.storage.store import Store
from graph.storage.terms import literal
from graph.storage.update import Pattern, Quad

S, T, P, R, G, H = (f"<x:{name}>" for name in "stprgh")
FIRST: set[Quad] = {(S, P, literal("أ"), G), (S, P, T, G), (S, R, T, H), (T, P, S, H), (S, P, T, H)}
PATTERNS: list[Pattern] = list(product((None, S, T), (None, P), (None, T, literal("أ")), (None, "", G, H)))


class Remote:
    """A store that counts what it is asked."""

    def __init__(self, quads: set[Quad]) -> None:
        self.store = Store.memory()
        self.store.apply(set(), quads)
        self.asked = 0
        self.lookups = Lookups(self.select)

    def select(self, query: str) -> list[tuple[str, ...]]:
        self.asked += 1
        return list(self.store.select(query))

    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        self.store.apply(removed, added)
        self.lookups.change(removed, added)

    def wanted(self, pattern: Pattern) -> set[Quad]:
        return {quad for quad in self.store.fitting(pattern) if quad[3] or pattern[3] == ""}


CHANGES = {
    "quad-comes": (set(), {(T, R, S, G)}),
    "triple-comes-again": (set(), {(T, P, S, G)}),
    "quad-goes": ({(S, P, literal("أ"), G)}, set()),
    "triple-stays-elsewhere": ({(S, P, T, G)}, set()),
    "one-for-another": ({(S, R, T, H)}, {(S, R, S, H)}),
    "everything": (FIRST, set()),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_is_known_keeps_step_with_a_change(case: str) -> None:
    remote = Remote(FIRST)
    for pattern in PATTERNS:
        assert set(remote.lookups.match(pattern)) == remote.wanted(pattern)
    remote.apply(*CHANGES[case])
    for pattern in PATTERNS:
        assert set(remote.lookups.match(pattern)) == remote.wanted(pattern)


def test_lookups_that_do_not_build_upon_each_other_are_one_query() -> None:
    remote = Remote(FIRST)
    found = remote.lookups.foreseen(lambda: [set(remote.lookups.match(pattern)) for pattern in PATTERNS])
    assert found == [remote.wanted(pattern) for pattern in PATTERNS]
    assert remote.asked == 1


def test_a_chain_of_lookups_takes_a_query_a_link() -> None:
    chain = {(f"<x:{i}>", P, f"<x:{i + 1}>", G) for i in range(5)}
    remote = Remote(chain)

    def last() -> str:
        here = "<x:0>"
        while found := next(remote.lookups.match((here, P, None, G)), None):
            here = found[2]
        return here

    assert (remote.lookups.foreseen(last), remote.asked) == ("<x:5>", 6)
    assert (remote.lookups.foreseen(last), remote.asked) == ("<x:5>", 6)


def test_of_many_only_the_first_are_fetched_until_the_rest_is_asked_for() -> None:
    many = {(f"<x:{i}>", P, T, G) for i in range(250)}
    remote = Remote(many)
    pattern: Pattern = (None, P, T, None)
    assert next(remote.lookups.match(pattern)) in many
    assert remote.lookups.foreseen(lambda: next(remote.lookups.match(pattern))) in many
    assert remote.asked == 1
    assert remote.lookups.foreseen(lambda: set(remote.lookups.match(pattern))) == many
    assert remote.asked == 2
    remote.apply({("<x:7>", P, T, G)}, set())
    assert len(set(remote.lookups.match(pattern))) == 249


def test_what_goes_wrong_for_want_of_an_answer_goes_on_and_what_does_not_is_told() -> None:
    remote = Remote(FIRST)

    def only() -> str:
        (quad,) = remote.lookups.match((T, None, None, H))
        return quad[2]

    def wrong() -> None:
        list(remote.lookups.match((T, None, None, H)))
        raise StoreError("damaged")

    assert remote.lookups.foreseen(only) == S
    with pytest.raises(StoreError, match="damaged"):
        remote.lookups.foreseen(wrong)

"""A query that is written otherwise has the same solutions, each as often; what is small or not understood stays."""

import io
from collections import Counter
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QuerySyntaxError
from graph.querying import joins
from graph.querying.evaluation import Standby
from graph.querying.joins import FEW, joined
from graph.querying.query_process import Job
from graph.storage.store import Store
from graph.storage.update import Quad

HEAD = "PREFIX x: <x:> "
PREDICATES = ["<x:p>", "<x:q>", "<x:r>"]
NODES = [f"<x:n{n}>" for n in range(5)]
NUMBERS = [f'"{n}"^^<http://www.w3.org/2001/XMLSchema#integer>' for n in range(3)]
VARIABLES = ["?a", "?b", "?c", "$d"]
PATHS = ["x:p", "x:p", "<x:q>", "x:r", "x:p/x:q", "^x:r/x:p", "^x:q", "x:q/^x:p/x:r", "?v", "(x:p|x:q)", "x:p*", "!x:p"]


def rows(store: Store, query: str) -> Counter[bytes]:
    sink = io.BytesIO()
    store.answer(query, "tsv", sink, prefixes={})
    return Counter(sink.getvalue().splitlines())


def holding(*triples: tuple[str, str, str]) -> Store:
    store = Store.memory()
    store.apply(set(), {(*triple, "<x:g>") for triple in triples})
    return store


class Made:
    """Queries of all the forms that are understood and of some that are not."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def quads(self) -> set[Quad]:
        pick = self._chance.choice
        return {(pick(NODES), pick(PREDICATES), pick(NODES + NUMBERS), "<x:g>") for _ in range(pick([5, 15, 30]))}

    def select(self) -> str:
        head = self._chance.choice(["SELECT *", "SELECT *", "SELECT DISTINCT ?a ?b", "SELECT (COUNT(*) AS ?n)"])
        return f"{HEAD}{head} {{ {self._group(2)} }}"

    def _end(self) -> str:
        return self._chance.choice(VARIABLES * 4 + NODES[:2])

    def _pattern(self) -> str:
        path, end = self._chance.choice(PATHS), self._chance.choice([self._end(), self._end(), NUMBERS[1]])
        more = self._chance.choice(["", "", f" , {self._end()}", f" ; x:r {self._end()}", " ;"])
        return f"{self._end()} {path} {end}{more}"

    def _block(self) -> str:
        return " . ".join(self._pattern() for _ in range(self._chance.randint(1, 3)))

    def _condition(self) -> str:
        one, other = self._chance.sample(VARIABLES, 2)
        return self._chance.choice([
            f"FILTER({one} {self._chance.choice(['=', '!=', '<'])} {self._chance.choice([other, *NODES, *NUMBERS])})",
            f"FILTER ISIRI({one})",
            f"FILTER(!BOUND({one}) || {other} > 1)",
            f"FILTER NOT EXISTS {{ {self._pattern()} }}",
        ])  # fmt: skip

    def _part(self, depth: int) -> str:
        other, variable = [self._group(depth - 1) if depth else self._block() for _ in range(2)], self._end()
        key = variable if variable[0] in "?$" else "?a"
        return self._chance.choice([
            self._condition(),
            f"OPTIONAL {{ {self._end()} {self._chance.choice(PATHS)} {self._end()} }}",
            f"OPTIONAL {{ {self._end()} x:p {self._end()} {self._condition()} }}",
            f"OPTIONAL {{ {other[0]} }}",
            f"MINUS {{ {other[0]} }}",
            f"BIND(STR({key}) AS ?bound{self._chance.randrange(10**6)})",
            f"{{ {other[0]} }} UNION {{ {other[1]} }}",
            f"{{ SELECT * {{ {other[0]} }} }}",
            f"{{ SELECT {key} (COUNT(*) AS ?k) {{ {other[0]} }} GROUP BY {key} }}",
            f"VALUES {key} {{ {NODES[0]} }}",
        ])  # fmt: skip

    def _group(self, depth: int) -> str:
        parts = [self._block(), *(self._part(depth) for _ in range(self._chance.randint(0, 2)))]
        return " ".join(parts + [self._block()] * (len(parts) > 1 and self._chance.random() < 0.3))


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0))
def test_the_solutions_are_the_same_as_often(seed: int) -> None:
    """Whatever is scanned: the counts are invented, and what would make it slow is not kept out."""
    chance = Random(seed)
    store, query = Store.memory(), Made(chance).select()
    store.apply(set(), Made(chance).quads())

    def count(query: str) -> int:
        return min(chance.choice([0, *[2] * 19, 5, 1000]), int(query.rpartition("LIMIT ")[2].split(maxsplit=1)[0]))

    with patch.object(joins, "_multiplying", return_value=False):
        assert rows(store, joined(query, count, few=1)) == rows(store, query)


LARGE = [(f"<x:e{n}>", "<x:type>", f"<x:t{n % 3}>") for n in range(60)]
LARGE += [(f"<x:e{n}>", "<x:from>", f"<x:a{n}>") for n in range(60)]
LARGE += [(f"<x:a{n}>", "<x:on>", f'"20{n}"') for n in range(10, 60)]
TYPE, FROM, ON = (
    "{ SELECT ?e ?t { ?e x:type ?t } }",
    "{ SELECT ?e ?a { ?e x:from ?a } }",
    "{ SELECT ?a ?on { ?a x:on ?on } }",
)
EXACT = 'FILTER(?on = "2011")'
STEPS = "{ SELECT ?e ?joint0_1 { ?e x:from ?joint0_1 } }", "{ SELECT ?joint0_1 ?on { ?joint0_1 x:on ?on } }"
REWRITTEN = {
    "triples": ("?e x:type ?t . ?e x:from ?a", f"{TYPE} {FROM}"),
    "lists": ("?e x:type ?t ; x:from ?a , ?b .", f"{TYPE} {FROM} {{ SELECT ?e ?b {{ ?e x:from ?b }} }}"),
    "path": ("?e x:from/x:on ?on", f"{{ SELECT ?e ?on {{ {STEPS[0]} {STEPS[1]} }} }}"),
    "inverse-path": ("?a ^x:from ?e . ?e x:type ?t", f"{FROM} {TYPE}"),
    "filter-of-little": (
        '?e x:from ?a . ?a x:on ?on FILTER(?on = "2011")',
        '{ SELECT ?a ?on { ?a x:on ?on FILTER(?on = "2011") } } ?e x:from ?a . FILTER(?on = "2011")',
    ),
    "filter-of-much": (
        '?e x:from ?a . ?a x:on ?on FILTER(?on != "2011")',
        f'{FROM} {{ SELECT ?a ?on {{ ?a x:on ?on FILTER(?on != "2011") }} }} FILTER(?on != "2011")',
    ),
    "filter-in-a-path": (
        f"?e x:from/x:on ?on {EXACT}",
        f"{{ SELECT ?e ?on {{ {{ SELECT ?joint0_1 ?on {{ ?joint0_1 x:on ?on {EXACT} }} }} ?e x:from ?joint0_1 . }} }} {EXACT}",
    ),
    "optional": (
        "?e x:type ?t ; x:from ?a OPTIONAL { ?a x:on ?on FILTER(?on != ?t) }",
        f"{TYPE} {FROM} OPTIONAL {{ {ON} FILTER(?on != ?t) }}",
    ),
    "union": ("{ ?e x:type ?t ; x:from ?a } UNION { ?a x:on ?on }", f"{{ {TYPE} {FROM} }} UNION {{ ?a x:on ?on }}"),
    "subquery": (
        "?x ?y ?e { SELECT ?e { ?e x:type ?t ; x:from ?a } }",
        f"?x ?y ?e {{ SELECT ?e {{ {TYPE} {FROM} }} }}",
    ),
    "comment": ("?e x:type ?t ; # } x:from ?b\n x:from ?a", f"{TYPE} {FROM}"),
}
LEFT = {
    "one-pattern": "?e x:type ?t",
    "constant-of-few": "?e x:type ?t ; x:from <x:a1>",
    "two-meet-in-an-object": "?e x:type ?t . ?f x:type ?t",
    "bound-before": "BIND(<x:e1> AS ?e) ?e x:type ?t ; x:from ?a",
    "values": "VALUES ?e { <x:e1> } ?e x:type ?t ; x:from ?a",
    "subquery-beside": "{ SELECT ?e { ?e x:from <x:a1> } } ?e x:type ?t ; x:from ?a",
    "any-path": "?e x:type+ ?t ; x:from ?a",
    "blank-node": "?e x:type ?t ; x:from [ x:on ?on ]",
    "labelled-blank-node": "?e x:type ?t ; x:from _:a . _:a x:on ?on",
    "collection": "?e x:type ?t ; x:from (?a)",
    "exists": "?e x:type ?t ; x:from ?a FILTER EXISTS { ?a x:on ?on }",
    "graph": "GRAPH ?g { ?e x:type ?t ; x:from ?a }",
    "in-an-optional-of-two": "?x ?y ?z OPTIONAL { ?e x:type ?t ; x:from ?a }",
}
FORMS = {
    "ask": "ASK { ?e x:type ?t ; x:from ?a }",
    "construct": "CONSTRUCT { ?e x:is ?t } { ?e x:type ?t ; x:from ?a }",
    "limit": "SELECT * { ?e x:type ?t ; x:from ?a } LIMIT 5",
    "inside-of-limit": "SELECT * { { SELECT ?e { ?e x:type ?t ; x:from ?a } } } LIMIT 5",
    "order-of-rows": "SELECT (GROUP_CONCAT(?t) AS ?all) { ?e x:type ?t ; x:from ?a } GROUP BY ?a",
    "new-at-every-call": "SELECT * { ?e x:type ?t ; x:from ?a FILTER(RAND() < 0.5 || ?t = ?a) }",
    "values-at-the-end": "SELECT * { ?e x:type ?t ; x:from ?a } VALUES ?e { <x:e1> }",
    "no-query": "SELECT * { ?e x:type ?t ; x:from",
    "deep": f"SELECT * {{ {'{' * 60} ?e x:type ?t ; x:from ?a {'}' * 60} }}",
}


@pytest.fixture(scope="module")
def large() -> Store:
    return holding(*LARGE)


def counting(store: Store, query: str) -> int:
    return int(list(rows(store, query))[1])


def written(store: Store, query: str, few: int = 20) -> str:
    return joined(HEAD + query, lambda text: counting(store, text), few=few).removeprefix(HEAD)


@pytest.mark.parametrize("name", REWRITTEN)
def test_what_is_large_is_scanned(large: Store, name: str) -> None:
    plain, expected = REWRITTEN[name]
    assert written(large, f"SELECT * {{ {plain} }}") == f"SELECT * {{ {expected} }}"
    assert rows(large, f"{HEAD}SELECT * {{ {expected} }}") == rows(large, f"{HEAD}SELECT * {{ {plain} }}")


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_a_group_is_left_as_it_is(large: Store, text: str) -> None:
    assert written(large, f"SELECT * {{ {text} }}") == f"SELECT * {{ {text} }}"


@pytest.mark.parametrize("query", FORMS.values(), ids=FORMS)
def test_a_form_is_left_as_it_is(large: Store, query: str) -> None:
    assert written(large, query) == query


def test_limit_after_order_or_groups_reads_all(large: Store) -> None:
    head, tail = "SELECT ?t (COUNT(?e) AS ?n) {", "} GROUP BY ?t ORDER BY ?n LIMIT 5"
    assert written(large, f"{head} ?e x:type ?t ; x:from ?a {tail}") == f"{head} {TYPE} {FROM} {tail}"


def test_what_is_small_is_not_read_far() -> None:
    asked: list[str] = []
    joined(f"{HEAD}SELECT * {{ ?e x:type ?t ; x:from <x:a1> }}", lambda text: asked.append(text) or 3)
    assert asked == [f"{HEAD}SELECT (COUNT(*) AS ?n) {{ SELECT * {{ ?e x:from <x:a1> }} LIMIT {FEW} }}"]


def test_a_pattern_of_many_times_more_is_looked_up() -> None:
    many = holding(*LARGE, *((f"<x:e{n}>", "<x:says>", f'"{n}"') for n in range(joins.DEARER * 60 + 1)))
    assert written(many, "SELECT * { ?e x:type ?t ; x:from ?a ; x:says ?words }") == (
        f"SELECT * {{ {TYPE} {FROM} ?e x:says ?words . }}"
    )


def test_hidden_variables_are_new(large: Store) -> None:
    text = written(large, "SELECT * { ?e x:from/x:on ?joint ; x:type ?joint0_1 }")
    assert "?joint_0_1 x:on ?joint " in text


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("large")
    lines = (
        f"<x:e{n}> <x:type> <x:t{n % 3}> <x:g> .\n<x:e{n}> <x:from> <x:a{n % 50}> <x:g> .\n" for n in range(FEW + 9)
    )
    (folder / "all.nq").write_text("".join(lines), encoding="utf-8")
    store = Store.open(folder / "store")
    store.load([(folder / "all.nq", "nquads")])
    store.close()
    return str(folder / "store")


def test_the_process_that_answers_scans_what_is_large(on_disk: str) -> None:
    query = f"{HEAD}SELECT ?t (COUNT(?a) AS ?n) {{ ?e x:type ?t ; x:from ?a }} GROUP BY ?t ORDER BY ?t"
    store = Store.open(Path(on_disk), read_only=True)
    assert joined(query, lambda text: counting(store, text)) != query
    with Standby() as standby:
        answered = standby.answer(Job(query, on_disk, "tsv"))
    assert answered.splitlines()[1:] == [b"<x:t0>\t670", b"<x:t1>\t670", b"<x:t2>\t669"]


def test_an_error_is_told_of_the_text_as_it_was_written(on_disk: str) -> None:
    query = f"{HEAD}SELECT ?e {{ ?e x:type ?t ; x:from ?a }}\nGROUP BY ?t"
    with Standby() as standby, pytest.raises(QuerySyntaxError) as told:
        standby.answer(Job(query, on_disk))
    with pytest.raises(QuerySyntaxError) as expected:
        Store.memory().answer(query, "json", io.BytesIO(), prefixes={})
    assert str(told.value) == str(expected.value)

"""The heads of the canned queries: their parameters, and the terms that values become."""

import pytest

from graph.errors import QueryError
from graph.querying.canned import Parameter, canned_queries, read_query, term
from ontology.errors import DataFileError


def test_every_parameter_stands_in_its_query() -> None:
    from graph.querying.sparql import variables

    for query in canned_queries().values():
        assert {parameter.name for parameter in query.parameters} <= variables(query.text), query.name


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        ("date", "2021-04-07", '"2021-04-07"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("integer", "٥", "5"),
        ("decimal", "0.50", "0.50"),
        ("relation", "meets", "<https://w3id.org/shabaka/ontology#Meeting>"),
        ("text", 'قال "لا"', '"قال \\"لا\\""'),
        ("actor", "https://w3id.org/shabaka/actor/iraq", "<https://w3id.org/shabaka/actor/iraq>"),
    ],
)
def test_a_value_becomes_a_term_of_its_type(type_, text: str, expected: str) -> None:
    assert term(Parameter("x", type_), text) == expected


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("date", "2021-02-30"),
        ("date", "yesterday"),
        ("integer", "1.5"),
        ("integer", "1 } DROP ALL"),
        ("decimal", "NaN"),
        ("decimal", "Infinity"),
        ("relation", "hates"),
        ("actor", "x:a> . ?s ?p ?o"),
        ("actor", ""),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(type_, text: str) -> None:
    with pytest.raises(QueryError, match=r"--x: .* is no "):
        term(Parameter("x", type_), text)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, r"own needs --who \(actor\)"),
        ({"who": "x:a", "when": "2021"}, "own has no parameter --when; it takes --limit, --who"),
    ],
)
def test_what_is_given_must_be_what_it_takes(given: dict[str, str], told: str) -> None:
    query = read_query("own", "# param who: actor\n# param limit: integer = 5\nSELECT * { ?who ?p ?o } LIMIT ?limit")
    with pytest.raises(QueryError, match=told):
        query.terms(given)


def test_an_unknown_type_is_told_with_those_there_are() -> None:
    with pytest.raises(DataFileError, match=r"param who: no type person; write one of actor, article"):
        read_query("own", "# param who: person\nASK { ?who ?p ?o }")

import pytest

from graph.errors import RequestError
from graph.server.negotiation import SOLUTIONS, TRIPLES, negotiated, prefers_page

CASES = {
    "none": ("", SOLUTIONS, "application/sparql-results+json"),
    "all": ("*/*", TRIPLES, "text/turtle"),
    "weights": ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", SOLUTIONS, "application/sparql-results+xml"),
    "kind": ("text/*", SOLUTIONS, "text/csv"),
    "exact-before-all": ("*/*, application/sparql-results+json;q=0.1", SOLUTIONS, "application/sparql-results+xml"),
    "refused": ("text/csv;q=0, text/tab-separated-values", SOLUTIONS, "text/tab-separated-values"),
    "parameters": ("text/turtle; charset=utf-8", TRIPLES, "text/turtle"),
    "capitals": ("Text/CSV", SOLUTIONS, "text/csv"),
    "browser": (
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        SOLUTIONS,
        "application/sparql-results+json",
    ),
    "broken-weight": ("text/csv;q=x, application/json", SOLUTIONS, "application/json"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_form_that_is_preferred(case: str) -> None:
    accept, offered, media = CASES[case]
    assert negotiated(accept, offered) == media


@pytest.mark.parametrize("accept", ["image/png", "*/*;q=0", ",", "text/html"])
def test_nothing_that_is_made_here(accept: str) -> None:
    with pytest.raises(RequestError) as caught:
        negotiated(accept, SOLUTIONS)
    assert caught.value.status == 406


@pytest.mark.parametrize(
    ("accept", "page"),
    [("text/html,*/*;q=0.8", True), ("*/*", False), ("", False), ("text/turtle, text/html;q=0.5", False)],
)
def test_who_wants_a_page(accept: str, page: bool) -> None:
    assert prefers_page(accept) is page

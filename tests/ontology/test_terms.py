"""Terms are written as N-Triples, whatever they hold."""

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal

from ontology.terms import literal, value

CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
TEXTS = st.text(CHARACTERS | st.sampled_from("\t\n\r\b\f\"'\\"), max_size=8)


@given(TEXTS, st.sampled_from(("", "ar")))
def test_a_literal_is_read_as_the_text_it_was_made_of(text: str, language: str) -> None:
    term = literal(text, language=language)
    assert value(term) == text
    (made,) = Graph().parse(data=f"<a:s> <a:p> {term} .\n", format="nt").objects()
    assert made == Literal(text, lang=language or None)

"""What is written of an article's text is written as the store gives it back, so that it is known again."""

from hypothesis import given
from hypothesis import strategies as st

from graph.storage.statements import canonical, statements
from ingest.rdf import text

CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from("\t\n\r\b\"'\\\x1b\x7f\x85\ufffe")


@given(st.text(CHARACTERS, max_size=8))
def test_a_text_is_written_in_the_form_in_which_the_store_gives_it_back(words: str) -> None:
    line = f"<a:s> <a:p> {text(words, 'ar')} .\n".encode()
    assert canonical(line, "ntriples") == line
    assert statements(line, "<a:g>") == {("<a:s>", "<a:p>", text(words, "ar"), "<a:g>")}

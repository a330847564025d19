from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.sentences import LONG, LONGEST, sentences
from ontology.spelling import fold, fold_map
from tests.ingest.analysed import analysed
from tests.ingest.phenomena import cases

TABLE = dict(cases("spelling"))
MUST = {name: case for name, case in TABLE.items() if "like" in case}
MUST_NOT = {name: case for name, case in TABLE.items() if "tokens" in case}
TEXTS = st.text(st.sampled_from("اأإآبوىيةهلمنﻫﻻ .،؟!«»\"'\n\r\t0١٫:-\u064b\u0640\u200d\u200f\ufeff"), max_size=60)


def read(text):
    """Who is named and which words open a relation, sentence by sentence."""
    analysis = analysed(text)
    known = [(p.sentence, i) for p, i in zip(analysis.phrases, analysis.known, strict=True) if i is not None]
    return known, [[(t.relation, t.entry, t.kind) for t in context.triggers] for context in analysis.contexts]


@pytest.mark.parametrize("case", MUST.values(), ids=MUST.keys())
def test_a_spelling_is_read_like_the_careful_one(case):
    known, triggers = read(case["text"])
    assert (known, triggers) == read(case["like"])
    assert known or any(triggers)


@pytest.mark.parametrize("case", MUST_NOT.values(), ids=MUST_NOT.keys())
def test_what_is_no_slip_stays(case):
    assert [[token.surface for token in sentence.tokens] for sentence in sentences(case["text"])] == case["tokens"]


@given(TEXTS)
def test_tokens_slice_the_text_in_order_and_lose_no_letter(text):
    found = [token for sentence in sentences(text) for token in sentence.tokens]
    assert all(text[token.start : token.end] == token.surface and token.surface for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {offset for token in found for offset in range(token.start, token.end)}
    assert all(offset in covered for offset, letter in enumerate(text) if fold(letter).isalnum())


@given(TEXTS)
def test_folding_twice_changes_nothing_and_keeps_the_way_back(text):
    folded, places = fold_map(text)
    assert folded == fold(text)
    assert fold(folded) == folded
    assert len(places) == len(folded)
    assert list(places) == sorted(places)


def test_no_sentence_is_longer_than_the_longest():
    text = "كلمة " * (3 * LONGEST)
    assert max(len(sentence.tokens) for sentence in sentences(text)) == LONGEST


@pytest.mark.parametrize("letter", ["ب", "7", "ـ", "ب\u064e"])
def test_a_word_without_end_is_taken_apart(letter):
    split = [token for sentence in sentences(f"قال {letter * 12_345}") for token in sentence.tokens]
    assert max(len(token.surface) for token in split) <= 10 * LONG
    assert "".join(token.form for token in split[1:]) == fold(letter) * 12_345


def test_an_empty_text_has_no_sentence():
    assert list(sentences("")) == []
    assert list(sentences(" \n\u200f")) == []


WHOLE = {
    "letter-of-a-doctor": ("قال الناطق، د. سالم الكناني، إنه باق.", 1),
    "two-letters": ("وصل أ. د. سالم الكناني. وقال إنه باق.", 2),
    "year": ("كان ذلك عام 2010 م. وقال إنه باق.", 2),
    "year-of-the-hijra": ("كان ذلك عام 1431 هـ. وقال إنه باق.", 2),
    "last-letter": ("كان رقمه د.", 1),
}


@pytest.mark.parametrize(("text", "count"), WHOLE.values(), ids=WHOLE.keys())
def test_a_letter_that_stands_for_a_title_ends_no_sentence(text, count):
    assert len(list(sentences(text))) == count

"""Words of names whose first letter is a radical, although it looks like a preposition: كروس، كافي، لاري.

Takes an article's sentences with the labels of the taggers, gives the folded words that are whole where a name has
them.
"""

from collections.abc import Iterator, Sequence

from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words

_LIKE = frozenset("فبلكو")
SHORT = 4  # letters of a first name whose own first letter looks like a preposition: لاري


def radicals(sentences: Sequence[Sentence], layers: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    """The last words of persons' names that stand right behind a given name, none of which begins with و.

    So too the short name of a known person (فانس, not so أنس), and the first word behind a definite title, to which
    nothing is joined: الأمير كافي طيار, nobody like آفي; the title itself may stand behind a preposition: للرئيس باري.
    """
    given, names = load_function_words()["given"], load_names()
    like = {token.form for sentence in sentences for token in sentence.tokens if token.form[0] in _LIKE}
    like |= {form[1:] for form in like if form[0] == "و" and form not in given and not names.so_called(form)}
    yield from (
        form
        for form in like
        if form[:1] not in {"", "و"} and any(names.type(actor) == "person" for actor in names.so_called(form))
    )
    for sentence, labels in (pair for layer in layers for pair in zip(sentences, layer, strict=True)):
        for first, last, kind in spans(labels):
            if kind != "person":
                continue
            if last - first > 1 and sentence.tokens[last - 2].form in given:
                yield from (form for form in (sentence.tokens[last - 1].form,) if not form.startswith("و"))
            yield from _titled_firsts(sentence.tokens, first, last)


def _titled_firsts(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Words behind a definite title that begin with ك, or with another preposition's letter and are short."""
    given, titles = load_function_words()["given"], load_function_words()["titles"]
    for k in range(max(first, 1), last):
        (_, joined, title), form = words.split(tokens[k - 1].form), tokens[k].form
        like = form[0] == "ك" or (form[0] in "بل" and len(form) <= SHORT and form[1:] not in given)
        if like and not form.startswith(("كال", "بال", "لل")) and joined.endswith(("ال", "لل")) and title in titles:
            yield form

"""Sources without a name, in the place where a sentence names whose words it is: وفق مكتبه، بحسب مقربين منه.

Takes the tokens of a sentence and those that are taken, gives runs of tokens with a type: people, one of them, or a
body, whose word is known, with the adjectives behind it. So an office without a name that opens a headline before a
colon: نائب عن دولة القانون: لن نصوت، خبير أمني لـ«المدى»: العدو يستعد.
"""

from collections.abc import Container, Iterator, Sequence

from ingest.reading import ActorType
from ingest.text import name_rules, words
from ingest.text.citations import cited
from ingest.text.scope import is_in
from ingest.text.sentences import Token
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words

_HEADING = 9  # words from an office at the head of a headline to the colon
_STOPS, _OF_BODIES = frozenset(".؛!؟-–"), frozenset({"في"})  # قيادي في الحزب
_LINKS = 3  # words between وفق and the source: وفق ما قال مكتبه
_KINDS: tuple[tuple[str, ActorType], ...] = (
    ("telling_people", "group"),
    ("telling_persons", "person"),
    ("telling_bodies", "organization"),
)


def heading(tokens: Sequence[Token], taken: Container[int]) -> tuple[int, int] | None:
    """An indefinite office at the head of the sentence, to a colon or to whom or when it is told; else None."""
    first = next((k for k, token in enumerate(tokens) if token.form.isalnum()), len(tokens))
    if first >= len(tokens) or first in taken or tokens[first].form not in load_function_words()["heading_persons"]:
        return None
    last = None
    for k in range(first + 1, min(len(tokens), first + _HEADING)):
        form = tokens[k].form
        if form == ":":
            return first, k if last is None else last
        opens = is_in(form, "temporals", "occasions") and form not in _OF_BODIES
        if last is None and (opens or form == "ل" or words.split(form)[1][:1] == "ل"):
            last = k
        if tokens[k].surface in _STOPS or word_class(form, tokens[k].surface) in {"V", "&V", "C"}:
            return None
    return None


def tellers(tokens: Sequence[Token], taken: Container[int]) -> Iterator[tuple[int, int, ActorType]]:
    """The unnamed sources of the sentence."""
    for k in range(len(tokens)):
        if k in taken or (begin := cited(tokens, k)) is None:
            continue
        for j in range(begin, min(len(tokens), begin + _LINKS)):
            if j in taken:
                break
            _, joined, rest = words.split(tokens[j].form)
            forms = {rest, tokens[j].form, words.without_article(tokens[j].form)}
            kind = next((kind for name, kind in _KINDS if forms & load_function_words()[name]), None)
            if kind is not None and joined in {"", "ال", "ل", "لل"}:
                last = name_rules.adjectives(tokens, j + 1, definite=joined in {"ال", "لل"})
                if not any(i in taken for i in range(j, last)):
                    yield j, last, kind
                break
            if not is_in(tokens[j].form, "source_links", "speech", "reporting", "numerals"):
                break

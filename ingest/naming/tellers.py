"""Sources without a name, in the place where a sentence names whose words it is: وفق مكتبه، بحسب مقربين منه.

Takes the tokens of a sentence and those that are taken, gives runs of tokens with a type: people, one of them, or a
body, whose word is known, with the adjectives behind it.
"""

from collections.abc import Container, Iterator, Sequence

from ingest.reading import ActorType
from ingest.text import name_rules, words
from ingest.text.citations import cited
from ingest.text.scope import is_in
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

_LINKS = 3  # words between وفق and the source: وفق ما قال مكتبه
_KINDS: tuple[tuple[str, ActorType], ...] = (
    ("telling_people", "group"),
    ("telling_persons", "person"),
    ("telling_bodies", "organization"),
)


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

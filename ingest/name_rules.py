"""Actor phrases that the grammar of a sentence tells where the tagger is silent, and names that it glues together.

Takes the tokens of a sentence, gives runs of tokens. A name that is no word of the paper's language is told by its
place: the words between a verb of saying and what is said are its subject (قال سامر الكناني إن, Ryding 2005, 3.1
and 19); and a group is told by what describes it: a definite plural of people or forces before a relative clause
or a definite participle (الفصائل المدعومة من, الميليشيات التي; Ryding 5.4 and 14).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from ingest import words
from ingest.sentences import Token
from ingest.word_classes import word_class
from ontology.function_words import load_function_words

NAME = (2, 4)  # words of a name
_SAID = frozenset(":«“\"'")
_JOINED = frozenset("وبل")
_LEAST_OF_PARTICIPLE = 5  # letters, the article among them: المدعومه, المواليه


def said_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of words from a verb of saying, or the head of a sentence (فلان: ...), to what is said."""
    classes = load_function_words()
    for k, token in enumerate(tokens):
        if token.form in classes["speech"] or token.form.removeprefix("و") in classes["speech"]:
            yield from _run(tokens, k + 1, classes["complementizers"])
    yield from _run(tokens, 0, frozenset())


def described_groups(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Definite plurals of people and forces before a relative pronoun or a definite participle."""
    classes = load_function_words()
    for k, (token, after) in enumerate(pairwise(tokens)):
        bare = words.without_article(token.form)
        if bare == token.form or bare not in classes["people"] | classes["feminine_plurals"]:
            continue
        participle = after.form.startswith("الم") and len(after.form) > _LEAST_OF_PARTICIPLE
        if after.form in classes["relatives"] or participle:
            yield k, k + 1


def glued(tokens: Sequence[Token], named: Iterable[tuple[int, int]], first: int, last: int) -> bool:
    """Whether a span holds two known names and the second one begins with a joined conjunction or preposition."""
    inside = sorted((a, b) for a, b in named if first <= a and b <= last and (a, b) != (first, last))
    return any(b <= c and tokens[c].form[0] in _JOINED for (_, b), (c, _) in combinations(inside, 2))


def _run(tokens: Sequence[Token], first: int, complementizers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A name from ``first`` on that ends before what is said."""
    for end in range(first + NAME[0], min(len(tokens), first + NAME[1] + 1)):
        if tokens[end].form in complementizers or tokens[end].surface in _SAID:
            if all(_may_name(t.form) for t in tokens[first:end]) and not tokens[first].form.startswith("ال"):
                yield first, end
            return


def _may_name(form: str) -> bool:
    """A word that no closed class knows, and no verb."""
    classes = load_function_words()
    closed = ("titles", "speech", "times", "adverbs", "people", "bodies")
    bare = words.without_article(form)
    return word_class(form, form)[-1] == "n" and not any(
        form in classes[name] or bare in classes[name] for name in closed
    )

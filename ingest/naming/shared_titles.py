"""Plurals of an office right before the names of all who hold it: لوّح النواب فلان وفلان وفلان باستجواب الوزير.

Takes the sentences and the phrases of an article, gives the phrases without such plurals: the names stand in apposition
to them (Ryding 2005, 8.5), and are who acts. Behind a verb of meeting a plural may be the subject and the names its
object, so that it stays there.
"""

from collections.abc import Sequence

from ingest.text.mentions import Phrase, without
from ingest.text.sentences import Sentence
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

_COMMAS = frozenset("،,")


def without_shared_titles(
    split: Sequence[Sentence], found: Sequence[Phrase], opened: Sequence[Sequence[Trigger]]
) -> tuple[Phrase, ...]:
    """The phrases in text order without them; the same where there are none."""
    outer = [i for i, phrase in enumerate(found) if phrase.within is None]
    gone = {
        i
        for i, j, k in zip(outer, outer[1:], outer[2:], strict=False)
        if _is_title(found[i], found[j]) and _is_next(split, found[j], found[k]) and not _meets(opened, found[i])
    }
    return without(found, gone)


def _is_title(phrase: Phrase, name: Phrase) -> bool:
    """Whether the phrase is only such a plural, right before a person's name."""
    alone = (
        phrase.type == "group" and phrase.length == 1 and phrase.form[2:] in load_function_words()["titles_in_plural"]
    )
    named = name.type == "person" and name.place[:2] == (phrase.sentence, phrase.last) and not name.clitics
    return alone and named and not name.form.startswith("ال")


def _is_next(split: Sequence[Sentence], name: Phrase, other: Phrase) -> bool:
    """Whether another person's name goes on behind the first one, joined by و or a comma."""
    tokens, gap = split[name.sentence].tokens, other.first - name.last
    joined = (gap == 0 and other.clitics == "و") or (gap == 1 and tokens[name.last].surface in _COMMAS)
    return other.type == "person" and other.sentence == name.sentence and joined


def _meets(opened: Sequence[Sequence[Trigger]], phrase: Phrase) -> bool:
    """Whether a verb of meeting stands right before the phrase."""
    here = opened[phrase.sentence]
    return any(t.relation == "meets" and t.kind == "V" and t.until == phrase.first for t in here)

"""A capital by which an agreement or conference is called, so that no state acts: اتفاق الرياض، مؤتمر مدريد.

Takes the phrases of an article, gives them without such capitals. The noun is in construct with where it was made
(Ryding 2005, 8.1), unless the other side stands behind the capital: محادثات موسكو مع طهران، حوار بغداد وأربيل. Of a
declaration only what ends with the capital is meant, since what follows may be announced: إعلان واشنطن انسحابها.
"""

from collections.abc import Sequence

from ingest.naming.names import Names
from ingest.text import words
from ingest.text.mentions import Phrase, without
from ingest.text.sentences import Sentence, Token
from ontology.function_words import load_function_words

_WITH = "مع"
_DECLARED = frozenset({"اعلان", "اعلانات"})
_SIDES = frozenset({"بين", "وبين"})


def without_occasions(split: Sequence[Sentence], found: Sequence[Phrase], names: Names) -> tuple[Phrase, ...]:
    """The phrases in text order without such capitals; the same where there are none."""
    gone = {i for i, phrase in enumerate(found) if _is_occasion(split, phrase, names)}
    return without(found, gone)


def _is_occasion(split: Sequence[Sentence], phrase: Phrase, names: Names) -> bool:
    """Whether the phrase is only a capital, in construct with a noun for what states agree or meet upon."""
    if phrase.length > 1 or phrase.clitics or phrase.first == 0 or not names.is_capital(phrase.form):
        return False
    tokens, k = split[phrase.sentence].tokens, phrase.first
    _, joined, head = words.split(tokens[k - 1].form)
    if head not in load_function_words()["called_by_capitals"] or joined not in {"", "ب", "ل", "ك"}:
        return False
    behind = tokens[k + 1] if k + 1 < len(tokens) else None
    return not _is_of_sides(tokens, k, behind, names) and (head not in _DECLARED or _ends(behind))


def _is_of_sides(tokens: Sequence[Token], k: int, behind: Token | None, names: Names) -> bool:
    """Whether the other side is told: محادثات موسكو مع طهران، اتفاق بغداد وأربيل."""
    other = behind is not None and (behind.form == _WITH or names.state(behind.form.removeprefix("و")) is not None)
    return other or tokens[k - 2].form in _SIDES


def _ends(behind: Token | None) -> bool:
    return behind is None or not behind.form.isalnum()

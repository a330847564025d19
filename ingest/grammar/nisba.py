"""Actors that only an adjective of origin names: الدعم الإيراني is Iran's (Ryding 10.2).

Takes a context and a token, gives the phrase that stands for the state whose nisba is there.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of

_JOINTS = frozenset({"-", "–", "و", "/"})
_JOINED = frozenset("بلك")


def state_behind(context: Context, phrases: Sequence[Phrase], token: int, *, adverb: bool = False) -> int | None:
    """The stand-in for a state at the token, or behind one or two adjectives; None for no nisba.

    ``adverb``: also one that does not agree with the definite word before it: المدعوم إيرانياً.

    A phrase of one definite word behind a definite noun can be but an adjective too: بالجهود الفرنسية.
    """
    outer = set(context.outer)
    forms = [t.form for t in context.tokens[token : token + 2]]
    two = len(forms) > 1 and all(form.startswith("ال") for form in forms)  # بالانتخابات النيابية العامة اللبنانية
    for place in range(token, min(token + 2 + two, len(context.tokens))):
        if place > token and preposition_of(context.tokens[place - 1].form) in _JOINED:
            return None  # الاعتراف بالدولة الفلسطينية, which is no adjective of the recognition
        if not adverb and _is_adverb(context, place):
            return None
        for i in context.phrases:
            if phrases[i].first == place and phrases[i].type == "state":
                if i in outer:
                    return i if place == token and _is_adjective(context, phrases[i]) else None
                return i if phrases[i].within == i else None
    return None


def row(context: Context, phrases: Sequence[Phrase], phrase: int) -> list[int]:
    """The states of nisbas in a row, the phrase's first: دعم أميركي وبريطاني، سعودي - أميركي."""
    found, end, outer = [phrase], phrases[phrase].last, set(context.outer)
    inner = [i for i in context.phrases if i not in outer and phrases[i].type == "state" and phrases[i].first >= end]
    for i in sorted(inner, key=lambda i: phrases[i].first):
        between = {token.form for token in context.tokens[end : phrases[i].first]}
        joined = between or context.tokens[phrases[i].first].form[:1] == "و"
        if not joined or not between <= _JOINTS:
            break
        found.append(i)
        end = phrases[i].last
    return found


def state_before(context: Context, phrases: Sequence[Phrase], token: int) -> int | None:
    """The stand-in for a state that a thing is of, right before the token or one adjective: الموقف الأردني الثابت."""
    outer = set(context.outer)
    for end in (token, token - 1):
        for i in context.phrases:
            here = phrases[i]
            if here.last == end and here.type == "state" and here.length == 1 and i not in outer and here.within == i:
                return i
    return None


def _is_adjective(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is one definite word right behind a definite one."""
    first = context.tokens[phrase.first]
    before = words.split(context.tokens[phrase.first - 1].form)[1] if phrase.first else ""
    return phrase.length == 1 and first.form.startswith("ال") and before in {"ال", "بال", "لل"}


def _is_adverb(context: Context, k: int) -> bool:
    """Whether the word is an accusative in -yan right behind a definite word, whose attribute would be definite."""
    form = context.tokens[k].form
    before = words.split(context.tokens[k - 1].form)[1] if k else ""
    return form.endswith("يا") and not form.startswith("ال") and before.endswith("ال")

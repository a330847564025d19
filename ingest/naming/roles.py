"""Roles: what a title says of a person, so that وزير خارجية مصر and وزير الخارجية المصري are the same.

Takes the folded words of a phrase, gives its role as a set of words: honorifics and words of every role's frame
out, synonyms under one word, a state's name or nisba as ``@`` and the state's id.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from ingest.naming.names import Names
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words, united

_STATE = "دوله"  # دولة الرئيس, which is a state too
_NAMED = 4  # words of a state's name, at most
Role = frozenset[str]


@lru_cache(words.MEMO)
def is_title(word: str) -> bool:
    """Whether the folded word opens a person's title or role: الوزير, and ضيفه, who has a pronoun for his article."""
    classes = load_function_words()
    return words.without_article(word) in classes["titles"] or word in classes["peers"] or word in inflected_titles()


@cache
def inflected_titles() -> frozenset[str]:
    """Titles with the pronoun of whose they are, or in the accusative: سفيرها, متحدثا (Ryding 2005, 12.3 and 7.5)."""
    stems = load_function_words()["owned_offices"]
    bound = {_bound(stem) + pronoun for stem in stems for pronoun in ("ه", "ها", "هم", "هما")}
    bound |= {word for word in load_function_words()["counterparts"] if word.startswith("نظير")}  # نظيريه
    return frozenset(bound | {f"{stem}ا" for stem in stems if not stem.endswith(("ه", "ي"))} - {"اميرا", "شيخا"})


def _bound(noun: str) -> str:
    """A noun as it stands before a pronoun: سفيرة gives سفيرت (Ryding 2005, 12.3)."""
    return f"{noun[:-1]}ت" if noun.endswith("ه") else noun


def role(phrase: Sequence[str], names: Names) -> Role:
    """The role in the words of a title, clitics and article left on; of no title, an empty set or its plain words."""
    classes, found, i = load_function_words(), set[str](), 0
    phrase = _retold(phrase)
    while i < len(phrase):
        state, length = _state(phrase, i, names)
        word = _second(phrase, i) or _of_body(phrase[i]) or words.without_article(phrase[i])
        if state is not None and names.type(state) == "state":  # not أممي, whose owner is the United Nations
            found.add(f"@{state}")
        elif phrase[i] in classes["ruler_epithets"]:
            pass
        elif word in classes["whole_roles"] or word not in united("honorifics", "role_frames", "presences"):
            found.add(_synonyms().get(word, word))
        i += length
    return frozenset(found or map(words.without_article, phrase))  # خادم الحرمين الشريفين


def _retold(phrase: Sequence[str]) -> Sequence[str]:
    """The words with such as another office is told by: رئيس الدبلوماسية is وزير الخارجية."""
    bare = [words.without_article(word) for word in phrase]
    for i, pair in enumerate(pairwise(bare)):
        if (told := _phrases().get("_".join(pair))) is not None:
            return [*phrase[:i], *told, *phrase[i + 2 :]]
    return phrase


@cache
def _phrases() -> dict[str, list[str]]:
    """Two words of a role for the two that they stand for: ``a_b=c_d`` in the data."""
    pairs = (pair.split("=") for pair in load_function_words()["role_phrases"])
    return {said: meant.split("_") for said, meant in pairs}


def _second(phrase: Sequence[str], i: int) -> str:
    """The title that و joins to another office: رئيس الوزراء ووزير الخارجية; nothing for another word."""
    word, titles = phrase[i], load_function_words()["titles"]
    title = words.without_article(word[1:])
    return title if i and word[:1] == "و" and word not in titles and title in titles else ""


def _of_body(word: str) -> str:
    """The word for a body behind لـ: الأمين العام للحزب is أمين عام الحزب; nothing for another word."""
    _, joined, rest = words.split(word)
    return rest if joined in {"ل", "لل"} and rest in load_function_words()["bodies"] else ""


def is_vague(found: Role) -> bool:
    """Whether a role names only a kind of person, perhaps with a state: المسؤول الأميركي, الدبلوماسي."""
    plain = {word for word in found if word[0] != "@"}
    return bool(plain) and plain <= load_function_words()["vague_roles"]


def honoured(phrase: str) -> str:
    """The honour of folded words that only address somebody: سموه and صاحب السمو give سمو; else nothing."""
    alone = dict(pair.split("=") for pair in load_function_words()["addressed"])
    plain = [words.without_article(alone.get(word, word)) for word in phrase.split()]
    polite = united("addresses", "presences")
    return plain[-1] if all(word in polite or word == _STATE for word in plain) else ""


def honours(honour: str, phrase: str) -> bool:
    """Whether the honour opens the folded words, before the office: صاحب السمو أمير قطر, not مستشار جلالة الملك."""
    opening = united("honorifics", "addresses", "misters", "presences")
    return honour in takewhile(opening.__contains__, map(words.without_article, phrase.split()))


def is_due(honour: str, phrase: str) -> bool:
    """Whether the honour is that of an office in the folded words: سمو of أمير, جلالة of ملك."""
    of = {pair.partition("=")[2] for pair in load_function_words()["honoured_offices"] if pair.startswith(f"{honour}=")}
    return any(words.without_article(word) in of for word in phrase.split())


def office(found: Role) -> Role:
    """The role without its state: what نظيره shares with the person before it."""
    return frozenset(word for word in found if word[0] != "@")


def states(found: Role) -> Role:
    """The states in a role."""
    return found - office(found)


def serves(person: Phrase, state: Phrase, names: Names) -> bool:
    """Whether the title in the person's phrase is of the state: الرئيس الأمريكي، الولايات المتحدة."""
    whose = names.state(state.form)
    return whose is not None and f"@{whose}" in states(role(person.form.split(), names))


def _state(phrase: Sequence[str], i: int, names: Names) -> tuple[str | None, int]:
    """The state named at word ``i`` and how many words name it; None and one word for none."""
    for length in range(min(_NAMED, len(phrase) - i), 0, -1):
        run = phrase[i : i + length]
        for first in (run[0], words.split(run[0])[2], "ال" + words.split(run[0])[2]):
            state = names.state(" ".join((first, *run[1:])))
            if state is not None:
                return state, length
    if i + 1 < len(phrase):  # الكوري الشمالي
        pair = names.nisba(" ".join(words.without_article(word) for word in phrase[i : i + 2]))
        if pair is not None:
            return pair, 2
    return names.nisba(phrase[i]) or names.nisba(words.split(phrase[i])[2]), 1


@cache
def _synonyms() -> dict[str, str]:
    """Every word that stands for another in a role: ``a=b`` in the data."""
    return dict(pair.split("=") for pair in load_function_words()["role_synonyms"])

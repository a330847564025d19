"""Spans of the taggers that can name nobody, by the word that they begin with or are.

Takes the tokens of a sentence and a span, tells whether no actor stands there: what begins with a preposition (عن
تفهمه، على المشاركة; Ryding 2005, 16), بـ before a masdar (بتلقين; 5.1), a pronoun, a preposition with its pronoun or
نفسها alone (12), a place taken for a person (ولاية سنار، بنغازي) and the adjective of an official without a name (مسؤول
أمريكي كبير; 10.1).
"""

from collections.abc import Sequence

from ingest.naming import seams
from ingest.naming.names import load_names
from ingest.naming.partitives import human_plural
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.prepositions import pronominal
from ingest.text.sentences import Token
from ingest.text.word_classes import is_masdar
from ontology.function_words import load_function_words, united

_FREE = frozenset({"عن", "في", "الي", "مع", "ضد", "حول", "خلال", "لدي", "تجاه"})
_LAND = "البلاد"
_UPON = "على"  # as it is written: علي is a name, which Egyptian papers write so too
_OF = "من"
_RULING = frozenset({"القاضي", "القاضيه"})  # a judge, or what decides something
_IN_IT = frozenset({"فيه", "فيها", "فيهم", "به", "بها", "بهم"})


def is_nobody(tokens: Sequence[Token], first: int, last: int, kind: ActorType) -> bool:
    """Whether the span ``[first, last)`` names no actor."""
    form = tokens[first].form
    joined, rest = words.split(form)[1:]
    if kind in {"person", "group"} and joined == "ب" and is_masdar(rest, tokens[first].surface[-len(rest) :]):
        return True  # توعد بتلقين فلان درسا
    stance = form.removeprefix("و") in load_function_words()["own_stances"]  # أعلنت مساندتها المطلقة لحماس
    if stance or is_law(tokens, first) or (kind == "group" and form == _LAND):
        return True
    of_thing = form == _OF and kind == "group" and last - first > 1 and _is_thing(tokens[first + 1].form)
    of_thing |= kind != "person" and last - first > 1 and _is_tied(tokens, first)  # بالانسحاب من العملية السياسية
    ruling = kind == "person" and form in _RULING and last < len(tokens) and _is_of_act(tokens[first + 1])
    if of_thing or ruling or form in _FREE or (kind != "person" and _is_upon(tokens, first)):
        return True
    if last - first == 1:
        holy = first > 0 and f"{tokens[first - 1].form}_{form}" in load_function_words()["holy_places"]
        named = holy or form in united("presences", "ruler_epithets")  # الأزهر الشريف، حضرة صاحب الجلالة، الملك المعظم
        return named or _is_pronoun(tokens[first]) or (kind == "person" and (_is_town(form) or _is_high(tokens, first)))
    return kind == "person" and form in load_function_words()["districts"]


def _is_tied(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word tells to whom a body is tied, which ل brings: الكتلة | التابعة لعصائب أهل الحق (Ryding 11)."""
    tie = tokens[k].form.startswith("ال") and tokens[k].form[2:] in load_function_words()["ties"]
    return tie and words.split(tokens[k + 1].form)[1] in {"ل", "لل"}


def _is_thing(form: str) -> bool:
    """Whether the definite word is of no people or bodies."""
    people = human_plural(words.without_article(form)) or seams.is_head(words.without_article(form))
    return form.startswith("ال") and not people


def _is_of_act(token: Token) -> bool:
    """Whether بـ joins an act to what rules so: قرار المجلس القاضي بإخراج القوات."""
    joined, rest = words.split(token.form)[1:]
    return joined == "ب" and rest not in load_function_words()["given"]


def is_law(tokens: Sequence[Token], k: int) -> bool:
    """Whether the words from token ``k`` on are what is right and lawful, which acts nowhere: الشرعية الدولية."""
    pair = "_".join((words.split(tokens[k].form)[2], *(t.form for t in tokens[k + 1 : k + 2])))
    return pair in load_function_words()["no_actors"]


def _is_upon(tokens: Sequence[Token], k: int) -> bool:
    behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
    return tokens[k].surface == _UPON and behind.startswith("ال")


def _is_pronoun(token: Token) -> bool:
    known = united("strong_pronouns", "selves") | _IN_IT
    return token.form in known or (not token.surface.endswith("ة") and bool(pronominal(token.form)))


def _is_town(form: str) -> bool:
    """Whether the word is a town that stands for no government, with a preposition joined or not."""
    cities, names = load_function_words()["cities"], load_names()
    return any(
        town in cities and not (names.so_called(town) or names.state(town)) for town in (form, words.split(form)[2])
    )


def _is_high(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word describes the official before it, who is indefinite: دبلوماسي أوروبي كبير."""
    before = tokens[k - 1].form if k else ""
    return (
        tokens[k].form in load_function_words()["high"] and before.endswith(("ي", "يه")) and not before.startswith("ال")
    )

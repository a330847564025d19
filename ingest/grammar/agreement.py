"""Agreement of verb and subject in gender, a clue to which phrase is the subject.

Takes a verb as it stands and its lexicon entry, or a phrase; gives "m" or "f", or nothing where spelling leaves it
open. A verb before its subject agrees with it in gender (Ryding 3.1.2); plurals of things and bodies count as
feminine singular (Ryding 7.2.1), and so do names of states but for some.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.morphology import Analysis, embedded
from ingest.text.scope import is_future
from ingest.text.verb_persons import is_plural_imperfect
from ontology.function_words import load_function_words, united
from ontology.spelling import fold

MEMO = 1 << 14  # verb forms kept
_COUNTING = united("numerals", "approximations")
_TANWIN = ("\u064bا", "ا\u064b")
_SOUND = ("ون", "ين", "و", "ي")
_POSSESSIVES = ("هما", "هم", "هن", "ها", "ه")


@lru_cache(MEMO)
def verbs(word: str, entry: str) -> tuple[Analysis, ...]:
    """What ``word`` can be as a verb of ``entry``, second person and feminine plural left aside as in news."""
    found = [a for a in embedded().analyse(word) if a.entry == entry and a.deriv == "verb" and a.aspect != "c"]
    usual = [a for a in found if a.person != "2" and not (a.gender == "f" and a.number == "p")]
    return tuple(usual or found)


def is_we(form: str) -> bool:
    """Whether a word is a verb of the lexicon in the first person plural, or a future that begins in سن."""
    bare = form[1:] if form[:1] in {"و", "ف"} else form
    if bare.startswith("سن") and is_future(form):  # سنرد, not سنوات
        return True
    if (not bare.startswith("ن") and not bare.endswith("نا")) or bare in load_function_words()["amounts"]:
        return False  # عام ونصف العام
    found = embedded().analyse(form)
    if any(a.deriv == "base" and a.case == "a" for a in found):  # ثمنا, a price
        return False
    return any(a.pos == "verb" and a.person == "1" and a.number == "p" for a in found)


def of_verb(word: str, entry: str) -> str:
    """The gender of the subject that the verb agrees with."""
    genders = {a.gender for a in verbs(word, entry) if a.person == "3"}
    return genders.pop() if len(genders) == 1 else ""


def speaks(word: str, entry: str) -> bool:
    """Whether the verb can only be the first person's: سنرد, نطالب."""
    found = verbs(word, entry)
    return bool(found) and all(a.person == "1" for a in found)


def is_plural(word: str, entry: str) -> bool:
    """Whether the verb can only be plural or dual, so that its subject stands before it (Ryding 3.1.2)."""
    found = verbs(word, entry)
    return bool(found) and all(a.number != "s" for a in found)


def follows_subject(context: Context, k: int) -> bool:
    """Whether the verb at token ``k`` is of several and so stands behind its subject: يطالبون، طالبوا، وطالبا."""
    word = context.tokens[k]
    known = (t.verb for t in context.triggers if t.token == k and t.kind == "V")
    return is_plural_imperfect(word.form) or any(is_plural(word.surface, entry) for entry in known)


def is_of_two_men(word: str, entries: Iterable[str]) -> bool:
    """Whether the verb, of one of the entries, can only be the dual of men, joined by و or ف: وحثا (Ryding 21.1)."""
    if not (word.startswith(("و", "ف")) and word.endswith("ا")):
        return False
    found = [a for entry in entries for a in verbs(word, entry)]
    return bool(found) and all(a.number == "d" and a.gender == "m" for a in found)


def is_oblique(phrase: Phrase, forms: Sequence[str]) -> bool:
    """Whether a sound plural or its adjective shows that the phrase, with these words, is no subject (Ryding 7.2.2).

    ودعا الفلسطينيين, شكر النواب الأوروبيين.
    """
    described = len(forms) > 1 and forms[0].startswith("ال") and forms[1].startswith("ال")
    return phrase.type == "group" and forms[described].endswith("ين")


@lru_cache(MEMO)
def is_accusative(word: str) -> bool:
    """Whether the indefinite noun ends in the tanwin of the accusative, so that no noun before it governs it (5.4.2).

    التقى في القاهرة وفدا من التجار; where the sign is left out, by the alif behind a word for a body or people.
    """
    form = fold(word)
    known = united("delegations", "quantifiers")
    return word.endswith(_TANWIN) or (form.endswith("ا") and form in known and form != "كلا")


def shown_first(gender: str, phrases: Sequence[Phrase], meant: Sequence[int]) -> list[int]:
    """The phrases, for ها those last whose name leaves it open that the person is a woman (Ryding 2005, 12.3)."""
    if gender != "f":
        return [*meant]
    return sorted(meant, key=lambda i: phrases[i].type == "person" and not of_phrase(phrases[i]))


def of_phrase(phrase: Phrase, surface: str = "") -> str:
    """The gender of the phrase by its first word; a person's name alone leaves it open.

    ``surface``: that word as it stands, which tells a possessive from ta marbuta: رئيسه, رئيسة.
    """
    classes, head = load_function_words(), words.without_article(phrase.form.split()[0])
    own = owned(head, surface)
    if own:
        head = f"{own[:-1]}ه" if own.endswith("ت") and not own.endswith("ات") else own
    if phrase.type == "person":
        known = head in classes["titles"] and head not in classes["epicene_titles"]  # طالبت عضو اللجنة فلانة
        return ("f" if head.endswith("ه") else "m") if known else ""
    counting = phrase.type == "group" and head in _COUNTING  # ثلاثة نواب، ثلاث نائبات: that of whom they count
    if counting or (phrase.type == "state" and head in classes["directions"]):  # طالبت جنوب أفريقيا، طالب جنوب السودان
        return ""
    if phrase.type == "group" and head in classes["men_in_ta"]:
        return "m"
    people = phrase.type == "state" and head.endswith("يون") and head != phrase.form.split()[0]  # الفلسطينيون
    several = phrase.type in {"group", "armed_group"} and head.endswith(("ون", "ين"))
    if head in classes["masculine_heads"] or several or people:
        return "m"
    if head.endswith(("ه", "ات")) or head in classes["feminine_plurals"]:
        return "f"
    return "f" if phrase.type == "state" else ""


def of_dual(surface: str) -> str:
    """The gender of a definite dual noun, which is its own and not that of whom it stands for (7.2): الجانبان."""
    dual = surface.startswith("ال") and surface.endswith(("ان", "ين"))
    return ("f" if surface.endswith(("تان", "تين")) else "m") if dual else ""


def is_people(phrase: Phrase) -> bool:
    """Whether the phrase is a plural of people, with which a verb behind it is plural too (Ryding 3.1.2): الأساقفة."""
    head = words.without_article(phrase.form.split()[0])
    sound = any(head.endswith(e) and head.removesuffix(e) in load_function_words()["human_stems"] for e in _SOUND)
    return phrase.type == "group" and (sound or head in load_function_words()["broken_human_plurals"])


def owned(head: str, surface: str) -> str:
    """The word without its possessive (Ryding 12.3), before which ta marbuta is ت; nothing where it has none."""
    ending = next((ending for ending in _POSSESSIVES if head.endswith(ending)), "")
    written = surface.endswith(ending) and len(head) - len(ending) > 2  # ه as it stands, not ة
    return head.removesuffix(ending) if ending and surface and written else ""


def agree(one: str, other: str) -> bool:
    """Whether two genders can be of verb and subject; an open one goes with both."""
    return not one or not other or one == other


def describes(phrase: Phrase, before: Phrase) -> bool:
    """Whether a definite plural in the nominative describes the people right before it, and is no object of a verb.

    طالب الأساتذة المتعاقدون بالترسيم (Ryding 2005, 7.2.2 and 10.1).
    """
    form = phrase.form
    plural = phrase.length == 1 and form.startswith("ال") and form.endswith("ون") and before.type == "group"
    return plural and phrase.sentence == before.sentence and phrase.first == before.last

"""Whoever does something, as a phrase without a name: من يفعل، كل من يفعل، الذين يفعلون، أي معتد على البلاد.

Takes the tokens of a sentence, a place and where phrases begin and end; gives where the phrase ends that begins there,
or None. A relative clause without a head (Ryding 2005, 14.6), or every one of a kind of people (10.4).
"""

from collections.abc import Mapping, Sequence

from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.imperfects import is_imperfect
from ingest.text.name_rules import adjectives
from ingest.text.scope import is_future
from ingest.text.sentences import Token
from ingest.text.word_classes import is_verb, word_class
from ontology.function_words import load_function_words

LONGEST_CLAUSE = 8  # words of من يفعل that are taken
SHORT = 4  # letters of the imperfect of a doubled or hollow verb at most: يمس، يخون
WARNED_REACH = 14  # tokens from a warning over its subject and the time to من
_STOPS = frozenset(".؛:!؟")
_THOSE = frozenset({"الذين", "للذين", "بالذين"})  # those who, without a noun before
_NO_VERB = ("ه", "ي", "ا")  # endings of nouns and adjectives: كل دولة تركية، أي ضابط تركي
_NOT_YET = frozenset({"لن", "فلن", "فلا", "سوف", "فسوف"})  # من يهاجم المدينة لن يجد
_DENIED = "لا"
_NOT = frozenset({"لا", "لم"})  # كل من لا يلتزم، من لم يغادر (Ryding 37)


def whoever(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind a relative clause without a head that begins at ``k``: من يفعل، كل من يفعل (Ryding 14.6)."""
    classes = load_function_words()
    if (end := _each(tokens, k)) is not None:
        return end
    headless = 0 < k < len(tokens) - 1 and tokens[k].form in _THOSE and is_verb(tokens[k + 1].form)
    if headless and tokens[k - 1].form.isalnum() and k not in named.values():
        return _clause_end(tokens, k + 2, k, named)
    whole = k < len(tokens) and _unjoined(tokens[k].form) in classes["whole"]
    first = k + whole
    if first + 1 >= len(tokens):
        return None
    people = _is_one(tokens[first].form, "human_stems", "whoever_acts")  # also like a verb: أي عامل يترك
    noun = whole and (people or word_class(tokens[first].form, "") == "n") and not tokens[first].form.startswith("ال")
    verb = adjectives(tokens, first + 1, definite=False) if noun else first + 1  # كل ضابط أمريكي يتجاوز
    anyone = _unjoined(tokens[first].form) == "من"
    verb += verb + 1 < len(tokens) and tokens[verb].form in _NOT and is_imperfect(tokens[verb + 1].form)
    if verb >= len(tokens) or verb in named or not _does(tokens[verb].form, tokens[first].form):
        return None
    is_deed = whole and _is_one(tokens[first].form, "things_done")  # أي هجوم يستهدف
    like_verb = _is_one(tokens[verb].form, "complementizers", "listing")  # حذرها من أنها, spelled like أنهى; من بينها
    like_verb |= whole and anyone and _is_one(tokens[verb].form, "given")  # كل من فاطمة ونزار, both of them (10.4)
    if is_deed or like_verb or (anyone and _is_feared(tokens, first)):
        return None
    return _clause_end(tokens, verb + 1, first, named) if anyone or noun else None


def _does(form: str, head: str) -> bool:
    """Whether the word is a verb behind ``head``: as short as doubled and hollow ones are, behind من (من يمس، يخون).

    Behind one who acts any imperfect, which no adjective is like: أي سفينة تقترب.
    """
    if _unjoined(head) == "من":
        short = SHORT - 1 <= len(form) <= SHORT and not form.endswith(_NO_VERB)
        imperfect = form[0] == "ي" and (short or is_imperfect(form)) and not _is_one(form, "times", "given")
        return is_verb(form) or imperfect
    imperfect = form[0] in "يت" and len(form) >= SHORT - 1 and not form.endswith(_NO_VERB)
    imperfect = imperfect and not _is_one(form, "times", "prepositions", "demonstratives", "given")
    did = form.endswith("ت") and head.endswith("ه") and len(form) > SHORT - 1  # كل دولة صوتت للقرار
    return is_verb(form) or ((imperfect or did) and _is_one(head, "whoever_acts"))


def opens(form: str) -> bool:
    """Whether a clause on whoever does something can begin with the word: من، وكل، الذين."""
    return _unjoined(form) == "من" or form in _THOSE or _unjoined(form) in load_function_words()["whole"]


def acts(tokens: Sequence[Token], k: int) -> bool:
    """Whether an imperfect stands at ``k`` behind من, which is no name: من يحمل السلاح."""
    return k > 0 and _unjoined(tokens[k - 1].form) == "من" and tokens[k].form[0] == "ي" and is_imperfect(tokens[k].form)


def _is_feared(tokens: Sequence[Token], k: int) -> bool:
    """Whether من at ``k`` is the preposition of a warning or fear, and a masdar spelled like a verb behind it.

    حذر الوزير من رد قاس، من قتل المتظاهرين (Ryding 16); an imperfect is a verb: حذر من يهاجمنا.
    """
    if tokens[k + 1].form[0] in "يت" or tokens[k].form != "من":
        return False
    for j in range(k - 1, max(-1, k - 1 - WARNED_REACH), -1):
        if tokens[j].surface in _STOPS or tokens[j].form == "من":
            return False
        if _is_one(tokens[j].form.removeprefix("و"), "warnings") or _is_one(tokens[j].form, "warnings"):
            return True
    return False


def _unjoined(form: str) -> str:
    """The word without the conjunction before من or كل: ومن يعتد، فمن، وكل من (Ryding 18)."""
    return form[1:] if form in load_function_words()["whoever_joined"] else form


def _each(tokens: Sequence[Token], k: int) -> int | None:
    """One behind every or any one of a kind of people at token ``k``, with what tells of it: أي معتد على البلاد."""
    classes = load_function_words()
    if k + 2 >= len(tokens) or _unjoined(tokens[k].form) not in classes["whole"]:
        return None
    people = tokens[k + 1].form in classes["human_stems"]
    if not (people or tokens[k + 1].form in classes["whoever_acts"]):
        return None
    end = adjectives(tokens, k + 2, definite=False)
    heads = ("من", tokens[k + 1].form)  # كل مسلح يطلق النار, whose clause is taken too
    if end < len(tokens) and any(_does(tokens[end].form, head) for head in heads):
        return None
    governs = end < len(tokens) - 1 and _is_one(tokens[end].form, "prepositions")
    if governs and tokens[end + 1].form.startswith("ال"):
        return adjectives(tokens, end + 2, definite=True)
    return end if people else None  # كل عضو في الهيئة, but كل عضو names nobody


def _clause_end(tokens: Sequence[Token], end: int, first: int, named: Mapping[int, int]) -> int:
    """One behind the clause that begins at ``first``, whose verb ends before ``end``."""
    styled = _is_one(tokens[end - 1].form, "styling")
    verb = end
    while end < len(tokens) and end < first + LONGEST_CLAUSE and (_goes_on(tokens[end]) or _is_governed(tokens, end)):
        if end > verb and (_is_harm(tokens[end].form) or _brought(tokens, end)):  # توعد من لا يلتزم بالقرار بالسجن
            break
        if end > verb and _is_utmost(tokens, end):
            break
        if end == verb and _is_harm(tokens[end].form, "reprisals"):  # توعد من يتدخل بعواقب
            break
        if end > verb and (_is_answer(tokens[end].form) or _is_warned_of(tokens, end)):
            break
        end = named.get(end, end + 1)
    end -= end > verb and _is_one(tokens[end - 1].form, "prepositions")  # حذر من يعنيه الأمر من أن
    return _closed(tokens, end) if styled and end < len(tokens) and tokens[end].surface in QUOTES else end


def _is_warned_of(tokens: Sequence[Token], k: int) -> bool:
    """Whether من with what they are warned of stands at ``k``: حذر من يهاجم البلاد من عواقب."""
    return tokens[k].form == "من" and k + 1 < len(tokens) and _is_one(tokens[k + 1].form, "reprisals")


def _is_answer(form: str) -> bool:
    """Whether what becomes of whoever it is begins (Ryding 35, 39): فدمه على كتفه، فليحفر قبره، لا يلومن إلا نفسه."""
    jussive = form.startswith(("فلي", "فلت")) and len(form) > SHORT
    return jussive or form == _DENIED or _is_one(form, "own_fates")


def _is_governed(tokens: Sequence[Token], k: int) -> bool:
    """Whether a noun stands at ``k`` behind a preposition, like a verb though it be: في وجهنا، على رفع (Ryding 16)."""
    noun = tokens[k].form.isalnum() and not _is_one(tokens[k].form, "complementizers", "what", "relatives")
    return noun and _is_one(tokens[k - 1].form, "prepositions")


def _brought(tokens: Sequence[Token], k: int) -> bool:
    """Whether إلى with a court stands at ``k``, before which whoever it is will be brought: إلى القضاء."""
    return tokens[k].form == "الي" and k + 1 < len(tokens) and _is_one(tokens[k + 1].form, "brought_before")


def _is_harm(form: str, kind: str = "harms") -> bool:
    """Whether بـ joins a harm, with which they are rather threatened than that they do it."""
    _, joined, rest = words.split(form)
    return joined[:1] == "ب" and rest in load_function_words()[kind]


def _is_utmost(tokens: Sequence[Token], k: int) -> bool:
    """Whether بـ with an elative before a punishment stands at ``k`` (Ryding 10.4): من يقطع الطرق بأقسى العقوبات."""
    behind = words.without_article(tokens[k + 1].form) if k + 1 < len(tokens) else ""
    utmost = tokens[k].form[:1] == "ب" and _is_one(tokens[k].form[1:], "utmost")
    return utmost and _is_one(behind, "harms", "reprisals")


def _closed(tokens: Sequence[Token], k: int) -> int:
    """One behind the quotation that begins at token ``k``, what somebody calls them: من وصفهم بـ«الخونة»."""
    ends = range(k + 1, min(len(tokens), k + LONGEST_CLAUSE))
    return next((j + 1 for j in ends if tokens[j].surface in QUOTES), k)


def _goes_on(token: Token) -> bool:
    """Whether a word can belong to the clause: no sign, no joined conjunction, nothing that opens another clause."""
    ends = token.form in _NOT_YET or token.form in load_function_words()["what"] or is_future(token.form)  # سيجد, short
    ends = ends or token.surface.startswith("سأ")
    kind = "" if ends else word_class(token.form, token.surface)
    return kind not in 'V.,C"()' and kind[0] not in "&J" if kind else False


def _is_one(form: str, *names: str) -> bool:
    """Whether the folded word is of one of these classes."""
    classes = load_function_words()
    return any(form in classes[name] for name in names)

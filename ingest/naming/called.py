"""Whom a call is made on, told by the syntax alone: دعا الاتحاد الصيادلة إلى، مطالبا الأطر بأن، على المربين أن.

Takes the tokens of a sentence, its triggers and where phrases begin and end; gives runs of tokens that are no phrase
yet. The object of a verb of calling stands right behind its subject, over times and parentheses, and before the
preposition of what is called for (Ryding 2005, 3.1 and 16); who is asked stands there behind من or على; a duty is
upon whoever stands between على and أن. Whatever noun stands there is of people, so that no list of such nouns is
asked: a definite one, one with a pronoun or a construct that ends in one, with its adjectives (8.1, 10.1).
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from ingest.naming.argument_places import behind_asides, behind_time
from ingest.naming.partitives import human_plural
from ingest.naming.unnamed import Run
from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.name_rules import adjectives
from ingest.text.prepositions import preposition_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_masdar, word_class
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

LONGEST = 6  # words of such a phrase
PARTICIPLE = 5  # letters of منظمي, at least
PLACES = 3  # words of where they are, but the first
_CONTENT = {"ila": frozenset({"الي"}), "3ala": frozenset({"علي"}), "bi": frozenset({"ب"})}
_ASKED = {"min": "من", "3ala": "علي", "ila": "الي"}
_TO, _IN = "الي", "في"
_THAT = frozenset({"ان", "الا", "بان"})
_NOT, _IMPERFECT = frozenset({"لا"}), frozenset("يت")
_UPON, _ADDED = "علي", ("و", "ف")
_DEFINITE, _OWN, _NOMINATIVE = "ال", ("ها", "هم", "هما"), "ون"
_ADJECTIVE, _PLURAL = ("يه", "يين"), "ات"
_JOINED, _COMMAS = frozenset("بلك"), frozenset("،,")


def called(
    tokens: Sequence[Token], triggers: Sequence[Trigger], named: Mapping[int, int], taken: Container[int]
) -> Iterator[Run]:
    """Every such phrase once, in no order; ``named``: where phrases begin and end, ``taken``: tokens within one."""
    seen = {t.token for t in triggers if t.relation == "supports" and t.kind in "AS"}  # الحزب المدعوم أميركيا
    for trigger in triggers:
        if trigger.relation != "demands":
            continue
        for run in _of(tokens, trigger, named):
            if run[0] not in seen and not any(k in taken for k in range(*run[:2])):
                seen.add(run[0])
                yield run


def _of(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[Run]:
    if trigger.kind == "N":
        yield from _obliged(tokens, trigger, named)
        k = trigger.until
        of_whom = k < len(tokens) and tokens[k - 1].form in _ASKED.values()
        of_whom = of_whom and (_is_people(tokens[k]) or (tokens[k - 1].form == _UPON and _has_duty(tokens, k)))
        if of_whom and (end := _asked(tokens, k, named)) is not None:
            yield k, end, "group"
    if trigger.kind not in "VA" or trigger.pronoun:
        return
    frames = [frame for frame in load_lexicon()[trigger.entry].frames if "subj" in frame.get("source", ())]
    for k in _places(tokens, trigger, named):
        for frame in frames:
            target = frame.get("target", ())
            ends = {form for slot in frame.get("content", ()) for form in _CONTENT.get(slot, ())}
            asked = {_ASKED[slot] for slot in target if slot in _ASKED}
            if "obj" in target and ends:
                yield from _several(tokens, k, named, ends)
            if k + 1 < len(tokens) and tokens[k].form in asked and (tokens[k].form != _TO or _is_people(tokens[k + 1])):
                end = _asked(tokens, k + 1, named)
                yield from () if end is None else ((k + 1, end, "group"),)


def _is_people(token: Token) -> bool:
    """Whether the definite word is of people or a body, as what is called for behind إلى is not: أوعز إلى الأجهزة."""
    bare = words.without_article(token.form)
    bodies = united("bodies", "definite_bodies", "acting_bodies", "sides_in_plural")
    return bare != token.form and (human_plural(bare) or bare in bodies)


def _has_duty(tokens: Sequence[Token], k: int) -> bool:
    """Whether a definite plural in -at stands before a masdar with its genitive: على الوحدات إلقاء السلاح.

    The masdar has no article, as an adjective of the plural would, or is definite before a preposition: على المكونات
    السياسية الكف عن (Ryding 8.1, 10.1, 16); على الطاولات أوراق has none.
    """
    if not (tokens[k].form.startswith(_DEFINITE) and tokens[k].form.endswith(_PLURAL)):
        return False
    end = adjectives(tokens, k + 1, definite=True)
    if end + 1 >= len(tokens) or not _is_noun(tokens, end):
        return False
    form, behind = tokens[end].form, tokens[end + 1].form
    definite = form.startswith(_DEFINITE) and form not in load_function_words()["like_definite"]
    definite = definite and not tokens[end].surface.startswith("إل")  # إلقاء
    if definite:
        return not form.endswith(("ه", "ين", _PLURAL)) and behind in load_function_words()["prepositions"]
    return behind.startswith(_DEFINITE)


def _places(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[int]:
    """The tokens at which an object can begin: behind the subject; behind the trigger where that stands before it."""
    start, k = trigger.until, trigger.token
    start += start + 1 in named and tokens[start].surface in QUOTES
    if start in named:
        places = [named[start]]
        if tokens[start].form.endswith(_NOMINATIVE):  # المتظاهرون السودانيون الشرطة
            places.append(adjectives(tokens, named[start], definite=True))
    elif trigger.kind == "A" or start - k > 1 or k in named.values() or tokens[k].form.endswith("وا"):
        places = [start]
    else:
        return
    for place in places:
        quoted = place + (place < len(tokens) and tokens[place].surface in QUOTES)
        comma = quoted + (place > start and quoted < len(tokens) and tokens[quoted].surface in _COMMAS)
        places_ = (place, comma, behind_time(tokens, place), behind_asides(tokens, quoted))
        for j in dict.fromkeys(places_):
            yield j + (j < len(tokens) and tokens[j].surface in QUOTES)


def _several(tokens: Sequence[Token], k: int, named: Mapping[int, int], ends: Container[str]) -> Iterator[Run]:
    """The noun phrase at ``k`` and those that و joins to it, before what is called for (Ryding 18.1).

    Behind one in construct they share its head, as ministers of several things do: وزراء الطاقة والمالية (8.1).
    """
    parts: list[Run] = []
    while (end := _phrase(tokens, k, named, ends, joined=True)) is not None:
        construct = bool(parts) and not tokens[parts[-1][0]].form.removeprefix("و").startswith(_DEFINITE)
        parts[-1:] = [(parts[-1][0], end, "group")] if construct else [*parts[-1:], (k, end, "group")]
        if not _is_joined(tokens[end].form):
            yield from parts
            return
        k = end


def _is_content(form: str, ends: Container[str]) -> bool:
    """Whether what is called for begins with the word."""
    return form in ends or (preposition_of(form) in ends and form not in load_function_words()["unjoined"])


def _is_placed(tokens: Sequence[Token], k: int, ends: Container[str]) -> bool:
    """Whether what is called for stands behind where they are: المعنيين في الداخل والخارج بتحرير."""
    if tokens[k].form != _IN:
        return False
    behind = (tokens[j].form for j in range(k + 2, min(len(tokens), k + 2 + PLACES)))
    return any(_is_content(form, ends) for form in behind)


def _describes_too(tokens: Sequence[Token], k: int) -> bool:
    """Whether و joins a second adjective to the one before it (Ryding 10.1): الأطراف السياسية والعسكرية."""
    before, form = tokens[k - 1].form, tokens[k].form[1:]
    return all(word.startswith(_DEFINITE) and word.endswith(_ADJECTIVE) for word in (before, form))


def _is_joined(form: str) -> bool:
    return form[:1] == "و" and form not in load_function_words()["unjoined"]


def _obliged(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[Run]:
    """Who stands between على and أن: على المربين أن، وعلى أصحاب القوارب ألا."""
    for k in range(trigger.first, trigger.until):
        form = tokens[k].form
        if (
            _UPON in {form, form[1:] if form[:1] in _ADDED else ""}
            and (end := _phrase(tokens, k + 1, named, _THAT)) is not None
            and _does(tokens, end + 1)
        ):
            yield k + 1, end, "group"


def _does(tokens: Sequence[Token], k: int) -> bool:
    """Whether a verb in the imperfect stands behind أن, a negative or a mark between: على المربين أن «يراجعوا»."""
    while k < len(tokens) and (tokens[k].surface in QUOTES or tokens[k].form in _NOT):
        k += 1
    return k < len(tokens) and tokens[k].form[:1] in _IMPERFECT


def _asked(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind a definite noun and its adjectives: طلب من السائقين; behind people in construct: من أصحاب المحال."""
    if k >= len(tokens) or k in named or not _is_noun(tokens, k):
        return None
    if not _is_definite(tokens[k].form):
        return _of_construct(tokens, k, named)
    if tokens[k].form.endswith("ين"):  # that is as often a dual of things: طلب من الكتابين نسخة
        return None
    end = k + 1
    while end < len(tokens) and end not in named and _agrees(tokens, k, end):
        end += 1
    return end


def _of_construct(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> int | None:
    """One behind people in construct with what has the article (Ryding 8.1): أصحاب مكبرات الصوت، سائقي الشاحنات."""
    form = tokens[k].form
    if not (human_plural(form) or _are_people(form)):
        return None
    end = k + 1
    while end < min(len(tokens), k + LONGEST) and end not in named and _is_noun(tokens, end):
        end += 1
        if tokens[end - 1].form.startswith(_DEFINITE):
            return end
    return None


def _are_people(form: str) -> bool:
    """Whether the word is for people or sides, or a participle in the plural of a construct: منظمي المسيرة (7.2.2)."""
    participle = form.startswith("م") and form.endswith("ي") and len(form) >= PARTICIPLE
    return participle or form in united("people", "sides_in_plural", "human_plurals", "broken_human_plurals", "owners")


def _agrees(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether the word is an adjective of the definite noun, as its ending tells: السائقين المضربين."""
    form, head = tokens[end].form, tokens[k].form
    plural = head.endswith(("ين", "ون")) and form.endswith(("ين", "ون"))
    return form.startswith("ال") and (plural or (form.endswith("يه") and not head.endswith(("ين", "ون"))))


def _phrase(
    tokens: Sequence[Token], k: int, named: Mapping[int, int], ends: Container[str], *, joined: bool = False
) -> int | None:
    """Where the noun phrase at ``k`` ends, if one of these words or prepositions follows it at once.

    ``joined``: or another phrase that و joins. A sound plural in the nominative is no object (Ryding 7.2.2).
    """
    classes = load_function_words()
    if k >= len(tokens) or k in named or words.without_article(tokens[k].form) in classes["adverbs"]:
        return None
    own = tokens[k].form.removeprefix(_DEFINITE)
    if joined and own != tokens[k].form and (own.endswith(_NOMINATIVE) or is_masdar(own, tokens[k].surface[2:])):
        return None  # ناشد المجلس الاضطلاع بمسؤولياته
    for end in range(k, min(len(tokens), k + LONGEST + 1)):
        form = tokens[end].form
        follows = _is_content(form, ends) or (joined and _is_placed(tokens, end, ends))
        more = joined and end not in named and _is_joined(form) and not _describes_too(tokens, end)
        if end > k and (follows or more):
            return end if any(_is_definite(tokens[j].form) for j in range(k, end)) else None
        goes_on = joined and _is_joined(form) and (end == k or _describes_too(tokens, end))
        if end in named or not (_is_noun(tokens, end) or goes_on):
            return None
    return None


def _is_noun(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word can be a noun or adjective of the phrase: nothing joined, no time, no dual of two sides."""
    form, classes = tokens[k].form, load_function_words()
    bare = words.without_article(form)
    aside = (
        classes["strong_pronouns"]
        | classes["times"]
        | classes["adverbs"]
        | classes["spans_of_time"]
        | classes["not_people"]
    )
    sides = united("both_sides", "both_states", "both_persons")
    if bare in aside | sides or form in aside or (form[:1] in {"و", "ف"} and form not in classes["unjoined"]):
        return False
    own = form in classes["unjoined"]  # وسائل, whose و is of the root
    return own or (word_class(form, tokens[k].surface) == "n" and preposition_of(form) not in _JOINED)


def _is_definite(form: str) -> bool:
    """Whether the word makes the phrase definite: by its article, a pronoun on it, or as a city: سلطات صنعاء."""
    city = form in load_function_words()["cities"]
    own = form.endswith(_OWN) and len(form) > len(_OWN[2]) + 1
    return form.removeprefix("و").startswith(_DEFINITE) or own or city

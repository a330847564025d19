"""Actor phrases that the grammar of a sentence tells where the tagger is silent, and names that it glues together.

Takes the tokens of a sentence, gives runs of tokens. A name that is no word of the paper's language is told by its
place: the words between a verb of saying and what is said are its subject (قال سامر الكناني إن, Ryding 2005, 3.1
and 19); and a group is told by what describes it: a definite plural of people or forces before a relative clause
or a definite participle (الفصائل المدعومة من, الميليشيات التي; Ryding 5.4 and 14).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from ingest.text import words
from ingest.text.duals import of_two
from ingest.text.prepositions import pronominal
from ingest.text.sentences import Token
from ingest.text.word_classes import is_short_future, is_verb, word_class
from ontology.actors import load_gazetteer
from ontology.function_words import load_function_words, united

NAME = (2, 4)  # words of a name
_HOLY = ("الحرمين", "الشريفين")
_TANWIN = ("\u064b", "\u064bا")
_QUOTES = frozenset("«»“”‘’\"'")
_SAID = frozenset(":«“‹‘\"'")
_JOINED = frozenset("وبل")
_LOOSE = frozenset({"من", "الي", "عن", "مع", "في"})  # prepositions that no phrase ends with
_NISBA = ("يه", "يين", "يون", "يا", "ي")
_JOINTS = frozenset("بلوف")
# Masdars in the plural, definite: التصريحات، الاتهامات، المحاولات; not surnames of tribes (العبيدات، الخصاونات).
ACTS = re.compile(r"ال(?:ت\w{2,3}ي\w|ا\w{2,4}ا\w?|م\w{3,4})ات$")
_LEAST_OF_NISBA = 3  # letters without article: عربي
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
        if bare == token.form or bare not in united("people", "feminine_plurals"):
            continue
        participle = after.form.startswith("الم") and len(after.form) > _LEAST_OF_PARTICIPLE
        if after.form in classes["relatives"] or participle:
            yield k, k + 1


def plural_groups(tokens: Sequence[Token], named: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Plurals of people and sides with their adjectives, or in construct with a name: مسؤولون عراقيون، نواب حزب الأمة.

    A tribe is named by one word behind it: قبائل نوح. ``named``: where phrases begin and end. An adjective agrees in
    definiteness (Ryding 10.1); what stands in construct has no article (8.1).
    """
    classes = load_function_words()
    for k, token in enumerate(tokens[:-1]):
        joined, preposition, rest = words.split(token.form)
        forms, definite = {rest, token.form, token.form.removeprefix(joined)}, preposition.endswith(("ال", "لل"))
        plural = bool(forms & classes["sides_in_plural"])
        if preposition.startswith("ك") or of_two(tokens, k, named):
            continue  # ككيانات إرهابية: as what somebody is seen
        if not definite and forms & classes["tribes"] and k + 1 not in named and is_tribe(tokens[k + 1]):
            yield k, k + 2
            continue
        before = words.split(tokens[k - 1].form) if k else ("", "", "")
        apposed = definite and before[1].endswith(("ال", "لل")) and before[2] in classes["sides_in_plural"]
        if not apposed and (plural or forms & classes["vague_sides"]):  # للدول الأعضاء الحالية, those states (10.1)
            end = adjectives(tokens, k + 1, definite=definite)
            if end > k + 1 or (plural and not definite and k + 1 in named and tokens[k + 1].form[0] not in _JOINTS):
                yield k, end if end > k + 1 else named[k + 1]


def is_tribe(token: Token) -> bool:
    """Whether the word behind one for a tribe is its name: قبائل نوح، قبيلة الرزيقات; not قبيلته، قبائل عربية."""
    form = token.form
    whole = form.startswith("ال") or form[0] not in _JOINTS or form in load_function_words()["given"]
    return whole and form.isalpha() and may_name(form) and not form.endswith(("يه", "يا"))


def adjectives(tokens: Sequence[Token], k: int, *, definite: bool) -> int:
    """One behind the adjectives of origin or kind from token ``k`` on; ``definite``: whether they have the article."""
    known, organs = united("epithets", "peoples"), load_function_words()["state_organs"]
    ties = united("masdars_in_ya", "ties")  # الموالي لدمشق, of which more is told
    while k < len(tokens):
        form = tokens[k].form
        bare = words.without_article(form)
        origin = len(bare) > _LEAST_OF_NISBA and bare.endswith(_NISBA) and bare not in organs  # وزراء خارجية
        kind = (origin and bare not in ties) or bare in known
        joined = form[0] in _JOINED and not _is_nationality(form)
        if not kind or (bare != form) != definite or joined:
            return k
        k += 1
    return k


@lru_cache(words.MEMO)
def _is_nationality(form: str) -> bool:
    """Whether the word is a nationality, whose first letter is its own: لبنانيون، بريطانية."""
    return any(form.removesuffix(ending) in load_gazetteer().nisba for ending in ("ه", "ون", "ين", "ا", ""))


def share_of(form: str) -> str:
    """The word for how many or which of people, without what is joined to it; nothing for another word."""
    candidates = (form, form.removeprefix("و"), words.split(form)[2])
    return next((word for word in candidates if word in load_function_words()["shares"]), "")


def widened(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The phrase with the word that an indefinite adjective describes, and with the name quoted behind a lone body.

    طرف شيعي, whose head the tagger leaves out, and قوات «الفجر», which alone would be any body of its kind; so too
    خادم الحرمين without its adjective.
    """
    if last < len(tokens) and (tokens[last - 1].form, tokens[last].form) == _HOLY:
        return first, last + 1
    before = tokens[first - 1].form if first else ""
    adjective = tokens[first].form.endswith(("ي", "يه")) and not tokens[first].form.startswith("ال")
    headed = adjective and before.removeprefix("و") in load_function_words()["sides"]
    headed |= _shares_office(before, tokens[first].form)
    return first - headed, _quoted(tokens, first, last) or last


def _shares_office(before: str, form: str) -> bool:
    """Whether two titles that و joins are one person's, in construct with one genitive: إمام وخطيب المسجد (8.1)."""
    titles, second = load_function_words()["titles"], load_function_words()["second_titles"]
    joined = form[:1] == "و" and form not in titles and (form[1:] in titles or form[1:] in second)
    return joined and before.removeprefix("و") in titles


def addresses(form: str) -> bool:
    """Whether the words only honour somebody and do not tell whom: سمو, معالي, صاحب السمو."""
    polite = united("addresses", "presences")
    return all(words.without_article(word) in polite for word in form.split())


def names_place(tokens: Sequence[Token], first: int) -> bool:
    """Whether the name that begins at token ``first`` is a place's: مطار رفيق الحريري، شارع الشهيد فلان."""
    classes = load_function_words()
    before = [token.form for token in tokens[max(0, first - 2) : first]]
    honours = united("honorifics", "place_honours")
    near = before[-1:] if before and words.without_article(before[-1]) not in honours else before[:1]
    parted = (words.split(form) for form in near)
    return any(rest in classes["named_after"] and joined in {"", "ب", "ل"} for _, joined, rest in parted)


def trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The span without signs around it and relative pronoun behind it, but for a mark that closes: حركة «الفجر».

    It ends before a parenthesis that closes behind it, and before a circumstance in -an behind a definite word:
    الرئيس شخصياً، الوزير التركي راجياً (Ryding 11.1). What strengthens a noun behind it (المجلس نفسه), tells when
    (زيارة فلان الأخيرة) or begins a clause (المصدر فإن) is no part of a name either.
    """
    last = next((k for k in range(first + 1, last) if _closes(tokens, k)), last)
    circumstances = (k for k in range(first + 1, last) if tokens[k].surface.endswith(_TANWIN))
    last = next((k for k in circumstances if tokens[k - 1].surface.startswith("ال")), last)
    while last - first > 1 and (not tokens[first].form[:1].isalnum() or _is_of_day(tokens, first)):
        first += 1
    while last - first > 1 and not tokens[last - 1].form[-1:].isalnum():
        last -= 1
    opening = next((k for k in range(first + 1, last) if tokens[k].surface == "("), last)
    last = last if any(token.surface == ")" for token in tokens[opening:last]) else opening  # المجموعة (إيكواس
    opened = sum(token.surface in _QUOTES for token in tokens[first:last])
    last += bool(opened % 2 and last < len(tokens) and tokens[last].surface in _QUOTES)
    described = last - first > 2 and tokens[last - 2].form in load_function_words()["relatives"]
    last -= 2 * described  # القوات التي دربتها، with the clause's verb
    outside = united("relatives", "behind_phrases", "who_are")
    while last - first > 1 and tokens[last - 1].form in outside:
        if is_verb(tokens[last - 2].form) or pronominal(tokens[last - 2].form):  # من تسول له نفسه, an argument
            break
        last -= 1
    made_up = tokens[last - 2].form in load_function_words()["composed_of"]  # وفدا مؤلفا من
    return first, last - (last - first > 1 and tokens[last - 1].form in _LOOSE and not made_up)


def _is_of_day(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word only tells which day is meant: أمس الأول (Ryding 15)."""
    return tokens[k].form == "الاول" and k > 0 and tokens[k - 1].form == "امس"


def _closes(tokens: Sequence[Token], k: int) -> bool:
    """Whether a phrase is over at token ``k``: الأطراف كافة، الرئيس فلان مؤخرا، (زيارة) فلان الأخيرة (Ryding 10.1)."""
    classes, before = load_function_words(), tokens[k - 1].form
    formerly = before[-1] == "ا" and tokens[k].form.removesuffix("ا") in classes["role_frames"]  # وزيرا سابقا
    if formerly or before in classes["foreign_links"]:  # دي لا فوينتي
        return False
    if tokens[k].form in classes["phrase_ends"]:
        return before.startswith("ال") or not share_of(tokens[k].form)  # not قادة كافة الأحزاب
    return tokens[k].form in classes["adjectives_of_time"] and not before.startswith("ال") and may_name(before)


def ends_as_circumstance(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a person's span ends in an accusative that its noun does not share: تعيين فلان الفلاني سفيراً (Ryding 11).

    An indefinite noun and its adjective share it (مسؤولاً كبيراً), and what a number counts has it of the number.
    """
    spelled = [token.surface.endswith(_TANWIN) for token in tokens[first:last]]
    counted = {token.form for token in tokens[first:last]} & load_function_words()["numerals"]
    return len(spelled) > 2 and spelled[-1] and not any(spelled[:-1]) and not counted


def ends_with_day(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a day of the week ends a person's span, no surname behind a given name: الرئيس عون الخميس (Ryding 15)."""
    classes, form = load_function_words(), tokens[last - 1].form
    if last - first < 2 or form not in classes["weekdays"]:
        return False
    return form not in classes["ordinary_surnames"] or tokens[last - 2].form not in classes["given"]


def opens_clause(form: str) -> bool:
    """Whether the word begins a clause, not a name: a verb or a particle, و joined or not."""
    particles = united("negatives", "conditionals", "verbal_particles", "complementizers")
    return form in particles or form.removeprefix("و") in particles or is_verb(form)


def _quoted(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where the name in quotation marks behind a lone word for a body ends; None where there is none."""
    lone = last - first == 1 and words.without_article(tokens[first].form.removeprefix("و")) in _bodies()
    lone |= last - first > 1 and tokens[last - 1].form in {"في", "باسم", "لدي"}  # القيادي في «حماس»
    titled = tokens[first].form.removeprefix("و") in load_function_words()["titles"]
    lone |= last - first == 2 and titled and tokens[last - 1].form in _bodies()  # زعيم عصابة «الفجر»
    if not lone or last + 1 >= len(tokens) or tokens[last].surface not in _QUOTES:
        return None
    said = tokens[last + 1].form  # الحلف "سيرد"
    if tokens[last - 1].form.startswith("ال") and (opens_clause(said) or is_short_future(said)):
        return None
    for end in range(last + 2, min(len(tokens), last + 2 + NAME[1])):
        if tokens[end].surface in _QUOTES:
            return end
        if not tokens[end].form.isalnum():
            return None
    return None


def quoted_name(tokens: Sequence[Token], k: int) -> int | None:
    """Where the words end that stand in quotation marks at token ``k`` and may be a name; None where none may."""
    if k + 2 >= len(tokens) or tokens[k].surface not in _QUOTES:
        return None
    end = next((j for j in range(k + 1, min(len(tokens), k + 2 + NAME[1])) if tokens[j].surface in _QUOTES), None)
    if end is None or end == k + 1 or tokens[k + 1].form.startswith("ال"):
        return None
    return end if all(may_name(token.form) for token in tokens[k + 1 : end]) else None


def is_quoted_person(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether two words or more in quotation marks at ``k`` name who holds the definite title before them.

    نظيره الياباني "فلان الفلاني"; a title in construct is of what stands in them (رئيس تحرير «صدى البلد»; Ryding 8.1).
    """
    before = tokens[k - 1].form if k else ""
    inside = [token.form for token in tokens[k + 1 : end]]
    twice = len(set(inside)) < len(inside)  # «واحدا واحدا»
    return before.startswith("ال") and len(inside) >= NAME[0] and not (twice or inside[0].startswith("ال"))


def _bodies() -> frozenset[str]:
    return load_function_words()["bodies"]


def glued(tokens: Sequence[Token], named: Iterable[tuple[int, int]], first: int, last: int) -> bool:
    """Whether a span holds two known names and the second one begins with a joined conjunction or preposition."""
    inside = sorted((a, b) for a, b in named if first <= a and b <= last and (a, b) != (first, last))
    return any(b <= c and tokens[c].form[0] in _JOINED for (_, b), (c, _) in combinations(inside, 2))


def _run(tokens: Sequence[Token], first: int, complementizers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A name from ``first`` on that ends before what is said."""
    for end in range(first + NAME[0], min(len(tokens), first + NAME[1] + 1)):
        if tokens[end].form in complementizers or tokens[end].surface in _SAID:
            if all(may_name(t.form) for t in tokens[first:end]) and not tokens[first].form.startswith("ال"):
                yield first, end
            return


def may_name(form: str) -> bool:
    """Whether no closed class knows the word, and it is no verb."""
    return word_class(form, form)[-1] == "n" and not is_closed(form)


@lru_cache(words.MEMO)
def may_be_of_name(form: str) -> bool:
    """Whether the word may be one of a person's name: a given name, or one that no class knows and that is no act."""
    classes, rest = load_function_words(), words.split(form)[2]
    unknown = not any({form, rest} & known for known in classes.values()) and may_name(form)
    return form.isalpha() and (form in classes["given"] or (unknown and not ACTS.match(form)))


def is_closed(form: str) -> bool:
    """Whether a closed class of words that no name holds knows the word."""
    classes, bare = load_function_words(), words.without_article(form)
    closed = ("titles", "speech", "times", "adverbs", "people", "bodies")
    return any(form in classes[name] or bare in classes[name] for name in closed)

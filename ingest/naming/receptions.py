"""Two officials without names between, host and guest in one span: استقبل الرئيس وزير الخارجية الفرنسي.

Takes a sentence's tokens, the outer labels and a span right behind a verb that takes an object, gives the token where
the object begins; whom somebody calls upon, ``partings`` tells. A title that ends in a definite word is complete
(Ryding 2005, 8.1): an office behind it is in apposition (رئيس الوزراء وزير الخارجية) or, as a transitive verb opens
a clause with an object (3.1), somebody else. So nothing is cut where a phrase stands before the verb, or where another
without preposition comes behind.
"""

from collections.abc import Iterator, Sequence

from ingest.naming import partings
from ingest.naming.constructs import after_free_plural
from ingest.naming.names import load_names
from ingest.naming.partitives import human_plural
from ingest.naming.roles import inflected_titles, is_title
from ingest.text import name_rules, words
from ingest.text.context import QUOTES
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb
from ontology.function_words import load_function_words, united

Named = tuple[int, int, str]  # first token, one behind the last, type
_STOPS = frozenset(".؛:؟!?\n")
_PRESENCE, _THEN, _FIRST = "حضور", "ثم", "اول"
_REACH = 12  # tokens behind a span in which its verb's object may still come: في قصره صباح اليوم السفير


def second(
    tokens: Sequence[Token],
    labels: list[str],
    span: Named,
    named: tuple[Sequence[Named], Sequence[Named]],
    verbs: Sequence[Trigger],
    found: int | None,
) -> int | None:
    """Where the object begins in a span behind ``verbs``: what was ``found``, else the addressee, else the guest.

    No verbs mean one of blame, before which two officials stand as before one of meeting: انتقد النائب فلان الوزير.
    ``named``: names that the inner tagger sees, and those of the gazetteer. A mark that opens the object leaves the
    span.
    """
    first, last, kind = span
    called = partings.is_called(tokens, verbs, last)
    if found is None and called:
        found = partings.parting(tokens, *named, (first, last))
    found = None if tokens[first].form.isdigit() and found == first + 1 else found  # 36 منظمة حقوقية
    if found is None and kind == "group":
        found = after_free_plural(tokens, first, last)
    if found is None and kind == "group":
        found = _officer_behind(tokens, first, last)
    if found is None and kind == "group" and tokens[first].form in load_function_words()["delegations"]:
        found = _behind_sender(tokens, (first, last), [*named[0], *named[1]])
    blames = first > 0 and tokens[first - 1].form in load_function_words()["reproving"]  # هاجم, of threats too
    meets = not verbs or blames or any(verb.relation == "meets" for verb in verbs)
    if found is None and kind == "person" and (meets or called) and not any(verb.pronoun for verb in verbs):
        found = _guest(tokens, labels, (first, last), [*named[0], *named[1]], sure=called)
    if (mark := partings.open_quote(tokens, first, last)) is not None:
        labels[mark], found = "O", mark + 1
    return found


def titles_one(form: str) -> bool:
    """Whether the word is a definite title of one person, or an office: البطريرك، رئيس, not الوزراء."""
    classes, bare = load_function_words(), words.without_article(form)
    return form in classes["office_holders"] or (bare != form and bare in classes["titles"] and not human_plural(bare))


def _officer_behind(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where one in office begins behind people in construct with a definite word: ناشد أهالي المخطوفين رئيس الحكومة.

    What stands behind the definite word is not in construct with it (Ryding 2005, 8.1), and one is none of them.
    """
    if tokens[first].form.startswith("ال"):
        return None
    for k in range(first + 2, last):
        whole = tokens[k].form.startswith("ال") or (k + 1 < last and tokens[k + 1].form.startswith("ال"))
        if whole and tokens[k - 1].form.startswith("ال") and titles_one(tokens[k].form):
            return k
    return None


def _behind_sender(tokens: Sequence[Token], span: tuple[int, int], named: Sequence[Named]) -> int | None:
    """Where a title with its name begins behind the body that sent a delegation: زار وفد من الحزب البطريرك فلانا."""
    first, last = span
    bodies = {end for _, end, kind in named if kind != "person" and first < end}
    opens = (k for k in range(first + 2, last - 1) if k in bodies and _begins_another(tokens[k].form))
    return next(opens, None)


def _begins_another(form: str) -> bool:
    """Whether the word is of one in office, or a body in construct: زار وفد من الحزب وكالة الأونروا."""
    return titles_one(form) or (form in load_function_words()["bodies"] and not form.startswith("ال"))


def _guest(
    tokens: Sequence[Token], labels: Sequence[str], span: tuple[int, int], named: Sequence[Named], *, sure: bool
) -> int | None:
    """Where the second official begins in the span; ``sure``: it is known that the object stands in it."""
    first, last = span
    found = [
        k
        for k in range(first + 1, last - 1)
        if _may_part(tokens, first, k, named) and _is_complete(tokens, first, k, named)
    ]
    if not found or not _opens_clause(tokens, labels, first - 1) or (not sure and has_object(tokens, labels, last)):
        return None
    return found[0] if found[0] == first + 1 else found[-1]


def _may_part(tokens: Sequence[Token], first: int, k: int, named: Sequence[Named]) -> bool:
    """Whether the office at ``k`` is another's than the one that the span begins with.

    Not the rank or title with a name behind an office: سلطان عمان السلطان هيثم، المتحدث باسم الوزارة السفير فلان; but
    behind a name it is, or if whoever governs can have no such rank: الرئيس فلان النائب فلان، رئيس الوزراء النائب فلان.
    """
    mister = tokens[first].form in load_function_words()["misters"]
    if not (mister or is_title(tokens[first].form) or _opens_with_name(tokens, first, k, named)):
        return False
    if not _is_office(tokens, k) or is_same(tokens, first, k):
        return False
    if k > first + 1 and _is_honour(tokens[k - 1].form):  # رئيس المجلس الشيخ سلطان, a name
        return False
    if k == first + 1 and mister:  # السيد الرئيس, one person
        return False
    following = tokens[k + 1].form
    ranked = tokens[k].form.startswith("ال") and not following.startswith("ال") and name_rules.may_name(following)
    return not ranked or k == first + 1 or _ends_name(tokens, first, k, named) or _outranks(tokens, first, k)


def _opens_with_name(tokens: Sequence[Token], first: int, k: int, named: Sequence[Named]) -> bool:
    """Whether a known name without title fills the span to ``k``, and the verb before tells of nobody's next guest.

    استقبل فلان الفلاني السفير الألماني; but واستقبل، كما استقبل فلانا الفلاني رئيس الجمعية, who is received.
    """
    before = [token.form for token in tokens[max(0, first - 2) : first]]
    goes_on = bool(words.split(before[-1])[0]) or before[:-1] in (["كما"], ["ثم"])
    return not goes_on and any(place == (first, k, "person") for place in named)


def _ends_name(tokens: Sequence[Token], first: int, k: int, named: Sequence[Named]) -> bool:
    """Whether a name ends before ``k``: one that is known, or the word behind a definite title (الرئيس عون)."""
    if is_full_name(tokens, first, k):
        return True
    short = k == first + 2 and tokens[first].form.startswith("ال") and is_title(tokens[first].form)
    short = short and name_rules.may_name(tokens[k - 1].form) and not tokens[k - 1].form.startswith("ال")
    return short or any(end == k and kind == "person" and not is_title(tokens[a].form) for a, end, kind in named)


def is_full_name(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether a given name and another word of a name stand right before ``k``, behind a title: الوزير سالم البدري."""
    given = k - 2 > first and tokens[k - 2].form in load_function_words()["given"]
    return given and name_rules.may_name(words.without_article(tokens[k - 1].form))


def _outranks(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the head of a state or government stands before one of a lesser rank: رئيس الحكومة النائب فلان."""
    classes = load_function_words()
    head = tokens[first].form == "رئيس" and tokens[first + 1].form in classes["governed"]
    nisba = k == first + 3 and load_names().nisba(tokens[k - 1].form) is not None
    return head and (k == first + 2 or nisba) and tokens[k].form in classes["lesser_ranks"]


def _is_honour(form: str) -> bool:
    return form.startswith("ال") and words.without_article(form) in load_function_words()["honorifics"]


def _is_complete(tokens: Sequence[Token], first: int, k: int, named: Sequence[Named]) -> bool:
    """Whether a title ends before ``k``: with a definite word, a state's name, or a name (الرئيس عون).

    A whole name may have an office in apposition, unless an office stands before it too, whose clause the verb opens:
    واستقبل السيد فلانا الفلاني رئيس الجمعية is of somebody told of before.
    """
    ends = {kind for _, end, kind in named if end == k}
    before = [token.form for token in tokens[max(first + 1, k - 2) : k]]
    plain = bool(before) and all(name_rules.may_name(form) and not form.startswith("ال") for form in before)
    plain |= is_full_name(tokens, first, k)  # علي is a preposition too
    if not plain and "person" not in ends:
        return tokens[k - 1].form.startswith("ال") or "state" in ends
    another = any(begin > k and kind == "person" for begin, _, kind in named)
    alone = _opens_with_name(tokens, first, k, named)
    office = alone or (_is_office(tokens, first) and not words.split(tokens[first - 1].form)[0])
    return len(before) == 1 or another or office


def _is_office(tokens: Sequence[Token], k: int) -> bool:
    """Whether a phrase of somebody in office begins at ``k``: with an office, or honour in construct (معالي الوزير)."""
    classes, form = load_function_words(), tokens[k].form
    bare = words.without_article(form)
    if bare in classes["honorifics"]:
        return not form.startswith("ال")
    return bare in classes["titles"] - classes["counterparts"] - classes["laymen"]


def _opens_clause(tokens: Sequence[Token], labels: Sequence[str], verb: int) -> bool:
    """Whether no phrase stands right before the verb, nor a relative that is its subject or object."""
    k = verb - 1
    while k >= 0 and tokens[k].surface in QUOTES:
        k -= 1
    if k < 0:
        return True
    return labels[k] == "O" and tokens[k].form not in load_function_words()["relatives"]


def has_object(tokens: Sequence[Token], labels: Sequence[str], last: int) -> bool:
    """Whether the verb's object stands behind the span, in its clause: by itself or, of a meeting, behind بـ.

    A name right behind a comma tells who the guest is, what follows و was received with him.
    """
    if last < len(tokens) and _is_place(tokens[last].form):  # زار فلان وزير الخارجية الإماراتي طهران
        return True
    apposed = next((k for k in range(last + 2, len(tokens)) if labels[k][0] != "I"), last)
    named_next = last + 1 < len(tokens) and tokens[last].surface in "،," and labels[last + 1][0] == "B"
    reach = _REACH + (apposed - last if named_next else 0)  # who the guest is may be told at length
    for k in range(last, min(len(tokens), last + reach)):
        form, before = tokens[k].form, tokens[k - 1]
        titled = is_title(form) and not (form[:1] == "و" and is_title(form[1:]))  # وزير, but والسفير
        conjunction, joined, rest = ("", "", form) if titled else words.split(form)
        there = form in united("relatives", "attending") or (form == _PRESENCE and before.form == "في")
        if tokens[k].surface in _STOPS or there or (is_verb(rest) and labels[k][0] != "B"):  # وفدا
            return False
        if form in load_function_words()["misters"] and labels[k] == "O" and before.surface in "،,":
            return True  # a stranger: التقى وكيل المجلس، على رأس وفد، السيدة فلانة
        named_now = k == last + 1 and before.surface in "،,"  # استقبل الرئيس وزير الخارجية، فلانا
        if labels[k][0] != "B" or named_now or before.form in load_function_words()["prepositions"] | {_THEN}:
            continue
        if not conjunction and joined != "ل":
            return True
    return False


def is_same(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the office at ``k`` is of whom the one at ``first`` is: a second rank of the church, a first deputy.

    البطريرك الماروني الكاردينال فلان, not البطريرك الراعي الكاردينال فلان; فلان وكيل أول المجلس.
    """
    if tokens[k + 1].form == _FIRST:
        return True
    classes, forms = load_function_words(), [words.without_article(tokens[j].form) for j in (first, k - 1, k)]
    return {forms[0], forms[2]} <= classes["clergy"] and (k == first + 1 or forms[1] in classes["confessions"])


def _is_place(form: str) -> bool:
    return form in load_function_words()["cities"] or load_names().state(form) is not None


def guests(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> Iterator[int]:
    """Where the guest begins behind a name, not with his title: الملك الحسين الضيف السوري."""
    for k in range(first + 1, last):
        name = tokens[k - 1].form.startswith("ال") or any(b == k and kind == "person" for _, b, kind in named)
        if tokens[k].form in load_function_words()["visitors"] and name and not _entitles(tokens, first, k):
            yield k


def _entitles(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether a title ends before token ``k``, a nationality with it or none: الوزير الضيف، الوزير المصري الضيف."""
    titles = united("titles", "delegations", "vague_roles")
    begin = k - 2 if k - 2 >= first and tokens[k - 1].form.endswith(("ي", "يه")) else k - 1
    return any(words.without_article(tokens[j].form) in titles for j in range(begin, k))


def may_be_named(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether behind a definite word the office at ``k`` goes on to more than a nationality that ends the span."""
    more = k + 2 < last and tokens[k + 1].form.startswith("ال")
    return more and not (k + 3 == last and load_names().nisba(tokens[k + 2].form))


def is_foreign(tokens: Sequence[Token], k: int) -> bool:
    """Whether a known person's last name is of another state than the nisba before it: الوزير الأميركي نتنياهو."""
    names = load_names()
    served, home = names.nisba(tokens[k - 1].form), names.home_of(tokens[k].form)
    return served is not None and home is not None and served != home and tokens[k - 1].form.startswith("ال")


def is_crowned(form: str) -> bool:
    """Whether a definite title of the crowned opens the object behind السيد الرئيس، الأخ القائد."""
    return form.startswith("ال") and form[2:] in load_function_words()["royal_titles"]


def is_envoy(form: str) -> bool:
    """Whether the word is an envoy in the accusative, so the object behind its subject: موفدا (Ryding 7.5)."""
    return form.endswith("ا") and form[:-1] in load_function_words()["envoys"]


def are_several(form: str) -> bool:
    """Whether the word is an indefinite plural of people, oblique, that describes no definite word: مسؤولين (7.2.2)."""
    return form.endswith("ين") and not form.startswith("ال") and human_plural(form)


def retype_holders(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    """Make a person of every group that is one, named behind an office with the pronoun of whose it is: قائدها فلان."""
    for first, last, kind in list(spans(labels)):
        if kind != "group" or last - first < 2 or tokens[first].form not in inflected_titles():
            continue
        given = tokens[first + 1].form in load_function_words()["given"]
        if given or any(begin == first + 1 and type_ == "person" for begin, _, type_ in named):
            labels[first:last] = ["B-person", *["I-person"] * (last - first - 1)]

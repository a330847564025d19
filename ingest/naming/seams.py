"""Where a span of the tagger runs over two noun phrases, whatever it is the object of.

Takes the tokens of a sentence, a span and what the inner tagger names in it; gives the tokens at which another phrase
begins: a coordinated one with a head of its own (القوات الأمنية والحشد الشعبي, Ryding 2005, 18.1), a second person
behind a comma whose name follows his title, and the complement of the verb or masdar before the span, whose subject
ends where its preposition stands (رحب الوزير بالوفد، طلب الزعيم من الجيش، استقبال الملك للوزير; 5.1 and 16).
"""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from ingest.naming.partitives import human_plural
from ingest.text import words
from ingest.text.name_rules import share_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

Known = Mapping[str, Mapping[tuple[str, ...], str]]
Named = tuple[int, int, str]  # first token, one behind the last, type
_JOINED = {"bi": ("ب", "بال"), "li": ("ل", "لل")}
_FREE = {"min": "من", "ma3a": "مع", "ila": "الي", "3ala": "علي", "didda": "ضد"}
_COMMAS = frozenset("،,")
TITLED_BY = 2  # words from a plural to a name that it is the title of: الوزراء السابقون فلان وفلان


def coordinated(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where و joins another noun phrase; what shares an adjective or is in construct with one head is one phrase."""
    classes = load_function_words()
    start = first + bool(share_of(tokens[first].form))
    if start == last:  # a share of what the span leaves out
        return
    definite = words.split(tokens[start].form)[1].endswith(("ال", "لل"))
    for k in range(start + 1, last):
        form = tokens[k].form
        if form[:1] != "و" or is_head(form) or form in classes["titles"]:
            continue
        if tokens[k - 1].form in {"من", "عن", "و"} or any(t.form in {"من", "عن"} for t in tokens[start + 1 : k]):
            continue
        bare = words.without_article(form[1:])
        own = bare == form[1:]  # in construct with what is behind it
        if is_head(bare) and (own or (definite and k - start > 1)) and (definite or k - start > 1):
            yield k


def moments(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where a word for the time of a deed stands behind the phrase: الوزير فور وصوله (Ryding 16)."""
    return (k for k in range(first + 1, last) if tokens[k].form in load_function_words()["moments"])


def resumed(tokens: Sequence[Token], named: Sequence[Named], k: int, last: int) -> int:
    """The first token behind a word for time at ``k`` and what it governs at which an actor can begin."""
    opening, begins = load_function_words()["delegations"], {begin for begin, _, _ in named}
    behind = range(k + 2, last)
    return next((j for j in behind if j in begins or tokens[j].form in opening or is_head(tokens[j].form)), last)


def joined_names(tokens: Sequence[Token], known: Known, first: int, last: int, *, shortest: int = 2) -> Iterator[int]:
    """Where و joins the name of a known person to that of another: الرئيس فلان الفلاني وفلان الآخر.

    ``shortest``: how many words stand before it, at least.
    """
    for k in range(first + shortest, last):
        joined, form = tokens[k].form[:1], tokens[k].form[1:]
        behind = (form, *_forms(tokens, k + 1, last))
        if (
            joined == "و"
            and _person(known, form, behind)
            and any(_person(known, tokens[j].form, (*_forms(tokens, j, k),), whole=True) for j in range(first, k))
        ):
            yield k


def _person(known: Known, head: str, words_: Sequence[str], *, whole: bool = False) -> bool:
    """Whether a known person's name begins with these words, or is all of them."""
    named = (run for run, kind in known.get(head, {}).items() if kind == "person")
    return any(run == tuple(words_) if whole else run == tuple(words_[: len(run)]) for run in named)


def counterparts(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> Iterator[int]:
    """Where نظيره or نائبه begins behind a name or a definite word: وزير الخارجية لنظيره، الرئيس نائبه."""
    classes = load_function_words()
    for k in range(first + 1, last):
        found = {tokens[k].form, words.split(tokens[k].form)[2]} & classes["counterparts"]
        owner = next((tokens[k].form.removesuffix(own) for own in ("ته", "ه") if tokens[k].form.endswith(own)), "")
        owned = {owner, owner + "ه"} & classes["office_holders"]
        own = (owned or found) and not tokens[k].surface.endswith("ة")  # نظيرة is a name
        if own and (_ends_name(named, k) or tokens[k - 1].form.startswith("ال")):
            yield k


def second_persons(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> Iterator[int]:
    """Where a title with its name begins behind a comma and another name: فلان الفلاني، وزير الداخلية فلان."""
    titles = load_function_words()["titles"]
    persons = [
        (a, b)
        for a, b, kind in named
        if kind == "person"
        and first <= a
        and b <= last
        and not titles & {*map(words.without_article, _forms(tokens, a, b))}
    ]
    for k in range(first + 1, last - 1):
        title = words.without_article(tokens[k + 1].form) in titles
        between = any(b <= k for _, b in persons) and any(a > k + 1 for a, _ in persons)
        if tokens[k].form in _COMMAS and title and between:
            yield k


def definite_bodies(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> Iterator[int]:
    """Where a definite word for a body follows a definite word or a name: حذر المجلس التجمع (Ryding 8.1, 9.1).

    What follows a definite noun in its phrase is an adjective, so no body, whatever the verb. Behind a person's name
    so does a plural of origin, of people or sides: حسين الفلاني الأميركيين، الأطراف.
    """
    classes = load_function_words()
    for k in range(first + 1, last):
        form, before = tokens[k].form, tokens[k - 1].form
        if not form.startswith("ال"):
            continue
        known = _ends_name(named, k) and words.split(before)[2] not in classes["whole_roles"]  # لرئيس الوزراء
        definite = before.startswith("ال") and before not in classes["apposed"]
        plural = known and (form.endswith(("يين", "يون")) or _is_several(named, k, form[2:]))
        if plural or ((definite or known) and form[2:] in classes["facing_bodies"]):
            yield k


def _is_several(named: Sequence[Named], k: int, bare: str) -> bool:
    """Whether the word behind a name of two words or more is one for people or sides, and no title of the next."""
    if any(k < a <= k + TITLED_BY and kind == "person" for a, _, kind in named):
        return False
    whole = any(b == k and b - a > 1 and kind == "person" for a, b, kind in named)
    return whole and (bare in load_function_words()["sides_in_plural"] or human_plural(bare))


def is_chain(tokens: Sequence[Token], names: Collection[int], k: int, last: int) -> bool:
    """Whether offices stand behind each other from token ``k`` on, with no name: all one person's before them.

    الأمير فلان النائب الثاني لرئيس مجلس الوزراء وزير الدفاع (Ryding 8.5). ``names``: where names begin.
    """
    titles = load_function_words()["titles"]
    offices = [j for j in range(k + 1, last) if tokens[j].form in titles and tokens[j - 1].form.startswith("ال")]
    return bool(offices) and not any(k < a < last for a in names)


def duals(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A definite dual of persons behind a definite word or a name, and where the first of the two is named behind it.

    ناشد الوزير الرئيسين فلان الفلاني وفلان الآخر (Ryding 2005, 7.2); where nobody is named, the dual itself.
    """
    classes = load_function_words()
    both = classes["both_persons"] - classes["sides_in_plural"]  # المسؤولين are two or more
    for k in range(first, last):
        form = tokens[k].form
        begins = k == first or tokens[k - 1].form.startswith("ال") or _ends_name(named, k)
        if begins and form.startswith("ال") and form[2:] in both:
            yield k, min((a for a, b, kind in named if kind == "person" and k < a and b <= last), default=k)


def led(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> Iterator[int]:
    """The word behind which who leads a delegation is named, whom no phrase of his own tells: وفد برئاسة فلان."""
    classes = load_function_words()
    head = tokens[first].form
    if not {head, words.without_article(head), words.split(head)[2]} & classes["delegations"]:
        return
    for k in range(first + 1, last):
        if tokens[k].form in classes["leading"]:
            if not any(kind == "person" and k < a and b <= last for a, b, kind in named):
                yield k
            return


def complements(
    tokens: Sequence[Token],
    triggers: Sequence[Trigger],
    named: Sequence[Named],
    known: Known,
    span: tuple[int, int],
) -> Iterator[int]:
    """Where the complement of the verb or masdar right before the span begins, with its preposition."""
    first, last = span
    governed = {p for t in triggers if t.until == first and t.kind in "VM" for p in _prepositions(t)}
    if not governed or words.split(tokens[first].form)[1] not in {"", "ال"}:  # it is the complement itself
        return
    joined = {form for p in governed for form in _JOINED.get(p, ())}
    asked = any(t.until == first and t.kind == "V" and t.relation == "demands" for t in triggers)
    free = {_FREE[p] for p in governed if p in _FREE}
    for k in range(first + 1, last - 1 if free else last):
        form = tokens[k].form
        conjunction, preposition, rest = words.split(form)
        here = not conjunction and preposition in joined and _opens(preposition, rest, known)
        here = here or (not conjunction and preposition in joined and _ends_name(named, k) and len(preposition) > 1)
        body = rest in load_function_words()["definite_bodies"] or is_head(rest)
        here = here or (asked and preposition in joined and len(preposition) > 1 and body)  # أهاب المجلس بالأجهزة
        if not (here or form in free) or _is_posting(tokens, first, rest, known):
            continue
        if _is_complete(tokens, () if rest in load_function_words()["deeds"] else named, k):
            yield k
            return


def complement(tokens: Sequence[Token], named: Sequence[Named], k: int, last: int) -> int:
    """Where the actor begins in a complement at token ``k``: behind a preposition or a deed; ``last`` for none."""
    classes, rest = load_function_words(), words.split(tokens[k].form)[2]
    if rest in classes["deeds"]:  # تقدير القيادة للدعم القطري
        return min((a for a, _, _ in named if k < a < last), default=last)
    return k + (tokens[k].form in classes["prepositions"])


def opens_deed(token: Token) -> bool:
    """Whether a preposition is joined to a deed, so that the word is in nobody's name: للدعم."""
    _, joined, rest = words.split(token.form)
    return joined in {"ل", "لل", "ب", "بال"} and rest in load_function_words()["deeds"]


def harms(tokens: Sequence[Token], triggers: Sequence[Trigger], first: int, last: int) -> Iterator[int]:
    """Where what is threatened begins behind the threatener, a masdar with بـ: هدد القذافي بضرب فرنسا (Ryding 5.1)."""
    threats = (t for t in triggers if t.until == first and t.kind in "VM" and t.relation == "threatens")
    if not any("bi" in frame.get("content", ()) for t in threats for frame in load_lexicon()[t.entry].frames):
        return
    for k in range(first + 1, last):
        conjunction, joined, rest = words.split(tokens[k].form)
        if not conjunction and joined in {"ب", "بال"} and rest in load_function_words()["harms"]:
            yield k
            return


def _is_posting(tokens: Sequence[Token], first: int, rest: str, known: Known) -> bool:
    """Whether the word with its preposition is where somebody holds a post: السفير الفرنسي بالجزائر."""
    classes = load_function_words()
    place = rest in classes["cities"] or any(known.get(w, {}).get((w,)) == "state" for w in (rest, "ال" + rest))
    return place and words.without_article(tokens[first].form) in classes["posts_abroad"]


def _prepositions(trigger: Trigger) -> Iterator[str]:
    """The prepositions of the target: of a masdar's object لـ too."""
    entry = load_lexicon()[trigger.entry]
    masdar = trigger.kind == "M"
    frames = (entry.masdar_frames if masdar else ()) or entry.frames
    for frame in frames:
        target = frame.get("target", ())
        yield from target
        if masdar and {"obj", "gen"} & set(target):
            yield "li"


def _opens(preposition: str, rest: str, known: Container[str]) -> bool:
    """Whether the letters are a preposition and no part of a name, and open no place or manner."""
    classes = load_function_words()
    if rest in classes["manners"]:
        return False
    people = rest in united("titles", "counterparts", "people") or human_plural(rest)
    people |= rest.endswith("ه") and rest[:-1] in classes["sides_in_plural"]  # لأنصاره
    if preposition[0] == "ب":
        return people or rest in united("deeds", "acts")
    people |= rest in classes["deeds"]
    return people or is_head(rest) or rest in known or "ال" + rest in known


def _ends_name(named: Sequence[Named], k: int) -> bool:
    return any(b == k and kind == "person" for _, b, kind in named)


def _forms(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    return (token.form for token in tokens[first:last])


def _is_complete(tokens: Sequence[Token], named: Sequence[Named], k: int) -> bool:
    """Whether the subject ends before token ``k``: definite or a name, and no office or body that goes on with لـ."""
    before = tokens[k - 1].form
    if any(a < k < b for a, b, _ in named):
        return False
    if _ends_name(named, k):
        return True
    bare = words.without_article(before)
    return bare != before and bare not in load_function_words()["ranks"]


def is_definite(form: str) -> bool:
    """Whether the word has the article, also behind a preposition: للصحفيين, not للجنة, whose second ل is its own."""
    joined, rest = words.split(form)[1:]
    return joined.endswith(("ال", "لل")) and not (joined == "لل" and f"ل{rest}" in load_function_words()["bodies"])


def is_head(form: str) -> bool:
    """Whether a noun phrase of a body or of people begins with the word, which has nothing joined."""
    known: Collection[str] = united("bodies", "people", "acting_bodies", "sides_in_plural")
    return form in known or human_plural(form)


def is_act(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the span is a word for a body that with the preposition behind it is an act: القضاء على التمرد."""
    act = words.split(tokens[first].form)[2] in load_function_words()["acts_with_on"]
    return act and last - first == 1 and last < len(tokens) and tokens[last].form.startswith("علي")

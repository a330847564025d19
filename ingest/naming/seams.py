"""Where a span of the tagger runs over two noun phrases, whatever it is the object of.

Takes the tokens of a sentence, a span and what the inner tagger names in it; gives the tokens at which another phrase
begins: a coordinated one with a head of its own (القوات الأمنية والحشد الشعبي, Ryding 2005, 18.1), a second person
behind a comma whose name follows his title, and the complement of the verb or masdar before the span, whose subject
ends where its preposition stands (رحب الوزير بالوفد، طلب الزعيم من الجيش، استقبال الملك للوزير; 5.1 and 16).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ingest.naming.partitives import human_plural
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.name_rules import share_of
from ingest.text.sentences import Token
from ingest.text.word_classes import ends_title
from ontology.function_words import load_function_words, united

Known = Mapping[str, Mapping[tuple[str, ...], str]]
Named = tuple[int, int, str]  # first token, one behind the last, type
_COMMAS, _TO = frozenset("،,"), "الي"  # which only looks as if it had the article
_SPEAKING, _OFFICIAL = "باسم", "الرسمي"
TITLED_BY = 2  # words from a plural to a name that it is the title of: الوزراء السابقون فلان وفلان


def coordinated(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where و joins another noun phrase; what shares an adjective or is in construct with one head is one phrase."""
    classes = load_function_words()
    start = first + bool(share_of(tokens[first].form))
    if start == last:  # a share of what the span leaves out
        return
    _, joined, head = words.split(tokens[start].form)
    definite = joined.endswith(("ال", "لل"))
    several = human_plural(head) or head in united("people", "sides_in_plural")
    for k in range(start + 1, last):
        form = tokens[k].form
        if form[:1] != "و" or is_head(form) or form in classes["titles"]:
            continue
        bare = words.without_article(form[1:])
        own = bare == form[1:]  # in construct with what is behind it
        represented = bare not in classes["delegations"] and any(t.form in {"من", "عن"} for t in tokens[start + 1 : k])
        if tokens[k - 1].form in {"من", "عن", "و"} or represented:  # ممثلون عن الحزب | ووفد روسي
            continue
        people = form.endswith("ون") and not own and (form.endswith("يون") or human_plural(bare))
        people = people and not several  # البرلمان | والناشطون: the nominative is in construct with nothing
        if people or (
            (is_head(bare) or bare in classes["delegations"])
            and (own or (definite and k - start > 1))
            and (definite or k - start > 1)
        ):
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
        if own and (ends_name(named, k) or tokens[k - 1].form.startswith("ال")):
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
        known = ends_name(named, k) and words.split(before)[2] not in classes["titles"]  # لرئيس الوزراء، سفير الاتحاد
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
        begins = k == first or tokens[k - 1].form.startswith("ال") or ends_name(named, k)
        if begins and form.startswith("ال") and form[2:] in both:
            yield k, min((a for a, b, kind in named if kind == "person" and k < a and b <= last), default=k)


def part_leaders(tokens: Sequence[Token], labels: list[str], named: Sequence[Named], first: int, last: int) -> None:
    """Cut every part of a span before who leads the delegation: وفد برئاسة فلان ووفد برئاسة فلان."""
    leading = load_function_words()["leading"]
    for begin, end, _ in [span for span in spans(labels) if first <= span[0] < last]:
        k = _led(tokens, named, begin, end)
        if k is not None:
            labels[k:end] = ["O", "B-person", *["I-person"] * (end - k - 2)]
        elif end - begin > 1 and tokens[end - 1].form in leading:
            labels[end - 1] = "O"


def _led(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> int | None:
    """The word behind which who leads a delegation is named, whom no phrase of his own tells: وفد برئاسة فلان."""
    classes = load_function_words()
    head = tokens[first].form
    if not {head, words.without_article(head), words.split(head)[2]} & classes["delegations"]:
        return None
    opened = next((k for k in range(first + 1, last) if tokens[k].form in classes["leading"]), last)
    told = any(kind == "person" and opened < a and b <= last for a, b, kind in named)
    return None if told or opened >= last - 1 else opened


def ends_name(named: Sequence[Named], k: int) -> bool:
    """Whether a person's name ends before token ``k``."""
    return any(b == k and kind == "person" for _, b, kind in named)


def _forms(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    return (token.form for token in tokens[first:last])


def is_definite(form: str) -> bool:
    """Whether the word has the article, also behind a preposition: للصحفيين, not للجنة, whose second ل is its own."""
    joined, rest = words.split(form)[1:]
    own = (joined == "لل" and f"ل{rest}" in load_function_words()["bodies"]) or form == _TO
    return joined.endswith(("ال", "لل")) and not own


def ends_definite(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether a definite word ends before token ``k``, or a name: دعت الحركة (حمس) الأحزاب، دعا أبو مازن حركة.

    So too the town of a body behind its head: هدد مجلس ثوار بنغازي قوات الكرامة.
    """
    before = tokens[k - 1].form
    named = tokens[first].form == "ابو" if k == first + 2 else before in load_function_words()["cities"]
    return is_definite(before) or before == ")" or (k > first + 1 and named)


def governor(tokens: Sequence[Token], first: int) -> int:
    """Where the verb of a span stands, right before it or before a title: استقبل د. فلان، طالب المتحدث باسم الهيئة."""
    k = first - 1
    if first > 2 and ends_title(tokens, k):
        return first - 3
    if k > 0 and tokens[k].form == _SPEAKING:
        k -= 1 + (tokens[k - 1].form == _OFFICIAL)
        return k - 1 if tokens[k].form.removeprefix("ال") in load_function_words()["spokesmen"] else first - 1
    return k


def is_head(form: str) -> bool:
    """Whether a noun phrase of a body or of people begins with the word, which has nothing joined."""
    known: Collection[str] = united("bodies", "people", "acting_bodies", "sides_in_plural")
    return form in known or human_plural(form)


def is_act(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the span is a word for a body that with the preposition behind it is an act: القضاء على التمرد."""
    act = words.split(tokens[first].form)[2] in load_function_words()["acts_with_on"]
    return act and last - first == 1 and last < len(tokens) and tokens[last].form.startswith("علي")

"""Persons' spans that hold more than the person, and duals of office that two nationalities divide.

Takes the labels of a sentence's outer spans, gives them anew in place. A span that opens within quotation marks ends
with them («السراج» في «أبوظبي»), of a body what describes it stands behind («الشعلة» المحظورة), any before a blessing
(حاكم دبي رعاه الله), of a delegation before who is in it (وفدا من الحزب ضم فلانا), and before a deed that the verb is
of (رئيس المجلس الأعلى الدور القطري). A dual with two nationalities is no name of one: the persons named behind each are
cut (الرئيسين التركي فلان والروسي فلان), where nobody is named the three words are a group, or stand for two who are
named elsewhere (Ryding 2005, 7.2 and 10.2). Behind a dual two names are two persons: الرئيسان فلان وفلان.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from ingest.naming import companies, definite_masdars
from ingest.naming.names import load_names
from ingest.naming.partitives import human_plural
from ingest.naming.runs import NONE
from ingest.text import name_rules, words
from ingest.text.context import QUOTES
from ingest.text.mentions import is_dual, spans
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

Named = tuple[int, int, str]  # first token, one behind the last, type
_PEOPLE = frozenset({"person", "group"})
_CLOSED_BY = {"«": "»", "“": "”", "‹": "›", '"': '"'}
_SELF = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "شخصيا"})
_CLOSING = ")"
_BRACKETS = frozenset({"(", _CLOSING})
_TANWIN = "\u064b"
_REACH = 8  # tokens from a nationality to the other one, over a name: التركي رجب طيب أردوغان، والروسي
_COMMAS = frozenset("،,")
_EACH, _AGAINST = frozenset({"كلا", "كل", "من"}), frozenset({"علي", "ضد"})


def shortened(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    """End every such span where the person ends; ``named``: what the inner tagger sees."""
    for first, last, kind in list(spans(labels)):
        end = _himself(tokens, first, last) if kind == "person" else None
        end = _end(tokens, first, last) if end is None else end
        if end is not None and (kind in _PEOPLE or not _goes_on(tokens, end)):
            labels[end:last] = ["O"] * (last - end)
            for begin, stop, type_ in named:
                if end < begin and stop <= last and set(labels[begin:stop]) == {"O"}:
                    _relabel(labels, begin, stop, type_)
    _part_quoted(tokens, labels)
    for first, last, _ in list(spans(labels)):
        wish = next((k for k in range(first, last) if blesses(tokens, k)), None)
        if wish is not None:
            labels[wish:last] = ["O"] * (last - wish)
    _part_bracketed(tokens, labels, named)  # هددت الجماعة (الحوثيون) | السعودية
    ends = {stop for _, stop, kind in named if kind == "person"}
    for first, last, kind in list(spans(labels)):
        deed = next((k for k in range(first + 1, last) if _is_done(tokens, k, ends, kind)), last)
        labels[deed:last] = ["O"] * (last - deed)
        if deed + 1 < last and _is_titled(tokens[deed + 1].form):  # الولاء | للرئيس فلان
            _relabel(labels, deed + 1, last, "person")
    _cut_delegations(tokens, labels, named)
    companies.end_at_pronouns(tokens, labels, named)
    companies.end_companies(tokens, labels)
    for k, other in _duals(tokens):
        _part(tokens, labels, k, other)
    for k in range(len(tokens) - 2):
        if is_dual(tokens[k].form):
            _pair(tokens, labels, k, named)


def _is_titled(form: str) -> bool:
    """Whether لـ brings a title with the article: للرئيس."""
    _, joined, rest = words.split(form)
    return joined == "لل" and rest in load_function_words()["titles"]


def _himself(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where a word that only strengthens a person's name stands behind it, or an indefinite accusative.

    فلان نفسه (Ryding 9.5); اتهم القائد فلان فصيلا, with its nunation an object, which no name has behind another (7.2).
    """
    titles, described = load_function_words()["titles"], _TANWIN in tokens[first].surface  # أميرا تونسيا
    for k in range(first + 1, last):
        titled = described or words.without_article(tokens[k - 1].form) in titles
        if tokens[k].form in _SELF or (_TANWIN in tokens[k].surface and not titled):
            return k
    return None


def _end(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The mark within the span that closes a quotation right before it, or a parenthesis that it is in."""
    bracket = next((k for k in range(first, last) if tokens[k].surface in _BRACKETS), None)
    if bracket is not None and tokens[bracket].surface == _CLOSING:
        return bracket
    opening = _CLOSED_BY.get(tokens[first - 1].surface, "") if first else ""
    mark = next((k for k in range(first + 1, last) if tokens[k].surface in QUOTES), None)
    return mark if mark is not None and tokens[mark].surface == opening else None


def _cut_delegations(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    """End every span over a delegation before who is in it, and label the first member."""
    for first, last, kind in list(spans(labels)):
        if kind == "group" and (k := _members(tokens, first, last)) is not None:
            begin = _first_member(tokens, k, last)
            labels[k:begin] = ["O"] * (begin - k)
            _relabel(labels, begin, last, next((type_ for start, _, type_ in named if start == begin), "person"))


def _members(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where a span over a delegation goes on with who is in it: وفدا من الحزب ضم فلانا، وفدا مؤلفا من فلان (14.3)."""
    if words.without_article(tokens[first].form) not in load_function_words()["delegations"]:
        return None
    verbs, participles = united("composing", "leading"), load_function_words()["composed_of"]
    for k in range(first + 1, last):
        form = tokens[k].form.removeprefix("و")
        if form in verbs or (form in participles and k + 1 < len(tokens) and tokens[k + 1].form == "من"):
            return k
    return None


def _part_bracketed(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    for first, last, kind in list(spans(labels)):
        closed = next((k for k in range(first + 1, last - 1) if tokens[k].surface == _CLOSING), None)
        behind = "" if closed is None else tokens[closed + 1].form
        known = load_names().index.get(behind, NONE).get((behind,), "person") != "person"
        if closed is not None and (known or not any(t.surface == "(" for t in tokens[first:closed])):
            labels[closed] = "O"
            _relabel(labels, closed + 1, last, next((t for a, _, t in named if a == closed + 1), kind))


def _part_quoted(tokens: Sequence[Token], labels: list[str]) -> None:
    """Part a person's span behind a name in quotation marks that ends before a body: العضو «فلان» | الحكومة."""
    for first, last, kind in list(spans(labels)):
        if kind == "person" and (end := _quoted_end(tokens, first, last)) is not None:
            state = tokens[end + 1].form[2:] in load_function_words()["state_heads"]
            labels[end] = "O"
            _relabel(labels, end + 1, last, "state" if state else "organization")


def _quoted_end(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The mark that closes a name within the span, before a body with the article: العضو «فلان» الحكومة."""
    for k in range(first + 2, last - 1):
        opened = any(_CLOSED_BY.get(tokens[j].surface) == tokens[k].surface for j in range(first, k - 1))
        body = (
            tokens[k + 1].form.startswith("ال") and tokens[k + 1].form[2:] in load_function_words()["definite_bodies"]
        )
        if opened and body:
            return k
    return None


def _first_member(tokens: Sequence[Token], k: int, last: int) -> int:
    """Where the first member is told behind token ``k``, over each of them and their common office: كلا من، النواب."""
    begin = k + 1
    while begin < last and (tokens[begin].form in _EACH or is_dual(tokens[begin].form)):
        begin += 1
    plural = begin < last and human_plural(words.without_article(tokens[begin].form))
    return begin + (plural and tokens[begin].form.startswith("ال"))


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name of a body goes on behind the closing mark, with a place: «القاعدة» في بلاد المغرب."""
    return tokens[end + 1].form in load_function_words()["prepositions"] if end + 1 < len(tokens) else False


def blesses(tokens: Sequence[Token], k: int) -> bool:
    """Whether a blessing on the name before it begins at the token: حاكم دبي رعاه الله، حفظها الله."""
    known = load_function_words()["blessings"]
    return k + 1 < len(tokens) and tokens[k + 1].form == "الله" != tokens[k].form and tokens[k].form in known


def _is_deed(tokens: Sequence[Token], k: int, ends: Collection[int]) -> bool:
    """Whether a definite word for a deed stands behind a definite word or a name: ثمن رئيس المجلس الأعلى الدور القطري.

    Or a dual of sides, behind a name. Behind an indefinite word it may be in a name: قائد الدعم السريع (Ryding 2005,
    8.1); not behind one that a definite honour stands before: الدكتور سيسي الدور القطري.
    """
    form, classes = tokens[k].form, load_function_words()
    if form in classes["own_stances"]:  # أكد الأخ القائد حرصه
        return True
    if not form.startswith("ال"):
        return False
    if form[2:] in classes["both_sides"]:
        return k in ends
    honoured = k > 1 and tokens[k - 2].form.startswith("ال") and tokens[k - 2].form[2:] in classes["addresses"]
    behind = k in ends or honoured or tokens[k - 1].form.startswith("ال")
    return form[2:] in united("mere_deeds", "oaths") and behind


def divided(tokens: Sequence[Token]) -> set[int]:
    """The tokens of duals of office that two nationalities divide, and of these: الرئيسين الروسي والتركي."""
    return {j for k, other in _duals(tokens) for j in (k, k + 1, other)}


def _duals(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The definite duals of office right before a nationality, and where the other one stands: الرئيسان التركي.

    Of sides and states it stands right behind: الجانبين الروسي والأوكراني.
    """
    for k in range(len(tokens) - 2):
        if _is_side(tokens[k].form) and _is_nisba(tokens[k + 1].form):
            if tokens[k + 2].form[:1] == "و" and _is_nisba(tokens[k + 2].form[1:]):
                yield k, k + 2
        elif (is_dual(tokens[k].form) or _is_counterparts(tokens[k].form)) and _is_nisba(tokens[k + 1].form):
            behind = range(k + 2, min(len(tokens), k + 2 + _REACH))
            other = next((j for j in behind if tokens[j].form[:1] == "و" and _is_nisba(tokens[j].form[1:])), None)
            if other is not None:
                yield k, other


def _part(tokens: Sequence[Token], labels: list[str], k: int, other: int) -> None:
    """Cut what stands behind the dual at ``k``: a person behind each nationality, or nobody."""
    end = next((b for a, b, _ in spans(labels) if a <= k + 1 < b or a == k + 2), k + 2)
    if _is_side(tokens[k].form):  # whose nationalities tell which states are meant
        labels[k : other + 1] = ["O"] * (other + 1 - k)
        return
    if other == k + 2:  # الرئيسين الروسي والتركي
        if max((b for a, b, _ in spans(labels) if a <= other), default=0) <= other + 1:
            _relabel(labels, k, other + 1, "group")
        return
    last = next((b for a, b, _ in spans(labels) if a <= other + 1 < b), None)
    if last is None or end <= k + 2:
        return
    until = min(end, other - (tokens[other - 1].surface in _COMMAS))
    labels[k : k + 2], labels[until : other + 1] = ["O", "O"], ["O"] * (other + 1 - until)
    _relabel(labels, k + 2, until, "person")
    _relabel(labels, other + 1, last, "person")


def _pair(tokens: Sequence[Token], labels: list[str], k: int, named: Sequence[Named]) -> None:
    """Label the two who are named right behind the dual at ``k`` as two: الرئيسان سليمان ونجاد، النائبين فلان وفلان."""
    end = next((b for a, b, kind in named if a == k + 1 and kind == "person"), 0)
    end = end or next((b for a, b, kind in spans(labels) if a <= k + 1 < b and kind == "person"), 0)
    behind = range(k + 2, min(len(tokens), max(end, k + 3) + 1))
    joined = [
        j for j in behind if tokens[j].form[:1] == "و" and (j <= k + 2 or j <= end or _is_told(tokens, labels, j))
    ]
    if len(joined) != 1:
        return
    other = joined[0]
    plain = _is_told(tokens, labels, other) and all(name_rules.may_name(t.form) for t in tokens[k + 1 : other])
    if not end and not plain:
        return
    if words.split(tokens[other].form)[2] in load_function_words()["titles"] or labels[other][2:] not in {"", "person"}:
        return
    last = next((b for a, b, _ in spans(labels) if a <= other < b), _name_end(tokens, labels, other))
    if load_names().so_called(tokens[other].form[1:]):  # الوزيران عبد العاطي وفيدان الملف
        labels[other + 1 : last], last = ["O"] * (last - other - 1), other + 1
    labels[k] = "O"
    _relabel(labels, k + 1, other, "person")
    _relabel(labels, other, last, "person")


def _is_done(tokens: Sequence[Token], k: int, ends: Collection[int], kind: str) -> bool:
    """Whether what somebody does or hands in begins at the token, behind his name or a definite word.

    Of a body only a deed against somebody: أدان اتحاد الشغل الاعتداء على; of people also وجه النائب سؤالا إلى.
    """
    if kind not in _PEOPLE:
        return _is_against(tokens, k, ends) or definite_masdars.is_asked_for(tokens, k)
    handed = tokens[k].form in load_function_words()["handed_in"]
    return _is_deed(tokens, k, ends) or (handed and (k in ends or tokens[k - 1].form.startswith("ال")))


def _is_against(tokens: Sequence[Token], k: int, ends: Collection[int]) -> bool:
    """Whether a definite word for a deed against somebody ends a body's name: أدان اتحاد الشغل الاعتداء على مقره."""
    form, deeds = tokens[k].form, load_function_words()["things_done"]
    told = k + 1 < len(tokens) and tokens[k + 1].form in _AGAINST and form.startswith("ال") and form[2:] in deeds
    return told and (k in ends or tokens[k - 1].form.startswith("ال"))


def _is_told(tokens: Sequence[Token], labels: Sequence[str], k: int) -> bool:
    """Whether the word joined by و is told to be a name: by the tagger, or as a given one."""
    return labels[k] == "B-person" or tokens[k].form[1:] in load_function_words()["given"]


def _name_end(tokens: Sequence[Token], labels: Sequence[str], first: int) -> int:
    """Where a name ends that no tagger found: the word behind a given name may be the family's."""
    behind = first + 1
    free = behind < len(tokens) and labels[behind] == "O" and _is_told(tokens, labels, first)
    return behind + (free and name_rules.may_name(tokens[behind].form))


@lru_cache(words.MEMO)
def _is_side(form: str) -> bool:
    """Whether the word is the definite dual of a side or state: الجانبان، بالحكومتين."""
    _, joined, rest = words.split(form)
    return joined in {"ال", "بال", "لل"} and rest in united("both_sides", "both_states")


@lru_cache(words.MEMO)
def _is_counterparts(form: str) -> bool:
    """Whether the word is of two who have the same office as somebody: بنظيريه."""
    return words.split(form)[2] in load_function_words()["own_counterparts"]


def _is_nisba(form: str) -> bool:
    return form.startswith("ال") and load_names().nisba(form) is not None


def _relabel(labels: list[str], first: int, last: int, kind: str) -> None:
    if first < last:
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]

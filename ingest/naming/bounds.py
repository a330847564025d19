"""Spans of the taggers that end too early or hold a parenthesis, mended before they are cut where two actors meet.

Takes the labels of the outer and the inner tagger, gives the outer labels anew. A span is joined with what belongs to
it: a post with its country and who holds it (سفير مصر في الخرطوم حسام عيسى), and behind a verb a title that ends in a
nisba with a foreign name that the taggers do not know (حذر وزير الدفاع الإسرائيلي موشيه يعلون سوريا; Ryding 2005, 3.1
and 8.5). A parenthesis that opens within a span ends it, and so does a verb of the future.
"""

from collections.abc import Callable, Container, Sequence
from itertools import pairwise

from ingest.naming import companies, joints, overhangs, overruns
from ingest.naming.constructs import is_in_construct
from ingest.naming.names import Names
from ingest.naming.trimming import opens_with_deed
from ingest.text import name_rules, words
from ingest.text.context import QUOTES
from ingest.text.mentions import spans
from ingest.text.prepositions import pronominal
from ingest.text.scope import is_future
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

Row = Sequence[str]
Named = tuple[int, int, str]  # first token, one behind the last, type
NAME = 2  # words of a name that no tagger knows
_BODIES = frozenset({"group", "organization"})
_WHO, _IN_IT = frozenset({"من", "كل", "ومن", "فمن"}), frozenset({"فيه", "فيها", "فيهم", "به", "بها"})
_DOCUMENTS = frozenset({"البيان", "التقرير", "الاعلان", "النداء", "القرار", "البلاغ"})
_MINISTERS = frozenset({"وزير", "وزيره"})
_PLACING = frozenset({"في", "لدي"})


def bounded(
    split: Sequence[Sentence],
    outer: Sequence[Row],
    inner: Sequence[Row],
    opened: Sequence[Sequence[Trigger]],
    names: Names,
) -> list[list[str]]:
    """The outer labels, one row a sentence, with every such span mended."""
    rows = []
    for sentence, over, under, triggers in zip(split, outer, inner, opened, strict=True):
        labels, named = list(over), list(spans(under))
        overhangs.part(sentence.tokens, labels)
        _close(sentence.tokens, labels, named, names)
        _rank(sentence.tokens, labels)
        _leave_documents(sentence.tokens, labels)
        _join(sentence.tokens, labels)
        verbs = {t.token for t in triggers if t.kind == "V"}
        _lengthen(sentence.tokens, labels, named, verbs, names)
        _charge(sentence.tokens, labels)
        leave_shares(sentence.tokens, labels)
        joints.join(sentence.tokens, labels, named, verbs)
        _leave_verbs(sentence.tokens, labels, verbs)
        overhangs.mend(sentence.tokens, labels, names)
        rows.append(labels)
    return rows


def _leave_verbs(tokens: Sequence[Token], labels: list[str], verbs: Container[int]) -> None:
    """End a span before a verb of the future, begin it behind a preposition with its pronoun: توعدت فيه «المحتل»."""
    for first, last, kind in list(spans(labels)):
        if kind != "person" and _is_resumed(tokens[first]):
            labels[first:last] = ["O"] * (last - first)
            begin = first + 1 + (first + 1 < last and tokens[first + 1].surface in QUOTES)
            _relabel(labels, begin, last, kind)
        elif (end := _future(tokens, first, last)) is not None and end in verbs:
            labels[end:last] = ["O"] * (last - end)


def _is_resumed(token: Token) -> bool:
    """Whether the word is a preposition with a pronoun: فيه، منها; not آلية, which is spelled like إليه."""
    return not token.surface.endswith("ة") and (bool(pronominal(token.form)) or token.form in _IN_IT)


def _future(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The first token within a span that is a verb of the future; none in a clause: كل من سيهاجم."""
    clause = any(tokens[k].form in _WHO for k in range(first, min(first + 2, last)))
    return None if clause else next((k for k in range(first + 1, last) if is_future(tokens[k].form)), None)


def within(split: Sequence[Sentence], inner: Sequence[Row], outer: Sequence[Row], names: Names) -> list[list[str]]:
    """The inner labels, one row a sentence, cut where an outer span begins.

    A dual before the two whom it stands for is none (النائبين فلانا وفلانا), nor are nationalities that divide one.
    """
    both, rows = load_function_words()["both_persons"], []
    for sentence, under, over in zip(split, inner, outer, strict=True):
        labels = [f"B-{u[2:]}" if o[0] == "B" and u[0] == "I" else u for u, o in zip(under, over, strict=True)]
        for k in overruns.divided(sentence.tokens):
            labels[k] = "O"
        for first, last, _ in list(spans(labels)):
            end = _future(sentence.tokens, first, last)
            if end is not None and over[end] == "O" != over[end - 1]:  # where the outer span was cut
                labels[end:last] = ["O"] * (last - end)
            cut = next((k for k in range(first + 1, last) if over[k] == "O"), last)
            asked = over[first] != "O" and cut < last and _is_asked(sentence.tokens[cut])  # شركة توتال | بالانسحاب
            form = sentence.tokens[first].form
            lone = over[first] == "B-person" and cut == first + 1 < last and form[0] == "و"
            ruled = over[first] == "B-state" and cut < last  # إدارة أوباما | إلزام نتنياهو
            if asked or ruled or (lone and names.so_called(form[1:])):  # الوزيران عبد العاطي وفيدان | الملف
                labels[cut:last] = ["O"] * (last - cut)
            if _is_resumed(sentence.tokens[first]) and set(over[first:last]) == {"O"}:
                labels[first:last] = ["O"] * (last - first)
        _leave_documents(sentence.tokens, labels)
        _unranked(sentence.tokens, labels)
        _uncharged(sentence.tokens, labels)
        companies.end_companies(sentence.tokens, labels)
        overhangs.end(sentence.tokens, labels, names)
        for first, last, _ in list(spans(labels)):
            free = last < len(over) and set(over[first:last]) == {"O"} and over[last] == "B-person"
            if over[first] == "O" and opens_with_deed(sentence.tokens[first]):
                labels[first] = "O"
            dual = free and words.without_article(sentence.tokens[first].form) in both
            if dual or overruns.blesses(sentence.tokens, first):
                labels[first:last] = ["O"] * (last - first)
        leave_shares(sentence.tokens, labels)
        rows.append(labels)
    return rows


def _is_asked(token: Token) -> bool:
    """Whether the word is what somebody calls for: بالانسحاب، الانسحاب."""
    _, joined, rest = words.split(token.form)
    governed = joined in {"ب", "بال"}
    acts = united("acts", "own_doings", "deeds", "leavings", "harms") if governed else united("leavings")
    return joined != "" and rest in acts


def _leave_documents(tokens: Sequence[Token], labels: list[str]) -> None:
    """Leave out the adjective of a document that a span begins with: طالب البيان الختامي | لجان الانتخابات (10.1)."""
    for first, last, kind in list(spans(labels)):
        form = tokens[first].form
        if first and tokens[first - 1].form in _DOCUMENTS and form.startswith("ال") and form.endswith("ي"):
            labels[first] = "O"
            if first + 1 < last:
                _relabel(labels, first + 1, last, kind)


def _rank(tokens: Sequence[Token], labels: list[str]) -> None:
    """Begin a person's span at the rank that the tagger left before what goes with it: اللواء | بحري فلان."""
    classes = load_function_words()
    for first, last, kind in list(spans(labels)):
        start = first
        if kind == "person" and tokens[first].form in classes["of_ranks"] and _is_ranked(tokens, first):
            while start and words.without_article(tokens[start - 1].form) in classes["of_ranks"]:
                start -= 1
            _relabel(labels, start - 1, last, kind)


def _charge(tokens: Sequence[Token], labels: list[str]) -> None:
    """Go on with a minister's title over what else he is of: وزير الأشغال العامة | والنقل (Ryding 8.1, 18.1)."""
    ministers, charges = _MINISTERS, load_function_words()["portfolios"]
    for first, last, kind in list(spans(labels)):
        end = last
        if kind == "person" and words.split(tokens[first].form)[2] in ministers and tokens[last - 1].form[:2] == "ال":
            while end < len(tokens) and labels[end] == "O" and tokens[end].form[:3] == "وال":
                if tokens[end].form[3:] not in charges:
                    break
                end = name_rules.adjectives(tokens, end + 1, definite=True)
        if end > last and set(labels[last:end]) == {"O"}:
            _relabel(labels, first, end, kind)


def _uncharged(tokens: Sequence[Token], labels: list[str]) -> None:
    """Take out of a name the charge before it that و joins: والنقل علي حمية."""
    charges = load_function_words()["portfolios"]
    for first, last, kind in list(spans(labels)):
        if (
            kind == "person"
            and last - first > 1
            and tokens[first].form[:3] == "وال"
            and tokens[first].form[3:] in charges
        ):
            labels[first] = "O"
            _relabel(labels, first + 1, last, kind)


def _unranked(tokens: Sequence[Token], labels: list[str]) -> None:
    """Take out of a name what goes with the rank before it: الفريق متقاعد فلان، اللواء الركن بحري فلان."""
    behind = load_function_words()["of_ranks"]
    for first, last, kind in list(spans(labels)):
        start = first
        while kind == "person" and start < last - 1 and tokens[start].form in behind and _is_ranked(tokens, start):
            start += 1
        if start > first:
            labels[first:start] = ["O"] * (start - first)
            _relabel(labels, start, last, kind)


def _is_ranked(tokens: Sequence[Token], k: int) -> bool:
    """Whether a soldier's rank stands before token ``k``, with what goes with it or without."""
    classes = load_function_words()
    while k and words.without_article(tokens[k - 1].form) in classes["of_ranks"]:
        k -= 1
    return k > 0 and words.without_article(tokens[k - 1].form) in classes["military_ranks"]


def _close(tokens: Sequence[Token], labels: list[str], inner: Sequence[Named], names: Names) -> None:
    """End every span before a parenthesis that does not close in it: دول الخليج (السعودية."""
    for first, last, kind in list(spans(labels)):
        for k in range(first + 1, last - 1):
            if tokens[k].surface == "(" and not any(t.surface == ")" for t in tokens[k:last]):
                labels[k:last] = ["O"] * (last - k)
                if tokens[k + 1].form in names.index:
                    _relabel(labels, k + 1, last, next((t for a, _, t in inner if a == k + 1), kind))
                break


def _join(tokens: Sequence[Token], labels: list[str]) -> None:
    """Join a group that ends in من, or in a noun in construct, with the phrase behind: وفدا من سلطنة عمان."""
    for (first, last, kind), (begin, end, _) in pairwise(list(spans(labels))):
        marked = begin == last + 1 and tokens[last].surface in QUOTES
        if (begin != last and not marked) or labels[first][0] != "B":
            continue
        of = kind == "group" and begin == last and last - first > 1 and tokens[last - 1].form == "من"
        if of or (kind in _BODIES and is_in_construct(tokens[first:last], tokens[begin])):
            _relabel(labels, first, end, kind)


def _lengthen(
    tokens: Sequence[Token], labels: list[str], inner: Sequence[Named], verbs: Container[int], names: Names
) -> None:
    """Join persons' titles with the names behind them."""
    for first, last, kind in list(spans(labels)):
        if kind != "person" or labels[first] == "O":
            continue
        persons = [a for a, b, t in inner if t == "person" and first <= a and b <= last and not _titled(tokens, a)]
        end = _posted(tokens, labels, (first, last), persons, names)
        spoken = first - 1 in verbs or (first > 0 and tokens[first - 1].form in load_function_words()["speech"])
        if end is None and spoken and not persons:
            end = _foreign(tokens, labels, (first, last), names.nisba)
        if end is not None:
            _relabel(labels, first, end, kind)


def leave_shares(tokens: Sequence[Token], labels: list[str]) -> None:
    """Make nobody of a word that only tells how many or which of those behind it: مختلف القوى، كبار القادة (10.4)."""
    for first, last, _ in list(spans(labels)):
        if last - first == 1 and tokens[first].form in load_function_words()["shares"]:
            labels[first] = "O"


def _titled(tokens: Sequence[Token], k: int) -> bool:
    return words.without_article(tokens[k].form) in load_function_words()["titles"]


def _posted(
    tokens: Sequence[Token], labels: Sequence[str], span: tuple[int, int], persons: Sequence[int], names: Names
) -> int | None:
    """Where the name ends of who holds a post in the country behind the span."""
    first, last = span
    posts = load_function_words()["posts_abroad"]
    post = max((k for k in range(first, last) if words.without_article(tokens[k].form) in posts), default=None)
    if post is None or last + NAME >= len(tokens) or any(a > post for a in persons):
        return None
    free = tokens[last].form in _PLACING
    preposition, rest = words.split(tokens[last].form)[1:]
    place = tokens[last + 1].form if free else {"ب": rest, "بال": "ال" + rest}.get(preposition, "")
    k = last + 1 + free
    known = names.state(place) is not None or place in load_function_words()["cities"]
    if not known or k + 1 >= len(tokens):
        return None
    opened = {a: b for a, b, kind in spans(labels) if kind == "person"}
    if k in opened and not _titled(tokens, k):
        return opened[k]
    unseen = labels[k] == labels[k + 1] == "O" and tokens[k].form in load_function_words()["given"]
    return k + NAME if unseen and name_rules.may_name(tokens[k + 1].form) else None


def _foreign(
    tokens: Sequence[Token], labels: Sequence[str], span: tuple[int, int], nisba: Callable[[str], object]
) -> int | None:
    """Where a name of two words ends between a title with a nisba and the next actor or preposition."""
    first, last = span
    end = last + NAME
    if last - first < NAME or end >= len(tokens) or not _titled(tokens, first):
        return None
    if not tokens[last - 1].form.startswith("ال") or nisba(tokens[last - 1].form) is None:
        return None
    run = tokens[last:end]
    plain = all(t.form.isalpha() and len(t.form) > NAME and not t.form.startswith("ال") for t in run)
    if not plain or any(label != "O" for label in labels[last:end]) or not all(is_unknown(t.form) for t in run):
        return None
    return end if labels[end][0] == "B" or tokens[end].form in load_function_words()["prepositions"] else None


def is_unknown(form: str) -> bool:
    """Whether no class of the language knows the word, with or without what may be joined to it."""
    bare = words.split(form)[2]
    return not any({form, bare} & known for known in load_function_words().values())


def _relabel(labels: list[str], first: int, last: int, kind: str) -> None:
    if first >= last:  # of a preposition with its pronoun nothing is left: أكد له
        return
    labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]

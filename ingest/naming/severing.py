"""Spans that run over two actors, cut where the grammar of the sentence parts them.

Takes the labels of both taggers and the triggers, gives the outer labels anew. A span is cut at a verb within it
(الوزير طالب الحكومة) and at a word that no name holds (حول), before a joined preposition that follows a name (التقى
فلان بفلان), at the seams of ``ingest.naming.seams``, and before a state's name behind a definite word or a name
(الخارجية الروسية تركيا): what follows a definite noun is definite too or in apposition (العاصمة بغداد), and a construct
ends with it (Ryding 8.1, 9.1). A participle that only its complement tells of (القوات المؤيدة لإيران) is no part of the
name. Behind a verb that takes an object or blames it is cut between subject and object: where the inner tagger sees a
phrase in each, where two names are known (توعد حزب الله إسرائيل), before a counterpart, where a body, or people in
construct, follow a definite word or a name (توعد فلان شيوخ البلدة), and of a meeting before a title behind a name.
"""

from collections.abc import Iterator, Sequence

from ingest.naming import (
    crowds,
    enumerations,
    governed,
    namings,
    office_asides,
    overruns,
    paired,
    placed_hosts,
    pronominals,
    receptions,
    seams,
    state_names,
)
from ingest.naming.bounds import is_unknown
from ingest.naming.circumstances import circumstances
from ingest.naming.constructs import is_in_construct, is_of_kin
from ingest.naming.described_ends import ends_in_participle
from ingest.naming.name_ends import before_call, before_vow, is_hailed, is_lone, is_surname, is_told, names_two
from ingest.naming.neighbours import neighbour
from ingest.naming.of_places import behind_places
from ingest.naming.partitives import describes, human_plural, of_bloc, opens_construct
from ingest.naming.roles import is_title
from ingest.naming.runs import Known, known_runs
from ingest.naming.trimming import trim
from ingest.naming.two_named import are_given, second_named
from ingest.text import name_rules, words
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

Row = Sequence[str]
_ADDRESSED = "state organization armed_group person"
Named = tuple[int, int, str]  # first token, one behind the last, type


def severed(
    split: Sequence[Sentence],
    outer: Sequence[Row],
    inner: Sequence[Row],
    opened: Sequence[Sequence[Trigger]],
    known: Known,
) -> list[list[str]]:
    """The outer labels, one row a sentence, with every span cut where it must be; ``known``: see ``Names.index``."""
    cut = namings.between_names(split, outer, inner, opened)
    return [
        _row(sentence.tokens, over, under, triggers, known)
        for sentence, over, under, triggers in zip(split, cut, inner, opened, strict=True)
    ]


def _row(
    tokens: Sequence[Token], labels: list[str], inner: Row, triggers: Sequence[Trigger], known: Known
) -> list[str]:
    named = [span for span in spans(inner) if not overruns.divided(tokens).issuperset(range(*span[:2]))]
    overruns.shortened(tokens, labels, named)
    trim(tokens, labels, named)
    paired.part(tokens, labels)
    office_asides.part(tokens, labels, triggers, named)
    placed_hosts.part(tokens, labels, triggers, named)
    crowds.part(tokens, labels, triggers, named)
    for first, whole, kind in list(spans(labels)):
        last = whole
        if seams.is_act(tokens, first, last):
            labels[first] = "O"
            continue
        phrases = [*known_runs(tokens, known, first, last), *named]
        for k in (*_verbs(triggers, named, first, last), *circumstances(tokens, named, (first, last, kind))):
            labels[k] = "O"  # حكومة | يدعمها | الحريديم
            _relabel(labels, k + 1, last, _kind(phrases, k + 1, "group" if kind == "state" else kind))
        last = _part(tokens, labels, triggers, (first, last, kind), phrases, known)
        at = seams.governor(tokens, first)
        here = [t for t in triggers if t.token == at and t.kind == "V"]
        for k in _joints(tokens, named, known, first, last, spoken=bool(here)):
            labels[k] = f"B-{_kind(phrases, k, kind)}"
        for k, named_kind in state_names.begins(tokens, known, (first, last, kind)):
            _relabel(labels, k, last, named_kind)
        end = ends_in_participle(tokens, triggers, first, last)
        if kind == "group" and any(t.relation in {"threatens", "demands"} for t in here):
            end = min(end, before_vow(tokens, first, end))
        labels[end:last] = ["O"] * (last - end)
        verbs, cut = [t for t in here if office_asides.takes_object(t)], None
        if verbs or (first and tokens[at].form in united("reproving", "informing")):
            meets = all(t.relation == "meets" for t in verbs)  # ودعت is rather and she called than she bade farewell
            cut = _object(tokens, named, known, first, last, meets=meets, person=kind == "person")
            runs = [*known_runs(tokens, known, first, last)]
            cut = receptions.second(tokens, labels, (first, last, kind), (named, runs), verbs, cut)
            cut = behind_places(tokens, first, last, {a for a, _, _ in runs}) if cut is None else cut
            cut = second_named(tokens, first, last) if cut is None and kind == "person" else cut
            cut = neighbour(tokens, (first, last, kind), runs, known) if cut is None else cut
        one = united("misters", "brothers")  # الأخ الرئيس، الأشقاء اليمنيين
        calls = cut is not None and any(t.relation == "demands" for t in verbs)
        called = before_call(tokens, cut, last) if cut is not None and calls else last
        labels[called:last] = ["O"] * (last - called)
        if cut is not None and labels[cut][0] == "I" and tokens[cut - 1].form not in one:
            other = "person" if kind == "group" and receptions.titles_one(tokens[cut].form) else kind
            other = "state" if (cut, called, "state") in phrases else other
            _relabel(labels, cut, called, _kind(named, cut, other))
            for k in enumerations.next_ones(tokens, cut, called):
                _relabel(labels, k, called, "person")
    receptions.retype_holders(tokens, labels, named)
    return labels


def _part(
    tokens: Sequence[Token],
    labels: list[str],
    triggers: Sequence[Trigger],
    span: Named,
    named: Sequence[Named],
    known: Known,
) -> int:
    """Cut a span at its seams, give where it ends before what is asked for or threatened."""
    first, last, kind = span
    for k in seams.moments(tokens, first, last):
        end = seams.resumed(tokens, named, k, last)
        labels[k:end] = ["O"] * (end - k)
        _relabel(labels, end, last, _kind(named, end, kind))
    for k in governed.harms(tokens, triggers, first, last):
        begin = min((a for a, _, _ in named if k < a < last), default=last)
        labels[k:begin] = ["O"] * (begin - k)
        _relabel(labels, begin, last, _kind(named, begin, kind))
        last = k
    persons = [*seams.joined_names(tokens, known, first, last), *seams.counterparts(tokens, named, first, last)]
    persons += receptions.guests(tokens, named, first, last)
    for k in (*persons, *paired.honoured(tokens, first, last)):
        _relabel(labels, k, last, "person")
    for k, tied in pronominals.begins(tokens, named, (first, last, kind)):
        _relabel(labels, k, last, tied)
    last = enumerations.part(tokens, labels, triggers, span, (named, known))
    for k in seams.second_persons(tokens, named, first, last):
        labels[k] = "O"
        _relabel(labels, k + 1, last, "person")
    for k in seams.definite_bodies(tokens, named, first, last):
        end = name_rules.adjectives(tokens, last, definite=True) if last < len(tokens) else last
        behind = end if set(labels[last:end]) <= {"O"} else last  # الأطراف اليمنية
        _relabel(labels, k, behind, _kind(named, k, "group" if kind == "person" else kind))
    for k, name in seams.duals(tokens, named, first, last):
        if name == k:
            _relabel(labels, k, last, "group")
        else:
            labels[k:name] = ["O"] * (name - k)
            _relabel(labels, name, last, "person")
    for k in seams.coordinated(tokens, first, last) if kind != "person" else ():
        _relabel(labels, k, last, _kind(named, k, kind))
    seams.part_leaders(tokens, labels, named, first, last)
    for k in governed.complements(tokens, triggers, named, known, (first, last)):
        start = governed.complement(tokens, named, k, last)
        labels[k:start] = ["O"] * (start - k)
        _relabel(labels, start, last, _kind(named, start, governed.type_behind(tokens, named, (k, start), kind)))
    return last


def _relabel(labels: list[str], first: int, last: int, kind: str) -> None:
    if first < last:
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]


def _verbs(triggers: Sequence[Trigger], named: Sequence[Named], first: int, last: int) -> Iterator[int]:
    """Verbs between the first and the last word, which can be nothing else: no given name (شايع الفلاني)."""
    names = {a for a, b, kind in named if kind == "person" and b - a > 1}
    for trigger in triggers:
        k = trigger.token
        if k not in names and first < k < last - 1 and {t.kind for t in triggers if t.token == k} == {"V"}:
            yield k


def _joints(
    tokens: Sequence[Token], named: Sequence[Named], known: Known, first: int, last: int, *, spoken: bool
) -> Iterator[int]:
    """Where a name ends and بـ or لـ with another name or title begins.

    Behind a verb (``spoken``) also where a known person follows a definite word: صفق الكونغرس الأمريكي لفلان.
    """
    begin, runs = {a for a, _, _ in named}, [*known_runs(tokens, known, first, last)]
    end, ends = {b for _, b, kind in (*named, *runs) if kind == "person"}, {b for _, b, _ in runs}
    for k in range(first + 1, last):
        _, joined, rest = words.split(tokens[k].form)
        titled = rest in load_function_words()["titles"] and joined in {"بال", "لل"}
        honoured = rest in load_function_words()["honorifics"] and joined in {"ب", "ل"}  # التقى الوسيط فلان بفخامة
        ends_name = k in end or (spoken and titled and receptions.is_full_name(tokens, first, k))
        ends_here = ends_name and (titled or honoured or (joined in {"ب", "ل", "لل", "بال"} and k in begin))
        ends_here |= tokens[k - 1].form in "،," and names_two(tokens, named, first, k, last)
        ends_here |= spoken and k > first + 1 and tokens[k - 1].form in "،," and (titled or honoured)
        person = spoken and joined in {"ب", "ل"} and (k in ends or tokens[k - 1].form.startswith("ال"))
        body = spoken and joined == "بال" and _is_known(tokens, known, k, f"ال{rest}", "organization armed_group")
        called = k in end and joined in {"ل", "لل"} and tokens[last : last + 1] and tokens[last].surface == ":"
        name = f"ال{rest}" if joined == "لل" else rest
        body |= bool(called) and _is_known(tokens, known, k, name, _ADDRESSED)  # الرئيس لحماس: أطلقوا
        if ends_here or body or (person and _is_known(tokens, known, k, rest)):
            yield k
    yield from paired.second(tokens, first, last)


def _is_known(tokens: Sequence[Token], known: Known, k: int, rest: str, kinds: str = "person") -> bool:
    """Whether a known name of such a kind begins at the word, its preposition aside: أشاد الرئيس بالجيش اللبناني."""
    following = (rest, *(token.form for token in tokens[k + 1 : k + 5]))
    return any(kind in kinds.split() and run == following[: len(run)] for run, kind in known.get(rest, {}).items())


def _object(
    tokens: Sequence[Token], named: Sequence[Named], known: Known, first: int, last: int, *, meets: bool, person: bool
) -> int | None:
    """Where the object begins in a span right behind a transitive verb; one of meeting is hardly without object."""
    mister = tokens[first].form in load_function_words()["misters"]  # السيد الرئيس, one person
    for begin, end, _ in named:
        another = begin == first and not (mister and end == first + 1)
        another &= any(a == end and b <= last for a, b, _ in named)
        if another and _opens(tokens[end], named, end) and not is_in_construct(tokens[begin:end], tokens[end]):
            return end
    classes, runs = load_function_words(), [*known_runs(tokens, known, first, last)]
    if (name := _known_behind(tokens, known, runs, first, last)) is not None:
        return name
    ends = {b for _, b, kind in (*named, *runs) if kind == "person" and not is_of_kin(tokens[b - 1])}
    bounds = {b for _, b, _ in runs}  # of the gazetteer: المخطوفين لدى داعش الحكومة
    names = [a for a, _, kind in named if kind == "person" and not is_title(tokens[a].form)]
    counted_ = bool(name_rules.share_of(tokens[first].form))  # طالب آلاف المتظاهرين الحكومة
    for k in range(first + 1 + (mister or counted_), last):
        form, before = tokens[k].form, tokens[k - 1].form
        bare = words.without_article(form)
        loose = bare not in classes["definite_bodies"] or form.endswith("ين")  # القادة العسكريين، المقاتلين الأكراد
        agrees = form.endswith("ه") and (before.endswith("ه") or not is_title(before))  # not الوزير المعارضة
        loose &= describes(before) or of_bloc(tokens[first].form, bare) or (agrees and not human_plural(bare))
        several = bare in united("definite_bodies", "people", "sides_in_plural") or human_plural(bare)
        body = several and form.startswith("ال") and not loose
        definite = seams.ends_definite(tokens, first, k)
        title = bare in classes["titles"] - classes["honorifics"] and not seams.is_chain(tokens, names, k, last)
        office = receptions.may_be_named(tokens, k, last)  # not رئيس جمعية الصداقة, ولي العهد الأردني
        behind = any(k < a < last for a in names)
        other = behind or (office and is_surname(tokens, k + 2, last))
        # التقى سعيد وزير الداخلية فلانا, not نائب الرئيس حاكم دبي
        titled = title and (are_given(tokens, first, k, last) or ((meets or behind) and k in ends and other))
        posted = words.without_article(tokens[first].form) in classes["posts_abroad"]
        titled |= meets and posted and k in ends and title  # سفير مصر بالخرطوم فلان وزير الدفاع
        titled |= meets and form in classes["envoys"] and before.startswith("ال")  # not قائد الثورة مبعوث الرئيس
        held = {b for _, b, kind in named if kind == "person" and first < b < k}  # فلان رئيس المجلس الوزير فلان
        titled |= meets and title and form[:2] == before[:2] == "ال" and bool(held) and other
        sent = meets and form in classes["delegations"] and (k in ends or form[-1:] == "ا")  # وفد من الحزب وفدا روسيا
        surname = person and is_surname(tokens, first, k)
        lone = (k == first + 1 and is_lone(tokens[first].form)) or (k in ends and k + 2 == last)  # بري الوزير فلانا
        titled |= meets and (surname or lone) and form.startswith("ال") and title and is_told(tokens, k, last)
        alone = k == first + 1 and surname and form in classes["titles"] and k + 1 < last  # ناشد الهاشمي وزير الدفاع
        foreign = k == first + 2 and tokens[first].form in classes["naming_bodies"] and is_unknown(before)  # شركة توتال
        ended = definite or foreign or k in ends or k in bounds or (surname and bare not in classes["titles"])
        addressed = title and is_hailed(tokens, first, k, meets=meets, free=definite and not person)
        addressed |= meets and mister and k == first + 2 < last - 1 and receptions.is_crowned(form)
        addressed |= k == last - 1 and k in {a for a, _, _ in runs} and receptions.is_foreign(tokens, k)
        full = surname and not meets and k > first + 1  # دعا المبعوث فلان الفلاني إيران, or زار بوريل كييف
        state = (full or lone) and (k, last, "state") in runs
        number = form in classes["numerals"] and k + 1 < last and tokens[k + 1].form.endswith("ين")
        counted = k + 1 < last and (form in classes["shares"] or number)  # كافة المنظمات، ثلاثة صيادين
        counted &= definite or k in ends
        addressed |= definite and receptions.are_several(form)
        alone |= form in classes["counterparts"] or addressed or state or counted or sent or receptions.is_envoy(form)
        if titled or alone or (body and ended) or (k in ends and paired.is_honoured(tokens, k, last)):
            return k
        opens = opens_construct(form) or (seams.is_head(form) and not words.split(form)[1])
        opens |= form in classes["state_heads"] and k + 1 < last and tokens[k + 1].form.startswith("ال")
        if k + 1 < last and opens and (definite or k in ends):
            return k
    return None


def _known_behind(tokens: Sequence[Token], known: Known, runs: Sequence[Named], first: int, last: int) -> int | None:
    """Where a known name goes up to the end of the span, behind another or a surname: التقى الحريري | سمير جعجع."""
    forms = tuple(token.form for token in tokens[first:last])
    ends = {b for a, b, kind in runs if a == first or (kind == "person" and b - a > 1)}  # أيد الوزير سموتريتش نتنياهو
    if len(forms) > 2 and is_surname(tokens, first, first + 1):
        ends.add(first + 1)
    begins = (k for k in range(1, len(forms)) if first + k in ends and forms[k:] in known.get(forms[k], {}))
    return next((first + k for k in begins), None)


def _opens(token: Token, named: Sequence[Named], k: int) -> bool:
    """Whether a phrase can begin with the word: a body or group with the article, or a title; no name after a title."""
    kind = _kind(named, k, "person")
    titled = words.without_article(token.form) in load_function_words()["titles"]
    return titled if kind == "person" else token.form.startswith("ال")


def _kind(named: Sequence[Named], k: int, other: str) -> str:
    return next((kind for begin, _, kind in named if begin == k), other)

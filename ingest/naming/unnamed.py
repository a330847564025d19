"""Noun phrases without a name at the place of a trigger's argument, where the taggers are silent: حث الناخبين على.

Takes the tokens of a sentence, its triggers and where phrases begin and end; gives runs of tokens with their type. An
argument stands right behind the trigger, behind the phrase that stands there (the subject), over adverbs of time or
parentheses behind either, or behind a preposition at one of these places (Ryding 2005, 3.1 and 16). Its head is a
plural of people, a role or a word for a body, made definite by the article, a pronoun or what it stands in construct
with (8.1): النازحين، ناخبيه، سكان المخيم، الوالي.
A word for how many of them may stand before it, and و may join another one to it or to a named one (10.4, 18.1). Behind
a masdar of backing a pronoun tells that it is a side (دعم حلفائها); an indefinite plural right before a verb or
participle is its subject or described by it (14.3). Of a threat or demand it may be whoever does
something too, also as the topic of a clause (14.6): من يهاجم، كل من يهاجم.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from ingest.naming import accusative_offices, indefinites
from ingest.naming.argument_places import behind_asides, behind_harms, behind_time, is_one, places
from ingest.naming.counted_groups import counted_arguments
from ingest.naming.nobody import is_law
from ingest.naming.overruns import blesses
from ingest.naming.partitives import counted_genitive, human_plural, opens_construct
from ingest.naming.whoever import whoever
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.duals import of_two
from ingest.text.name_rules import adjectives, is_tribe, share_of
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

Run = tuple[int, int, ActorType]
_BEFORE = frozenset({"من", "الي", "علي", "مع", "عن", "ضد"})
_SOUND = ("ون", "ين", "و", "ي")  # the endings of a sound plural, free and in construct (Ryding 7.2.2)
_WHOEVER = frozenset({"threatens", "demands"})
BEFORE = 4  # tokens from a group with its adjectives to what it does
ADDRESS = 12  # tokens from a word of addressing to what is said
TOPIC_REACH = 12  # tokens from من يفعل to what is said of it
_TANWIN = ("\u064b", "\u064bا")
_COMMAS, _STOPS = frozenset("،,"), frozenset(".؛:!؟")
_ANYONE, _EVERY = frozenset({"من", "ومن", "فمن"}), frozenset({"كل", "وكل", "فكل"})
_ONE = frozenset({"احد", "احدي"})
_PRONOUNS = ("هما", "هم", "ها", "ه", "نا")


def unnamed(
    tokens: Sequence[Token], triggers: Sequence[Trigger], named: Mapping[int, int], taken: Container[int]
) -> Iterator[Run]:
    """Every such phrase once, in no order; ``named``: where phrases begin and end, ``taken``: tokens within one."""
    seen = set[int]()
    for trigger in triggers:
        for k in _clauses(tokens, trigger, named) if trigger.relation in _WHOEVER else ():
            if k not in taken and k not in seen and (end := whoever(tokens, k, named)) is not None:
                seen.add(k)
                yield k, end, "group"
    # مساعدة المتضررين backs no side, but تأييده للمضربين, somebody's own
    opening = [t for t in triggers if t.kind == "V" or t.relation != "supports" or (t.kind == "M" and t.pronoun)]
    backed = {k for t in triggers if t.kind in "MA" and t not in opening for k in places(tokens, t, named)}
    told = {place for t in opening if t.relation in _WHOEVER for place in places(tokens, t, named)}
    open_ = told | {k for t in opening if t.relation not in _WHOEVER for k in places(tokens, t, named)}
    rows = {k: list(_list(tokens, k, named)) for k in sorted(open_)}
    runs = [run for row in rows.values() for run in row]
    told = {run[0] for k in told for run in rows[k]}  # توعد فرنسا وحلفاءها
    runs += [run for k in sorted(backed - open_) for run in _list(tokens, k, named) if _is_owned(tokens, run)]
    lent = {k for t in triggers if t.kind == "M" and t.until - t.start > 1 for k in places(tokens, t, named)} & backed
    runs += [run for k in sorted(lent - open_) for run in _list(tokens, k, named) if _is_side(tokens, run)]
    runs += [run for t in triggers for run in (*_before(tokens, t, named), *_topic(tokens, t, named))]
    runs += [run for t in triggers for run in counted_arguments(tokens, t, named)]
    runs += [run for t in triggers for run in accusative_offices.offices(tokens, t, named)]
    runs += [run for t in triggers for run in (*_armed(tokens, t), *_addressed(tokens, t, named), *_vowing(tokens, t))]
    relatives = {t.token for t in triggers if t.kind == "N"} - open_ - backed - told  # الحزب وحلفاؤه: his of that name
    for run in runs:
        if _describes(tokens, run[0]) or _is_to_come(tokens, triggers, run[0]) or of_two(tokens, run[0], named):
            continue
        if run[0] not in taken and run[0] not in seen | relatives:
            seen.add(run[0])
            if not any(i in taken for i in range(run[0] + 1, run[1])) or run[1] in named.values():
                yield run


def _vowing(tokens: Sequence[Token], trigger: Trigger) -> Iterator[Run]:
    """Indefinite people in the nominative right behind a verb of threatening or demanding, (7.2.2)."""
    k = trigger.until
    told = trigger.kind == "V" and trigger.relation in _WHOEVER and k < len(tokens)
    if told and tokens[k].form.endswith("ون") and not tokens[k].form.startswith("ال") and _indefinite(tokens, k):
        yield k, adjectives(tokens, k + 1, definite=False), "group"


def _addressed(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[Run]:
    """Those to whom somebody says what to do, behind a word of addressing (16): توجه إلى النواب قائلا: ارحلوا."""
    if (trigger.relation, trigger.kind) != ("demands", "N"):
        return
    for k in range(trigger.start - 1, max(-1, trigger.start - 1 - ADDRESS), -1):
        if is_one(tokens[k].form.removeprefix("و"), "addressing"):
            subject = named.get(k + 1, k + 1)
            for place in {k + 1, subject}:
                to = place < len(tokens) and tokens[place].form == "الي"
                yield from _list(tokens, place + to, named)
            return


def _describes(tokens: Sequence[Token], k: int) -> bool:
    """Whether a plural in the nominative describes the one before it (Ryding 10.1): المتظاهرون السودانيون."""
    return k > 0 and all(t.form.startswith("ال") and t.form.endswith("ون") for t in tokens[k - 1 : k + 1])


def _is_to_come(tokens: Sequence[Token], triggers: Sequence[Trigger], k: int) -> bool:
    """Whether the word tells that the meeting before it is to come, and is no rapporteur: لقاءه المقرر (10.1)."""
    return is_one(tokens[k].form, "coming") and any(
        t.until == k and t.relation == "meets" and t.kind in "MN" for t in triggers
    )


def _is_owned(tokens: Sequence[Token], run: Run) -> bool:
    """Whether a pronoun tells whose they are: دعم حلفائها."""
    return words.split(tokens[run[0]].form)[1] in {"", "ل", "ب"} and tokens[run[0]].form.endswith(_PRONOUNS)


def _is_side(tokens: Sequence[Token], run: Run) -> bool:
    """Whether aid that somebody gives them backs a side: تقديم الدعم للفصائل."""
    return is_one(words.split(tokens[run[0]].form)[2], "armed_or_ruling")


def _before(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[Run]:
    """An indefinite plural of people right before a verb or participle, which says what they do (Ryding 14.3).

    Of backing also an indefinite band: ميليشيا تدعمها إيران، لجماعة مسلحة مدعومة من إيران. What tells only a kind of
    body is whole with whom it backs or is backed by: قوات موالية لروسيا.
    """
    if trigger.kind not in "VAS":
        return
    backed = trigger.relation == "supports" and (trigger.kind != "V" or trigger.pronoun[:1] == "3")
    for k in range(max(0, trigger.start - BEFORE), trigger.start):
        band = backed and _is_band(tokens[k].form)
        ends = {trigger.start, trigger.until if backed else trigger.start}  # موالية, which looks like a nisba
        if (band or _indefinite(tokens, k)) and adjectives(tokens, k + 1, definite=False) in ends:
            yield k, _tied(tokens, trigger, named) if band and trigger.kind != "V" else trigger.start, "group"
            return


def _armed(tokens: Sequence[Token], trigger: Trigger) -> Iterator[Run]:
    """Indefinite fighters in construct with a masdar of backing, which are a side (8.1): بإيواء انفصاليين."""
    k = trigger.until
    backs = trigger.relation == "supports" and trigger.kind == "M" and not trigger.pronoun
    if backs and k < len(tokens) and (tokens[k].form.removesuffix("ين") + "ين") in load_function_words()["fighters"]:
        yield k, adjectives(tokens, k + 1, definite=False), "group"


def _is_band(form: str) -> bool:
    """Whether the word is an indefinite one for a band or force, a preposition or و joined to it or not."""
    _, joined, rest = words.split(form)
    return joined in {"", "ل", "ب"} and is_one(rest, "bands", "forces")


def _tied(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> int:
    """One behind whom an indefinite participle of backing ties a force to; its own place where that is not named."""
    k = trigger.until + (trigger.until < len(tokens) and tokens[trigger.until].form == "من")
    joined = k < len(tokens) and (k > trigger.until or words.split(tokens[k].form)[1] in {"ل", "لل"})
    return named.get(k, trigger.start) if joined else trigger.start


def _topic(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[Run]:
    """The subject before its verb behind أن or إن (Ryding 19.1): أن الشركات المخالفة ستعاقب."""
    told = trigger.kind in "VP" or (trigger.kind in "AS" and trigger.relation == "demands")  # الأطراف مدعوة إلى
    for k in _topics(tokens, trigger) if told else ():
        run = noun_phrase(tokens, k, named)
        own = tokens[k].form.endswith(_PRONOUNS)  # قال إن قواته سترد: his own, who speaks
        if run is not None and run[1] <= trigger.start and run[2] == "group" and not own:
            between = tokens[run[1] : trigger.start]
            if not any(t.form.isalnum() and not is_one(t.form, "verbal_particles") for t in between):
                yield run


def _indefinite(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word is an indefinite plural of people or sides with nothing joined."""
    form = tokens[k].form
    return human_plural(form) or form in load_function_words()["sides_in_plural"]


def _list(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Iterator[Run]:
    """The phrase that begins with token ``k`` and those that و joins to it or to a named one there (Ryding 18.1)."""
    run = noun_phrase(tokens, k, named)
    while run is not None or k in named:
        if run is not None:
            yield run
        k = run[1] if run is not None else named[k]
        k += k + 1 < len(tokens) and tokens[k].form in _COMMAS
        if k >= len(tokens) or tokens[k].form[:1] != "و":
            return
        run = noun_phrase(tokens, k, named)


def _clauses(tokens: Sequence[Token], trigger: Trigger, named: Mapping[int, int]) -> Iterator[int]:
    """The tokens at which من of whoever does something can stand as an argument, also behind an adverb in -an."""
    yield from _topics(tokens, trigger)
    if trigger.kind == "N" and (tokens[trigger.start].form in _ANYONE or is_one(tokens[trigger.start].form, "whole")):
        own = trigger.start - (trigger.start > 0 and tokens[trigger.start - 1].form in _EVERY)
        yield own  # whoever provokes, which is a trigger itself
    if trigger.relation == "threatens":
        yield from behind_harms(tokens, trigger)
    for k in (trigger.until, named.get(trigger.until, trigger.until)):
        yield k
        if k < len(tokens) and (tokens[k].form in _BEFORE or tokens[k].surface.endswith(_TANWIN)):
            yield k + 1
        if trigger.relation == "threatens" and k < len(tokens):
            yield from {behind_time(tokens, k), behind_asides(tokens, k), _behind_phrase(tokens, k)} - {k}


def _behind_phrase(tokens: Sequence[Token], k: int) -> int:
    """The token behind what somebody threatens with or the time: هدد بالقتل كل من، توعد في الوقت نفسه من."""
    if words.split(tokens[k].form)[1] in {"ب", "بال"}:
        return k + 1
    timed = (
        k + 2 < len(tokens) and tokens[k].form == "في" and is_one(words.without_article(tokens[k + 1].form), "times")
    )
    return k + 3 if timed else k


def _topics(tokens: Sequence[Token], trigger: Trigger) -> Iterator[int]:
    """Where the topic of a clause before the trigger begins, behind أن or إن or a quotation mark (Ryding 19.1).

    Whoever it is may stand behind a comma too, joined by و: ومن يعتد علينا فسيندم.
    """
    known = load_function_words()["complementizers"]
    for k in range(max(1, trigger.start - TOPIC_REACH), trigger.start):
        before, marked = tokens[k - 1], tokens[k - 1].surface in QUOTES | _COMMAS | {":"}
        anyone = tokens[k].form in _ANYONE or (tokens[k].form in _EVERY and tokens[k + 1].form == "من")
        joined = marked and anyone and trigger.relation == "threatens"
        if joined or before.form in known or before.form.removeprefix("و") in known:
            yield k


def noun_phrase(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Run | None:
    """The noun phrase at token ``k``, also behind a word for how many of them (10.4): كافة الأطراف، أحد نوابه."""
    if k >= len(tokens) or blesses(tokens, k) or is_law(tokens, k):  # رعاه الله, not shepherds
        return None
    share = share_of(tokens[k].form)
    if share and k + 1 < len(tokens):
        joined = words.split(tokens[k + 1].form)[:2]
        run = _noun(tokens, k + 1, named) if joined in {("", ""), ("", "ال")} else None
        return (k, run[1], "person" if share in _ONE else "group") if run is not None and run[2] == "group" else None
    return _noun(tokens, k, named)


def _noun(tokens: Sequence[Token], k: int, named: Mapping[int, int]) -> Run | None:
    _, joined, rest = words.split(tokens[k].form)
    against = k + 1 < len(tokens) and tokens[k + 1].form.startswith("علي")
    kind = None if against and is_one(rest, "acts_with_on") else _kind(rest)  # القضاء على التمرد
    definite, marked = joined.endswith(("ال", "لل")), tokens[k].surface.endswith("ة")  # محافظة is not محافظ with ه
    if definite and is_one(rest, "lone_ministries"):
        kind = "organization"
    bare = kind is not None or definite or marked
    own = None if bare else next((rest.removesuffix(p) for p in _PRONOUNS if rest.endswith(p)), None)
    if own is not None:
        kind = next(filter(None, (_kind(form) for form in (own, own + "ن", own[:-1] + "ء"))), None)
    if kind is None and not definite and joined in {"", "ب", "ل"}:
        return indefinites.somebody(tokens, k)
    if kind is None or (own is not None and kind == "organization"):  # حزبه stands for the body of whoever is spoken of
        return None
    if definite or own is not None:
        return k, adjectives(tokens, k + 1, definite=True), kind
    behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
    if k + 1 in named and behind[:1] not in "ولب":
        return k, named[k + 1], kind
    people = k + 2 < len(tokens) and (human_plural(behind) or opens_construct(behind))  # نقابة محرري الصحافة
    ending = tokens[k + 2].form if people else behind
    if ending.startswith("ال") and len(ending) > len("الم"):
        return k, adjectives(tokens, k + 2 + people, definite=True), kind
    several = k + 2 < len(tokens) and f"{behind}_{tokens[k + 2].form}" in load_function_words()["place_names"]
    placed = several or is_one(behind, "cities", "districts")  # سكان خان يونس، سكان طرابلس، سكان حي الشجاعية
    longer = several or is_one(behind, "districts")
    placed |= is_one(rest, "of_a_place") and k + 1 < len(tokens) and is_tribe(tokens[k + 1])
    part = k + 2 in named and is_one(behind, "directions")  # سكان جنوب لبنان
    end = named[k + 2] if part else min(k + 2 + longer, len(tokens)) if placed else counted_genitive(tokens, k)
    return (k, end, kind) if kind == "group" and end is not None else None


def _kind(form: str) -> ActorType | None:
    """The type of actor that the noun is the head of; None for another word."""
    classes = load_function_words()
    stems = {form.removesuffix(ending) for ending in _SOUND if form.endswith(ending)}
    if form in classes["sides_in_plural"] or form in classes["human_plurals"] or stems & classes["human_stems"]:
        return "group"
    if form in united("office_holders", "kin_heads"):
        return "person"
    return "organization" if form in classes["acting_bodies"] else None

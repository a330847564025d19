"""Whether a word is read as the trigger that its spelling may be: of the kind of its entry, showing a relation alone.

Takes a context, the article's phrases and a trigger, gives yes or no. Verb, masdar, participle and noun share spellings
that what stands around tells apart (Ryding 2005, 5.1); a word that only may go with a relation, that blesses, hides in
a name or is part of another word's expression tells none.
"""

from collections.abc import Sequence

from ingest.acts.announcements import announces_harm
from ingest.acts.answered import Answered
from ingest.acts.courtesies import is_courtesy
from ingest.acts.directed import is_directed
from ingest.acts.duties import Duty, is_condition
from ingest.acts.matches import is_match
from ingest.acts.no_threats import is_no_threat
from ingest.acts.spans_given import is_dated
from ingest.acts.warned_of import is_warned_of, names_reprisal
from ingest.acts.waving import is_waved
from ingest.grammar.backers import is_unsaid
from ingest.grammar.clauses import Clauses
from ingest.grammar.contents import Content
from ingest.grammar.masdars import is_attribute, is_of_others
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import Context
from ingest.text.imperfects import opens_apodosis
from ingest.text.lauding import is_lauding
from ingest.text.mentions import Phrase
from ingest.text.morphology import embedded
from ingest.text.prepositions import preposition_of, pronominal
from ingest.text.scope import Scope, is_future, is_in
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

HOLD, SHELTER, SANCTION = "3aqada", "awa", "3uquba"
OR_ELSE, WARN, IRON_HAND = "wa-illa", "hadhdhara", "yad-min-hadid"
LIFTED, SANCTIONED = 3, 5  # words before sanctions that lift them; words around that tell whether they are to come
HELD_REACH, HOSTED = 3, 12  # tokens from holding to the meeting held (عقد أول اجتماع), from sheltering to refugees
_NAMED = frozenset({"person", "organization", "state", "armed_group"})
_DEFINITE, _THAT = frozenset({"ال", "بال", "لل"}), frozenset({"بان", "بالا"})


def is_read(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the word is of the trigger's kind, where its spelling allows more than one.

    Verb or masdar (دعم) goes by what stands before it (Ryding 5.1); a participle that is no circumstance gives way to
    a noun (مطالب, demands) and, behind what governs a noun, to a masdar (مطالبة).
    """
    unread = (
        _is_past_duty(context, trigger)
        or _is_blessing(context, trigger)
        or _is_named(context, phrases, trigger)
        or _is_split(context, trigger)
        or _is_impersonal(context, trigger)
        or _is_hospitality(context, trigger)
        or _is_in_force(context, trigger)
        or _is_and_not(context, trigger)
        or _is_asked_for(context, trigger)
        or is_courtesy(context, phrases, trigger)
        or is_unsaid(context, trigger)
        or _is_contract(context, trigger)
        or is_condition(context, trigger)
        or _is_tie(context, trigger)
        or is_waved(context, trigger)
        or is_warned_of(context, trigger)
        or is_no_threat(context, trigger)
        or is_of_others(context, phrases, trigger)
        or is_dated(context, trigger)
        or is_match(context, trigger)
    )
    if unread or _invites(context, phrases, trigger) or not _shows_alone(context, phrases, trigger):
        return False
    kinds = {t.kind for t in context.triggers if t.token == trigger.token and t.verb == trigger.verb}
    others = {t.kind for t in context.triggers if t.token == trigger.token} - {trigger.kind}
    if trigger.kind in "VM" and ({"V", "M"} <= kinds or _may_end(context, trigger)):
        if trigger.start < trigger.token or _holds(context, phrases, trigger):  # لقاء جمع كيري بنظيره
            return trigger.kind == "V"
        return Verbs.of(context, phrases).is_verbal(trigger.token) == (trigger.kind == "V")
    owned = trigger.relation == "demands" and bool(trigger.pronoun)  # لمطالبها, what they demand (12.3)
    if trigger.kind == "A" and (owned or "N" in others or _is_plain_noun(context, trigger)):
        return (not owned and _is_circumstance(context, trigger)) or _has_complement(context, phrases, trigger)
    if trigger.kind in "AM" and {"A", "M"} <= kinds:
        before = context.tokens[trigger.token - 1].form if trigger.token else ""
        told = is_in(before, "reporting", "affirming", "complementizers")  # جددت مطالبة السودان، إن مطالبة الهند
        mutual = trigger.relation == "meets" and load_lexicon()[trigger.entry].masdar_frames  # مفاوضات, hardly women
        answered = trigger.relation == "demands" and Answered(context, phrases, trigger).answerer() is not None
        governed = told or answered or bool(mutual) or Verbs.of(context, phrases).is_governed(trigger.token)
        return (governed and not is_attribute(context, phrases, trigger)) == (trigger.kind == "M")
    return True


def _is_deadline(trigger: Trigger) -> bool:
    """Whether the entry tells a demand and, with what follows if it is not met, a threat: أمهل، مهلة."""
    relations = load_lexicon()[trigger.entry].relations
    return {"demands", "threatens"} <= set(relations)


def _is_resolve(trigger: Trigger) -> bool:
    """Whether the masdar is of what threatens only when it is to come: تعتزم إدراج الجماعة."""
    return trigger.kind == "M" and load_lexicon()[trigger.entry].only_future


def _threatens(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a deadline is a threat too; in a headline, which is short, only where what comes else is said.

    That stands behind it (وإلا، فسوف), is a verb of the future or a threat of its own.
    """
    if not Scope(context, phrases, trigger).is_headline:
        return True
    behind = (token.form for token in context.tokens[trigger.token + 1 :])
    other = any(
        t.relation == "threatens" and t.token != trigger.token and not (_is_deadline(t) or t.part or _is_resolve(t))
        for t in context.triggers
    )
    return other or any(is_in(form, "consequences") or is_future(form) for form in behind)


def _is_plain_noun(context: Context, trigger: Trigger) -> bool:
    """Whether the participle is also a noun of no relation, as طالب, a student."""
    lexicon, form = load_lexicon(), context.tokens[trigger.token].surface
    return any(a.deriv == "base" and not lexicon[a.entry].relations for a in embedded().analyse(form))


def _is_circumstance(context: Context, trigger: Trigger) -> bool:
    """Whether the participle is one of circumstance by its ending; of women or several, behind a comma (Ryding 11)."""
    form = context.tokens[trigger.token].form
    aside = trigger.token > 0 and context.tokens[trigger.token - 1].surface in {"،", ","}
    return form.endswith("ا") or (aside and form.endswith(("ه", "ين")) and not words.split(form)[1].endswith("ال"))


def _has_complement(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether what is demanded, or of whom, stands right behind a participle, which no noun of its spelling has.

    Of several in the accusative (خرجوا مطالبين بالحرية، مطالبين إياه) or a passive one as predicate, of whom
    something is demanded (الوزير مطالب بتفسير; Ryding 11).
    """
    k, form = trigger.token, context.tokens[trigger.token].form.removeprefix("و")
    if trigger.relation != "demands" or words.split(form)[1] or k + 1 >= len(context.tokens):
        return False
    behind = context.tokens[k + 1].form
    content = preposition_of(behind) == "ب" or behind in _THAT
    if form.endswith("ين"):
        named = any(phrases[i].first == k + 1 for i in context.outer)
        return content or named or is_in(behind, "strong_pronouns")
    before = [i for i in context.outer if phrases[i].last == k]
    return content and bool(before) and Clauses.of(context, phrases).bare(before[-1])


def _holds(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether a word of meeting is the verb: behind a pronoun that is its subject (أنه تحدث), or عقد before no meeting.

    The masdar of عقد stands in construct with the meeting: عقد اجتماع.
    """
    behind = {t.kind for t in context.triggers if t.token == trigger.token + 1 and t.relation == trigger.relation}
    governed = Verbs.of(context, phrases).is_governed(trigger.token)
    before = context.tokens[trigger.token - 1].form.removeprefix("و") if trigger.token else ""
    adverb = trigger.until < len(context.tokens) and is_in(context.tokens[trigger.until].form, "phrase_ends")
    asked = trigger.relation == "demands" and adverb  # أنه طلب شخصيا من
    if (trigger.relation == "meets" or asked) and is_in(before, "with_subject"):
        return True
    return trigger.verb == HOLD and not behind and not governed


def _shows_alone(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the frame of the entry tells a relation, not only a deed done (قصف) or a word that may go with one."""
    entry = load_lexicon().get(trigger.entry)
    if trigger.relation == "threatens" and entry is not None and _is_deadline(trigger):
        return _threatens(context, phrases, trigger)
    if entry is None or not (entry.alone or _is_resolve(trigger)):
        return True
    scope = Scope(context, phrases, trigger)
    if entry.alone == "denied":
        return any(is_in(form, "will_not") for form in scope.before())
    if trigger.entry == WARN:
        return names_reprisal(context, phrases, trigger) or announces_harm(context, phrases, trigger)
    if entry.alone in {"answered", "topic", "directed", "lauding"}:
        return _shows_addressed(context, phrases, trigger)
    to_come = scope.is_future or scope.is_resolved or scope.is_possible or scope.is_aimed
    return entry.alone == "future" and to_come if entry.alone else scope.is_meant or scope.is_aimed


def _shows_addressed(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether it is told who answers or is to do what the word names: مطالب فرنسا من إيران، وجه الوزارة بفتح تحقيق.

    Of a word of describing, whether the description is praise.
    """
    alone = load_lexicon()[trigger.entry].alone
    if alone == "topic":
        return Duty(context, phrases, trigger).is_of_topic
    if alone == "directed":
        return is_directed(context, phrases, trigger)
    if alone == "lauding":
        return is_lauding(context, trigger)
    answered = Answered(context, phrases, trigger)
    return answered.by() is not None or answered.is_directed()


def _is_past_duty(context: Context, trigger: Trigger) -> bool:
    """Whether the words of duty only tell of one that was: كان عليه أن."""
    first = context.tokens[trigger.start - 1].form if trigger.start else ""
    return trigger.relation == "demands" and trigger.kind == "N" and is_in(first, "past")


def _is_blessing(context: Context, trigger: Trigger) -> bool:
    """Whether God is the subject, or who is called upon: أيده الله، داعيا المولى أن."""
    behind = context.tokens[trigger.token + 1 : trigger.token + 2]
    called = trigger.relation == "demands" and bool(behind) and is_in(behind[0].form, "god")
    return called or bool(trigger.pronoun and behind and behind[0].form == "الله")


def _invites(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the call is an invitation, which is no demand."""
    calls = trigger.relation == "demands" and trigger.verb == "da3a"
    return calls and Content(context, phrases, trigger, Clauses.of(context, phrases)).invites()


def _is_split(context: Context, trigger: Trigger) -> bool:
    """Whether a letter that the reading takes for a preposition is the root's in another: بحث is no urging (حث)."""
    first = context.tokens[trigger.token].form.removeprefix("و")[:1]
    roots = {t.entry: load_lexicon()[t.entry].root[:1] for t in context.triggers if t.token == trigger.token}
    return trigger.kind == "M" and first in {"ب", "ل"} and roots[trigger.entry] != first and first in roots.values()


def _may_end(context: Context, trigger: Trigger) -> bool:
    """Whether the verb is spelled like a noun of ending: وقف, end, or he stood."""
    form, ends = context.tokens[trigger.token].form, load_function_words()["cessations"]
    return trigger.kind == "V" and (form in ends or (form[:1] == "و" and form[1:] in ends))


def _is_impersonal(context: Context, trigger: Trigger) -> bool:
    """Whether a definite participle is a passive one with a pronoun behind بـ (Ryding 38): الحكومة المعترف بها."""
    behind = context.tokens[trigger.token + 1 : trigger.token + 2]
    definite = words.split(context.tokens[trigger.token].form)[1] in _DEFINITE
    return trigger.kind == "A" and definite and bool(behind) and pronominal(behind[0].form) == "ب"


def _is_hospitality(context: Context, trigger: Trigger) -> bool:
    """Whether who is sheltered is a refugee or the like, which is no support: آوت موريتانيا مئة ألف لاجئ."""
    behind = context.tokens[trigger.until : trigger.until + HOSTED]
    return trigger.verb == SHELTER and any(is_in(token.form, "displaced") for token in behind)


def _is_in_force(context: Context, trigger: Trigger) -> bool:
    """Whether sanctions are told of that are lifted, or are in force already: رفع العقوبات، العقوبات التي فرضها.

    The article tells those that are (Ryding 6.2); they threaten again where they go on, grow or are to come.
    """
    if trigger.verb != SANCTION or trigger.kind != "N":
        return False
    k = trigger.token
    before, around = (context.tokens[max(0, k - n) : k + m] for n, m in ((LIFTED, 0), (SANCTIONED, SANCTIONED + 1)))
    if any(is_in(words.split(token.form)[2], "lifting") for token in before):
        return True
    anew = any(is_future(t.form) or is_in(words.split(t.form)[2], "continuing", "resolves", "renewed") for t in around)
    return words.split(context.tokens[k].form)[1] in _DEFINITE and not anew


def _is_and_not(context: Context, trigger: Trigger) -> bool:
    """Whether what is spelled like or else is and not to: دعا إلى التهدئة وألا يتدخل أحد (37, 39); not والا تعرضوا."""
    behind, surface = context.tokens[trigger.until : trigger.until + 1], context.tokens[trigger.token].surface
    return trigger.entry == OR_ELSE and surface[:4] != "وإلا" and not (behind and opens_apodosis(behind[0].form))


def _is_asked_for(context: Context, trigger: Trigger) -> bool:
    """Whether the blow with an iron hand is only spoken of, its masdar definite: طالبه بالضرب بيد من حديد (8.1)."""
    before = words.split(context.tokens[trigger.start - 1].form) if trigger.start else ("", "", "")
    return trigger.entry == IRON_HAND and before[1] in _DEFINITE and before[2] == "ضرب"


def _is_contract(context: Context, trigger: Trigger) -> bool:
    """Whether the masdar of holding stands before no meeting, so that it is rather a contract: عقد تسليح مع باريس."""
    if trigger.entry != HOLD or trigger.kind != "M" or trigger.pronoun:
        return False
    behind = context.tokens[trigger.token + 1 : trigger.token + 1 + HELD_REACH]
    held = any(t.relation == "meets" and 0 < t.token - trigger.token <= HELD_REACH for t in context.triggers)
    return not held and not any(is_in(words.without_article(token.form), "gatherings") for token in behind)


def _is_tie(context: Context, trigger: Trigger) -> bool:
    """Whether what brings together is no meeting, which a set phrase tells, but a tie: العلاقات التي تجمع البلدين."""
    before = context.tokens[trigger.token - 1].form if trigger.token else ""
    return trigger.entry in {"jama3a", "damma"} and trigger.kind == "V" and is_in(before, "relatives")


def _is_named(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the word is part of a name: وزير الدفاع، سامح شكري، التحالف."""
    form = words.split(context.tokens[trigger.token].form)
    if trigger.kind == "M" and form[1] in _DEFINITE and is_in(form[2], "naming_bodies"):
        return True
    around = [phrases[i] for i in context.outer if phrases[i].first <= trigger.token < phrases[i].last]
    noun = trigger.until - 1 if load_lexicon()[trigger.entry].kind == "light" else trigger.start
    persons = (phrases[i] for i in context.outer if phrases[i].type == "person")
    if noun > trigger.start and any(p.first < noun < p.last for p in persons):  # توجه سامح شكري إلى
        return True
    before = context.tokens[trigger.token - 1].form if trigger.token else ""
    if trigger.kind == "N" and not form[1] and is_in(before, "given"):  # ميشال عون
        return any(p.type == "person" and p.first < trigger.token for p in around)
    return trigger.kind in "MVP" and any(p.type in _NAMED and (trigger.kind in "MP" or p.length > 1) for p in around)

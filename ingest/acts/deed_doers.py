"""Whose deed it is that will be answered: أي اعتداء إسرائيلي سيواجه برد، سنرد على أي عمل تشنه الهند.

Takes a context, the article's phrases and a trigger of threatening, gives the phrase of who does the deed that the
threat is the answer to, or None. The deed is the topic before the verb (Ryding 2005, 3.1) or stands behind على; whose
it is a nisba tells (10.2), the genitive (8.1), من with whom it comes from (16) or its relative clause (14.3).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.acts.filled import Filled
from ingest.grammar import nisba
from ingest.grammar.clauses import Clauses
from ingest.grammar.harmed import harms_at
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_future, is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb
from ontology.function_words import united
from ontology.lexicon import load_lexicon

ANSWERED = frozenset({"answered-by-force", "back-upon", "cost-dear", "means-war", "not-pass"})
REACH = 16  # tokens from a deed to what comes of it: أي اعتداء على البلاد أو غارة أو قصف سيواجه
BEHIND = 9  # tokens from an answer to the deed behind على: سترد ردا حازما جدا على أي محاولة
FROM = 8  # tokens from a deed to whom it comes from: أي هجوم على المصالح الأمريكية من قبل إيران
_BY = frozenset({"من", "قبل", "جانب", "طرف"})
_ON, _PRONOUNS = frozenset({"علي"}), ("ها", "ه")
_IMPERFECT = frozenset("يت")  # of doubled verbs too: تشنه
_COMMAS = frozenset("،,")


class DeedDoer:
    """Who does what one trigger's threat is the answer to."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger
        self._clauses = Clauses.of(context, phrases)

    def topic(self) -> int | None:
        """The token of the deed that is the topic of the trigger's clause; None where no deed opens it."""
        tokens, k = self._context.tokens, self._trigger.start
        for j in range(k - 1, max(-1, k - 1 - REACH), -1):
            form = tokens[j].form
            if self._clauses.is_stop(j) or is_future(form) or is_in(form, "complementizers"):
                return None
            if self._is_deed(j) and self._opens(j - self._is_any(j - 1)):
                return j
        return None

    def of_answer(self) -> int | None:
        """Who does the deed that the trigger answers, behind على: سترد باكستان على أي عمل تشنه الهند."""
        if "3ala" not in _targets(self._trigger):
            return None
        deed = self.answered()
        return None if deed is None else self.doer(deed, len(self._context.tokens))

    def answered(self) -> int | None:
        """The token of the deed behind على or لـ that the trigger answers; None where it answers none."""
        tokens, k, slots = self._context.tokens, self._trigger.until, _targets(self._trigger)
        for j in range(k, min(len(tokens) - 1, k + BEHIND)):
            if self._clauses.is_stop(j):
                return None
            on, to = "3ala" in slots and tokens[j].form in _ON, "li" in slots and words.split(tokens[j].form)[1] == "ل"
            if on or to:
                deed = j + on
                deed += self._is_any(deed)
                if deed < len(tokens) and self._is_deed(deed):
                    return deed
            if on:
                return None
        return None

    def victim(self) -> int | None:
        """Whom the deed that the trigger answers was done to: الرد على اغتيال القائد."""
        deed = self.answered()
        behind = () if deed is None else (i for i in self._context.outer if self._phrases[i].first == deed + 1)
        return next((i for i in behind if deed is not None and self._is_done_to(deed, i)), None)

    def doer(self, deed: int, end: int) -> int | None:
        """Who does the deed at token ``deed``, told before token ``end``."""
        named = nisba.state_behind(self._context, self._phrases, deed + 1)
        if named is not None:
            return named
        for i in self._context.outer:
            first = self._phrases[i].first
            if not deed < first < min(end, deed + FROM):
                continue
            by, of_thing = self._clauses.government(i)
            if first == deed + 1 and self._is_done_to(deed, i):
                return None
            own = first == deed + 1 and self._phrases[i].clitics == "ل"  # أي هجوم للمستوطنين
            if (
                (first == deed + 1 and self._is_bare(i))
                or own
                or (by in _BY and not of_thing)
                or self._does(first - 1, deed)
            ):
                return i
        return None

    def _is_deed(self, k: int) -> bool:
        conjunction, _, rest = words.split(self._context.tokens[k].form)
        return not conjunction and is_in(rest, "things_done", "done_to_people")

    def _is_done_to(self, deed: int, phrase: int) -> bool:
        """Whether the genitive is whom the deed was done to, not who does it (Ryding 8.1): اغتيال القائد."""
        people = self._phrases[phrase].type in {"person", "group"}
        return people and is_in(words.split(self._context.tokens[deed].form)[2], "done_to_people")

    def _is_any(self, k: int) -> bool:
        """Whether any or every stands at token ``k``: أي هجوم، كل اعتداء، لأي محاولة."""
        return 0 <= k < len(self._context.tokens) and is_in(self._context.tokens[k].form.removeprefix("ل"), "whole")

    def _is_bare(self, phrase: int) -> bool:
        return self._context.prepositions[phrase] == "" and not self._phrases[phrase].clitics

    def _opens(self, k: int) -> bool:
        """Whether the word at token ``k`` opens a clause: behind أن, a sign or nothing."""
        tokens = self._context.tokens
        if k == 0:
            return True
        before = tokens[k - 1]
        marked = before.surface in QUOTES | _COMMAS | {":"} or not before.form.isalnum()
        return marked or is_in(before.form, "complementizers")

    def _does(self, k: int, deed: int) -> bool:
        """Whether a verb of the deed's relative clause stands at token ``k``, its pronoun the deed: عمل تشنه الهند."""
        form = self._context.tokens[k].form
        stems = (form.removesuffix(pronoun) for pronoun in _PRONOUNS if form.endswith(pronoun))
        return k > deed and any(is_verb(stem) or stem[0] in _IMPERFECT for stem in stems)


def of_answer(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
) -> Filled:
    """The frame of a threat to answer a deed, for who does it, not whom it is done to: بالرد على أي هجوم صيني ضد."""
    own = frame.target_slot in {"3ala", "li"} and frame.target_how in {"near", "far", "of"}
    if frame.target is None or trigger.relation != "threatens" or not (own or frame.target_slot == "content"):
        return frame
    at, told = harms_at(context), phrases[frame.target].first
    for harm in [trigger] if own else [harm for k in range(trigger.after + 1, told) for harm in at.get(k, ())]:
        if not own and {"3ala", "li"}.isdisjoint(_targets(harm)):
            continue
        deeds = DeedDoer(context, phrases, harm)
        deed = deeds.answered()
        if deed is None or deed > told:
            continue
        by = deeds.doer(deed, len(context.tokens))
        if by is None or (frame.source is not None and actors[by] == actors[frame.source]):
            return replace(frame, target=None, target_slot="", target_how="")
        return replace(frame, target=by, target_how="of")
    return frame


def is_answered(context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> bool:
    """Whether the word is of the deed that a threat before it answers, and threatens nobody: الرد على اغتيال القائد."""
    if trigger.relation != "threatens" or trigger.kind not in "MN":
        return False
    answers = (t for t in _answers(context) if 0 < trigger.token - t.token <= BEHIND)
    return any(DeedDoer(context, phrases, t).answered() == trigger.token for t in answers)


def victims(context: Context, phrases: Sequence[Phrase]) -> Iterator[int]:
    """Whom the deeds were done to that are answered in a sentence, and whom no threat there is for."""
    found = (DeedDoer(context, phrases, t).victim() for t in _answers(context))
    return (i for i in found if i is not None)


def _answers(context: Context) -> Iterator[Trigger]:
    """The words of a sentence that can be the answer to a deed behind على or لـ."""
    threats = (t for t in context.triggers if t.relation == "threatens")
    return (t for t in threats if not {"3ala", "li"}.isdisjoint(_targets(t)))


def _targets(trigger: Trigger) -> set[str]:
    """The slots of whom the word threatens."""
    return {slot for frame in load_lexicon()[trigger.entry].frames for slot in frame.get("target", ())}


def warned(context: Context, phrases: Sequence[Phrase], trigger: Trigger, source: int) -> int | None:
    """Whom somebody warns of what will become of him: حذرت الصين واشنطن من أنها ستدفع الثمن، من أن أي توغل سيكلفها."""
    tokens, k, clauses = context.tokens, trigger.start, Clauses.of(context, phrases)
    known = united("with_subject", "complementizers")
    before = range(k - 1, max(-1, k - 1 - REACH), -1)
    that = next((j for j in before if tokens[j].form.removeprefix("ب") in known), None)
    if that is None or clauses.stopped(that, k):
        return None
    told = [i for i in context.outer if phrases[i].last <= that and clauses.bare(i) and i != source]
    if not told or clauses.stopped(phrases[told[-1]].last - 1, that):
        return None
    opening = tokens[: phrases[told[-1]].first]
    return told[-1] if any(is_in(token.form, "warnings", "vowing") for token in opening) else None

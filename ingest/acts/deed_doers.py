"""Whose deed it is that will be answered: أي اعتداء إسرائيلي سيواجه برد، سنرد على أي عمل تشنه الهند.

Takes a context, the article's phrases and a trigger of threatening, gives the phrase of who does the deed that the
threat is the answer to, or None. The deed is the topic before the verb (Ryding 2005, 3.1) or stands behind على; whose
it is a nisba tells (10.2), the genitive (8.1), من with whom it comes from (16) or its relative clause (14.3).
"""

from collections.abc import Sequence
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
        if not any("3ala" in frame.get("target", ()) for frame in load_lexicon()[self._trigger.entry].frames):
            return None
        deed = self.answered()
        return None if deed is None else self.doer(deed, len(self._context.tokens))

    def answered(self) -> int | None:
        """The token of the deed behind على that the trigger answers; None where it answers none."""
        tokens, k = self._context.tokens, self._trigger.until
        for j in range(k, min(len(tokens) - 1, k + BEHIND)):
            if self._clauses.is_stop(j):
                return None
            if tokens[j].form in _ON:
                deed = j + 1 + self._is_any(j + 1)
                return deed if deed < len(tokens) and self._is_deed(deed) else None
        return None

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
            if (first == deed + 1 and self._is_bare(i)) or (by in _BY and not of_thing) or self._does(first - 1, deed):
                return i
        return None

    def _is_deed(self, k: int) -> bool:
        conjunction, _, rest = words.split(self._context.tokens[k].form)
        return not conjunction and is_in(rest, "things_done")

    def _is_any(self, k: int) -> bool:
        """Whether any or every stands at token ``k``: أي هجوم، كل اعتداء."""
        return 0 <= k < len(self._context.tokens) and is_in(self._context.tokens[k].form, "whole")

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
    if frame.target is None or frame.target_slot != "content" or trigger.relation != "threatens":
        return frame
    at, told = harms_at(context), phrases[frame.target].first
    for harm in (harm for k in range(trigger.after + 1, told) for harm in at.get(k, ())):
        if not any("3ala" in own.get("target", ()) for own in load_lexicon()[harm.entry].frames):
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

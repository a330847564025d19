"""Whom a threat is for that names nobody: who is to fulfil its condition, or of whom something was demanded before.

Takes a context and a trigger of threatening with its fullest frame, gives pairs of source and target. Who threatens
what comes if something is not done threatens whoever has to do it, the subject of the condition (Ryding 2005, 39):
هدد بالإضراب ما لم تستجب الحكومة؛ so does who says what he will do unless another acts, or if he goes on.
Or else goes on with a demand, of the same upon the same: على الحكومة أن تتراجع، وإلا فإن. A threat that goes on with a
demand by و (طالب الحكومة بالتراجع، وهدد بالإضراب) is as often for another.
"""

from collections.abc import Iterator, Sequence

from ingest.acts.deed_doers import ANSWERED, DeedDoer, warned
from ingest.acts.filled import Filled
from ingest.acts.provokers import WHOEVER, provoker
from ingest.acts.sufferers import sufferer
from ingest.acts.ultimatums import asked_as_well, demanded
from ingest.grammar.carried import Carried
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.masdars import is_done
from ingest.grammar.spoken_to import spoken_to
from ingest.grammar.topics import is_whoever
from ingest.naming.names import load_names
from ingest.naming.roles import serves
from ingest.text import words
from ingest.text.context import PREPOSITIONS, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_future, is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb, word_class
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

OR_ELSE = "wa-illa"
UNLESS = "unless-done"
IF_PROVOKED = "if-provoked"
CONDITIONS = frozenset({OR_ELSE, UNLESS, IF_PROVOKED, WHOEVER})
MAIN_REACH = 30  # tokens from what will be to its condition
_WILL = frozenset({"سوف"})
ANSWER_REACH = 25  # tokens from a condition's verb to what ف opens
CONDITION_REACH = 40  # tokens from a threat to its condition
SUBJECT_REACH = 2  # tokens between the condition's verb and its subject
_IF = frozenset({"إن", "وإن"})  # as they stand, since folded أن is the same
_UNLESS = frozenset({("ما", "لم"), ("ان", "لم")})
_CAUSATIVE, _FIGHTING = 4, frozenset({"qaatala", "haaraba"})
_ACTED_ON = frozenset({"", "ل", "ب", "علي", "ضد", "مع", "عن"})  # before whom something is done to, or withheld from
_LAST, _TREATMENT = "استمر", "معامله"  # سيعامل معاملة العدو, a cognate accusative (Ryding 7.5)
_MET_BY_FORCE = "answered-by-force"
_WE_WILL, _OURS = "فسن", "نا"
_DONE_TO = frozenset({"group", "person", "armed_group", "organization"})
_GENDERS = {"ي": "m", "ت": "f"}


class Consequences:
    """Whom one trigger's threat is for, where its frame names nobody."""

    def __init__(
        self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, frame: Filled
    ) -> None:
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._frame, self._clauses = frame, Clauses.of(context, phrases)
        self._lists = Lists.of(context, phrases)

    def pairs(self) -> list[tuple[int, int]]:
        """Source and target, each target of a list; none where the frame has a target or nobody is meant."""
        if self._trigger.entry == WHOEVER:
            return self._provoked()
        if self._trigger.entry in CONDITIONS:
            else_ = self._trigger.entry == OR_ELSE
            return demanded(self._context, self._phrases, self._actors, self._trigger) if else_ else self._conditioned()
        if self._trigger.entry in ANSWERED and (told := self._for_deed()):
            return told
        source = self._frame.source
        if self._trigger.relation != "threatens" or self._frame.target is not None or source is None:
            return []
        speaker = self._author_of_passive(source)
        source, target = (source, self._meant()) if speaker is None else (speaker, source)
        members = [] if target is None else self._clauses.with_members(target)
        return [(source, i) for i in members if self._actors[i] != self._actors[source]]

    def _for_deed(self) -> list[tuple[int, int]]:
        """Who speaks, and whose deed it is that will be answered, else whom he warns: أي هجوم إيراني سيواجه برد."""
        deeds = DeedDoer(self._context, self._phrases, self._trigger)
        deed, speaker = deeds.topic(), self._speaker()
        if speaker is None:
            return []
        doer = None if deed is None else deeds.doer(deed, self._trigger.start)
        doer = warned(self._context, self._phrases, self._trigger, speaker) if doer is None else doer
        members = [] if doer is None else self._clauses.with_members(doer)
        return [(speaker, i) for i in members if self._actors[i] != self._actors[speaker]]

    def _provoked(self) -> list[tuple[int, int]]:
        """Who speaks, and whoever provokes what he says will be."""
        target, speaker = provoker(self._context, self._phrases, self._trigger), self._speaker()
        return [] if target is None or speaker is None else [(speaker, target)]

    def _speaker(self) -> int | None:
        """Who says what the trigger tells."""
        carried = Carried(self._context, self._phrases, self._actors, self._trigger, self._clauses).speaker()
        return None if carried is None else carried.phrase

    def _meant(self) -> int | None:
        """Whom the speaker speaks to, who provokes what is threatened, or who can still turn it away."""
        told = spoken_to(self._context, self._phrases, self._trigger)
        entry, source = load_lexicon()[self._trigger.entry], self._frame.source
        if told is None and source is not None and all("subj" in frame.get("target", ()) for frame in entry.frames):
            told = warned(self._context, self._phrases, self._trigger, source)
            return sufferer(self._context, self._phrases, self._actors, self._trigger, source) if told is None else told
        if told is None and (doer := DeedDoer(self._context, self._phrases, self._trigger).of_answer()) is not None:
            return doer
        done = is_done(self._context, self._trigger)
        if told is not None or not (self._trigger.kind in "VA" or entry.kind == "phrase" or done):
            return told
        target, only_future = self._provoking(), load_lexicon()[self._trigger.entry].only_future
        target = self._conditional() if target is None and not only_future else target
        if target is None and source is not None:
            return asked_as_well(self._context, self._phrases, self._actors, self._trigger, source)
        return target

    def _author_of_passive(self, subject: int) -> int | None:
        """Who utters that something will be done to the subject before the verb, whose passive is spelled alike (38).

        قال الوزير إن المتورطين سيحاسبون: a verb of harm with no object, and behind its subject, which it agrees with.
        """
        k, tokens, entry = self._trigger.token, self._context.tokens, load_lexicon()[self._trigger.entry]
        undone = any("obj" in frame.get("target", ()) for frame in entry.frames) and not self._trigger.pronoun
        between = tokens[self._phrases[subject].last : k]
        described = bool(between) and is_in(between[0].form, "relatives")  # الذين أمروا بالاعتقال سيعاقبون (14)
        close = described or not any(t.form.isalnum() for t in between)
        close = close and self._frame.source_how in {"before", "relative"}
        fights = self._trigger.entry in _FIGHTING  # الحزب سيقاتل بلا سقوف
        causes = fights or entry.measure == _CAUSATIVE  # سيسقط, will fall, as well as will bring down
        causes = causes and not is_whoever(self._context, self._phrases[subject])  # threatened by the one and the other
        if self._trigger.kind != "V" or causes or not (close and undone and is_future(tokens[k].form)):
            return None
        met = self._trigger.entry == _MET_BY_FORCE  # ستواجه إسرائيل برد, hardly of what she meets
        if (self._phrases[subject].type not in _DONE_TO and not met) or is_in(
            self._phrases[subject].form.split()[0], "own_forces"
        ):
            return None
        if k + 1 < len(tokens) and not self._ends_clause(k + 1):
            return None
        return self._speaker()

    def _ends_clause(self, k: int) -> bool:
        """Whether no object stands at token ``k``: a mark, a preposition, an adverb or a particle does."""
        form = self._context.tokens[k].form
        joined = preposition_of(form) in {"ب", "ل", "ك"}
        light = is_in(
            form, "prepositions", "temporals", "conditionals", "clause_openers", "times", "adverbs", "relatives"
        )
        adverb = form == _TREATMENT or (form.endswith("ا") and not form.startswith("ال"))
        return not form.isalnum() or joined or light or adverb or form.startswith("و") or is_verb(form)

    def _conditioned(self) -> list[tuple[int, int]]:
        """Who will do something unless another does what is told: ستقاطع الحركة الانتخابات ما لم تستقل الحكومة (39)."""
        k, end = self._trigger.start, self._trigger.until
        verb = self._verb(end) if self._trigger.entry == UNLESS else end - 1
        future = [j for j in range(max(1, k - MAIN_REACH), k) if self._is_to_come(j)]
        if verb is None or (future and self._is_suffered(future[-1])):
            return []
        if not future or self._clauses.stopped(future[-1], k):
            source, target = self._answering(verb), self._subject(verb)
            if source is None or target is None or self._actors[source] == self._actors[target]:
                return []
            return [(source, i) for i in self._clauses.with_members(target)]
        source = self._subject_of_future(future[-1])
        earlier = source is not None and self._phrases[source].sentence < self._context.number
        if source is None or (self._phrases[source].last > k and not earlier):
            return []
        target = self._subject(verb)
        target = self._dropped(verb, future[-1], self._actors[source]) if target is None else target
        if target is None:
            return []
        return [(source, i) for i in self._clauses.with_members(target) if self._actors[i] != self._actors[source]]

    def _is_suffered(self, k: int) -> bool:
        """Whether the verb at token ``k`` tells what its subject will suffer, by the speaker: ستتلقى صفعة."""
        threats = (t for t in self._context.triggers if t.token == k and t.relation == "threatens")
        return any("subj" in frame.get("target", ()) for t in threats for frame in load_lexicon()[t.entry].frames)

    def _answering(self, verb: int) -> int | None:
        """Who says what we shall do, which ف opens behind a condition (39): إذا لم تلتزم الدول فإن قواتنا سترد."""
        tokens = self._context.tokens
        for k in range(verb + 1, min(len(tokens) - 1, verb + ANSWER_REACH)):
            form = tokens[k].form
            if self._clauses.is_stop(k):
                return None
            if form.startswith(_WE_WILL) or (form in load_function_words()["apodoses"] and self._is_ours(k + 1)):
                return self._speaker()
        return None

    def _is_ours(self, k: int) -> bool:
        """Whether the first person is told of at token ``k``: فإن قواتنا، فإننا."""
        return self._context.tokens[k - 1].form.endswith(_OURS) or self._context.tokens[k].form.endswith(_OURS)

    def _is_to_come(self, k: int) -> bool:
        """Whether the token is a verb of what will or may be, in the first person too: سأغلق."""
        if self._is_mine(k):
            return True
        form, before = self._context.tokens[k].form, self._context.tokens[k - 1].form if k else ""
        will = is_in(before, "possibly") or before in _WILL
        return is_future(form) or (will and form[:1] in _GENDERS)

    def _is_mine(self, k: int) -> bool:
        """Whether the speaker tells at token ``k`` what he or his side will do: سأغلق، سنغلق، سوف نغلق (21.3)."""
        token, bare = self._context.tokens[k], self._context.tokens[k].form.lstrip("وف")
        ours = bare.startswith("سن") and is_future(token.form)
        will = k > 0 and self._context.tokens[k - 1].form in _WILL and bare[:1] in {"ا", "ن"}
        mine = token.surface.lstrip("وف").startswith("سأ") and not is_in(token.form, "asking")
        return ours or will or mine

    def _dropped(self, verb: int, low: int, source: int) -> int | None:
        """Who is told of last, behind what will be done, that the condition's verb without a subject agrees with."""
        form, *rest = (token.form for token in self._context.tokens[verb : verb + 2])
        behind = rest[0] if rest else ""
        lasting = self._trigger.entry == UNLESS or form.startswith(_LAST)
        if lasting and words.split(behind)[1] == "ال" and behind not in PREPOSITIONS:  # إن لم تتوقف الغارات: a thing's
            return None
        ending = "f" if form.endswith("ت") else "m"
        gender = _GENDERS.get(form[:1], ending) if self._trigger.entry == UNLESS else ending
        told = [i for i in self._context.outer if low < self._phrases[i].first and self._phrases[i].last <= verb]
        acted_on = (i for i in reversed(told) if self._clauses.government(i)[0] in _ACTED_ON)
        fitting = (i for i in acted_on if self._clauses.agrees(i, gender) and self._actors[i] != source)
        return next((self._lists.head(i) for i in fitting), None)

    def _subject_of_future(self, k: int) -> int | None:
        """Who does what the verb at token ``k`` says, right before or behind it, else the subject it goes on with."""
        if self._is_mine(k):
            return self._speaker()
        gender = _GENDERS.get(self._context.tokens[k].form.removeprefix("و")[1:2], "")
        near = [i for i in self._context.outer if self._phrases[i].last == k or self._phrases[i].first == k + 1]
        own = next(
            (self._lists.head(i) for i in near if self._clauses.bare(i) and self._clauses.agrees(i, gender)), None
        )
        carried = Carried(self._context, self._phrases, self._actors, self._trigger, self._clauses)
        return carried.subjects.before(k, gender) if own is None else own

    def _conditional(self) -> int | None:
        """Who is to do, or not to do, what the condition behind the threat names."""
        for k in self._conditions():
            verb = self._verb(k)
            if verb is not None and (subject := self._subject(verb)) is not None:
                source = self._frame.source
                own = source is not None and serves(self._phrases[source], self._phrases[subject], load_names())
                return None if own else subject  # إذا لم تحصل الولايات المتحدة, for which its president speaks
        return None

    def _provoking(self) -> int | None:
        """Who does what the condition before the answer names (39): إذا هاجمت إسرائيل لبنان فإن المقاومة سترد."""
        tokens, k = self._context.tokens, self._trigger.start
        will = range(k - is_done(self._context, self._trigger), self._trigger.until)
        if not any(is_future(tokens[j].form) for j in will):
            return None
        answers, reach = load_function_words()["apodoses"], range(k, max(0, k - ANSWER_REACH), -1)
        opened = next((j for j in reach if tokens[j].form in answers or tokens[j].form.startswith("فس")), None)
        if opened is None or self._clauses.stopped(opened, k):
            return None
        for j in range(opened - 1, max(-1, opened - CONDITION_REACH), -1):
            if self._clauses.is_stop(j):
                return None
            if is_in(tokens[j].form, "conditionals") or tokens[j].surface in _IF:
                verb = self._verb(j + 1)
                return None if verb is None else self._subject(verb)
        return None

    def _conditions(self) -> Iterator[int]:
        """The token behind each word of condition in the clause."""
        tokens, first = self._context.tokens, self._trigger.until
        for k in range(first, min(len(tokens) - 1, first + CONDITION_REACH)):
            if self._clauses.is_stop(k):
                return
            unless = (tokens[k].form, tokens[k + 1].form) in _UNLESS
            if unless or is_in(tokens[k].form, "conditionals") or tokens[k].surface in _IF:
                yield k + 1

    def _verb(self, k: int) -> int | None:
        """The verb or masdar of a condition that begins at token ``k``."""
        tokens = self._context.tokens
        while k < len(tokens) and is_in(tokens[k].form, "negatives", "auxiliaries"):
            k += 1
        if k >= len(tokens) or any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.outer):
            return None
        return k if word_class(tokens[k].form, tokens[k].surface) in {"V", "n"} else None

    def _subject(self, verb: int) -> int | None:
        """The subject of the condition's verb, close behind it."""
        form = self._context.tokens[verb].form
        gender = _GENDERS.get(form[:1], "f" if form.endswith("ت") else "")
        for i in self._context.outer:
            gap = self._phrases[i].first - verb - 1
            if gap >= 0:
                own = self._clauses.bare(i) and not self._clauses.government(i)[1]
                speakers = is_in(self._phrases[i].form, "own_states")  # إذا اضطرت بلاده
                near = not speakers and gap <= SUBJECT_REACH and (own or gap == 0) and self._clauses.agrees(i, gender)
                return self._lists.head(i) if near and not self._clauses.parted(verb, self._phrases[i].first) else None
        return None

"""Who else takes part in a meeting: who leads a delegation, and who is there with one of the two who meet.

Takes a context and the pairs that the frame of a word of meeting relates, gives further pairs. A delegation that is
told of by its head meets through him (استقبل وفدا برئاسة فلان); who attends with one side meets the other
(استقبله بحضور فلان), as a rule the one that receives, but a counterpart (نظيره) goes with the one received.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ingest.acts.homes import Homes
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.verbs import Verbs
from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

LEADER_REACH = 6  # tokens between a delegation and the word that opens who leads it
ATTENDANCE = 40  # tokens between a word of meeting and the word that opens who attended
SEVERAL_REACH = 2  # tokens from a word of meeting to the adjective of number
APPOSED = 8  # tokens of what is told in commas behind a guest
FELLOW_REACH = 3  # tokens from who leads a delegation to the word that opens who else is in it
_PEOPLE = frozenset({"person", "group"})
_COUNTERPART, _PRESENCE, _COMMAS = "نظير", "حضور", frozenset("،,")
Pair = tuple[int, int]


def taking_part(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, pairs: Sequence[Pair]
) -> Iterator[Pair]:
    """The pairs of those who take part with source or target; none for a word that is no meeting's."""
    if trigger.relation != "meets" or not pairs:
        return
    attendance = _Attendance(context, phrases, actors)
    led = [(i, j) for source, target in pairs for i in attendance.side(source) for j in attendance.side(target)]
    sided = [(i, j) for i, j in led if not attendance.listed(i, j)]
    attended = [*attendance.attending(trigger, sided), *attendance.among(trigger, pairs)]
    known = {frozenset((actors[i], actors[j])) for i, j in pairs}
    for i, j in [*led, *attended]:
        ends = frozenset((actors[i], actors[j]))
        if len(ends) == 2 and ends not in known:
            known.add(ends)
            yield i, j


def joining(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, source: int | None
) -> Iterator[Pair]:
    """Who chairs or attends a meeting with whoever holds it, where it is told of one side only.

    عقد الوزراء لقاء برئاسة فلان وحضور فلان، اجتماع القيادة برئاسة فلان (Ryding 16).
    """
    if trigger.relation != "meets" or source is None or phrases[source].sentence != context.number:
        return
    attendance = _Attendance(context, phrases, actors)
    for i in attendance.chairing(trigger, source):
        if actors[i] != actors[source]:
            yield source, i


def chairing_together(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger
) -> Iterator[Pair]:
    """Who chairs a meeting and his counterpart, or two who do, where nobody else is told of: برئاسة الوزير ونظيره."""
    if trigger.relation != "meets" or trigger.kind not in "MN" or trigger.pronoun:
        return
    heads = list(dict.fromkeys(_Attendance(context, phrases, actors).heading(trigger)))
    two = len({actors[i] for i in heads}) == 2
    for i in heads[1:]:
        facing = context.tokens[phrases[i].first].form.removeprefix("و").startswith(_COUNTERPART)
        if (facing or two) and actors[heads[0]] != actors[i]:
            yield heads[0], i


def is_attendant(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether the phrase is told to be there with one of those who meet: بحضور الوزير فلان والسفير."""
    lists = Lists.of(context, phrases)
    first = phrases[lists.head(phrase)].first
    before = context.tokens[max(0, first - 2) : first]
    return phrases[phrase].sentence == context.number and any(
        is_in(token.form, "attending") or token.form == _PRESENCE for token in before
    )


class _Attendance:
    """The delegations and attendants of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int]) -> None:
        self._context, self._phrases, self._homes = context, phrases, Homes(phrases, actors)
        self._clauses, self._lists = Clauses.of(context, phrases), Lists.of(context, phrases)
        self._verbs = Verbs.of(context, phrases)

    def side(self, phrase: int) -> list[int]:
        """The phrase and who leads it."""
        return [phrase, *self._leaders(phrase)]

    def listed(self, source: int, target: int) -> bool:
        """Whether both stand in one list, so that who attends is of neither: a mediator."""
        return target in self._lists.listed(source)

    def _leaders(self, phrase: int) -> list[int]:
        """Who leads a delegation, named within it or behind it."""
        here, tokens = self._phrases[phrase], self._context.tokens
        sent = self._is_sent(phrase)
        if not sent and here.type != "group":
            return []
        others = {self._phrases[i].first for i in self._context.outer if i != phrase and self._is_sent(i)}
        for k in range(here.first + 1, min(len(tokens), here.last + LEADER_REACH)):
            if is_in(tokens[k].form, "leading") and (sent or k - here.last <= 1):
                led = self._named(k, inside=phrase if k < here.last else None)
                return [*led, *self._fellows(max(here.last, *(self._phrases[i].last for i in led)))] if led else []
            if self._clauses.is_stop(k) or (k >= here.last and k in self._verbs.seen) or k in others:
                return []  # بين وفد الحكومة ووفد المعارضة برئاسة فلان, who leads the second
        return []

    def _is_sent(self, phrase: int) -> bool:
        here = self._phrases[phrase]
        return here.type != "person" and is_in(words.without_article(here.form.split()[0]), "delegations")

    def _fellows(self, end: int) -> list[int]:
        """Who else is in the delegation, behind its leader: برئاسة فلان وعضوية فلان وفلان."""
        tokens = self._context.tokens
        for k in range(end, min(len(tokens), end + FELLOW_REACH)):
            if is_in(tokens[k].form, "fellows"):
                return self._named(k)
        return []

    def _named(self, k: int, kinds: frozenset[str] = frozenset({"person"}), *, inside: int | None = None) -> list[int]:
        """The persons that token ``k`` opens; ``kinds``: of which type they may be."""
        candidates = self._context.outer if inside is None else self._context.phrases
        near = [i for i in candidates if i != inside and 0 < self._phrases[i].first - k <= 2]
        listed = self._lists.listed(near[0]) if near else []
        return [i for i in listed if self._phrases[i].type in kinds]

    def _opened(self, k: int) -> list[int]:
        """The phrase that begins with the word at token ``k`` itself: رفقة أعضاء من الحركة."""
        return [i for i in self._context.outer if self._phrases[i].first == k]

    def attending(self, trigger: Trigger, pairs: Sequence[Pair]) -> Iterator[Pair]:
        """Pairs of who attends with the side that he does not belong to."""
        tokens = self._context.tokens
        for k in range(trigger.until, min(len(tokens), trigger.until + ATTENDANCE)):
            if self._clauses.is_stop(k) or self._meets_anew(trigger, k):
                return
            behind_in = tokens[k].form == _PRESENCE and tokens[k - 1].form in {"في", "وفي"}
            if is_in(tokens[k].form, "attending") or behind_in:
                for i in self._named(k, _PEOPLE) or self._opened(k):
                    other = tokens[self._phrases[i].first].form.startswith(_COUNTERPART)
                    for source, target in pairs:
                        with_guest = other or self._accompanies(k, target) or self._is_countryman(i, source, target)
                        yield i, source if with_guest else target

    def _is_countryman(self, attendant: int, source: int, target: int) -> bool:
        """Whether he is called of the guest's state, which is not the host's: بحضور السفير الأميركي (Ryding 10.2).

        An envoy is a foreigner where the article says of neither of the two whence he is.
        """
        state = self._homes.of_phrase(attendant)
        if state is None or state == self._homes.of_actor(source):
            return False
        guest, head = self._homes.of_actor(target), self._phrases[attendant].form.split()[0]
        return state == guest or (guest is None and is_in(words.without_article(head), "envoys"))

    def _accompanies(self, k: int, target: int) -> bool:
        """Whether the word right behind the guest has his pronoun: استقبل الرئيس الوزير يرافقه السفير (Ryding 14.3)."""
        form, guest = self._context.tokens[k].form, self._phrases[target]
        near = guest.sentence == self._context.number and (0 <= k - guest.last <= 1 or self._is_apposed(guest.last, k))
        with_him = is_in(form, "with_whom") or (form.endswith(("ه", "ها")) and "رفق" in form.replace("ا", ""))
        return near and with_him

    def _is_apposed(self, first: int, k: int) -> bool:
        """Whether tokens ``[first, k)`` tell in commas what the guest is: هيل، السفير في أثينا، يرافقه (Ryding 8.5)."""
        tokens = self._context.tokens
        within = 2 < k - first <= APPOSED and {tokens[first].surface, tokens[k - 1].surface} <= _COMMAS
        commas = sum(token.surface in _COMMAS for token in tokens[first:k])
        return within and commas == 2 and is_title(tokens[first + 1].form)

    def chairing(self, trigger: Trigger, source: int) -> Iterator[int]:
        """Who is said, behind a meeting, to chair or attend it."""
        tokens, start = self._context.tokens, max(trigger.until, self._phrases[source].last)
        word = words.without_article(tokens[trigger.until - 1].form)
        if not (is_in(word, "gatherings") or is_in(word.removesuffix("ا"), "gatherings")):
            return
        for k in range(start, min(len(tokens), start + ATTENDANCE)):
            if self._clauses.is_stop(k) or self._clauses.parted(start - 1, k):
                return
            there = is_in(tokens[k].form, "attending", "presence") or self._took_part(k)
            if (there and not self._sits(source)) or is_in(tokens[k].form, "chairing"):
                yield from self._named(k + self._over(k), _PEOPLE)
            elif self._meets_anew(trigger, k):
                return

    def _took_part(self, k: int) -> bool:
        """Whether a clause on the meeting begins at token ``k`` with who attended it: حضره الوزير، شارك فيه الوزير."""
        behind = self._context.tokens[k + 1].form if k + 1 < len(self._context.tokens) else ""
        form = self._context.tokens[k].form
        return is_in(form, "attended_it") or (is_in(form, "took_part") and is_in(behind, "within_it"))

    def _over(self, k: int) -> int:
        """How many words stand behind token ``k`` before who attended: فيه، كل من."""
        forms = [token.form for token in self._context.tokens[k + 1 : k + 4]]
        within = bool(forms) and is_in(forms[0], "within_it")
        return within + 2 * (forms[within : within + 2] == ["كل", "من"])

    def heading(self, trigger: Trigger) -> list[int]:
        """Who is said to chair the meeting of the trigger, in its clause."""
        tokens, start = self._context.tokens, trigger.until
        word = words.without_article(tokens[start - 1].form)
        for k in range(start, min(len(tokens), start + ATTENDANCE)) if is_in(word, "gatherings") else ():
            if self._clauses.is_stop(k) or self._clauses.parted(start - 1, k):
                return []
            if is_in(tokens[k].form, "chairing"):
                return self._named(k)
        return []

    def _sits(self, phrase: int) -> bool:
        """Whether the phrase is a body that is made of those who attend: اجتماع لجنة المتابعة بمشاركة الوزير."""
        return is_in(words.without_article(self._phrases[phrase].form.split()[0]), "sitting_bodies")

    def among(self, trigger: Trigger, pairs: Sequence[Pair]) -> Iterator[Pair]:
        """Pairs of those whom one meets at a meeting of three or more: اجتماع ثلاثي مع فلان وفلان."""
        near = self._context.tokens[trigger.start : trigger.until + SEVERAL_REACH]
        if any(is_in(words.without_article(token.form), "of_several") for token in near):
            met = list(dict.fromkeys(target for _, target in pairs))
            persons = [i for i in met if self._phrases[i].type == "person"]
            yield from combinations(persons, 2)

    def _meets_anew(self, trigger: Trigger, k: int) -> bool:
        """Whether another word of meeting stands at token ``k``, that who is named behind it attends."""
        others = (t for t in self._context.triggers if t.token == k and t.relation == trigger.relation)
        return any(
            t.token != trigger.token and t.kind in "VM" and load_lexicon()[t.entry].alone != "never" for t in others
        )

"""Who attends a meeting that was told of before: حضر اللقاء من الجانب المصري فلان وفلان.

Takes a context with a verb of attending or joining and the two sides of the last meeting, gives pairs. Who attends
belongs to the side of his state, as the word for a side or his title tells it, else to the one that receives, and meets
the other; who joins two of whom a pronoun tells meets both (ثم انضم إليهما الوزير).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ingest.acts.homes import Homes
from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.verbs import Verbs
from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

REACH = 8  # tokens from what is attended to the first who attends: حضر اللقاء من الجانب المصري كل من
ANTECEDENT = 3  # tokens from a meeting to the verb of its relative clause: الاجتماع الثنائي الذي حضره
_OBJECT = {"hadara": "", "shaaraka": "في", "indamma": "الي"}  # what comes before the meeting attended
_JOIN = "indamma"  # no mere presence: who joins takes part
_TO_THEM = frozenset({"اليهما", "اليهم"})  # behind a verb of joining, those who meet: ثم انضم إليهما الوزير
_WITHIN, _COMMAS = frozenset({"فيه", "فيها"}), frozenset("،,")
_FOR, _SIDE = frozenset({"عن", "من"}), "جانب"  # اجتماع ضم عن الجانب المصري فلانا وعن الجانب السوداني فلانا
Pair = tuple[int, int]


class Attended:
    """The meeting that one verb of attending tells of, if it does."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger) -> None:
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._clauses, self._verbs = Clauses.of(context, phrases), Verbs.of(context, phrases)
        self._homes = Homes(phrases, actors)
        self.sided: set[int] = set()  # attendants on the side, as a word tells, of one who met; who joins those
        behind = context.tokens[trigger.token + 1 : trigger.token + 2]
        self._joins_all = trigger.verb == _JOIN and bool(behind) and behind[0].form in _TO_THEM
        side = [words.without_article(token.form) for token in context.tokens[trigger.token + 1 : trigger.token + 3]]
        self._sides_apart = trigger.verb == "damma" and len(side) > 1 and side[0] in _FOR and side[1] == _SIDE

    def pairs(self, sides: Sequence[Pair]) -> Iterator[Pair]:
        """Each who attends with those of the other side; ``sides``: pairs of who receives and who is received.

        Where both sides are told apart (من الجانب المصري، من الجانب الأردني), the one with the other too.
        """
        here = [pair for pair in sides if any(self._phrases[i].sentence == self._context.number for i in pair)]
        first = self._behind_meeting(told=bool(here))
        if first is None:
            return
        attendants = list(self._attendants(first))
        taking_part = {self._actors[i] for pair in sides for i in pair}
        homes = {self._homes.of_actor(i) for pair in sides for i in pair}
        joins = self._trigger.verb == _JOIN
        self.sided.update(i for i, state, told in attendants if joins or (told and state in homes))
        for i, state, _ in attendants if sides and not self._sides_apart else ():
            if self._actors[i] not in taking_part:
                facing = [j for pair in sides for j in pair] if self._joins_all else self._facing(state, sides)
                yield from ((i, other) for other in dict.fromkeys(facing))
        for (i, one, told), (j, other, also_told) in combinations(attendants, 2):
            if told and also_told and one != other:
                yield i, j

    def _behind_meeting(self, *, told: bool) -> int | None:
        """The token behind the meeting that is attended; None where something else is (حضر الحفل).

        ``told``: whether the sentence has told who met, so that a pronoun of what goes on means that meeting.
        """
        k, tokens = self._trigger.token, self._context.tokens
        if self._sides_apart:
            return k + 1
        preposition = _OBJECT.get(self._trigger.verb)
        plural = agreement.is_plural(tokens[k].surface, self._trigger.verb)  # its subject stands before it
        if (self._trigger.relation, self._trigger.kind) != ("meets", "V") or preposition is None or plural:
            return None
        if self._joins_all:
            return k + 2
        within = bool(preposition) and k + 1 < len(tokens) and tokens[k + 1].form in _WITHIN
        if self._trigger.pronoun or within:
            return k + 1 + within if self._is_resumed(told=told) else None
        place = k + 1 + bool(preposition)
        if place >= len(tokens) or (preposition and tokens[k + 1].form != preposition):
            return None
        place += place + 1 < len(tokens) and is_in(tokens[place].form, "demonstratives")  # حضر هذا الاستقبال
        ceremony = words.without_article(tokens[place].form) == tokens[place].form and place + 1 < len(tokens)
        place += ceremony and is_in(tokens[place].form, "gatherings", "ceremonies")  # حضر جلسة المباحثات
        return place + 1 if self._is_meeting(place) else None

    def _is_resumed(self, *, told: bool) -> bool:
        """Whether the pronoun means a meeting: الاجتماع الذي حضره، اللقاء حضره; or opens the sentence: كما حضره.

        Where the sentence has told who met, also that of a clause that goes on, or on an indefinite noun (Ryding 14):
        بحث الوزيران الهدنة، وشارك في المحادثات; أجرى مباحثات مع نظيره شارك فيها السفير; بحثا الهدنة في جلسة، حضرها.
        """
        k, tokens = self._trigger.token, self._context.tokens
        apposed = told and k > 1 and tokens[k - 1].surface in _COMMAS and bool(self._trigger.pronoun)
        if told and k and (tokens[k].form.startswith("و") or self._is_gathering(k - 1) or apposed):
            return True
        if k and self._is_meeting(k - 1):
            return True
        if k and is_in(tokens[k - 1].form, "relatives"):
            return any(self._is_meeting(j) for j in range(max(0, k - 1 - ANTECEDENT), k - 1))
        return k == 0 or (k == 1 and is_in(tokens[0].form, "clause_openers"))

    def _is_meeting(self, k: int) -> bool:
        form = self._context.tokens[k].form
        return form.startswith(("ال", "وال")) and words.without_article(form) in load_function_words()["gatherings"]

    def _is_gathering(self, k: int) -> bool:
        form = self._context.tokens[k].form
        return is_in(form, "gatherings") or is_in(form.removesuffix("ا"), "gatherings")

    def _attendants(self, first: int) -> Iterator[tuple[int, str | None, bool]]:
        """The persons named from token ``first`` on, each with the state of his side and whether a word tells it."""
        side, edge, tokens = None, first + REACH, self._context.tokens
        starts = {self._phrases[i].first: i for i in self._context.outer}
        for k in range(first, len(tokens)):
            parted = self._clauses.is_stop(k) or k in self._verbs.seen or is_in(tokens[k].form, "complementizers")
            if k > edge or parted:
                return
            if words.without_article(tokens[k].form) == _SIDE and k + 1 < len(tokens):
                side = load_names().nisba(tokens[k + 1].form)
            if k in starts and self._is_there(starts[k]):
                edge = self._phrases[starts[k]].last + REACH
                yield starts[k], side or self._homes.of_phrase(starts[k]), side is not None

    def _is_there(self, phrase: int) -> bool:
        """Whether the phrase is a person that no preposition governs: كل من counts as none (Ryding 10.4)."""
        bare = not self._context.prepositions[phrase] or self._clauses.bare(phrase)
        return self._phrases[phrase].type == "person" and bare

    def _facing(self, state: str | None, sides: Sequence[Pair]) -> list[int]:
        """Those of the side that somebody of the state does not belong to; of two of one state, the one received."""
        hosts, guests = (list(dict.fromkeys(pair[end] for pair in sides)) for end in (0, 1))
        own = [any(self._homes.of_actor(i) == state for i in side) for side in (hosts, guests)]
        facing = hosts if own == [False, True] and state is not None else guests
        persons = [i for i in facing if self._phrases[i].type == "person"]
        return persons or facing

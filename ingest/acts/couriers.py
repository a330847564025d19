"""Who brings a letter and meets whoever gets it: تسلم الأمير رسالة من الرئيس نقلها السفير، قام بتسليم الرسالة السفير.

Takes a context and who got a letter in the sentences before, gives who brought it with who got it. Who gets it is the
subject of the verb of getting (Ryding 2005, 3.1), who brings it the subject of a verb of bringing whose object is the
letter, or a pronoun of it in a relative clause (14.3). Whose letter it is meets nobody by it.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

GETTER = 3  # tokens from the verb of getting to its subject
LETTER = 6  # tokens from whoever gets it to the letter
BROUGHT = 5  # tokens from the verb of bringing to who brings it: نقلها إليه خلال الاستقبال السفير
SENDER = 18  # tokens from the letter over what it is to من: رسالة خطية موجهة إلى الأمير من الرئيس
KEPT = 3  # sentences behind a letter in which it is told who brought it
_FROM, _TO = "من", frozenset({"الي"})
VERB, HANDED = "naqala", "handed-letter"
Pair = tuple[int, int]


class Couriers:
    """The letters of an article, sentence by sentence."""

    def __init__(self) -> None:
        """Nobody has got a letter yet."""
        self._getter: int | None = None
        self._since = 0

    def of(self, context: Context, phrases: Sequence[Phrase]) -> Iterator[tuple[Trigger, Pair]]:
        """Who brings a letter in the sentence, with who got it, and the word that tells so."""
        persons = [i for i in context.outer if phrases[i].type == "person"]
        for k, token in enumerate(context.tokens):
            if is_in(token.form, "getting_letters"):
                self._get(context, phrases, persons, k)
            elif self._getter is not None and context.number - self._since < KEPT and self._is_brought(context, k):
                bringer = self._bringer(context, phrases, persons, k)
                if bringer is not None and not _is_received(context, phrases, bringer):
                    yield _word(context, k), (bringer, self._getter)

    def _get(self, context: Context, phrases: Sequence[Phrase], persons: Sequence[int], k: int) -> None:
        near = next((i for i in persons if 0 < phrases[i].first - k <= GETTER and not context.prepositions[i]), None)
        if near is None:
            return
        behind = context.tokens[phrases[near].last : phrases[near].last + LETTER]
        if any(is_in(token.form, "carried_letters") for token in behind):
            self._getter, self._since = near, context.number

    def _is_brought(self, context: Context, k: int) -> bool:
        """Whether the token is a verb or masdar of bringing with the letter for its object: نقلها، بتسليم الرسالة."""
        form, tokens = context.tokens[k].form, context.tokens
        if is_in(form, "bringing_it"):
            return True
        behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
        return is_in(form, "bringing") and behind.startswith("ال") and is_in(behind[2:], "carried_letters")

    def _bringer(self, context: Context, phrases: Sequence[Phrase], persons: Sequence[int], k: int) -> int | None:
        """The first person behind the verb, by no preposition but that of whom it is brought to."""
        clauses = Clauses.of(context, phrases)
        behind = [i for i in persons if phrases[i].first > k]
        while behind and clauses.government(behind[0])[0] in {"الي", "ل"}:
            k = phrases[behind.pop(0)].last
        near = behind[0] if behind and phrases[behind[0]].first - k <= BROUGHT else None
        free = near is not None and clauses.bare(near) and not clauses.stopped(k, phrases[near].first)
        return near if free else None


def _word(context: Context, k: int) -> Trigger:
    """What tells of the meeting: a word of meeting there, else the verb, with قام before its masdar that one."""
    k -= k > 0 and is_in(context.tokens[k - 1].form, "performing")
    there = (t for t in context.triggers if t.token == k and t.relation == "meets" and t.kind == "V")
    return next(there, Trigger(k, "meets", VERB, "V", "", "", k, k + 1, k, VERB))


def _is_received(context: Context, phrases: Sequence[Phrase], bringer: int) -> bool:
    """Whether the clause goes on with somebody else who received the bringer: نقلها الوزير خلال استقبال نائبه له."""
    starts = {phrases[i].first for i in context.outer}
    return any(
        t.relation == "meets" and t.kind == "M" and t.token >= phrases[bringer].last and t.token + 1 in starts
        for t in context.triggers
    )


def is_handed(context: Context, trigger: Trigger) -> bool:
    """Whether the word for handing over a letter is rather of getting one, تسلم, as its spelling lets either be."""
    return trigger.entry == HANDED and is_in(context.tokens[trigger.token].form, "getting_letters")


def is_sender(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether the phrase only stands behind من of a letter: رسالة خطية من الرئيس، رسالة إلى الأمير من الرئيس.

    Or behind to whom it is addressed, who does not get it there: رسالة خطية موجهة إلى الأمير.
    """
    while (around := phrases[phrase].within) is not None and around >= 0 and phrases[around].holds(phrases[phrase]):
        phrase = around
    here, tokens = phrases[phrase], context.tokens
    k = here.first - 1
    if here.sentence != context.number or k < 1:
        return False
    if tokens[k].form in _TO and is_in(tokens[k - 1].form, "addressed_letters"):
        return True
    if tokens[k].form != _FROM:
        return False
    others = [i for i in context.outer if phrases[i].last <= k]
    for j in range(k - 1, max(-1, k - 1 - SENDER), -1):
        if is_in(tokens[j].form, "carried_letters"):
            between = [i for i in others if phrases[i].first > j]
            return all(context.prepositions[i] in _TO for i in between)
        if not tokens[j].form.isalnum():
            return False
    return False

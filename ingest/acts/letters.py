"""Whom a message asks, told by to whom it goes: كتابا إلى الوزير طلب فيه، بعث إلى الوزير برسالة يطلب فيها، كتب إليه.

Takes a context, the article's phrases and a verb or participle of demanding that names nobody; gives the phrase behind
إلى or لـ of the document that the clause is of (Ryding 2005, 14.3), of the one that it opens with or goes on with (في
رسالة إلى المجلس), or of the verb of writing and turning to before it (توجه إلى الأهالي طالبا).
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 18  # tokens between a document and the verb of its clause, over to whom it goes
BEFORE = 3  # tokens from to whom something goes to the document: بعث إلى الوزير أمس برسالة
BEHIND = 8  # tokens from a verb and its subject to the document in which it is said
_TO = frozenset({"الي", "ل"})
_IN = frozenset({"في", "عبر", "خلال"})


class Letter:
    """The message that one trigger is of."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger
        self._clauses = Clauses.of(context, phrases)

    def recipient(self) -> int | None:
        """To whom it goes; None where there is no message, or nobody who gets it."""
        k, tokens = self._trigger.token, self._context.tokens
        resumed = k + 1 < len(tokens) and is_in(tokens[k + 1].form, "within_it")
        for j in range(k - 1, max(-1, k - 1 - REACH), -1):
            if self._clauses.is_stop(j):
                break
            if not self._is_letter(j):
                continue
            if resumed:
                return self._to(j, k) or self._to_before(j) or self._received(j)
            opens = j > 0 and tokens[j - 1].form.removeprefix("و") in _IN and not tokens[k - 1].form.isalnum()
            directed = self._to(j, k)
            if j == k - 1 and not opens:  # بعث إلى الوزير رسالة تطالب بكذا
                return self._to_before(j)
            at_once = directed is not None and self._phrases[directed].last == k
            return directed if opens or (at_once and not self._clauses.parted(j, k)) else None
        return self._written() or self._said_in()

    def _is_letter(self, k: int) -> bool:
        form = self._context.tokens[k].form
        return is_in(words.split(form)[2], "letters") or is_in(form, "letters")

    def _to(self, low: int, high: int) -> int | None:
        """The first phrase between the tokens that the message goes to."""
        between = (i for i in self._context.outer if low < self._phrases[i].first < high)
        return next((i for i in between if self._clauses.government(i) in {(by, False) for by in _TO}), None)

    def _to_before(self, k: int) -> int | None:
        """To whom it goes, named before the document at token ``k``."""
        near = [i for i in self._context.outer if 0 <= k - self._phrases[i].last <= BEFORE]
        return near[-1] if near and self._clauses.government(near[-1]) == ("الي", False) else None

    def _received(self, k: int) -> int | None:
        """Who gets the message at token ``k``, the subject between it and its verb: تلقى الوزير رسالة من النائب."""
        near = [i for i in self._context.outer if self._phrases[i].last == k]
        first = self._phrases[near[0]].first if near else 0
        got = first > 0 and is_in(self._context.tokens[first - 1].form, "getting_letters")
        return near[0] if got else None

    def _written(self) -> int | None:
        """Whom the verb before writes or turns to, whose circumstance the trigger is: كتب إلى الوزير يطلب (11)."""
        k, tokens = self._trigger.token, self._context.tokens
        comma = not tokens[k - 1].form.isalnum() if k else False
        near = [i for i in self._context.outer if self._phrases[i].last == k - comma]
        plain = self._trigger.kind == "A" or tokens[k].form[:1] in {"ي", "ت"}
        if not near or not plain or self._clauses.government(near[0]) not in {("الي", False), ("", False)}:
            return None
        verbs = "writing" if self._clauses.government(near[0])[0] else "corresponding"
        places = range(self._phrases[near[0]].first - 1, max(-1, self._phrases[near[0]].first - BEHIND), -1)
        return near[0] if any(is_in(tokens[j].form.lstrip("وف"), verbs) for j in places) else None

    def _said_in(self) -> int | None:
        """To whom the message goes in which the demand is made: طالب لبنان في رسالة إلى مجلس الأمن بوقف."""
        k, tokens = self._trigger.until, self._context.tokens
        own = next((self._phrases[i].last for i in self._context.outer if self._phrases[i].first == k), k)
        for j in range(own, min(len(tokens), own + BEHIND)):
            if self._clauses.is_stop(j):
                return None
            if self._is_letter(j) and tokens[j - 1].form in _IN:
                to = self._to(j, j + BEHIND)
                return to if to is not None and not self._clauses.parted(j, self._phrases[to].first) else None
        return None

"""Where a nisba alone tells of a state: الدعم الأميركي والبريطاني، الجانب السعودي، المدعوم إيرانيا (Ryding 2005, 10.2).

Takes a context and which of its tokens belong to actor phrases, gives the tokens with their states: right behind a
trigger noun, a deed that is praised or backed, a word for a side, a thing that is harmed or will suffer, or behind one
adjective more.
"""

from collections.abc import Collection, Iterator

from ingest.naming.names import Names
from ingest.text import words
from ingest.text.context import Context
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

DEED_REACH = 8  # tokens from a word of backing to the deed that it is for
FAR = 14  # the same, where a preposition is joined to the deed: أشاد الوزير، في كلمته أمس، بالدور
GOVERNED_REACH = 4  # tokens from a word of backing to whatever its preposition governs: رحب الوزير بالانتخابات
ANSWERED_REACH = 6  # tokens from a threat to the deed that it answers: سترد باكستان ردا قويا على أي مغامرة
HARMED_REACH = 6  # tokens from a word of harm to the thing harmed
TOPIC_REACH = 8  # tokens from what opens a clause to what it will suffer
_JOINTS = frozenset({"-", "–", "و", "/"})
_RUN = 4  # nationalities in a row: سعودي - أميركي - روسي


class Nationalities:
    """The nisbas of an article that stand for states."""

    def __init__(self, names: Names, taken: Collection[tuple[int, int]]) -> None:
        """``taken``: sentence and token of what belongs to actor phrases."""
        self._names, self._taken, self._classes = names, taken, load_function_words()

    def of(self, context: Context) -> Iterator[tuple[int, str]]:
        """Each token of the sentence that stands for a state, with the state's id."""
        heads = {t.token for t in context.triggers if t.kind in "MNS"}
        praised = {k for k in range(len(context.tokens)) if self._is_praised(context, k)}
        heads |= praised | {k for k, t in enumerate(context.tokens) if self._is_side(t.form)}
        heads |= {k for t in context.triggers if t.relation == "threatens" for k in _things(context, t.until)}
        heads |= {k for k in range(1, len(context.tokens)) if self._is_any_deed(context, k)}
        heads |= {k for t in context.triggers if _is_suffered(t) for k in _topics(context, t.start)}
        for k in sorted(heads):
            if (context.number, k) not in self._taken:
                start = next((k + n for n in (1, 2) if self.at(context, k + n)), k + 3 - (k not in praised))
                for i in self._run(context, start):
                    state = self.at(context, i)
                    if state is not None:
                        yield i, state

    def at(self, context: Context, k: int) -> str | None:
        """The state whose nisba is the token, و joined or not; None for a token of an actor phrase."""
        if k >= len(context.tokens) or (context.number, k) in self._taken:
            return None
        form = context.tokens[k].form
        return self._by_form(form) or (self._by_form(form[1:]) if form[:1] == "و" else None)

    def _is_praised(self, context: Context, k: int) -> bool:
        """Whether the token is a deed that is praised or backed: رحب بالقرار، ثمن الموقف، أثنى على كل جهد."""
        joined, rest = words.split(context.tokens[k].form)[1:]
        reach = FAR if joined in {"بال", "لل"} else DEED_REACH
        backing = [t for t in context.triggers if t.relation == "supports" and 0 < k - t.token <= reach]
        deed = joined[:1] in {"", "ا", "ب", "ل"} and rest in self._classes["deeds"]
        cause = rest in self._classes["causes"]
        governed = joined in {"بال", "لل"} and not cause and any(k - t.token <= GOVERNED_REACH for t in backing)
        return bool(backing) and (deed or governed or any(joined == "ال" and k == t.until for t in backing))

    def _is_any_deed(self, context: Context, k: int) -> bool:
        """Whether the token is any misdeed of a state that a threat answers: أي خطأ إسرائيلي سيقابل برد.

        Behind the threat it may be any deed: سترد باكستان على أي مغامرة هندية.
        """
        if context.tokens[k - 1].form not in self._classes["whole"]:
            return False
        threats = [t for t in context.triggers if t.relation == "threatens"]
        form = context.tokens[k].form
        if form in self._classes["misdeeds"] and any(t.start > k for t in threats):
            return True
        answers = (t for t in threats if 0 < k - t.until <= ANSWERED_REACH)
        return form in self._classes["things_done"] and any(map(_is_answer, answers))

    def _is_side(self, form: str) -> bool:
        return words.without_article(form) in self._classes["both_sides"] | {"جانب"}

    def _by_form(self, form: str) -> str | None:
        """The state of a nisba, also of one that is an adverb: المدعوم إيرانيا (Ryding 11)."""
        return self._names.nisba(form) or (self._names.nisba(form[:-1]) if form[-1:] == "ا" else None)

    def _run(self, context: Context, start: int) -> Iterator[int]:
        k = start
        while k < len(context.tokens) and k < start + 2 * _RUN:
            if self.at(context, k):
                yield k
            elif k == start or context.tokens[k].form not in _JOINTS:
                return
            k += 1


def _things(context: Context, k: int) -> Iterator[int]:
    """Definite nouns close behind a word of harm, whose they are being told by a nisba: ستقصف المدن الإسرائيلية."""
    for j in range(k, min(len(context.tokens), k + HARMED_REACH)):
        if words.split(context.tokens[j].form)[1] in {"ال", "بال", "لل"}:
            yield j


def _is_answer(trigger: Trigger) -> bool:
    """Whether the word of threatening tells of an answer to a deed, behind على or لـ: سترد على، ستتصدى لـ."""
    return any({"3ala", "li"} & set(frame.get("target", ())) for frame in load_lexicon()[trigger.entry].frames)


def _is_suffered(trigger: Trigger) -> bool:
    """Whether the word tells what its subject will suffer: ستحترق، أهداف مشروعة، في مرمى."""
    if trigger.relation != "threatens":
        return False
    return any("subj" in frame.get("target", ()) for frame in load_lexicon()[trigger.entry].frames)


def _topics(context: Context, k: int) -> Iterator[int]:
    """Definite nouns close before what they will suffer: القواعد الأميركية في المنطقة أهداف مشروعة."""
    for j in range(max(0, k - TOPIC_REACH), k - 1):
        if words.split(context.tokens[j].form)[1] == "ال":
            yield j

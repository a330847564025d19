"""Whose thing it is that a harm is for: بمهاجمة مواقع الحوثيين، ستقصف المدن الإسرائيلية، خطر على المصالح الأمريكية.

Takes a context and a trigger of threatening, gives a ``Filler`` or None. Who owns the thing in construct with a masdar
(Ryding 2005, 8.1), or the state whose nisba describes it (10.2), stands for it.
"""

from collections.abc import Sequence

from ingest.grammar import nisba
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.own_forces import owner_gender
from ingest.grammar.own_subjects import within
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

CHAIN = 2  # nouns in construct between a harm and whose they are: بقصف مواقع تدريب الحركة
TOPIC_REACH = 10  # tokens of what opens a clause before what it will suffer
REACH = 6  # tokens from a harm to the thing that its preposition governs
_BEFORE = frozenset({"before", "relative", "speaker", "pronoun"})  # where a subject is, its object behind the verb
_PLACING = frozenset({"بال", "لل"})
_BEHIND = frozenset({"near", "far"})
_ANY = {"اي": "", "كل": "", "لاي": "ل", "باي": "ب", "لكل": "ل"}  # with the preposition joined to it


class Harmed:
    """The thing that one trigger's harm is for."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger
        frames = load_lexicon()[trigger.entry].frames if trigger.relation == "threatens" else ()
        self._direct = any("obj" in frame.get("target", ()) for frame in frames)

    def owner(self) -> Filler | None:
        """Whose the thing is that stands in construct with a masdar of harm: بمهاجمة مواقع الحوثيين."""
        if self._trigger.kind != "M" or not self._direct or self._trigger.pronoun:
            return None
        tokens, verbs, k = self._context.tokens, Verbs.of(self._context, self._phrases), self._trigger.until
        if words.split(tokens[self._trigger.token].form)[1].endswith(("ال", "لل")):
            return None
        first = k
        harms = harms_at(self._context)
        while k < min(len(tokens) - 1, first + CHAIN) and verbs.is_thing(k) and k not in harms:
            k += 1
        if k in harms:  # مواجهة تهديد إيران, another's threat
            return None
        owner = next((i for i in self._context.outer if self._phrases[i].first == k), None) if k > first else None
        if owner is not None and Clauses.of(self._context, self._phrases).government(owner)[1]:
            return Filler(owner, "of")
        return self._described(first)

    def doer(self, k: int) -> Filler | None:
        """The state whose nisba at token ``k`` tells whose act a noun is; not what is harmed there: استهداف المصالح."""
        form = self._context.tokens[k].form if k < len(self._context.tokens) else ""
        if self._trigger.kind == "M" and self._direct and form.startswith("ال") and not self._is_nisba(k):
            return None
        elsewhere = self._trigger.relation == "meets" and words.split(form)[1] in _PLACING  # مشاركته بالعاصمة الإيطالية
        state = None if elsewhere else nisba.state_behind(self._context, self._phrases, k)
        return None if state is None else Filler(state, "nisba")

    def object(self, subject: Filler | None) -> Filler | None:
        """The state whose nisba describes a verb's object, its subject standing before it or right behind the verb."""
        if not self._direct or self._trigger.kind != "V" or subject is None or self._trigger.pronoun:
            return None
        clauses = Clauses.of(self._context, self._phrases)
        own = owner_gender(self._context, self._trigger)  # قواته ستستهدف السفن الإسرائيلية
        if own or subject.how in _BEFORE or clauses.has_pronoun(self._trigger.token):
            return self._described(self._trigger.until)
        return self._described(clauses.end_of_list(subject.phrase)) if subject.how in _BEHIND else None

    def governed(self, k: int, prepositions: Sequence[str]) -> Filler | None:
        """The state whose nisba describes what one of the prepositions behind token ``k`` governs."""
        tokens = self._context.tokens
        for j in range(k + 1, min(len(tokens), k + REACH) if self._trigger.relation == "threatens" else 0):
            joined = words.split(tokens[j].form)[1]
            by = joined[:1] if joined in {"بال", "لل"} else tokens[j - 1].form if joined == "ال" else ""
            by = by or self._before_any(j) or (tokens[j - 1].form if self._is_construct(j) else "")
            if by and by in prepositions:
                parted = Clauses.of(self._context, self._phrases).parted(k, j)
                return (
                    (self._described(j, definite=not self._before_any(j)) or self._imported(j)) if not parted else None
                )
        return None

    def _imported(self, k: int) -> Filler | None:
        """From whom the goods at token ``k`` come, of which a participle tells that: رسوم على السلع الآتية من كندا."""
        tokens = self._context.tokens
        for j in range(k + 1, min(len(tokens) - 1, k + 1 + CHAIN)):
            if is_in(words.split(tokens[j].form)[2], "imported") and tokens[j + 1].form == "من":
                owner = next((i for i in self._context.outer if self._phrases[i].first == j + 2), None)
                return None if owner is None else Filler(owner, "of")
        return None

    def topic(self) -> Filler | None:
        """Who will suffer: within what is told, or the state of what opens the clause (3.1): المدن التركية ستحترق."""
        tokens, k = self._context.tokens, self._trigger.start
        if self._trigger.relation != "threatens":
            return None
        if (told := within(self._context, self._phrases, self._trigger)) is not None:
            return told
        for j in range(k - 1, max(-2, k - 2 - TOPIC_REACH), -1):
            if j < 0 or not tokens[j].form.isalnum() or is_in(tokens[j].form, "complementizers"):
                return self._described(j + 1) if j + 2 < k else None
        return None

    def _before_any(self, k: int) -> str:
        """The preposition before أي with what stands in construct with it, an act of anybody's: على أي هجوم تركي."""
        before = [token.form for token in self._context.tokens[max(0, k - 2) : k]]
        if not before or before[-1] not in _ANY:
            return ""
        return _ANY[before[-1]] or (before[0] if len(before) > 1 else "")

    def _described(self, k: int, *, definite: bool = True) -> Filler | None:
        """The state whose nisba stands behind the definite thing at token ``k``, which is within no actor's phrase.

        Also behind a thing in construct with a definite one (8.1): شركات السلاح الأمريكية. ``definite``: else the thing
        is told to be any of its kind.
        """
        if k >= len(self._context.tokens) or self._is_nisba(k):
            return None
        k += definite and self._is_construct(k)
        form = self._context.tokens[k].form
        named = any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.outer)
        bare = definite and not words.split(form)[1].endswith(("ال", "لل"))
        backed = any(t.token == k and (t.relation, t.kind) == ("supports", "S") for t in self._context.triggers)
        if named or bare or backed or is_in(form, "relatives"):  # المجلس المدعوم قطريا
            return None
        state = nisba.state_behind(self._context, self._phrases, k + 1)
        return None if state is None else Filler(state, "nisba")

    def _is_construct(self, k: int) -> bool:
        """Whether the token is a thing without article right before a definite one of nobody's name: ناقلات النفط."""
        tokens = self._context.tokens
        if k + 1 >= len(tokens) or words.split(tokens[k].form)[1].endswith(("ال", "لل")):
            return False
        named = any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.outer)
        return not named and Verbs.of(self._context, self._phrases).is_thing(k) and tokens[k + 1].form.startswith("ال")

    def _is_nisba(self, k: int) -> bool:
        return any(
            self._phrases[i].first == k and self._phrases[i].type == "state" and self._phrases[i].within == i
            for i in self._context.phrases
        )


def harms_at(context: Context) -> dict[int, list[Trigger]]:
    """The masdars and nouns of threatening by token, parts of constructions left out; made once a sentence."""
    if harms_at not in context.once:
        found: dict[int, list[Trigger]] = {}
        for trigger in context.triggers:
            if trigger.relation == "threatens" and trigger.kind in "MN" and not trigger.part:
                found.setdefault(trigger.token, []).append(trigger)
        context.once[harms_at] = found
    made: dict[int, list[Trigger]] = context.once[harms_at]
    return made

"""Whom the pronouns around a trigger mean: standing by themselves (إياها) or behind a preposition (معه).

Takes a context and a trigger, gives a ``Filler`` or None (Ryding 2005, 12).
"""

from collections.abc import Callable, Sequence

from ingest.grammar import agreement
from ingest.grammar.carried import Carried, Filler
from ingest.grammar.lists import Lists
from ingest.grammar.urged import takes_object
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

_DISAGREEING = {("التي", "3ms"), ("الذي", "3fs"), ("الذي", "3mp"), ("الذين", "3ms"), ("الذين", "3fs")}

CONDITION = 24  # tokens from the word of condition to the duty behind ف
_ENDINGS = {"3ms": "ه", "3fs": "ها"}


class Pronouns:
    """The pronouns of one trigger; its subject is asked for only where a pronoun stands, which is not the subject."""

    def __init__(
        self, context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, carried: Carried
    ) -> None:
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._carried, self._lists = carried, Lists.of(context, phrases)

    def strong(self, k: int, source: Callable[[], Filler | None]) -> Filler | None:
        """Whom an object's pronoun that stands by itself at token ``k`` means (Ryding 12.4): داعيا إياها إلى."""
        form = self._context.tokens[k].form if k < len(self._context.tokens) else ""
        if not is_in(form, "strong_pronouns"):
            return None
        return self._meant(form, _phrase(source()))

    def urged(self, source: Callable[[], Filler | None]) -> Filler | None:
        """Whom the pronoun behind a masdar means that is its object: في محاولة لحثه على العودة (Ryding 5.1, 12.3)."""
        if not takes_object(self._context, self._trigger):
            return None
        by = _phrase(source())
        found = self._meant(_ENDINGS.get(self._trigger.pronoun, "هم"), by)
        own = found is not None and by is not None and self._lists.head(found.phrase) == self._lists.head(by)
        return None if own else found

    def _meant(self, form: str, subject: int | None) -> Filler | None:
        """The nearest phrase before that agrees with the pronoun at the end of ``form``, and is not ``subject``."""
        taken = None if subject is None else self._actors[subject]
        gender = "f" if form.endswith("ها") else "m" if form.endswith("ه") else ""
        before = [i for i in self._context.outer if self._phrases[i].last <= self._trigger.start]
        fitting = (i for i in reversed(before) if self._actors[i] != taken and self._is_like(i, gender))
        return next((Filler(i, "pronoun") for i in fitting), None)

    def _is_like(self, phrase: int, gender: str) -> bool:
        """Whether the phrase shows that gender, a person's name that of a man; without one, whether it is several."""
        here = self._phrases[phrase]
        if not gender:
            return here.type in {"group", "armed_group"} or len(self._lists.listed(phrase)) > 1
        if gender == "m" and here.type == "group":  # إياه, not of several
            return False
        return (agreement.of_phrase(here) or ("m" if here.type == "person" else gender)) == gender

    def resumed(self, form: str, subject: Callable[[], Filler | None]) -> Filler | None:
        """Whom the pronoun of a preposition means: in a relative clause the noun before it (Ryding 14.2), if an actor.

        Elsewhere the nearest before that agrees and is not the verb's subject: طلب منها, يقفون معه (12.5).
        """
        pronoun = (
            "3fs" if form.endswith("ها") else "3mp" if form.endswith("هم") else "3ms" if form.endswith("ه") else ""
        )
        if self._trigger.kind not in "VP":
            duty = self._trigger.kind == "N" and self._trigger.relation == "demands"  # فعليها, which agrees
            own = self._trigger.kind == "M" and self._trigger.relation == "supports"
            if own:  # تأييده لها، تأييد بروكسل له
                return self._carried.antecedent(_phrase(subject()), pronoun)
            if self._trigger.kind == "M" and self._trigger.relation == "threatens":  # وتوعد بالرد عليه, another
                return self._carried.antecedent(self._carried.last(), pronoun)
            tied = self._tied(_phrase(subject()), form) if self._trigger.kind in "AS" else None
            tied = self._of_condition(pronoun) if duty else tied
            return tied or (self._carried.antecedent(None, pronoun) if duty else self._carried.antecedent())
        k, tokens = self._trigger.token, self._context.tokens
        if k > 0 and is_in(tokens[k - 1].form, "relatives"):
            before = [i for i in self._context.outer if 0 <= k - 1 - self._phrases[i].last <= 1]
            if before and (tokens[k - 1].form, pronoun) in _DISAGREEING:  # الوزيرة التي أكدت له دعمها
                return self._carried.antecedent(before[-1], pronoun)
            return Filler(before[-1], "relative") if before else None
        return self._carried.antecedent(_phrase(subject()) if self._has_subject() else None, pronoun)

    def _of_condition(self, pronoun: str) -> Filler | None:
        """Whose duty ف tells behind a condition of which he is the subject (39): إذا أرادت إيران السلم فعليها وقف."""
        k, tokens = self._trigger.start, self._context.tokens
        k -= tokens[k].form[:1] != "ف"  # أنه إذا أرادت، فإن عليها
        if k < 0 or tokens[k].form[:1] != "ف":
            return None
        reach = range(k - 1, max(-1, k - 1 - CONDITION), -1)
        opened = next((j for j in reach if is_in(tokens[j].form, "conditionals")), None)
        near = () if opened is None else (i for i in self._context.outer if self._phrases[i].first == opened + 2)
        gender = {"3fs": "f", "3ms": "m"}.get(pronoun, "")
        return next((Filler(i, "pronoun") for i in near if self._is_like(i, gender)), None)

    def _tied(self, noun: int | None, form: str) -> Filler | None:
        """Who stands before the noun that a participle of backing describes: قوات تركيا وفصائل متحالفة معها (12.5)."""
        gender = "f" if form.endswith("ها") else "m" if form.endswith("ه") else ""
        if self._trigger.relation != "supports" or noun is None or not gender:
            return None
        before = (i for i in self._context.outer if self._phrases[i].last <= self._phrases[noun].first)
        fitting = [i for i in before if self._actors[i] != self._actors[noun] and self._is_like(i, gender)]
        return Filler(fitting[-1], "pronoun") if fitting else None

    def _has_subject(self) -> bool:
        """Whether the verb has somebody for its subject: not يجب عليها, يتعين عليهم."""
        frames = load_lexicon()[self._trigger.entry].frames
        return self._trigger.relation != "demands" or any("subj" in frame.get("source", ()) for frame in frames)


def _phrase(filler: Filler | None) -> int | None:
    return None if filler is None else filler.phrase


def is_of_speaker(context: Context, trigger: Trigger) -> bool:
    """Whether the particle before the verb has the first person for its pronoun (Ryding 19): لكنني طلبت."""
    k = trigger.start - 1
    while k >= 0 and is_in(context.tokens[k].form, "negatives", "auxiliaries", "verbal_particles"):
        k -= 1
    return k >= 0 and is_in(context.tokens[k].form, "with_speaker")

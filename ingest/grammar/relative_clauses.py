"""The relative clause of a verb: the noun that it describes, and what in it takes that noun up.

Takes a context, the article's phrases and the trigger. A definite noun has a relative pronoun before its clause, an
indefinite one has none; a pronoun in the clause takes the noun up where it is not the subject (Ryding 2005, 14).
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words

ASIDE = 10  # tokens of an aside between a noun and its relative pronoun
_THINGS = ("reports", "documents", "deeds", "things_done")  # the noun described, not who stands before: القرار الذي
_GENDERS, _SEVERAL = {"3ms": "m", "3fs": "f"}, frozenset({"group", "armed_group"})
_WHICH = "وهو"
_PRONOUNS, _COMMAS = {"الذي": "m", "التي": "f"}, frozenset("،,")


class RelativeClause:
    """The clause that one verb opens, if it describes a noun."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger

    def described(self) -> int | None:
        """The noun before the relative pronoun that opens the verb's clause (Ryding 14)."""
        k = self._trigger.token
        if self._is_of_what():
            return None
        if not self.is_relative():
            return self._asyndetic()
        end = k - 2 if k > 1 and self._context.tokens[k - 2].surface in _COMMAS else k - 1
        end -= end > 0 and self._context.tokens[end - 1].surface in QUOTES  # «المجلس»، الذي
        before = [i for i in self._context.outer if 0 <= k - 1 - self._phrases[i].last <= max(1, k - 1 - end)]
        if not before and (named := self._identified()) is not None:
            return named
        told = k > 1 and is_in(words.without_article(self._context.tokens[k - 2].form), *_THINGS)
        if not before or (told and self._phrases[before[-1]].last < k - 1):  # نفى الوزير الأنباء التي تحدثت عن
            return None
        over = None if self._fits_pronoun(before[-1]) else self._before_aside(before[-1])
        over = self._one_of(before[-1]) if over is None else over
        return before[-1] if over is None else over

    def ends_before(self, phrase: int) -> bool:
        """Whether a comma has ended the clause before the phrase: السفير، الذي استدعاه إلى مقره، احتجاج تونس."""
        between = self._context.tokens[self._trigger.token : self._phrases[phrase].first]
        return sum(token.form in _COMMAS for token in between) == 1

    def _one_of(self, noun: int) -> int | None:
        """Who is told to be one of those that the clause describes (Ryding 10.5): تعد الكتائب من أبرز الفصائل التي.

        He stands right before من, or a verb of deeming or a pronoun between: الكتائب، وهي من أبرز الفصائل التي.
        """
        tokens, k = self._context.tokens, self._phrases[noun].first - 2
        if self._trigger.relation != "supports" or k < 1 or tokens[k].form != "من":
            return None
        if not is_in(tokens[k + 1].form, "elatives", "foremost"):
            return None
        k -= is_in(tokens[k - 1].form, "deemed")
        k -= k > 0 and tokens[k - 1].surface in _COMMAS
        return next((i for i in self._context.outer if self._phrases[i].last == k), None)

    def _identified(self) -> int | None:
        """Who is said to be the side or state that the clause describes (Ryding 4.1, 12.2): الجزائر هي الطرف الذي يدعم.

        So is whose a quality is (طالب الجزائر، بصفتها الطرف الذي يدعم): a comma may part the two.
        """
        tokens, k = self._context.tokens, self._trigger.token - 3
        if k < 0 or not is_in(words.without_article(tokens[k + 1].form), "bare_doers"):
            return None
        if not is_in(tokens[k].form, "subjects", "in_quality"):
            return None
        end = k - (tokens[k - 1].surface in _COMMAS if k else 0)
        return next((i for i in self._context.outer if self._phrases[i].last == end), None)

    def _fits_pronoun(self, noun: int) -> bool:
        """Whether the relative pronoun before the verb agrees with the noun (Ryding 14.1)."""
        gender, here = _PRONOUNS.get(self._context.tokens[self._trigger.token - 1].form), self._phrases[noun]
        surface = self._context.tokens[here.first].surface
        return gender is None or agreement.agree(gender, agreement.of_phrase(here, surface))

    def _before_aside(self, noun: int) -> int | None:
        """Whom the pronoun agrees with over an aside that ends in the noun: النائبة فلانة، المقربة من الحزب، التي."""
        tokens, first = self._context.tokens, self._phrases[noun].first
        for i in reversed(self._context.outer):
            end = self._phrases[i].last
            if end < first and tokens[end].surface in _COMMAS and first - end <= ASIDE and self._fits_pronoun(i):
                return i
        return None

    def _asyndetic(self) -> int | None:
        """The indefinite noun right before the verb, whose relative clause has no pronoun (Ryding 14.3).

        What و joins to the clause goes on with it and describes nobody (18): خطفوا ثلاثة عمال وطالبوا بفدية.
        """
        if self._is_joined():
            return None
        before = [i for i in self._context.outer if self._phrases[i].last == self._trigger.token]
        if before and self._is_taken_up(before[0]):
            return before[0]
        if not before or self._phrases[before[0]].type not in _SEVERAL or before[0] == self._context.subject:
            return None
        return before[0] if not self._is_definite(before[0]) and self._agrees(before[0]) else None

    def _agrees(self, noun: int) -> bool:
        """Whether the noun can be the verb's subject, as it is where no pronoun takes it up."""
        here, token = self._phrases[noun], self._context.tokens[self._trigger.token]
        gender = agreement.of_verb(token.surface, self._trigger.verb)
        surface = self._context.tokens[here.first].surface
        free = bool(self._trigger.pronoun) or agreement.is_plural(token.surface, self._trigger.verb)  # مشاة ينذرون
        return free or agreement.agree(gender, agreement.of_phrase(here, surface))

    def _is_definite(self, noun: int) -> bool:
        return self._phrases[noun].form.startswith("ال")

    def _is_taken_up(self, noun: int) -> bool:
        """Whether the verb's pronoun is the noun's before it, its subject right behind (14.3): جماعة تدعمها إيران.

        So too of a definite one, which opens a sentence of which it is not the subject (Ryding 3.1): حماس تدعمها إيران.
        Several people have a plural pronoun (7.2): مقاتلون يدعمهم التحالف.
        """
        k, trigger = self._trigger.token, self._trigger
        behind = [self._phrases[i] for i in self._context.outer if self._phrases[i].first == k + 1]
        gender = _GENDERS.get(trigger.pronoun or "")
        several = trigger.pronoun == "3mp" and self._phrases[noun].type in _SEVERAL
        if not (gender or several) or not behind or (self._context.prepositions[noun] and self._is_definite(noun)):
            return False
        tokens, here = self._context.tokens, self._phrases[noun]
        fits = several or agreement.agree(gender or "", agreement.of_phrase(here, tokens[here.first].surface))
        of_verb = agreement.of_verb(tokens[k].surface, trigger.verb)
        return fits and agreement.agree(of_verb, agreement.of_phrase(behind[0], tokens[k + 1].surface))

    def _is_joined(self) -> bool:
        """Whether the verb can only be one with و or ف before it."""
        found = agreement.verbs(self._context.tokens[self._trigger.token].surface, self._trigger.verb)
        return bool(found) and all(a.prc2[:1] in {"w", "f"} for a in found)

    def is_subject(self) -> bool:
        """Whether the verb's pronoun cannot take the noun up, whose subject that is then: السفيرة التي دعته (14.1)."""
        noun = _PRONOUNS.get(self._context.tokens[self._trigger.token - 1].form) if self._trigger.token else None
        gender = _GENDERS.get(self._trigger.pronoun or "")
        return noun is not None and gender is not None and noun != gender

    def is_resumed(self) -> bool:
        """Whether a preposition with a pronoun takes the noun of the clause up: الذي اجتمع فيه فلان (Ryding 14.2)."""
        behind = self._context.tokens[self._trigger.token + 1 : self._trigger.token + 2]
        return bool(behind) and is_in(behind[0].form, "resuming")

    def takes_up(self) -> bool:
        """Whether a preposition right behind has the pronoun of the noun described: الذي اجتمع معه فلان (14.2)."""
        behind = self._context.tokens[self._trigger.token + 1 : self._trigger.token + 2]
        return self.is_relative() and bool(behind and pronominal(behind[0].form))

    def is_relative(self) -> bool:
        """Whether a relative pronoun, or ما that the verb takes up, stands right before the verb."""
        k = self._trigger.token
        relative = k > 0 and self._context.tokens[k - 1].form in load_function_words()["relatives"]
        return relative or self._is_of_what()

    def whose_act(self) -> int | None:
        """Who did what the clause before tells, which وهو ما takes up: دعا فلان إلى كذا، وهو ما أيده الوزير."""
        k, subject = self._trigger.token, self._context.subject
        which = self._is_of_what() and k > 1 and self._context.tokens[k - 2].form == _WHICH
        return subject if which and subject is not None and self._phrases[subject].last < k else None

    def _is_of_what(self) -> bool:
        """Whether the verb's pronoun takes up ما right before it (Ryding 14.6): ثمن ما قدمته قطر لفلسطين."""
        k = self._trigger.token
        own = self._trigger.relation == "supports" and self._trigger.pronoun
        return bool(own) and k > 0 and is_in(self._context.tokens[k - 1].form, "what")

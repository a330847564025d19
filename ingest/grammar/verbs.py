"""Which words of a sentence are verbs, where their spelling may be another kind's (دعم, to support or support).

Takes a context, gives the tokens with verbs. Only those that the lexicon and the closed class of speech know are seen;
verb, masdar and noun are told apart by what stands around them (Ryding 2005, 5.1).
"""

from collections.abc import Sequence
from functools import cached_property

from ingest.grammar import agreement
from ingest.grammar.aliases import is_surname
from ingest.grammar.lists import Lists
from ingest.grammar.openers import is_behind_opener, is_purpose
from ingest.naming.overruns import blesses
from ingest.text import words
from ingest.text.context import PREPOSITIONS, QUOTES, Context
from ingest.text.imperfects import is_imperfect
from ingest.text.lauding import is_lauding
from ingest.text.mentions import Phrase
from ingest.text.name_rules import adjectives
from ingest.text.prepositions import preposition_of, pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon
from ontology.verbs import load_verbs

_BETWEEN, _THAT = "بين", "ان"
_BESIDE = frozenset({"مع", "وراء", "خلف", "بجانب"})
_NOUN_BEHIND = frozenset({"في", "الي", "عن"})  # behind which no verb stands (Ryding 16)
_CLOSED = ("spans_of_time", "months", "cities", "platforms")
_LIGHT = (*_CLOSED, "prepositions", "quantifiers", "adverbs", "complementizers", "demonstratives")
_GOVERNING = ("refusals", "decrying", "affirming", "conveying")  # verbs whose object is a masdar: أكد الوزير دعم بلاده
PLURAL = 5  # letters of a sound plural with a pronoun, at least: اتصالاته, not حياته


class Verbs:
    """The verbs of one sentence."""

    def __init__(self, context: Context, phrases: Sequence[Phrase]) -> None:
        self._context, self._phrases, self._lists = context, phrases, Lists.of(context, phrases)

    @classmethod
    def of(cls, context: Context, phrases: Sequence[Phrase]) -> "Verbs":
        """Those of the sentence, made once."""
        if cls not in context.once:
            context.once[cls] = cls(context, phrases)
        found: Verbs = context.once[cls]
        return found

    @cached_property
    def seen(self) -> dict[int, str]:
        """Every verb seen: its token and the gender it shows."""
        said, tokens = load_function_words()["speech"], self._context.tokens
        found = {
            k: said_by(token.form)
            for k, token in enumerate(tokens)
            if (token.form in said or (token.form[:1] == "و" and token.form[1:] in said)) and not self._is_between(k)
        }
        told: dict[int, set[str]] = {}
        for trigger in self._context.triggers:
            if trigger.kind in "VP" and not self._names(trigger) and not self._blesses(trigger.token):
                gender = agreement.of_verb(tokens[trigger.token].surface, trigger.entry)
                told.setdefault(trigger.token, set()).add(gender)
        for k, genders in told.items():  # تواصل، he kept in touch or she goes on: of two readings none
            found[k] = next(iter(genders)) if len(genders) == 1 else ""
        return found

    def _names(self, trigger: Trigger) -> bool:
        """Whether the verb only says what something is called: ما وصفه بالقرار الشجاع; or is a surname: فادي كرم."""
        lauds = load_lexicon()[trigger.entry].alone == "lauding" and not is_lauding(self._context, trigger)
        return lauds or is_surname(self._context, self._phrases, trigger.token)

    def _blesses(self, k: int) -> bool:
        """Whether the word is of a blessing on the name before it: الملك فلان حفظه الله ورعاه."""
        goes_on = k > 0 and self._context.tokens[k - 1].form == "الله"
        return blesses(self._context.tokens, k) or (goes_on and is_in(self._context.tokens[k].form, "blessings"))

    def _is_between(self, k: int) -> bool:
        """Whether بين is the preposition, before one of two sides, and not he explained: لقاء بين الوزير مع نظيره."""
        between = self._context.tokens[k].form == _BETWEEN
        return between and any(self._phrases[i].first == k + 1 for i in self._context.outer)

    def is_verb(self, k: int) -> bool:
        """Whether a verb is seen at token ``k`` that is no masdar of the same spelling (طلب)."""
        governed = k > 0 and self._context.tokens[k - 1].form in _NOUN_BEHIND  # في وجه إيران
        return k in self.seen and not (governed or self._is_masdar(k))

    def has_and(self, k: int) -> bool:
        """Whether و before the verb at ``k`` parts it from what stands before: زار قطر والعراق وشدد (Ryding 18)."""
        token = self._context.tokens[k]
        if token.form[:1] != "و":
            return False
        if is_imperfect(token.form) or token.form[1:] in load_function_words()["speech"]:
            return True
        here = (t.verb for t in self._context.triggers if t.token == k and t.kind in "VP")
        known = [a for entry in here for a in agreement.verbs(token.surface, entry)]
        return bool(known) and all(a.prc2[:1] == "w" for a in known)

    def is_verbal(self, k: int) -> bool:
        """Whether a word that can be verb or masdar (دعم) is a verb at token ``k``, from what stands before it.

        At the start, behind a relative pronoun or a particle of verbs, or behind a phrase that opens the sentence; a
        word of ending is one before a preposition with a pronoun (Ryding 12.5): ووقف معه فلان.
        """
        tokens = self._context.tokens
        if pronominal(self._form(k + 1)) in _BESIDE and is_in(tokens[k].form.removeprefix("و"), "cessations"):
            return True
        j = k - 1
        while j >= 0 and not tokens[j].form.isalnum():
            j -= 1
        before = self._phrases_end(k)
        if j < 0 and (is_purpose(self._context, k) or self._has_adjective(k)):
            return False
        if (
            self._opens_conjunct(k)
            or self._tells(k)
            or self._is_of_two(k)
            or is_behind_opener(self._context, self._phrases, self.seen, k)
        ):
            return True
        if j < 0 or before is not None:
            start = -1 if before is None else self._opened_by(self._lists.head(before))
            if start is None or (start >= 0 and self._governs(start)):
                return False  # علقت واشنطن دعمها
            return not any(start < v < k for v in self.seen)
        told = j > 0 and tokens[j].form == _THAT and is_in(tokens[j - 1].form, "before_perfects")
        return told or is_in(tokens[j].form, "before_verbs")

    def _has_adjective(self, k: int) -> bool:
        """Whether an indefinite adjective of origin stands behind token ``k``, a noun then: دعم أميركي جديد لكييف."""
        named = any(self._phrases[i].first == k + 1 for i in self._context.outer)  # عرض نبيه بري
        return not named and adjectives(self._context.tokens, k + 1, definite=False) > k + 1

    def _governs(self, k: int) -> bool:
        """Whether the word at token ``k`` is a verb whose object a masdar is: أكد الوزير دعم بلاده، ناقش الحزب دعم.

        A verb of being or becoming has another verb behind its subject (Ryding 36): كان الوزير دعم القرار.
        """
        token = self._context.tokens[k]
        bare = token.form.removeprefix("و")
        if is_in(bare, *_GOVERNING):
            return True
        return word_class(token.form, token.surface)[-1] == "V" and not is_in(bare, "remaining", "past", "auxiliaries")

    def _tells(self, k: int) -> bool:
        """Whether a word of calling upon or threatening is the verb that goes on with what somebody said or did.

        Its masdar is governed or in construct (بطلب، تلبية طلب), or goes with an indefinite noun (أمر ضروري). The verb
        is joined by ف or, behind a comma, by و (Ryding 18), or stands behind a particle, a mark or the noun of its
        relative clause without pronoun (14.3: بيان حث فيه), and has a definite word or a preposition behind it.
        """
        tokens, token = self._context.tokens, self._context.tokens[k]
        mine = [t for t in self._context.triggers if t.token == k and t.kind == "V" and self._is_call(t)]
        if not mine or (k and (is_in(tokens[k - 1].form, "prepositions") or preposition_of(token.form))):
            return False
        behind = self._form(k + 1)
        if mine[0].pronoun:
            licensed = any("obj" in frame.get("target", ()) for frame in load_lexicon()[mine[0].entry].frames)
        else:
            licensed = self._is_definite_at(k + 1) or self._is_prepositional(behind)
        if not licensed:
            return False
        joined = {a.prc2[:1] for a in agreement.verbs(token.surface, mine[0].entry)} & {"w", "f"}
        marked = k > 0 and not tokens[k - 1].form.isalnum()
        if joined:
            return "f" in joined or marked or self._is_prepositional(behind)
        if (
            marked
            or is_in(self._form(k - 1), "before_clauses", "closing_openers", "times")
            or is_in(behind, "resuming")
        ):
            return True
        return behind in {"من", "الي"} and (k == 0 or not self.is_thing(k - 1))

    def _is_of_two(self, k: int) -> bool:
        """Whether the word is what two did next, and no adverbial accusative, which لـ follows (Ryding 11, 21.1).

        وزارا الوزير وطلبا منه is no request, as وطلبا للنجاة is.
        """
        token, behind = self._context.tokens[k], self._form(k + 1)
        if not token.form.startswith("و") or not token.form.endswith("ا") or behind.startswith("ل"):
            return False
        mine = {t.entry for t in self._context.triggers if t.token == k and t.kind == "V"}
        return any(a.number == "d" for entry in mine for a in agreement.verbs(token.surface, entry))

    def _is_call(self, trigger: Trigger) -> bool:
        """Whether the trigger's entry tells by itself of a call or a threat that its subject utters."""
        entry = load_lexicon()[trigger.entry]
        uttered = any("subj" in frame.get("source", ()) for frame in entry.frames)
        return trigger.relation in {"demands", "threatens"} and uttered and not entry.alone

    def _is_definite_at(self, k: int) -> bool:
        """Whether a definite word or the name of an actor stands at token ``k``."""
        k += k < len(self._context.tokens) and self._context.tokens[k].surface in QUOTES
        named = any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.phrases)
        return named or self._form(k).startswith("ال") or self._form(k).endswith(("ه", "ها", "هم"))

    def _is_prepositional(self, form: str) -> bool:
        resuming = is_in(form, "resuming") or bool(pronominal(form))  # طلب منهم
        return form in PREPOSITIONS or resuming or preposition_of(form) == "ب" or form == "فيما"

    def _opens_conjunct(self, k: int) -> bool:
        """Whether the word goes on behind a comma with a person for its subject: ، وتوعد الوزير."""
        token = self._context.tokens[k]
        behind = k > 0 and self._context.tokens[k - 1].surface in {"،", ","} and token.form.startswith("و")
        subject = next((i for i in self._context.outer if self._phrases[i].first == k + 1), None)
        if not behind or subject is None or self._phrases[subject].type != "person":
            return False
        return not self._context.prepositions[subject]

    def is_governed(self, k: int) -> bool:
        """Whether a preposition, a verb or a noun in construct stands right before token ``k`` or is joined to it."""
        before = self._context.tokens[k - 1].form.removeprefix("و") if k else ""
        joined = preposition_of(self._context.tokens[k].form)
        told = k - 1 in self.seen or (k > 0 and (self.is_thing(k - 1) or self._is_told(k - 1)))
        return bool(joined) or before in PREPOSITIONS or told

    def _opened_by(self, phrase: int) -> int | None:
        """The token before a phrase that opens a clause: a complementizer or mark; -1 at the start."""
        k = self._phrases[phrase].first - 1
        if phrase == self._context.subject or k < 0:
            return k
        form = self._context.tokens[k].form
        return k if is_in(form, "complementizers") or not form.isalnum() else None

    def _phrases_end(self, k: int) -> int | None:
        return next((i for i in self._context.outer if self._phrases[i].last == k), None)

    def is_thing(self, k: int) -> bool:
        """Whether the word can stand in construct: no name, adverb, accusative, definite or particle.

        Nor is an actor what a count of days or hours stands in construct with: أمر قبل ثلاثة أيام جماعة (Ryding 15),
        nor what a month or a town does, which is a name: التقى في مارس الوزير, nor an adjective: في اتصال هاتفي نظيره.
        """
        form, classes = self._context.tokens[k].form, load_function_words()
        named = any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.phrases)
        if not form.isalpha() or named or (k in self.seen and not self._is_masdar(k)) or self._is_told(k):
            return False
        bare, joined = form.removeprefix("و"), form[:1] == "و" and form not in classes["unjoined"]
        joined = joined and words.split(form)[1] not in {"ب", "ل"}  # باسمه وباسم الشعب
        if pronominal(bare):  # دافع عنه الوزير، وقف إلى جانبه (Ryding 12.5)
            return False
        radical = self._context.tokens[k].surface.removeprefix("و")[:1] in {"إ", "أ"}  # إلغاء
        radical |= bare.removeprefix("ب").removeprefix("ل") in classes["like_definite"]  # بالتزام
        definite = (bare.startswith(("ال", "بال", "لل", "كال")) and not radical) or (
            len(bare) < 3 and bare not in classes["short_things"]
        )
        several = self._context.tokens[k].surface.endswith("اته") and len(bare) > PLURAL  # في اتصالاته إسرائيل
        owned = bare.endswith(("ا", "ها", "هم")) or bare in classes["own_places"] or several
        owned |= self._context.tokens[k].surface.endswith("ه") and (k in self.seen or self._is_owned_aside(k))
        spans = bare in united(*_LIGHT) or words.split(form)[2] in united(*_CLOSED)  # بيومين، بجدة
        spans |= k > 0 and form in classes["of_utterances"] and self._is_indefinite(k - 1)
        return not (definite or joined or spans or bare in classes["relatives"] or owned)

    def _is_owned_aside(self, k: int) -> bool:
        """Whether the noun with a pronoun is an adverbial's, which has nobody in construct: ودعا بدوره الحكومة (12.3).

        A masdar still has an object (خلال لقائه الوزير), somebody's colleague an apposition (مع زميله الوزير).
        """
        form, classes = self._context.tokens[k].form, load_function_words()
        _, joined, rest = words.split(form)
        before = self._context.tokens[k - 1].form.removeprefix("و") if k else ""
        masdar = any(t.kind == "M" for t in self._context.triggers if t.token == k)
        somebody = any(is_in(word, "counterparts", "titles", "people", "apposed_fellows") for word in (rest, rest[:-1]))
        if somebody or masdar or rest in classes["radical_ha"]:
            return False
        described = is_in(before, "relatives", "what")  # الدور الذي لعبته الجزائر (14.2)
        adverbial = joined == "ب" or before == "علي" or is_in(before, "temporals", "occasions")
        return described or adverbial or is_in(form, "within_it")

    def _is_indefinite(self, k: int) -> bool:
        """Whether the word is one without article behind a preposition, which an adjective can describe."""
        form = self._context.tokens[k].form
        before = self._context.tokens[k - 1].form.removeprefix("و") if k else ""
        joined = preposition_of(form) if form not in load_function_words()["unjoined"] else ""
        return form.isalpha() and not form.startswith(("ال", "بال", "لل")) and (before in PREPOSITIONS or bool(joined))

    def _is_told(self, k: int) -> bool:
        """Whether the word is a verb of no entry that is spelled like no noun: أبلغ، وصلت، يستهل (Ryding 21)."""
        form, known = self._context.tokens[k].form.removeprefix("و"), load_verbs()
        masdar = self._context.tokens[k].surface.removeprefix("و").startswith("إ")
        told = form.endswith("ت") and not form.endswith("ات") and (form[:-1] in known or f"{form[:-1]}ي" in known)
        told |= is_imperfect(form) or (form[:1] == "ي" and word_class(form, form) == "V")
        return told or (not masdar and form[:1] == "ا" and len(form) > 3 and form in known)

    def _is_masdar(self, k: int) -> bool:
        """Whether the word, spelled like a verb, is a masdar at token ``k``: تدعم طلب فنلندا."""
        kinds = {t.kind for t in self._context.triggers if t.token == k}
        return kinds >= {"M", "V"} and not self.is_verbal(k)

    def _form(self, k: int) -> str:
        return self._context.tokens[k].form if k < len(self._context.tokens) else ""


def said_by(form: str) -> str:
    """The gender of the subject that a verb of no entry agrees with, by its letters."""
    bare = form.removeprefix("و")
    return "f" if bare.endswith("ت") else "m" if bare.startswith("ي") else ""

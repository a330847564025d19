"""Whose subject a clause goes on with.

Takes a context with its clauses, gives for a token the subject of the nearest verb before it that has one and agrees.
Here a verb is also what only looks like one (``word_classes``): what it says does not matter, only who does it.
"""

from collections.abc import Sequence
from functools import cached_property, partial
from itertools import takewhile

from ingest.grammar import agreement
from ingest.grammar.added import adding
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.lone_objects import is_lone_object
from ingest.grammar.met_persons import is_met, tells_of_meeting
from ingest.grammar.openers import is_adversative
from ingest.grammar.relayed import asks_several, quoted, relayed, told_of
from ingest.grammar.taken_up import taken_up
from ingest.grammar.travellers import Travellers
from ingest.grammar.verbs import Verbs, said_by
from ingest.naming.press import only_tells
from ingest.text.context import QUOTES, Context
from ingest.text.datelines import gets_copy, is_dateline
from ingest.text.imperfects import is_imperfect
from ingest.text.mentions import Phrase
from ingest.text.openings import is_accused
from ingest.text.scope import is_future, is_in
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words

NEAR = 2  # tokens between a verb and the subject that a later clause goes on with: قال أمس فلان
DESCRIBED = 4  # tokens of a delegation with its adjectives: وفد تركي رفيع المستوى يضم
RELATIVE_REACH = 8  # tokens from a relative pronoun to a masdar of its clause
_THEN, _BUT, _COMMAS = "ثم", "لكن", frozenset("،,")


class Subjects:
    """The subjects that the clauses of one sentence go on with."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], clauses: Clauses) -> None:
        self._context, self._phrases, self._clauses = context, phrases, clauses
        self._verbs = Verbs.of(context, phrases)
        self._travellers = Travellers(context, phrases, clauses)

    @classmethod
    def of(cls, context: Context, phrases: Sequence[Phrase]) -> "Subjects":
        """Those of the sentence, made once."""
        if cls not in context.once:
            context.once[cls] = cls(context, phrases, Clauses.of(context, phrases))
        found: Subjects = context.once[cls]
        return found

    def before(self, token: int, gender: str = "", *, several: bool | None = False) -> int | None:
        """The subject of the nearest verb before ``token`` that has one and agrees, else of the sentence.

        Behind حيث it is who travels: زيارة فلان إلى عمان، حيث التقى. ``several``: it is more than one; None: just one.
        """
        if (accused := taken_up(self._context, self._phrases, token, gender)) is not None:
            return accused
        if not several:
            passed_on = partial(relayed, self._context, self._phrases)
            for told in (self._travellers.before, self._also, self._of_relative, self._told_of, passed_on):
                if (known := told(token, gender)) is not None:
                    return known
        if (main := self._main(token, gender, several=several)) is not None:
            of_whom = told_of(self._context, self._phrases, main, token, gender) if self._demands(token) else None
            return main if of_whom is None else of_whom
        for k in sorted((k for k in self._anchors if k < token), reverse=True):
            subject = None if self._clauses.tells_leader(k, token) else self._of(k, token)
            if subject is None and self._goes_on(k):
                subject = self._once(k)
            if subject is not None and self._agrees(subject, gender, several=several):
                return subject
        opening = self._context.subject
        if opening is None or opening not in self._acting or self._is_object(opening):
            return None
        acts = self._phrases[opening].last <= token and self._agrees(opening, gender, several=several)
        return opening if acts else None

    def _goes_on(self, k: int) -> bool:
        """Whether the verb at ``k`` has none of its own and goes on with a clause before: ، وطالب بكذا وحث على دعم."""
        return k in self._verbs.seen and (self._is_joined(k) or is_adversative(self._context, k))

    def _once(self, k: int) -> int | None:
        """The subject that the verb at ``k`` goes on with, worked out once a sentence, the earlier ones first."""
        once = self._context.once
        for j in sorted(j for j in self._verbs.seen if j <= k and (Subjects, j) not in once):
            if self._goes_on(j) or j == k:
                once[Subjects, j] = self.before(j, self._verbs.seen[j])
        found: int | None = once[Subjects, k]
        return found

    def _also(self, token: int, gender: str) -> int | None:
        return adding(self._context, self._phrases, token, gender)

    def _told_of(self, token: int, gender: str) -> int | None:
        """Of whom the first clause behind أن tells, for a second one with a pronoun (Ryding 19).

        أكد المتحدث أن الحاكم قطع الدعم، وأنه طلب من الجيش: what the pronoun takes up is rather told of than telling.
        """
        tokens = self._context.tokens
        before = tokens[token - 1].form if token else ""
        but = self._demands(token) and before.startswith(_BUT)  # لكنه شكر is rather of who speaks
        second = before[:1] == "و" or but
        if not second or not is_in(before, "with_subject"):
            return None
        for k in range(token - 2, -1, -1):
            if self._clauses.is_stop(k):
                return None
            if is_in(tokens[k].form, "complementizers"):
                near = [i for i in self._context.outer if self._phrases[i].first == k + 1 and self._clauses.bare(i)]
                if near:
                    return near[0] if self._clauses.agrees(near[0], gender) else None
        return None

    def _demands(self, token: int) -> bool:
        return any(t.token == token and t.relation == "demands" for t in self._context.triggers)

    def _agrees(self, phrase: int, gender: str, *, several: bool | None) -> bool:
        other = agreement.is_people(self._phrases[phrase]) if several is None else several and self.is_one(phrase)
        return self._clauses.agrees(phrase, gender) and not other

    def is_one(self, phrase: int) -> bool:
        """Whether the phrase is one person or state, with whom no plural goes on: وطالبوا، وطلبا (Ryding 3.1.2)."""
        here = self._phrases[phrase]
        around = (j for j in (phrase - 1, phrase + 1) if 0 <= j < len(self._phrases))
        if here.type not in {"person", "state"} or any(self._phrases[j].place == here.place for j in around):
            return False  # الطرفان stands for two
        return len(Lists.of(self._context, self._phrases).listed(phrase)) == 1

    def _of_relative(self, token: int, gender: str) -> int | None:
        """The noun of the relative clause that a joined verb goes on with: الحركة التي تمردت وهددت (Ryding 14, 18)."""
        tokens = self._context.tokens
        if tokens[token].form[:1] != "و" or token not in self._verbs.seen or not tokens[token - 1].form.isalnum():
            return None
        for k in range(token - 1, 0, -1):
            if not tokens[k].form.isalnum() or is_in(tokens[k].form, "complementizers", "clause_openers"):
                return None
            if any(self._phrases[i].first == k and self._clauses.bare(i) for i in self._context.outer):
                return None
            if is_in(tokens[k].form, "relatives"):
                near = [i for i in self._context.outer if self._phrases[i].last == k]
                return near[-1] if near and self._clauses.agrees(near[-1], gender) else None
        return None

    def of_relative(self, token: int, gender: str = "") -> int | None:
        """The noun of the relative clause that a masdar belongs to: واشنطن التي تتولى تدريب، الوزير الذي عرض مشاوراته.

        No sign, clause or phrase that could be another subject stands between. ``gender``: of the masdar's pronoun.
        """
        tokens = self._context.tokens
        for k in range(token - 1, max(0, token - 1 - RELATIVE_REACH), -1):
            if is_in(tokens[k].form, "relatives"):
                near = [i for i in self._context.outer if self._phrases[i].last == k]
                verb = k + 1 + is_in(tokens[k + 1].form, "auxiliaries", "negatives", "verbal_particles")
                told = verb < token and (verb in self._anchors or is_in(tokens[verb].form, "speech"))
                of_verb = self._anchors.get(verb, "") or said_by(tokens[verb].form)
                fits = all(near and self._clauses.agrees(near[-1], one) for one in (of_verb, gender))
                return near[-1] if told and fits else None
            if not tokens[k].form.isalnum() or is_in(tokens[k].form, "complementizers", "clause_openers"):
                return None
            if any(self._phrases[i].first == k for i in self._context.outer):
                return None
        return None

    def _main(self, token: int, gender: str, *, several: bool | None) -> int | None:
        """The agreeing subject of the nearest main clause, for a verb that و joins to one behind a comma.

        قال فلان إن بلاده ترفض، وطالب: what أن or a relative pronoun opens has ended there (Ryding 18, 19). But the
        future and a meeting are rather of what is told: قال فلان إن الوزير زار عمان، والتقى.
        """
        told = {t.relation for t in self._context.triggers if t.token == token}
        meets = "meets" in told and "demands" not in told  # ودعت is rather and she called than she bade farewell
        rather = meets or self._is_told(token) or asks_several(self._context, self._phrases, token)
        rather |= is_future(self._context.tokens[token].form)
        if not is_adversative(self._context, token) and (rather or not self._is_joined(token)):
            return None
        starts = [0, *(k for k in range(1, token) if self._is_joined(k) or self._opens(k))]
        for first, last in zip(reversed(starts), [token, *reversed(starts)], strict=False):
            for k in range(first, last):
                if k > first and is_in(self._context.tokens[k].form, "complementizers", "relatives"):
                    break
                subject = self._of(k, token) if k in self._anchors else None
                if subject is not None and self._agrees(subject, gender, several=several):
                    return None if only_tells(self._phrases[subject]) else subject
        return None

    def _is_told(self, token: int) -> bool:
        """Whether an imperfect goes on with one that a perfect tells of: أكد أن حزبه يقف معها، ويساند شعبها."""
        first, form = min(self._anchors, default=token), self._context.tokens[token].form
        told = "supports" in {t.relation for t in self._context.triggers if t.token == token} and is_imperfect(form)
        return told and not is_imperfect(self._context.tokens[first].form)

    def of_last_clause(self, token: int, gender: str) -> int | None:
        """The person behind the verb of the last main clause that و joins behind a comma, if its subject is new.

        استقبلت الحكومة الوفد، وتولى الوزير الشرح، داعيا: behind a verb of the lexicon he is as often its object.
        """
        for k in sorted((k for k in self._anchors if k < token and self._is_joined(k)), reverse=True):
            subject = self._of(k, token)
            if subject is not None and self._phrases[subject].first > k:
                person = self._phrases[subject].type == "person" and k not in self._verbs.seen
                return subject if person and self._clauses.agrees(subject, gender) else None
        return None

    def _is_joined(self, k: int) -> bool:
        """Whether a verb goes on at the token behind a comma: ، وطالب، ثم طالب."""
        tokens = self._context.tokens
        then = k > 1 and tokens[k - 1].form == _THEN
        before = tokens[k - 1 - then].surface if k else ""
        return before in _COMMAS and (then or tokens[k].form[:1] in "وف") and k in self._anchors

    def _opens(self, k: int) -> bool:
        return is_in(self._context.tokens[k].form, "clause_openers")

    def bare_before(self, token: int, gender: str) -> int | None:
        """The last phrase before ``token`` that no preposition governs and that agrees, whatever verb it belongs to."""
        before = [i for i in self._acting if self._phrases[i].last <= token and self._clauses.bare(i)]
        before.sort(key=self._is_member, reverse=True)
        return next((i for i in reversed(before) if self._clauses.agrees(i, gender)), None)

    def any_before(self, token: int, gender: str) -> int | None:
        """The last phrase before ``token`` that agrees."""
        before = [i for i in self._context.outer if self._phrases[i].last <= token and self._clauses.agrees(i, gender)]
        return before[-1] if before else None

    @cached_property
    def _acting(self) -> list[int]:
        """The phrases that may do something: no dateline (بيروت - )، no paper that got the text that it quotes."""
        tokens, all_ = self._context.tokens, self._context.outer
        written = (i for i in all_ if is_dateline(tokens, self._phrases, i))
        left_out = {i for i in written if tokens[self._phrases[i].last].surface != ":"}  # مدريد: عقوبات على
        return [i for i in all_ if i not in left_out and not gets_copy(tokens, self._phrases[i])]

    @cached_property
    def _anchors(self) -> dict[int, str]:
        """Tokens that a subject follows: verbs, complementizers, and the verb behind أن, known or not (Ryding 34)."""
        tokens, found = self._context.tokens, dict(self._verbs.seen)
        named = {k for i in self._context.outer for k in range(self._phrases[i].first, self._phrases[i].last)}
        for k, token in enumerate(tokens):
            if k not in named and (word_class(token.form, token.surface)[-1] == "V" or is_imperfect(token.form)):
                found.setdefault(k, said_by(token.form))
            if token.form in load_function_words()["complementizers"]:
                found.setdefault(k, "")
                if k + 1 < len(tokens) and tokens[k + 1].form[:1] in "يت":
                    gender = "m" if tokens[k + 1].form[0] == "ي" else "f"
                    if found.setdefault(k + 1, gender) == "m":  # أن تواصل, which behind أن is no perfect
                        found[k + 1] = gender
        return found

    def _of(self, k: int, token: int) -> int | None:
        """The subject of the verb at ``k`` where it stands close by: behind it, or right before it."""
        if self._clauses.has_pronoun(k) or tells_of_meeting(self._context, k) or self._numbers_members(k):
            return None  # لكنها دعت مصر، إنه أبلغ نظيره: behind it is its object
        particle = is_in(self._context.tokens[k - 1].form, "verbal_particles")  # كانت الوزيرة قد زارت صنعاء
        end, that = k - particle, is_in(self._context.tokens[k].form, "complementizers")
        closed = self._context.tokens[end - 1].surface in QUOTES and not self._context.quoted[k]  # «فتح» ترفض
        ends = set() if that else {end, end - closed}
        follows = k in self._verbs.seen and agreement.follows_subject(self._context, k)  # يطالبون الموقع
        for i in self._acting:
            phrase = self._phrases[i]
            if k < phrase.first and phrase.last <= token and self._clauses.bare(i):
                if follows or self._is_quoted_off(k, i, token):
                    return None
                near = phrase.first - k - 1 <= (NEAR if k in self._verbs.seen else 0)
                near = near and self._clauses.agrees(i, self._anchors[k])
                near = near and not is_accused(self._context.tokens, k, phrase)
                near = near and not (k in self._verbs.seen and self._is_object(i))  # وهدد الأوروبيين، وهدد روسيا
                near = near and not (self._is_joined(k) and is_lone_object(self._context, self._phrases, k, i, token))
                near = near and not is_met(self._context, self._phrases, self._clauses, k, i, token)
                return quoted(self._context, self._phrases, i, token) if near else None
            right_before = phrase.last in ends and not (self._verbs.has_and(k) or self._is_quoted_off(k, i, token))
            if right_before and self._clauses.bare(i) and self._clauses.agrees(i, self._anchors[k]):
                return i  # of أن, whose clause has its own: رد فلان بأن لندن لن تتردد
        return None

    def _is_object(self, phrase: int) -> bool:
        """Whether the ending shows that the phrase is no subject (Ryding 7.2.2)."""
        here = self._phrases[phrase]
        return agreement.is_oblique(here, [t.form for t in self._context.tokens[here.first : here.last]])

    def _numbers_members(self, k: int) -> bool:
        """Whether the verb's object is who is in the delegation before it: جاء على رأس وفد ضم فلانا وفلانا."""
        told = reversed(self._context.tokens[max(0, k - DESCRIBED) : k])
        plain = takewhile(lambda t: t.form.isalpha() and not is_in(t.form, "prepositions"), told)
        return is_in(self._context.tokens[k].form, "fellows") and any(is_in(t.form, "delegations") for t in plain)

    def _is_member(self, phrase: int) -> bool:
        """Whether the phrase is named as one of a delegation: وفد ضم فلانا وفلانا."""
        head = Lists.of(self._context, self._phrases).head(phrase)
        return self._numbers_members(self._phrases[head].first - 1)

    def _is_quoted_off(self, k: int, phrase: int, token: int) -> bool:
        """Whether the verb at ``k`` and the phrase are in a quotation that has ended: قالت إن «الدولة سترد»، ودعت."""
        quoted = self._context.quoted
        return quoted[k] and quoted[self._phrases[phrase].first] and not quoted[token]

"""Whose deed it is that is praised or backed: أشاد بالدور الذي تقوم به مصر، ثمن ما أبدته، رحب بالموقف الأردني.

Takes a context and a trigger of support, gives who does the thing that its verb or preposition governs, by a relative
clause, by لـ or by a nisba.
"""

from collections.abc import Sequence

from ingest.grammar import nisba
from ingest.grammar.authors import is_issuer
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.contents import CONTENT_REACH
from ingest.grammar.masdars import is_definite
from ingest.grammar.things import opens_thing
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import PREPOSITIONS, QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of, pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

DOER = 4  # tokens between a relative pronoun and the subject of its clause
HEAD_REACH = 4  # tokens before a relative pronoun in which its noun stands: الجهود الكبيرة التي
OWNER_REACH = 4  # tokens between a deed and whose it is: بالدور الكبير والفعال للجيش
DEED_REACH = 6  # tokens between the preposition of a deed and its relative clause: بالجهود الكبيرة التي
NISBA_REACH = 15  # tokens between a word of praise and the thing it is for: رحب الوزير أمس بالموقف
OWN_DEED = 2  # tokens from somebody's backing to whose deed it is for: تأييده مشروع قرار الوزير
NEAR = 3  # tokens from a word to what stands by it
_PRONOUNS = {"هم": "3mp", "ها": "3fs", "ه": "3ms"}
_COMMAS, _WHAT, _SAID = frozenset("،,"), "ما", ("documents", "utterances")
_STANDS, _HOLDS = frozenset({"ورد", "جاء"}), frozenset({"تضمنه", "تضمنته", "حمله", "حملته", "احتواه"})
_UPON_WHOM = frozenset({"الي", "علي", "ل"})  # before whom a call is for: فرضت على إيران شروطا
_AT_WHOM = frozenset({"الي", "ل", "ضد", "علي"})  # before whom a threat is for: ستفرض على إيران عقوبات
_AROUND_DEEDS = frozenset({"ب", "ل", "علي", "عن"})  # before what is backed; من tells who backs, الى who receives


class Deeds:
    """The deeds that one trigger is about."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], trigger: Trigger) -> None:
        self._context, self._phrases, self._trigger = context, phrases, trigger
        self._clauses = Clauses.of(context, phrases)

    def doer(self) -> Filler | None:
        """For praise, who did the thing that is its object: ثمن الجهود التي تبذلها مصر، ثمن ما أبدته مصر."""
        k, tokens = self._trigger.until, self._context.tokens
        reach = range(k, min(len(tokens), k + CONTENT_REACH))
        at = next((j for j in reach if is_in(tokens[j].form, "relatives") or tokens[j].form == _WHAT), None)
        if self._trigger.relation != "supports" or at is None or self._clauses.stopped(k - 1, at):
            return None
        if tokens[at].form != _WHAT and any(self._phrases[i].last == at for i in self._context.outer):
            return None  # يسلح الوحدات التي تعتبرها تركيا إرهابية
        heads = range(max(k, at - HEAD_REACH), at)
        if tokens[at].form != _WHAT and any(map(self._is_governed, heads)) and not any(map(self._is_free, heads)):
            return None
        near = [i for i in self._context.outer if 1 < self._phrases[i].first - at <= DOER and self._clauses.bare(i)]
        return Filler(near[0], "of") if near and self._is_resumed(at, near[0]) else None

    def owner(self) -> int | None:
        """Whose the deed is that is the object, by لـ behind it (Ryding 16): ثمن الوزير الدور الكبير للجيش."""
        k, tokens = self._trigger.until, self._context.tokens
        if self._trigger.relation != "supports":
            return None
        for j in range(k, min(len(tokens), k + CONTENT_REACH)):
            _, joined, rest = words.split(tokens[j].form)
            if joined == "ال" and is_in(rest, "deeds") and not self._clauses.parted(k - 1, j):
                near = (i for i in self._context.outer if 0 < self._phrases[i].first - j <= OWNER_REACH)
                first = next(near, None)
                told = first is not None and self._clauses.government(first)[0] == "ل"
                return first if told and not self._is_of_other(j, self._phrases[first or 0].first) else None
        return None

    def praised(self) -> Filler | None:
        """Whose the deed is that stands in construct behind a word of praise, an adverbial between (Ryding 8.1, 16).

        مثمنا في هذا الإطار جهود مصر، يثمن عاليا دور مصر.
        """
        k, tokens = self._trigger.until, self._context.tokens
        praise = self._trigger.relation == "supports" and self._trigger.kind in "VA" and not self._trigger.pronoun
        for j in range(k, min(len(tokens) - 1, k + DEED_REACH) if praise else k):
            if self._clauses.is_stop(j) or is_in(tokens[j].form, "complementizers", "relatives"):
                return None
            conjunction, joined, rest = words.split(tokens[j].form)
            governed = j > k and (conjunction or is_in(tokens[j - 1].form, "prepositions", "quantifiers"))
            if joined == "" and is_in(rest, "deeds") and not governed:
                near = (i for i in self._context.outer if self._phrases[i].first == j + 1)
                owner = next(near, None)
                return None if owner is None or self._context.prepositions[owner] else Filler(owner, "of")
        return None

    def follows(self, end: int) -> bool:
        """Whether what is praised or backed stands behind the subject that ends before token ``end``.

        A deed, or ما of what was done (Ryding 14.6), over a phrase of a preposition: ثمن الوزير في كلمته الدور.
        """
        tokens = self._context.tokens
        backs = self._trigger.relation == "supports" and self._trigger.kind == "V"
        if backs and opens_thing(self._context, self._phrases, end):  # امتدح المدير نظام الأجور
            return True
        for k in range(end, min(len(tokens), end + DEED_REACH) if self._trigger.relation == "supports" else end):
            form = tokens[k].form
            if self._clauses.is_stop(k) or (k > end and self._clauses.parted(k - 1, k + 1) and form != _WHAT):
                return False
            _, joined, rest = words.split(form)
            governed = k > end and is_in(tokens[k - 1].form, "prepositions")
            if form == _WHAT or (joined in {"", "ال"} and is_in(rest, "deeds") and not governed):
                return True
        return False

    def may_precede(self, prepositions: Sequence[str], phrase: int) -> bool:
        """Whether the argument may stand before the noun of a light verb: تلقى من مصر دعما، وجه إلى مصر إنذارا.

        Whom a call is sent to stands right behind the verb or its subject then: وجه الوزير إلى مصر نداء.
        """
        if self._trigger.relation == "threatens":
            return self._trigger.after > self._trigger.token and not _AT_WHOM.isdisjoint(prepositions)
        if self._trigger.relation == "demands":
            return not _UPON_WHOM.isdisjoint(prepositions) and self._is_next(phrase)
        form = self._context.tokens[self._trigger.token].form
        told = is_in(form, "speech", "affirming", "reporting")  # أكد له دعم بلاده
        return self._trigger.relation == "supports" and ("من" in prepositions or ("ل" in prepositions and not told))

    def _is_next(self, phrase: int) -> bool:
        """Whether only a preposition stands between the phrase and the light verb or its subject."""
        k, joined = self._trigger.token + 1, self._phrases[phrase].clitics[-1:] == "ل"
        by = self._phrases[phrase].first - (not joined)
        subject = any(self._phrases[i].first == k and self._phrases[i].last == by for i in self._context.outer)
        return self._trigger.kind in "VA" and self._trigger.after > k and (by == k or subject)

    def is_set_off(self, low: int, high: int) -> bool:
        """Whether a comma that closes no parenthesis parts what is far off from its word of backing."""
        commas = sum(token.form in _COMMAS for token in self._context.tokens[low + 1 : high])
        return self._trigger.relation == "supports" and high - low > NEAR and commas % 2 == 1

    def _is_free(self, k: int) -> bool:
        """Whether the token is a definite deed of its own, that nothing governs: ثمن في كلمته الافتتاحية الدور الذي."""
        form, before = (self._context.tokens[j].form for j in (k, k - 1))
        return form.startswith("ال") and is_in(form[2:], "deeds") and not is_in(before, "prepositions", "quantifiers")

    def _is_governed(self, k: int) -> bool:
        """Whether the token, in nobody's name, is a preposition or has one joined to it."""
        form = self._context.tokens[k].form
        if any(self._phrases[i].first <= k < self._phrases[i].last for i in self._context.outer):
            return False
        return preposition_of(form) == "ب" or form.startswith("لل") or is_in(form, "prepositions")

    def of_nisba(self, k: int, prepositions: Sequence[str], before: int = -1) -> Filler | None:
        """The state whose nisba describes the thing governed: رحب بالموقف الأردني، أثنى على الموقف (Ryding 10.2).

        No prepositions mean the object: ثمن الموقف. ``before``: a token before which the thing stands.
        """
        tokens = self._context.tokens
        end = min(len(tokens), k + NISBA_REACH) if before < 0 else before
        for j in range(k + 1, end if self._trigger.relation == "supports" else 0):
            joined, rest = words.split(tokens[j].form)[1:]
            by = joined[:1] if joined[:1] in {"ب", "ل"} else self._standing_before(k, j)
            at_once = not by and joined == "ال" and j == self._trigger.until  # يدعم الاقتصاد المصري
            if by not in (prepositions or ("",)) or not ((by and joined[:1] == by) or is_in(rest, "deeds") or at_once):
                continue
            named = nisba.state_behind(self._context, self._phrases, j + 1)
            if named is not None and not self._clauses.parted(k, j):
                return Filler(named, "nisba")
        return None

    def _standing_before(self, k: int, j: int) -> str:
        """The preposition before token ``j``, behind token ``k``; كل and the like may stand between."""
        tokens = self._context.tokens
        before = j - 1 - (j - 1 > k and is_in(tokens[j - 1].form, "quantifiers"))
        form = tokens[before].form
        return form if before > k and is_in(form, "prepositions") else ""

    def does(self, phrase: int, k: int, prepositions: Sequence[str]) -> bool:
        """Whether the phrase is the subject in a relative clause on the thing governed: بالدور الذي تقوم به مصر.

        So it is behind ما, that which (14.6): أشاد بما قدمته مصر، أثنى على ما سماه حكمة الجزائر.
        """
        first = self._phrases[phrase].first
        if _AROUND_DEEDS.isdisjoint(prepositions) or not self._clauses.bare(phrase):
            return False
        relatives = range(max(k + 1, first - DOER), first - 1)
        return any(
            self._governs_clause(k, j, prepositions) and self._is_resumed(j, phrase)
            for j in relatives
            if not self._clauses.stopped(k, j)
        )

    def _is_resumed(self, relative: int, phrase: int) -> bool:
        """Whether the clause takes up the deed by a pronoun, so that the phrase is its subject (Ryding 14.2).

        بالدور الذي تلعبه مصر، الذي تقوم به, but not بالجيش الذي حمى لبنان.
        """
        tokens, end = self._context.tokens, self._phrases[phrase].last
        if is_in(tokens[relative].form, "what"):
            return True
        verb = tokens[relative + 1 : self._phrases[phrase].first]
        around = (*verb, *tokens[end : end + 1])
        if any(is_in(t.form, "remaining") for t in verb):  # الذي ما فتئت مصر تقدمه (Ryding 36)
            verb = around
        return any(t.form.endswith(tuple(_PRONOUNS)) for t in verb) or any(pronominal(t.form) for t in around)

    def _governs_clause(self, k: int, relative: int, prepositions: Sequence[str]) -> bool:
        """Whether the token opens a relative clause on what one of the prepositions governs behind token ``k``."""
        tokens = self._context.tokens
        form = tokens[relative].form
        if is_in(form, "what"):
            by = words.split(form)[1] or tokens[relative - 1].form
            return by in prepositions and not self._clauses.parted(k, relative)
        near = range(max(k + 1, relative - DEED_REACH), relative)
        governed = (j for j in near if {tokens[j].form, preposition_of(tokens[j].form)} & {*prepositions})
        return is_in(form, "relatives") and any(not self._clauses.parted(k, j) for j in governed)

    def of_pronoun(self, k: int, prepositions: Sequence[str]) -> str:
        """The pronoun behind a deed of somebody that is praised or backed (Ryding 12.3): أشاد بمواقفه، ثمن جهودها.

        ``k``: the token behind which the deed stands; no prepositions mean the object. بدوره is, in turn, no deed.
        """
        tokens = self._context.tokens
        praise = self._trigger.relation == "supports" and self._trigger.kind in "VA" and "عن" not in prepositions
        praise |= self._trigger.kind == "M" and "ل" in prepositions and not self._trigger.pronoun  # دعم قطر لجهودها
        for j in range(k + 1, min(len(tokens), k + NISBA_REACH) if praise else 0):  # يدافع عن قراره, his own
            if self._clauses.parted(j - 1, j + 1):
                return ""
            joined, rest = words.split(tokens[j].form)[1:]
            by = joined or self._standing_before(k, j)
            ending = next((e for e in _PRONOUNS if tokens[j].surface.endswith(e)), "")  # حزمه, not حزمة
            pronoun, stem = _PRONOUNS.get(ending, ""), rest.removesuffix(ending)
            deed = f"{stem[:-1]}ه" if stem.endswith("ت") and not is_in(stem, "deeds") else stem
            in_turn = joined == "ب" and deed == "دور" and not (j + 1 < len(tokens) and tokens[j + 1].form == "في")
            if by in (prepositions or ("",)) and pronoun and is_in(deed, "deeds") and not in_turn:
                return pronoun
        return ""

    def in_construct(self) -> Filler | None:
        """Whose deed is backed by somebody's own masdar, a construction or a bare masdar, in construct (8.1).

        مساندته قرار الوزير، وقف خلف مطالب الوزير، دعم جهود الوزير.
        """
        trigger, tokens = self._trigger, self._context.tokens
        k, bare = trigger.until, trigger.kind == "M" and not is_definite(self._context, trigger)
        last = tokens[k - 1]
        own = last.form in PREPOSITIONS or last.surface.endswith(("ه", "ها", "هم", "هما"))
        own |= k < len(tokens) and is_in(tokens[k].form, "deeds")
        if trigger.relation != "supports" or not own or not (bare or k - trigger.token > 1):
            return None
        near = (i for i in self._context.outer if k < self._phrases[i].first <= k + OWN_DEED)
        first = next(near, None)
        if first is None or self._context.prepositions[first]:
            return None
        verbs, things = Verbs.of(self._context, self._phrases), range(k, self._phrases[first].first)
        thing = all(verbs.is_thing(j) and preposition_of(tokens[j].form) not in {"ب", "ل"} for j in things)
        return Filler(first, "of") if thing else None

    def owns(self, phrase: int, k: int, prepositions: Sequence[str]) -> bool:
        """Whether a deed that is praised is said to be the phrase's by لـ (Ryding 16): أشاد بالدور الكبير للجيش."""
        first = self._phrases[phrase].first
        for j in range(max(k + 1, first - OWNER_REACH), first):
            joined, rest = words.split(self._context.tokens[j].form)[1:]
            by = self._quoted_by(k, j) if joined in {"", "ال"} else joined[:1]  # بـ«الموقف المسؤول» للوفد
            if by in prepositions and by and is_in(rest, "deeds"):
                return not self._is_of_other(j, first)
        return False

    def _quoted_by(self, k: int, j: int) -> str:
        """The preposition that stands by itself behind token ``k`` before the quotation mark right before ``j``."""
        tokens = self._context.tokens
        _, joined, rest = words.split(tokens[j - 1].form)
        if j - 1 > k and is_in(rest, "quantifiers", "whole"):  # بأي دور للأمم المتحدة (10.4)
            return joined
        return tokens[j - 2].form if j - 2 > k and tokens[j - 1].surface in QUOTES else ""

    def is_told_in(self, phrase: int, k: int, prepositions: Sequence[str]) -> bool:
        """Whether what is praised is said to stand in somebody's words (Ryding 14.6): رحب بما ورد في خطاب الرئيس."""
        tokens, f = self._context.tokens, self._phrases[phrase].first - 1
        if is_issuer(self._context, self._phrases, phrase, k, prepositions):
            return True
        if self._trigger.relation != "supports" or f - 3 <= k or not is_in(tokens[f].form, *_SAID):
            return False
        what = f - 3 if tokens[f - 1].form == "في" and tokens[f - 2].form in _STANDS else f - 2
        told = what == f - 3 or tokens[f - 1].form in _HOLDS
        joined, rest = words.split(tokens[what].form)[1:]
        governed = joined in prepositions or (not joined and tokens[what - 1].form in prepositions)
        return told and rest == _WHAT and governed and not self._clauses.parted(k, what)

    def _is_of_other(self, deed: int, first: int) -> bool:
        """Whether whom لـ governs at token ``first`` has the benefit of a deed that is told to be another's.

        Its nisba tells whose it is, or a participle what it is for: بالدور الكويتي الداعم للعراق (Ryding 11).
        """
        state = nisba.state_behind(self._context, self._phrases, deed + 1)
        own = state is not None and self._phrases[state].last <= first
        return own or any(
            t.relation == "supports" and t.kind == "A" and deed < t.token < first for t in self._context.triggers
        )

"""Subject and object of a verb, told apart by order, agreement and what the verb wants.

Takes a context and a verb, gives a ``Filler`` or None for both: the subject stands behind the verb without
preposition (VSO, Ryding 3.1), right before it (SVO), is the noun before a relative pronoun (14), or is carried on;
it agrees. The object is the next phrase without preposition, or an enclitic, of a relative clause the noun before.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from ingest.grammar import agreement
from ingest.grammar.acting_things import acts_for
from ingest.grammar.addressees import is_addressed, is_of_men_in_ta
from ingest.grammar.adverbials import before_adverbial, gap, is_conditioned
from ingest.grammar.asides import Asides
from ingest.grammar.authors import author_of
from ingest.grammar.backers import is_of_noun
from ingest.grammar.carried import Carried, Filler, How
from ingest.grammar.clauses import Clauses
from ingest.grammar.contents import opens_content
from ingest.grammar.deeds import Deeds
from ingest.grammar.delegates import members_end
from ingest.grammar.earlier_deeds import did_before
from ingest.grammar.inversion import is_inverted
from ingest.grammar.lists import Lists
from ingest.grammar.officials import is_own_official
from ingest.grammar.over_clauses import called_over_clause
from ingest.grammar.own_calls import own_call_end
from ingest.grammar.own_forces import owner_gender
from ingest.grammar.own_subjects import has_own_subject
from ingest.grammar.parted_objects import called_behind, is_oblique_list, is_office_aside, parted_object
from ingest.grammar.pronouns import is_of_speaker
from ingest.grammar.relative_clauses import RelativeClause
from ingest.grammar.things import is_of_thing
from ingest.grammar.told_before import opens_with_object
from ingest.grammar.topics import is_possessed, is_whoever
from ingest.grammar.travellers import is_over_visit
from ingest.naming.argument_places import behind_asides
from ingest.text.context import Context
from ingest.text.datelines import is_dateline
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb, word_class
from ontology.lexicon import load_lexicon

SUBJECT_GAP, OBJECT_GAP, FAR_GAP = 5, 10, 16  # tokens from verb to subject, to an object with a content, or without
_DISAGREEING, _ACTS = {("التي", "m"), ("الذي", "f")}, ("acts", "harms", "continuing")
_ADDING, _NOT_TO = frozenset({"كما", "ثم", "وكما"}), frozenset({"الا", "بالا"})  # كما ناشد الاتحاد، بألا تتخلى فرنسا


class Order:
    """The order of one verb's clause."""

    def __init__(
        self,
        context: Context,
        phrases: Sequence[Phrase],
        actors: Sequence[int],
        trigger: Trigger,
        *,
        wanted: frozenset[str],
        has_oblique: Callable[[], bool],
    ) -> None:
        """``wanted``: slots of the frame; ``has_oblique``: whether a preposition brings one of its arguments."""
        self._context, self._phrases, self._actors, self._trigger = context, phrases, actors, trigger
        self._wanted, self._has_oblique = wanted, has_oblique
        self._clauses, self._lists = Clauses.of(context, phrases), Lists.of(context, phrases)
        self._relative = RelativeClause(context, phrases, trigger)
        self._deeds = Deeds(context, phrases, trigger)
        self._carried = Carried(context, phrases, actors, trigger, self._clauses)
        self._asides = Asides(context, phrases, trigger, has_content="content" in wanted)

    def both(self) -> tuple[Filler | None, Filler | None]:
        """Subject and object of a verb, told apart by relative pronoun, order, agreement and what the verb wants."""
        first, second = (*(behind := self._bare_behind()), None, None)[:2]
        if is_of_speaker(self._context, self._trigger) or (first is not None and self._speaks):
            return self._carried.speaker(), first
        official = first is not None and is_own_official(self._context, self._phrases, self._trigger, first.phrase)
        if first is not None and (official or self._is_of_other()):
            return first, self._of_pronoun(first.phrase) or second
        here = self._context, self._phrases, self._trigger
        if (told := self._of_dislocated() or self._of_relative(first, behind) or self._of_opening(first)) is not None:
            return told
        if first and second and is_inverted(*here, (first, second), self._carried):
            return second, first
        if first is not None and not self._is_object(first, behind):
            taken_up = self._trigger.pronoun and self._is_of_noun  # قوات تدعمها إيران والجيش
            return first, self._of_pronoun(first.phrase) or (None if taken_up else second)
        carried = None if is_of_thing(*here) or self._is_of_noun else self._carried.implied()
        if first is not None and carried is not None and carried.how == "inherited" and self._is_far(first):
            first = None
        return carried, self._of_pronoun(None if carried is None else carried.phrase) or first

    def _of_dislocated(self) -> tuple[Filler | None, Filler | None] | None:
        """Both where the speaker's verb takes the phrase before it up by a pronoun: من يهاجمنا سنقاتله (14.6).

        Of a threat also by that of its object, a passive's subject: من يهاجمنا سنكسر يده، ستكسر يده (38).
        """
        speaks = agreement.speaks(self._context.tokens[self._trigger.token].surface, self._trigger.verb)
        frames = load_lexicon()[self._trigger.entry].frames
        own = any("subj" in frame.get("target", ()) for frame in frames)  # سيدفع حسابه
        by_object = self._trigger.relation == "threatens" and not own
        by_object = by_object and is_possessed(self._context, self._phrases, self._trigger.token + 1)
        if not by_object and not (speaks and self._trigger.pronoun):
            return None
        topic = self._opens()  # not الوزير: سنقاتله
        if topic is None or self._clauses.stopped(self._phrases[topic].last - 1, self._trigger.token):
            return None
        if not speaks and not is_whoever(self._context, self._phrases[topic]):
            return None
        if self._trigger.kind == "P":
            return Filler(topic, "before"), None
        return self._carried.speaker(), Filler(topic, "before")

    @property
    def _speaks(self) -> bool:
        """Whether the verb is the first person's, so that who stands behind it is its object: أطالب الوزير بـ."""
        word = self._context.tokens[self._trigger.token]
        return not self._trigger.pronoun and agreement.speaks(word.surface, self._trigger.verb)

    def _is_far(self, filler: Filler) -> bool:
        """Whether the phrase stands farther off than a subject can, so that neither end is by the verb."""
        return self._phrases[filler.phrase].first - self._trigger.token - 1 > SUBJECT_GAP

    def _of_opening(self, first: Filler | None) -> tuple[Filler | None, Filler | None] | None:
        """Both where the subject opens the clause before the verb (SVO)."""
        opening, here = self._opens(), (self._context, self._phrases, self._trigger)
        if opening is None or has_own_subject(*here, opening, first):
            return None
        return Filler(opening, "before"), self._of_pronoun(opening) or first

    def _of_relative(self, first: Filler | None, all_: Sequence[Filler]) -> tuple[Filler | None, Filler | None] | None:
        """Both in the clause of a relative pronoun or of a document; None elsewhere."""
        author = author_of(self._context, self._phrases, self._trigger, self._carried)
        if author is not None:
            return Filler(author, "of"), self._of_pronoun(author) or next((f for f in all_ if f.phrase != author), None)
        within = self._trigger.start < self._trigger.token  # الخطر الذي تشكله إيران, a construction of its own
        described = None if within and self._relative.is_relative() else self._relative.described()
        if described is not None:
            if self._trigger.pronoun and not self._relative.is_subject():
                first = None if first is None or self._relative.ends_before(first.phrase) else first
                who = first or self._carried.implied()
                same = not first and who is not None and self._actors[who.phrase] == self._actors[described]
                own = same and self._trigger.relation == "meets"  # النائب الذي زاره: another
                return who, (self._carried.antecedent(described) if own else None) or Filler(described, "relative")
            taken_up = first is not None and self._relative.takes_up()
            return (first, None) if taken_up else (Filler(described, "relative"), self._of_pronoun(described) or first)
        if self._relative.is_relative():
            resumed = self._trigger.pronoun or within or self._relative.is_resumed()
            act = None if (doer := self._relative.whose_act()) is None else Filler(doer, "pronoun")
            return (first or self._carried.implied(), act) if resumed else (None, first)
        return None

    def _of_pronoun(self, subject: int | None) -> Filler | None:
        return self._carried.antecedent(subject) if self._trigger.pronoun and not self._is_of_noun else None

    @cached_property
    def _is_of_noun(self) -> bool:
        return is_of_noun(self._context, self._phrases, self._trigger)

    def _is_object(self, first: Filler, behind: Sequence[Filler]) -> bool:
        """Whether the first phrase behind the verb is its object, the subject being carried on."""
        surface = self._context.tokens[self._trigger.token].surface
        gender = agreement.of_verb(surface, self._trigger.verb)
        named = "obj" in self._wanted and self._clauses.has_pronoun(self._trigger.token)
        named |= bool(owner_gender(self._context, self._trigger))  # إن قواته ستضرب السفن
        named |= "obj" in self._wanted and is_of_thing(self._context, self._phrases, self._trigger)
        named |= "obj" in self._wanted and self._trigger.relation == "demands" and self._is_of_pronoun()
        named |= len(behind) == 1 and self._trigger.relation == "meets" and is_of_men_in_ta(self._phrases[first.phrase])
        acting = acts_for(self._context, self._phrases, self._trigger, first.phrase)
        if named or (first.how == "of" and not acting) or not (acting or self._clauses.agrees(first.phrase, gender)):
            return True
        here = self._phrases[first.phrase]
        accusative = "obj" in self._wanted and is_oblique_list(self._context, self._phrases, first.phrase)
        if agreement.is_plural(surface, self._trigger.verb) or accusative:
            return True
        addressed = is_addressed(self._context, self._phrases, self._trigger, first.phrase)
        several = len(behind) > 1 and not addressed
        followed = self._goes_on(first.phrase) or self._deeds.follows(self._clauses.end_of_list(first.phrase))
        if self._trigger.pronoun or "obj" not in self._wanted or several or followed:
            return False
        inherited = (carried := self._carried.implied()) is not None and carried.how == "inherited"
        far = inherited and (load_lexicon()[self._trigger.entry].only_persons or self._trigger.relation == "supports")
        if carried is None or far or self._actors[carried.phrase] == self._actors[first.phrase]:
            return False  # وأيدت نيوزيلندا القرار, who praises names himself anew in a sentence of his own
        joined = self._context.tokens[self._trigger.token].form[:1] in "وف" and self._trigger.token > 1
        joined |= self._trigger.relation == "demands" and here.type != "person" and self._before() in _ADDING
        joined |= self._before() == "بل"  # لم تكتف طهران بالإدانة، بل هددت إسرائيل (Ryding 18.4)
        if addressed or (joined and (carried.how == "carried" or opens_with_object(self._context, self._phrases))):
            return True
        return "content" not in self._wanted and not self._has_oblique()

    def _before(self) -> str:
        return self._context.tokens[self._trigger.token - 1].form if self._trigger.token else ""

    def _is_of_pronoun(self) -> bool:
        """Whether a pronoun or an indefinite document right before the verb is its subject: وهو يدعو، لافتات تطالب."""
        return is_in(self._before(), "subjects") or is_in(self._before(), "documents")

    def _is_of_other(self) -> bool:
        """Whether the verb disagrees with its relative pronoun and so has a subject behind: إسرائيل التي هدد (14)."""
        gender = agreement.of_verb(self._context.tokens[self._trigger.token].surface, self._trigger.verb)
        return not self._trigger.pronoun and (self._before(), gender) in _DISAGREEING

    def _goes_on(self, phrase: int) -> bool:
        """Whether the threat is to go on with something, which is one's own doing: وتوعد القائد باستمرار العمليات."""
        threatens, end = self._trigger.relation == "threatens", self._clauses.end_of_list(phrase)
        return threatens and opens_content(self._context, end, end + 2, "continuing")

    def _bare_behind(self) -> list[Filler]:
        """The phrases behind the verb without preposition: at most two, lists counted once."""
        found: list[Filler] = []
        lone = self._trigger.relation == "meets" and "obj" in self._wanted and "content" not in self._wanted
        edge = behind_asides(self._context.tokens, self._trigger.token + 1)  # ودعا، بعد لقائه السفير، الحكومة
        end = own_call_end(self._context, self._trigger)
        reach = FAR_GAP if lone else SUBJECT_GAP  # فلان التقى أول من أمس في القاهرة فلانا
        for i in self._context.outer:
            phrase = self._phrases[i]
            visiting = is_over_visit(self._context, self._trigger.token, edge, phrase)
            if phrase.first < edge or self._lists.head(i) != i or not (visiting or self._clauses.bare(i)):
                continue
            distance = gap(self._context, edge, phrase.first)
            far = (phrase.first - edge if found else distance) > reach or phrase.first > end
            if far or self._lists.begins_clause(i) or self._clauses.parted(self._trigger.token, phrase.first):
                break
            content = "content" in self._wanted and opens_content(self._context, edge, phrase.first, *_ACTS)
            if content or is_conditioned(self._context, edge, phrase.first):
                break
            if self._clauses.is_aside(phrase.first, edge) or is_office_aside(self._context, self._phrases, i, edge):
                continue
            if (found or distance > SUBJECT_GAP) and self._tells_on(edge, i):
                if not found or self._trigger.relation != "threatens":
                    break
                edge = self._clauses.end_of_list(i)  # توعد الزعيم في كلمة بثتها القناة إيران بالرد
                continue
            if not (found and self._is_of(i, found[-1].phrase)):  # in apposition: التقى أمير قطر الشيخ تميم فلانا
                how: How = "of" if self._clauses.government(i)[1] else "near" if phrase.first - edge <= 1 else "far"
                found.append(Filler(i, how))
                reach = OBJECT_GAP if "content" in self._wanted else FAR_GAP
            edge = members_end(self._context, self._phrases, self._clauses, i)
        if len(found) == 1 and "obj" in self._wanted and (over := self._asides.object(edge)) is not None:
            found.append(Filler(over, "far"))
        if len(found) < 2 and "obj" in self._wanted:
            here = self._context, self._phrases, self._trigger, edge
            parted = parted_object(*here) or (called_over_clause(*here) if found else None)
            found += [] if parted is None else [parted]
        if len(found) > 1 and (called := called_behind(self._context, self._phrases, self._trigger, found[1].phrase)):
            found[1] = called
        return found[:2]

    def _is_of(self, phrase: int, before: int) -> bool:
        """Whether the phrase is the one before anew, stands in construct with it or describes it."""
        same = self._actors[phrase] == self._actors[before] or self._clauses.owns_quoted(before, phrase)
        return same or agreement.describes(self._phrases[phrase], self._phrases[before])

    def _tells_on(self, low: int, phrase: int) -> bool:
        """Whether the phrase is of a verb of its own right before it: دعا في حفل أقامه الحزب إلى (Ryding 14.3)."""
        first = self._phrases[phrase].first
        behind = first - 1 - (first - 1 > low and is_in(self._context.tokens[first - 1].form, "resuming"))
        token = self._context.tokens[behind]
        if any(self._phrases[i].first <= behind < self._phrases[i].last for i in self._context.outer):
            return False  # في إسلام آباد قائد الجيش
        with_pronoun = token.surface.endswith("ه") and is_verb(token.form.removesuffix("ه"))
        verb = word_class(token.form, token.surface) in {"V", "&V"} and not is_in(token.form, "emphatics")
        return self._trigger.relation != "supports" and behind >= low and (with_pronoun or verb)

    def _opens(self) -> int | None:
        """The subject right before the verb or a clause on it, where it opens a clause: طهران، التي تمد كذا، تهدد."""
        k, tokens = self._trigger.token, self._context.tokens
        made = self._trigger.start < k and self._trigger.relation == "demands"  # رفض الوزير طلبا قدمته فرنسا
        made |= bool(self._trigger.pronoun) and self._is_of_noun  # افتتح الوزير مدرسة تمولها الوكالة
        if made or self._before() in _NOT_TO or tokens[k].form not in self._unjoined:
            return None
        while k > 1 and is_in(tokens[k - 1].form, "negatives", "verbal_particles", "auxiliaries", "remaining"):
            k -= 1  # واشنطن لا تزال تهدد
        k = before_adverbial(self._context, self._phrases, self._clauses, self._clauses.before_aside(k))
        before = [i for i in self._context.outer if 0 <= k - self._phrases[i].last <= 1]
        if before and did_before(self._context, self._phrases, before[-1], k):
            return before[-1]
        if not before or not self._clauses.bare(before[-1]) or is_dateline(tokens, self._phrases, before[-1]):
            return None
        return before[-1] if self._opens_clause(self._lists.head(before[-1])) else None

    def _opens_clause(self, phrase: int) -> bool:
        own = acts_for(self._context, self._phrases, self._trigger, phrase)  # بأن طائرات التحالف ساندت
        start = self._phrases[phrase].first - own
        form = self._context.tokens[start - 1].form if start else ""
        if (start == 0 or phrase == self._context.subject) and not is_in(form, "being"):  # من جهته، كان فلان قد التقى
            return start == 0 or not is_in(self._context.tokens[0].form, "prepositions", "temporals")
        opened = is_in(form, "complementizers", "clause_openers", "fronting", "being") or not form.isalnum()
        return opened or self._lists.begins_clause(phrase)

    @property
    def _unjoined(self) -> frozenset[str]:
        """The verb's form where it has no و or ف, or one that is a radical, or ف of a topic: دعا، وقف، أما مصر فدعت."""
        *before, token = self._context.tokens[: self._trigger.token + 1]
        topical = token.form[:1] == "ف" and any(is_in(t.form, "fronting") for t in before)
        whole = topical or any(a.prc2 == "0" for a in agreement.verbs(token.surface, self._trigger.verb))
        return frozenset([token.form] * (whole or token.form[:1] not in {"و", "ف"}))

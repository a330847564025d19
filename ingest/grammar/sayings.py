"""Who says what within one sentence: verbs of saying with their subject and their content.

Takes a context, the article's phrases and who spoke last before, gives ``Speech`` after ``Speech``. A verb of
saying has its content behind a complementizer, colon or quotation mark (قال فلان إن); one of affirming and
the like also as its object (أكد فلان دعم بلاده). Its subject, in this order: who is quoted (نقلت الوكالة عن
فلان); a name that opens the sentence, or follows أن, before it; the name behind it; the name right before it; who spoke
earlier in the sentence, or the new subject of a clause since; the sentence's subject; the last speaker (وأضاف أن). What
is said ends where the paper takes the word again (فيما, في إشارة إلى) or goes on with a new subject.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.grammar import agreement
from ingest.grammar.drawn_up import drawn_up_by
from ingest.grammar.fresh_subjects import FreshSubjects
from ingest.grammar.headline_speakers import HeadlineSpeaker
from ingest.grammar.informants import informants
from ingest.grammar.leading import leading
from ingest.grammar.postponed import postponed
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import pronominal
from ingest.text.scope import is_in
from ingest.text.word_classes import ends_title, is_verb, word_class

SUBJECT_REACH = 4  # tokens between a verb of saying and its subject behind it: قال في تغريدة له
THANKS_REACH = 16  # tokens between a verb of thanking and على
CONTENT_REACH = 30  # tokens between a verb of saying and what is said
SHADDA = "\u0651"
_MARKS = frozenset(':«“"‹‘')
_QUOTES = frozenset('«»“”"‹›‘’')
_BOUNDS, _COMMAS = frozenset(".؛!؟…"), frozenset("،,")
_ABOUT = frozenset({"علي", "عن", "الي"})  # before what is affirmed
MESSAGE_REACH = 14  # tokens from a message to what it says: رسالة إلى رئيس الوزراء الانتقالي فلان مفادها
_CAME, _IN_IT = frozenset({"جاء", "وجاء", "ورد", "وورد"}), frozenset({"فيه", "فيها"})
_MADE_CLEAR = "بين"  # also the preposition
_FROM, _TO = "عن", "ل"  # نقلت الوكالة عن، شكر له
_WHICH_IS = frozenset({"وهو", "وهي"})
_BETWEEN = frozenset({"قد", "كان", "كانت", "الذي", "التي"})  # between subject and verb


@dataclass(frozen=True, slots=True)
class Speech:
    """Tokens ``[first, last)`` of sentence number ``context`` are the words of phrase ``speaker``."""

    context: int
    first: int
    last: int
    speaker: int


class Sayings:
    """The speech of one sentence; ``last`` is the phrase that spoke last before it."""

    def __init__(self, context: Context, phrases: Sequence[Phrase], last: int | None) -> None:
        """Look up which tokens are part of a name."""
        self._context, self._phrases, self._last = context, phrases, last
        self._tokens = context.tokens
        self._outer = tuple(i for i in context.outer if not self._is_possessive(i))
        bare = [i for i in self._outer if not context.prepositions[i]]
        self._fresh = FreshSubjects(context.tokens, phrases, bare, {t.token for t in context.triggers})
        self._held = {k for i in self._outer for k in range(phrases[i].first, phrases[i].last)}

    def all(self) -> Iterator[Speech]:
        """What goes on from before, sources, a name and a colon, then the verbs in order."""
        if self._last is not None and self._context.quoted[:1] == (True,) and self._tokens[0].surface not in _MARKS:
            yield self._speech(0, self._last)
        for first, source in informants(self._tokens, self._phrases, self._outer, self._held):
            yield self._speech(first, source)
        bare = [i for i in self._outer if not self._context.prepositions[i]]
        for first, last, source in postponed(self._tokens, self._phrases, bare):
            yield self._speech(first, source, last)
        speaker = None
        if (headline := HeadlineSpeaker(self._context, self._phrases, self._outer).found()) is not None:
            speaker, first = headline
            yield self._speech(first, speaker)
        spoke = 0
        for k in range(len(self._tokens)):
            mark = self._mark(k) if self._is_saying(k) else None
            if mark is None:
                continue
            fresh = None if self._context.quoted[k] else self._fresh.between(spoke, k)
            found = self._subject(k, mark, speaker if fresh is None else fresh)
            if found is not None:
                (speaker, behind), spoke = found, k
                first = behind if self._is_act(k, behind) else self._first(behind, mark)
                first = first if (thanks := self._thanked(k)) is None else thanks[1]
                yield self._speech(first, speaker, self._end(first, stated=self._is_mark(mark)))

    def _is_possessive(self, i: int) -> bool:
        """Whether phrase ``i`` is a word like بلاده, which stands for the speaker's state and does not speak."""
        return is_in(self._tokens[self._phrases[i].first].form, "own_states", "own_bodies", "we")

    def _speech(self, first: int, speaker: int, last: int | None = None) -> Speech:
        return Speech(self._context.number, first, len(self._tokens) if last is None else last, speaker)

    def _is_saying(self, k: int) -> bool:
        """Whether token ``k`` is a verb of saying, looked up once a sentence, whoever asks."""
        memo: dict[int, bool] = self._context.once.setdefault(Speech, {})
        if k not in memo:
            memo[k] = self._says(k)
        return memo[k]

    def _says(self, k: int) -> bool:
        """Whether token ``k`` is a verb of saying; بين and the like only before أن or at the head of a sentence."""
        form = self._tokens[k].form
        if drawn_up_by(self._tokens, self._phrases, self._outer, k) is not None:
            return True
        if self._conveys(k):
            return self._is_mark(k + 1 + (form in _CAME)) if k + 2 < len(self._tokens) else False
        thanks = self._thanked(k) is not None
        if k in self._held or not (thanks or is_in(form, "speech", "reporting", "vowing")):
            return False
        surface = self._tokens[k].surface
        spelled = SHADDA in surface[:-1] or surface.endswith("ى")  # عبّر, which is no عبر, and رأى, which is no رأي
        sure = spelled or not is_in(form, "ambiguous_sayings")
        if sure or self._opens(k) or is_in(self._form(k + 1), "complementizers"):
            return True
        head = k + 1 + is_in(self._form(k + 1), "documents")  # توصل تقرير الخبراء إلى أن
        behind = next((self._phrases[i].last for i in self._outer if self._phrases[i].first == head), 0)
        behind += is_in(form, "concluding") and self._form(behind) == "الي"  # توصل الخبراء إلى أن
        return thanks or is_in(self._form(behind), "complementizers")  # رد الوزير بأن

    def _conveys(self, k: int) -> bool:
        """Whether the token tells what a message says: رسالة مفادها أن، بيان جاء فيه أن."""
        came = self._tokens[k].form in _CAME and self._form(k + 1) in _IN_IT
        return k not in self._held and (came or is_in(self._tokens[k].form, "messages"))

    def _sender(self, k: int) -> int | None:
        """Whose message it is that token ``k`` tells of: behind it, in construct or by لـ (Ryding 8.1, 16)."""
        places = range(k - 1, max(-1, k - 1 - MESSAGE_REACH), -1)
        at = next((j for j in places if is_in(words.split(self._tokens[j].form)[2], "documents")), None)
        near = [i for i in self._outer if at is not None and at < self._phrases[i].first <= at + 2 < k + 2]
        own = [i for i in near if self._phrases[i].first == (at or 0) + 1 or self._context.prepositions[i] == "ل"]
        return own[0] if own and self._context.prepositions[own[0]] in {"", "ل"} else None

    def _mark(self, k: int) -> int | None:
        """The token that opens what is said, or where the clause of a verb of affirming ends; None for no content."""
        end = min(k + 1, len(self._tokens) - 1)  # a verb that ends its sentence says nothing (كما أكد)
        for end in range(k + 1, min(len(self._tokens), k + CONTENT_REACH)):
            if self._is_mark(end):
                return end
            bound = self._tokens[end].surface in _BOUNDS and not ends_title(self._tokens, end)  # قال د. فلان إن
            if bound or (end > k + 1 and self._is_saying(end)):
                break
        relative = is_in(self._form(k - 1), "relatives")
        affirms = is_in(self._tokens[k].form, "affirming") or self._thanked(k) is not None
        return end if affirms and not relative else None

    def _is_mark(self, k: int) -> bool:
        """A complementizer, colon or opening quotation mark, but not one around a name: قالت «النهار» إن."""
        quote = self._tokens[k].surface in _QUOTES
        if k in self._held or (quote and (self._is_around_name(k) or not self._context.quoted[k])):
            return False
        return self._tokens[k].surface in _MARKS or is_in(self._tokens[k].form, "complementizers")

    def _is_around_name(self, k: int) -> bool:
        named = next((self._phrases[i] for i in self._outer if self._phrases[i].first == k + 1), None)
        return named is not None and self._form(named.last) in _QUOTES

    def _is_act(self, k: int, behind: int) -> bool:
        """Whether a verb of affirming has an act for its object behind its subject: جدد فلان تأييد بلاده."""
        affirms = is_in(self._form(k), "affirming") or self._thanked(k) is not None
        act = behind + (self._form(behind) in _ABOUT)
        return affirms and any(t.token == act and t.kind == "M" for t in self._context.triggers)

    def _first(self, behind: int, mark: int) -> int:
        """Where what is said begins: behind its mark; behind the subject where no mark is, or only وأن further off."""
        joined = self._tokens[mark].form.startswith("و")
        return mark + 1 if self._is_mark(mark) and not joined else behind

    def _subject(self, k: int, mark: int, current: int | None) -> tuple[int, int] | None:
        """Who speaks, and the token behind the verb and its subject; ``current`` spoke earlier in the sentence."""
        form = self._tokens[k].form
        if (owner := drawn_up_by(self._tokens, self._phrases, self._outer, k)) is not None:
            return owner, self._phrases[owner].last
        inside = [i for i in self._outer if k < self._phrases[i].first < mark]
        quoted = [i for i in inside if self._context.prepositions[i] == _FROM] if is_in(form, "relaying") else []
        before = [i for i in self._outer if self._stands_before(i, k)]
        conveyed = self._conveys(k)
        if is_in(form, "saying_participles") or conveyed:
            before, inside = [], []
        if conveyed and (sender := self._sender(k)) is not None:
            return sender, k + 1
        stated = is_in(self._form(k + 1), "statements")  # أفاد بيان للوزارة
        at_once = is_in(form, "affirming") and self._form(k + 1) in _ABOUT  # أكد على دعم المجلس، أعرب عن
        behind = inside if stated else [i for i in inside if not at_once and self._is_subject(k, i)]
        if (thanked := self._thanked(k)) is not None:  # شكر الدول على مساندتها
            behind = [i for i in behind if i not in thanked[0]]
        if is_in(form, "accusing_verbs"):  # واتهم قبرص بفتح مطاراتها, whoever accuses
            behind = [i for i in behind if words.split(self._form(self._phrases[i].last))[1] not in {"ب", "بال"}]
        opening = [i for i in before if self._phrases[i].first == 0]
        that = [i for i in before if is_in(self._form(self._phrases[i].first - 1), "complementizers")]
        for i in (*quoted[:1], *opening, *that[-1:], *behind[:1]):
            return i, max(k + 1, self._phrases[i].last)
        if self._form(k - 1) == "كما" and (main := self._main(k)) is not None:  # goes on with the main clause
            return main, k + 1
        led = leading(self._context, self._phrases, k) if is_in(form, "saying_participles") else None
        spoke = next((i for i in (*before[-1:], current, self._main(k), led, self._last) if i is not None), None)
        return None if spoke is None else (spoke, k + 1)

    def _thanked(self, k: int) -> tuple[list[int], int] | None:
        """Whom a verb of thanking has for its objects, and what is behind على; None for another and without على."""
        if not is_in(self._form(k), "thanking"):
            return None
        reach = range(k + 2, min(len(self._tokens), k + THANKS_REACH))
        end = next((j for j in reach if self._form(j) == "علي" and j not in self._held), None)
        if end is None:
            return None
        here = [i for i in self._outer if k < self._phrases[i].first < end]
        inside = [i for i in here if not self._context.prepositions[i]]
        if any(self._context.prepositions[i] == _TO for i in here):  # شكر الوزير للحزب وقوفه على
            return [], end + 1
        single = [i for i in inside if not self._phrases[i].clitics.startswith("و")]
        objects = len(single) < 2 or not self._agrees(k, single[0])  # شكر الجزائر
        return (inside if objects else [i for i in inside if i >= single[1]]), end + 1

    def _is_subject(self, k: int, i: int) -> bool:
        """Whether phrase ``i`` can be the subject behind the verb: bare, near, no masdar between (يؤكد دعم فلان)."""
        first = self._phrases[i].first
        acts = (t.token for t in self._context.triggers if not pronominal(self._form(t.token)))  # not of رد عليه الوزير
        between = any(k < token < first for token in acts)
        sourced = any(is_in(token.form, "sources") for token in self._tokens[k + 1 : first])
        led = self._context.prepositions[i] and not (first == k + 1 and self._context.prepositions[i] == _MADE_CLEAR)
        near = first - k <= SUBJECT_REACH and not led and not between and not sourced
        near = near and not (first - 1 > k and self._takes_up(first - 1))
        return near and (not is_in(self._tokens[k].form, "vowing") or self._agrees(k, i))

    def _takes_up(self, k: int) -> bool:
        """Whether token ``k`` is a verb whose pronoun takes a noun up, before its subject: في بيان نقلته الوكالة."""
        form = self._form(k)
        stems = (form.removesuffix(pronoun) for pronoun in ("ها", "ه") if form.endswith(pronoun))
        return any(is_verb(stem) or is_in(stem, "relaying") for stem in stems)

    def _agrees(self, k: int, i: int) -> bool:
        """Whether phrase ``i`` is no object by its gender: توعد الحركة بأنه, the subject being carried on."""
        form, here = self._tokens[k].form.removeprefix("و"), self._phrases[i]
        gender = "f" if form.endswith("ت") or (form.startswith("ت") and not form.startswith(("توعد", "تعهد"))) else "m"
        return agreement.agree(gender, agreement.of_phrase(here, self._tokens[here.first].surface))

    def _stands_before(self, i: int, k: int) -> bool:
        """Whether phrase ``i`` stands right before the verb, قد or كان or a relative pronoun between at most."""
        last = self._phrases[i].last
        between = [token.form for token in self._tokens[last:k]]
        if len(between) > 1 and between[0] in _COMMAS and is_in(between[1], "relatives"):  # فلان، الذي قال إن
            between = between[1:]
        joined = last == k and self._tokens[k].form.startswith("و")
        near = last <= k and len(between) <= 1 and _BETWEEN.issuperset(between)
        return near and not joined and not self._context.prepositions[i]

    def _main(self, k: int) -> int | None:
        """The subject of the sentence, for a verb within it."""
        subject = self._context.subject
        within = subject is not None and not self._opens(k) and self._phrases[subject].first < k
        return subject if within else None

    def _end(self, first: int, *, stated: bool) -> int:
        """Where the paper takes the word again, outside quotation marks: فيما, كما before a verb.

        What is said without a complementizer (not ``stated``) is a noun phrase, which و joins to no verb: أشاد الوزير
        بالجيش وحث رئيسه (Ryding 2005, 18.1).
        """
        for k in range(first + 1, len(self._tokens)):
            later = k > first + 1
            goes_on = later and self._form(k) == "كما" and self._class(k + 1) == "V"
            joined = self._class(k) == "&V" and (not stated or (later and self._fresh.at(k) is not None))
            breaks = later and is_in(self._form(k), "breaks")
            breaks |= (self._form(k - 1), self._form(k), self._form(k + 1)) == ("،", "قبل", "ان")
            breaks |= not stated and self._comments(k)
            if not self._context.quoted[k] and (goes_on or joined or breaks):
                return k
        return len(self._tokens)

    def _comments(self, k: int) -> bool:
        """Whether a clause on what stands before begins: أعلن التنظيم مسؤوليته، وهو ما أدانته مصر، وهو الهجوم الذي."""
        relative = self._form(k + 1) == "ما" or is_in(self._form(k + 2), "relatives")
        return self._form(k) in _WHICH_IS and relative

    def _opens(self, k: int) -> bool:
        return not any(token.form.isalnum() for token in self._tokens[:k])

    def _class(self, k: int) -> str:
        return word_class(self._form(k), self._tokens[k].surface) if k < len(self._tokens) else ""

    def _form(self, k: int) -> str:
        return self._tokens[k].form if 0 <= k < len(self._tokens) else ""


def speaker_at(said: Sequence[Speech], k: int) -> int | None:
    """The phrase whose words token ``k`` belongs to, the innermost of the sentence's speeches; None for the paper's."""
    inside = [s for s in said if s.first <= k < s.last]
    return max(inside, key=lambda s: s.first).speaker if inside else None

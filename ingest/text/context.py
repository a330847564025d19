"""The sentence as relation extraction sees it: phrases, coordination, quotation, subjects, triggers.

Takes sentences, phrases and triggers of an article, gives one ``Context`` a sentence. Order: phrases to
their sentence; coordinated phrases to their first conjunct, since a preposition or verb governs the
whole list (Ryding 2005, 18); quotation marks carried on from sentence to sentence; the subject that each
sentence has, or goes on with from the one before where it has none of its own (pro-drop).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ingest.text import words
from ingest.text.datelines import dateline_end
from ingest.text.mentions import Phrase
from ingest.text.openings import is_called, is_of_us
from ingest.text.sentences import Sentence, Token
from ingest.text.told_contents import tells_that
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words, united

PREPOSITIONS = frozenset(
    "من الي علي في مع عن ضد بين لدي عبر خلال بعد قبل تجاه حول لصالح بحق جانب دون حتي منذ امام عند نحو "
    "وفق بحسب حسب وسط داخل خارج فوق تحت قرب خلف وراء بجانب بجوار ازاء حيال".split()
)
_OPEN, _CLOSE, _EVEN = frozenset("«“‹{‘"), frozenset("»”›}’"), frozenset("\"'")
QUOTES = _OPEN | _CLOSE | _EVEN
_LETTERS = frozenset("بلك")  # prepositions of one letter, which a quotation mark parts from their word
_BY = "قبل"  # from whom a passive's act comes, behind من (Ryding 38)
_AGENTS = {"من": "agent_words", "علي": "agent_hands"}  # before a word that brings who does it: على أيدي فلان
_COMMAS = frozenset("،,")
_LINKS, _DASHES, _PARENS = frozenset("،,و)("), frozenset("-–—ـ"), frozenset(")(")
OPENING = 14  # tokens of an adverbial that opens a sentence
_AS_FOR, _AND_SO = "اما", "فقد"  # أما في طهران، فقد استقبل
_VOICES, _ABOUT, _SHADDA = frozenset({"عبر", "وعبر"}), "عن", "\u0651"
VOICED = 6  # tokens from who gives voice to something to what it is
NEAR, ADVERBIAL = 4, 8  # tokens from an opening verb to its subject, over a plain adverbial
ARRIVAL = 10  # tokens from a verb of arrival to who arrives, over where and when


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence with its phrases (as indices into the article's phrases) and triggers."""

    number: int
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    phrases: tuple[int, ...]  # all, in text order
    outer: tuple[int, ...]  # those that no other holds
    triggers: tuple[Trigger, ...]
    conjunct: dict[int, int]  # a coordinated phrase to the first of its list
    quoted: tuple[bool, ...]  # a token inside quotation marks
    subject: int | None  # the phrase that opens the sentence or follows its opening verb
    inherited: int | None  # the subject of the nearest sentence before that had one
    prepositions: dict[int, str]  # what governs a phrase: joined or before it; empty for none
    once: dict[Any, Any] = field(default_factory=dict, compare=False)  # what is worked out once a sentence
    earlier: Mapping[int, str] = field(default_factory=dict)  # outer phrases of the sentence before, what governs each

    def head(self, phrase: int) -> int:
        """The first conjunct of the list that ``phrase`` is in, or itself."""
        return self.conjunct.get(phrase, phrase)


def contexts(
    sentences: Sequence[Sentence], phrases: Sequence[Phrase], triggers: Sequence[Sequence[Trigger]]
) -> tuple[Context, ...]:
    """One context a sentence, in order."""
    here: list[list[int]] = [[] for _ in sentences]
    for i, phrase in enumerate(phrases):
        here[phrase.sentence].append(i)
    found: list[Context] = []
    quoted, inherited, earlier = False, None, dict[int, str]()
    for number, sentence in enumerate(sentences):
        marks = tuple(_quotation(sentence.tokens, inside=quoted))
        quoted = bool(marks) and marks[-1] and sentence.tokens[-1].surface not in _CLOSE
        outer = tuple(i for i in here[number] if phrases[i].within is None)
        if told := dateline_end(sentence.tokens, phrases, outer):  # nobody in it acts
            outer = tuple(i for i in outer if phrases[i].first >= told)
        governed = {i: preposition(sentence.tokens, phrases[i]) for i in here[number]}
        verbs = {t.token for t in triggers[number] if t.kind in "VP" and t.until - t.start > 1}  # عبر الوزير عن شكره
        verbs |= {k for k in range(len(sentence.tokens)) if _voices(sentence.tokens, k)}
        light = {k + 1: sentence.tokens[k].form for k in verbs}
        governed |= {i: "" for i, by in governed.items() if by and light.get(phrases[i].first, "").endswith(by)}
        subject = _subject(sentence.tokens, phrases, outer, governed, told)
        found.append(
            Context(
                number,
                sentence.tokens,
                tuple(words.stem(t.form) for t in sentence.tokens),
                tuple(here[number]),
                outer,
                tuple(triggers[number]),
                _coordination(sentence.tokens, phrases, outer),
                marks,
                subject,
                inherited,
                governed,
                earlier=earlier,
            )
        )
        earlier = {i: governed[i] for i in outer}
        inherited = None if document_calls(sentence.tokens, phrases, outer, told) else inherited
        inherited = subject if subject is not None else inherited
    return tuple(found)


def _voices(tokens: Sequence[Token], k: int) -> bool:
    """Whether عبر is no preposition: عبّر, or at the head of a sentence that عن goes on: عبر الحزب عن أسفه."""
    if tokens[k].form not in _VOICES:
        return False
    behind = [token.form for token in tokens[k + 2 : k + 2 + VOICED]]
    return _SHADDA in tokens[k].surface[:-1] or (not any(t.form.isalnum() for t in tokens[:k]) and _ABOUT in behind)


def document_calls(tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int], told: int) -> bool:
    """Whether a document alone stands between the opening verb and a phrase, its object: ودعا البيان، مجلس الأمن.

    Whose words the next sentence goes on with is then the document's matter, and nobody's that is named.
    """
    start = next((k for k, token in enumerate(tokens[told:], told) if token.form.isalnum()), 0)
    between = tokens[start + 1 : phrases[outer[0]].first] if outer else []
    forms = [token.form for token in between if token.form.isalnum()]
    named = len(forms) == 1 and forms[0].startswith("ال")
    return named and words.without_article(forms[0]) in load_function_words()["documents"]


def preposition(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The preposition that governs ``phrase``: joined to its first word or standing before it."""
    form = tokens[phrase.first].form
    joined = phrase.clitics[-1:] if phrase.clitics[-1:] in {"ب", "ل", "ك"} else ""
    if not joined and (match := words.split(form)[1]) in {"بال", "لل"}:
        joined = match[0]
    if joined:
        return joined
    before = phrase.first - 1
    while before >= 0 and not tokens[before].form.isalnum():
        before -= 1
    if before < 0:
        return ""
    _, honoured, rest = words.split(tokens[before].form)
    if honoured in {"ب", "ل"} and rest in load_function_words()["honorifics"]:  # التقى بمعالي الوزير
        return honoured
    if phrase.type in {"state", "person"} and (head := apposed_to(tokens, before, phrase.type)) is not None:
        before = head - 1
        if (joined := words.split(tokens[head].form)[1]) in {"بال", "لل", "ب", "ل"}:
            return joined[0]
    before = _over_two(tokens, phrase, before)
    word = tokens[before].form
    if word in _LETTERS and is_letter(tokens, before):  # أشاد بـ«كتائب النور», not in أ ف ب
        return word
    by = tokens[before - 1].form if before else ""
    agent = by in _AGENTS and word in load_function_words()[_AGENTS[by]]
    bare = word[1:] if word[:1] in {"و", "ف"} and word[1:] in PREPOSITIONS else word
    return _BY if agent else bare if bare in PREPOSITIONS else ""


def _over_two(tokens: Sequence[Token], phrase: Phrase, k: int) -> int:
    """The token before a dual in construct with a list, each of which has one: بين وفدي مصر وإيران (Ryding 7.3, 8)."""
    if phrase.last >= len(tokens) or tokens[phrase.last].form[:1] != "و":
        return k
    head = k - 1 if k > 1 and tokens[k].form in load_function_words()["lone_ministries"] else k
    dual = tokens[head].form
    one = f"{dual[:-2]}ه" if dual.endswith("تي") else dual[:-1]
    return head - 1 if head and dual.endswith("ي") and one in united("delegations", "naming_bodies", "titles") else k


def is_letter(tokens: Sequence[Token], k: int) -> bool:
    """Whether the letter at token ``k`` is a preposition of what follows: written on to it or drawn out: بـ «حزب»."""
    return tokens[k].surface.endswith("ـ") or (k + 1 < len(tokens) and tokens[k].end == tokens[k + 1].start)


def apposed_to(tokens: Sequence[Token], k: int, kind: str) -> int | None:
    """The token of the word that a name behind ``k`` is in apposition to, its adjective between (Ryding 8.5).

    A place to the word for it, a person to a dual of office: بالعاصمة السودانية الخرطوم، بين الرئيسين التركي فلان،
    مع نظيريه التركي فلان.
    """
    classes = load_function_words()
    for head in (k, k - 1):
        if head > 0 and (head == k or tokens[k].form.startswith("ال")):
            _, joined, rest = words.split(tokens[head].form)
            place = "ال" + rest in classes["apposed"] and joined
            two = (rest in classes["both_persons"] and joined) or rest in classes["own_counterparts"]
            if place if kind == "state" else two:
                return head
    return None


def _quotation(tokens: Sequence[Token], *, inside: bool) -> Iterator[bool]:
    for token in tokens:
        if token.surface in _OPEN:
            inside = True
        elif token.surface in _CLOSE:
            inside = False
        elif token.surface in _EVEN:
            inside = not inside
        yield inside


def is_at_risk(form: str) -> bool:
    """Whether و joins what of somebody's a danger threatens to another's before: أمن تركيا واستقرار العراق."""
    return form[:1] == "و" and form[1:] in load_function_words()["at_risk"]


def _coordination(tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int]) -> dict[int, int]:
    heads: dict[int, int] = {}
    for before, after in pairwise(outer):
        gap = [t for t in tokens[phrases[before].last : phrases[after].first] if t.surface not in QUOTES]
        between = [t.form for t in _without_blessing(gap)]
        owned = bool(between) and all(map(is_at_risk, between))  # أمن تركيا واستقرار العراق
        links = [word for word in between if word not in _PARENS]
        listed = owned or (len(links) <= 2 and all(word in _LINKS for word in between))
        comma = "،" in between or "," in between
        comma |= not gap and phrases[after].clitics == "ف"  # رئيس المجلس فقائد الجيش
        joined = words.split(tokens[phrases[after].first].form)[0] == "و"  # not وزير
        if listed and (comma or joined or "و" in between or owned):
            heads[after] = heads.get(before, before)
    return heads


def _without_blessing(gap: Sequence[Token]) -> Sequence[Token]:
    """What stands between two names, without a blessing on the first between dashes: - حفظه الله -."""
    known, plain = load_function_words()["blessings"], [t for t in gap if t.surface not in _DASHES]
    said = [t for t in plain if t.form.removeprefix("و") in known]
    return [t for t in plain if t not in said] if any(t.form == "الله" for t in said) else gap


def _behind_opening(
    tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int], governed: dict[int, str], start: int
) -> int | None:
    """Who speaks, right behind the verb that follows an adverbial and a comma: وفي كلمة ألقاها أمس، قال الوزير.

    Behind what turns to something else (في غضون ذلك، توعد الوزير) or أما, which ف answers, who does anything (Ryding
    18.5): أما في طهران، فقد استقبل الوزير.
    """
    topic = tokens[start].form.removeprefix("و") == _AS_FOR and start + 1 < len(tokens)
    classes, opening = load_function_words(), tokens[start + topic].form
    if {opening, opening.removeprefix("و")}.isdisjoint(united("prepositions", "temporals", "going_by")):
        return None
    comma = next((k for k in range(start, min(len(tokens), start + OPENING)) if tokens[k].form in _COMMAS), len(tokens))
    if comma + 2 >= len(tokens):
        return None
    if topic:
        verb = comma + 1 + (tokens[comma + 1].form == _AND_SO)
        told = word_class(tokens[verb].form.removeprefix("ف"), tokens[verb].surface)[-1] == "V"
    else:
        verb, told = comma + 1, tokens[comma + 1].form in united("speech", "reporting", "affirming")
        ended = tokens[comma - 1].form in classes["closing_openers"]  # في غضون ذلك، توعد الوزير
        told |= ended and word_class(tokens[verb].form, tokens[verb].surface)[-1] == "V"
    return next((i for i in outer if told and phrases[i].first == verb + 1 and not governed[i]), None)


def _opens_adverbial(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a plain adverbial, quotation marks aside, stands between: أدان عبر حسابه على «إكس» الوزير."""
    classes, between = load_function_words(), [t for t in tokens[low:high] if t.surface not in QUOTES]
    if len(between) > len(_COMMAS) and {between[0].form, between[-1].form} <= _COMMAS:  # أدان، في بيان له أمس، الوزير
        between = between[1:-1]
    opened = bool(between) and between[0].form in classes["prepositions"] | classes["temporals"]
    parting = {"V", "&V", "C", "R", "J"}
    return opened and all(t.form.isalnum() and word_class(t.form, t.surface) not in parting for t in between[1:])


def _subject(
    tokens: Sequence[Token], phrases: Sequence[Phrase], outer: Sequence[int], governed: dict[int, str], told: int
) -> int | None:
    """The first phrase, where it opens the sentence or stands close behind an opening verb, ungoverned.

    The sentence opens behind its dateline, which ends at token ``told``.
    """
    if not outer:
        return None
    start = next((k for k, token in enumerate(tokens[told:], told) if token.form.isalnum()), 0)
    gap = phrases[outer[0]].first - start
    called = gap == 1 and is_called(tokens, start, phrases[outer[0]])
    called |= gap > 1 and tells_that(tokens, start, phrases[outer[0]].first)
    if called or (gap > 0 and (is_of_us(tokens[start].form) or document_calls(tokens, phrases, outer, told))):
        return None
    reach = ADVERBIAL if _opens_adverbial(tokens, start + 1, phrases[outer[0]].first) else NEAR
    if gap <= 0 or (gap <= reach and not governed[outer[0]]):
        return outer[0]
    if (behind := _behind_opening(tokens, phrases, outer, governed, start)) is not None:
        return behind
    openers = load_function_words()["clause_openers"]
    start += start + 1 < len(tokens) and tokens[start].form in openers  # كما وصل إلى الرياض
    opening = tokens[start].form if start < len(tokens) else ""
    if not {opening, opening.removeprefix("و")}.isdisjoint(load_function_words()["arrivals"]):
        free = next((i for i in outer if not governed[i]), None)  # وصل إلى الرياض اليوم الوزير
        near = free is not None and phrases[free].first - start <= ARRIVAL and phrases[free].type == "person"
        return free if near else None
    return None

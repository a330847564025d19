"""Spans that leave out the word they begin with or what describes it at their end: وكيل | الوزارة، الدول | الضامنة.

Takes the tokens of a sentence and the labels of its outer spans, gives them anew. A noun for an office, for people or a
body, without article, right before a definite phrase stands in construct with it (Ryding 2005, 8.1): the whole is who
acts, and what the taggers or the gazetteer see only tells whose he is. Adjectives behind a definite noun describe it
(10.1). A spokesman is told with whom he speaks for (المتحدث | باسم الحكومة).
"""

from collections.abc import Sequence

from ingest.naming import continuations, enumerations, given_names, introduced, sent_to, titled_runs
from ingest.naming.counted_groups import with_number
from ingest.naming.names import load_names
from ingest.naming.partitives import human_plural, opens_construct
from ingest.naming.runs import NONE, Known
from ingest.text import name_rules, words
from ingest.text.context import QUOTES
from ingest.text.mentions import spans
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

LONGEST = 4  # words of a name
CHAIN = 3  # bare nouns between people and the name that their construct ends in: عائلات ضحايا انفجار مرفأ بيروت
_BODIES = frozenset({"organization", "armed_group", "group"})
_CLITICS = frozenset({"", "ب", "ل"})
_MAN, _OF_MEN = "رجل", frozenset({"الدين", "الاعمال"})
_SPEAKING, _DEFINITE, _FOR_THE, _LEADERS = "باسم", "ال", "لل", "قياده"


def headed(
    split: Sequence[Sentence], outer: Sequence[Sequence[str]], opened: Sequence[Sequence[Trigger]], known: Known
) -> list[list[str]]:
    """The outer labels, one row a sentence, with every such span widened; the words of triggers are no heads."""
    rows = [list(row) for row in outer]
    for sentence, labels, triggers in zip(split, rows, opened, strict=True):
        tokens = sentence.tokens
        sent_to.tell(tokens, labels, known)
        titled_runs.tell(tokens, labels)
        given_names.tell(tokens, labels, {t.token for t in triggers if t.kind in "VP"})
        introduced.tell(tokens, labels, triggers)
        _lead(tokens, labels)
        _describe(tokens, labels)
        _speak(tokens, labels)
        taken = {k for t in triggers for k in range(t.start, t.until)}
        for k in range(len(tokens) - 2, -1, -1):
            if labels[k][:1] in "OB" and k not in taken and (kind := _kind(tokens, labels, k)):
                end = _end(tokens, labels, k, known)
                if end > k + 1:
                    labels[k:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - k - 1)]
        _bereave(tokens, labels, known)
        continuations.tell(tokens, labels)
    return rows


def _lead(tokens: Sequence[Token], labels: list[str]) -> None:
    """Join those who lead a state with its nisba, which tells whose they are: القيادة السعودية (Ryding 10.2)."""
    for k in range(len(tokens) - 1):
        _, joined, rest = words.split(tokens[k].form)
        lone = labels[k] in {"O", "B-armed_group", "B-organization", "B-group"} and labels[k + 1][0] != "I"
        open_ = k + 2 == len(tokens) or labels[k + 2][0] != "I"
        leads = rest == _LEADERS and joined.endswith((_DEFINITE, _FOR_THE)) and lone and open_
        of_state = leads and tokens[k + 1].form.startswith(_DEFINITE) and load_names().nisba(tokens[k + 1].form)
        if of_state:
            labels[k : k + 2] = ["B-state", "I-state"]


def _bereave(tokens: Sequence[Token], labels: list[str], known: Known) -> None:
    """Go on with people told by what befell theirs to the end of the construct: عائلات ضحايا | انفجار المرفأ."""
    for first, last, kind in list(spans(labels)):
        bereaved = words.split(tokens[first].form)[2] in load_function_words()["bereaved"] and last < len(tokens)
        people = human_plural(tokens[last - 1].form) or tokens[last - 1].form in load_function_words()["bereaved"]
        if bereaved and people and not any(t.form.startswith(_DEFINITE) for t in tokens[first:last]):
            end = _end(tokens, labels, last - 1, known, bereaved=True)
            labels[last:end] = [f"I-{kind}"] * (end - last)


def _kind(tokens: Sequence[Token], labels: Sequence[str], k: int) -> str:
    """The type of actor that a word heads which no span takes in, or that is one by itself; nothing for another."""
    _, joined, rest = words.split(tokens[k].form)
    if labels[k] != "O" and labels[k + 1][:1] == "I":
        return ""
    if enumerations.is_chief(tokens, k, len(tokens)):
        return "person"
    if labels[k] != "O" or joined not in _CLITICS or with_number(tokens, k) < k:  # خمسة نواب | رئيس المجلس (15.1)
        return ""
    if opens_construct(rest) or rest in united("bereaved", "tribes"):
        return "group"
    if rest in united("office_holders", "kin_heads") or (rest == _MAN and tokens[k + 1].form in _OF_MEN):
        return "person"
    return "organization" if rest in load_function_words()["construct_bodies"] else ""


def _end(tokens: Sequence[Token], labels: Sequence[str], k: int, known: Known, *, bereaved: bool = False) -> int:
    """Where the construct ends that the word at ``k`` opens; no later than the next word for none."""
    bereaved |= words.split(tokens[k].form)[2] in load_function_words()["bereaved"]
    for begin in range(k + 1, min(len(tokens), k + 2 + (CHAIN if bereaved else 0))):
        form = tokens[begin].form
        whole = form in known or form in load_function_words()["cities"]
        if not whole and (words.split(form)[0] or words.split(form)[1] not in {"", _DEFINITE}):
            return k
        if labels[begin][0] == "B":
            return next((j for j in range(begin + 1, len(labels)) if labels[j][0] != "I"), len(labels))
        if labels[begin] != "O":
            return k
        if (end := max(_named(tokens, begin, known), _definite(tokens, begin, several=bereaved))) > begin:
            return end if set(labels[begin:end]) == {"O"} else k
        if not name_rules.may_name(form) and not human_plural(form) and form not in load_function_words()["bereaved"]:
            return k
    return k


def _named(tokens: Sequence[Token], begin: int, known: Known) -> int:
    """Where the longest known name ends that begins at the token."""
    head, forms = tokens[begin].form, tuple(token.form for token in tokens[begin:])
    return max((begin + length for length, _ in known.get(head, NONE).at(head, forms, 0)), default=begin)


def _definite(tokens: Sequence[Token], begin: int, *, several: bool) -> int:
    """Where a definite word for people, a side or a body ends with its adjectives; ``several``: whatever word it is."""
    bare = words.without_article(tokens[begin].form)
    if bare == tokens[begin].form:
        return begin + (several and bare in load_function_words()["cities"])
    people = several or human_plural(bare) or bare in united("definite_bodies", "people", "sides_in_plural")
    return name_rules.adjectives(tokens, begin + 1, definite=True) if people else begin


def _describe(tokens: Sequence[Token], labels: list[str]) -> None:
    """Take the definite adjectives behind a body or group into its span: الدول | الضامنة، الحكومة | المعترف بها."""
    for _, last, kind in list(spans(labels)):
        if kind == "organization":
            _attribute(tokens, labels, last)
        if not tokens[last - 1].form.startswith((_DEFINITE, _FOR_THE)):
            continue
        end = last
        while kind in _BODIES and end < len(tokens) and _agrees(tokens[last - 1].form, tokens[end].form):
            following = name_rules.adjectives(tokens, end, definite=True)
            if labels[end] != "O" or following == end:
                break
            end += 1
        end = _recognised(tokens, end) if kind != "person" else end
        if end > last and set(labels[last:end]) == {"O"}:
            labels[last:end] = [f"I-{kind}"] * (end - last)


def _attribute(tokens: Sequence[Token], labels: list[str], last: int) -> None:
    """Make nobody of the adjective that tells what a party is to the government (10.1): حزب «الإنصاف» | الحاكم."""
    at = last + (last < len(tokens) and tokens[last].surface in QUOTES)
    if at >= len(tokens) or tokens[at].form not in load_function_words()["party_attributes"]:
        return
    if at + 1 < len(tokens) and labels[at + 1][:1] == "I":
        labels[at + 1] = "B-group"
    labels[at] = "I-organization" if at == last else "O"


def _recognised(tokens: Sequence[Token], k: int) -> int:
    """One behind what tells that a government is recognised: الحكومة اليمنية المعترف بها دوليا (Ryding 11)."""
    phrases = load_function_words()["recognised"]
    for end in (k + 3, k + 2):
        if "_".join(token.form for token in tokens[k:end]) in phrases:
            return end
    return k


def _agrees(noun: str, adjective: str) -> bool:
    """Whether the adjective can be one of the noun, by its ending: no المضربين of a council."""
    return adjective.endswith("ه") or adjective.endswith(("ين", "ون")) == noun.endswith(("ين", "ون"))


def _named_behind(tokens: Sequence[Token], labels: Sequence[str], end: int) -> int:
    """Where a known person's name ends that no tagger saw right behind a mark: باسم «كتائب القسام» | أبو عبيدة."""
    closed = end < len(tokens) and tokens[end].surface in QUOTES
    forms = [token.form for token in tokens[end + closed : end + closed + LONGEST]]
    runs = load_names().index.get(forms[0], NONE).at(forms[0], forms, 0) if forms else ()
    length = max((length for length, kind in runs if kind == "person"), default=0)
    free = length and set(labels[end + closed : end + closed + length]) == {"O"}
    return end + closed + length if free else end


def _speak(tokens: Sequence[Token], labels: list[str]) -> None:
    """Join a spokesman with whom he speaks for."""
    found = {first: last for first, last, _ in spans(labels)}
    for first in range(len(tokens) - 3):
        bare = words.without_article(tokens[first].form)
        if bare == tokens[first].form or bare not in load_function_words()["spokesmen"]:
            continue
        at = first + 1 + (tokens[first + 1].form.startswith(_DEFINITE))  # الناطق العسكري باسم
        marked = tokens[at + 1].surface in QUOTES
        end = found.get(at + 1 + marked)
        lone = {labels[first], *labels[first + 1 : at + 1]} <= {"O", "B-person", "I-person"}
        if tokens[at].form == _SPEAKING and lone and end is not None:
            end = _named_behind(tokens, labels, end)
            labels[first:end] = ["B-person", *["I-person"] * (end - first - 1)]

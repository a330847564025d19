"""Triggers: the words that open a relation's frame, by the lexicon.

Takes the tokens of a sentence, gives one ``Trigger`` a token and relation. A word that the lexicon also
knows as something else (طالب, student) is kept only with its relation's reading; what tells the two
apart is the frame around it, which later steps see. A construction of several words (وجّه تهديداً) is a trigger
at its verb; the words it is made of stay triggers, marked as its parts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.reading import Relation
from ingest.text import words
from ingest.text.anonymity import anonymous
from ingest.text.constructions import load_constructions
from ingest.text.futures import is_to_come
from ingest.text.sentences import Token
from ontology.function_words import load_function_words
from ontology.lexicon import load_lexicon

_AIDES, _MINISTERS = frozenset({"مساعده", "ومساعده"}), frozenset({"وزير", "وزيره", "الامين", "المدعي"})
KINDS = "VPMASN"  # verb, passive verb, masdar, active and passive participle, other
_BY_IT = frozenset({"به", "بها", "بهم"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of the sentence that can show a relation."""

    token: int  # index into the sentence
    relation: Relation
    entry: str  # the lexicon entry
    kind: str  # one of ``KINDS``
    pronoun: str  # enclitic, "3ms" or the like; empty for none
    fused: str  # preposition or article joined to it
    first: int = -1  # its first token, where it has several
    until: int = 0  # one behind its last token
    after: int = 0  # the token behind which its prepositions stand: the noun of a light verb
    verb: str = ""  # the entry whose verb stands at the token: that of a construction is another
    part: bool = False  # whether it is a word of a construction

    @property
    def start(self) -> int:
        """Its first token."""
        return self.token if self.first < 0 else self.first


Lookup = Callable[[str], tuple[tuple[Relation, str, str, str], ...]]


def triggers(tokens: Sequence[Token], lookup: Lookup) -> Iterator[Trigger]:
    """The triggers among ``tokens``; ``lookup`` gives a word's readings: relation, entry, kind, pronoun."""
    larger, hidden = load_constructions()([token.surface for token in tokens]), anonymous(tokens)
    for index, token in enumerate(tokens):
        other = index in hidden or _is_later(tokens, index) or _is_by_way_of(tokens, index) or is_aide(tokens, index)
        readings = () if other else lookup(token.surface)
        if is_to_come(tokens, index):  # what only the future shows: سوف يقصف is سيقصف
            readings = (*readings, *(r for r in lookup(f"س{token.surface}") if r not in readings and r[2] == "V"))
        by_it = _is_by_it(tokens, index)
        for relation, entry, kind, pronoun in readings:
            if by_it and kind == "A" and _takes_bi(entry):
                yield Trigger(index, relation, entry, "S", "", token.form[:2], index, index + 2, index + 1, entry)
                continue
            attribute = kind in "AS" and token.form.startswith(("ال", "وال"))  # شنت القوات الموالية له هجوما
            part = any(index in c.own and not (attribute and c.reading[0] != relation) for c in larger)
            fused = token.form[:2] if kind in "MAS" else ""
            yield Trigger(index, relation, entry, kind, pronoun, fused, index, index + 1, index, entry, part)
    for found in larger if not hidden else (c for c in larger if c.token not in hidden):
        relation, entry, kind, pronoun = found.reading
        yield Trigger(found.token, relation, entry, kind, pronoun, "", found.first, found.last, found.after, found.verb)


def _is_by_it(tokens: Sequence[Token], index: int) -> bool:
    """Whether بـ with the pronoun of a noun is behind the word, which as a passive is masculine (Ryding 2005, 11).

    الحكومة المعترف بها من الأمم المتحدة, whom the United Nations recognise; not الدول المعترفة بها.
    """
    form = tokens[index].form
    behind = index + 1 < len(tokens) and tokens[index + 1].form in _BY_IT
    return behind and form.removeprefix("و").startswith("ال") and not form.endswith("ه")


def _takes_bi(entry: str) -> bool:
    """Whether بـ brings whom the verb is done to: اعترف بـ."""
    return any("bi" in frame.get("target", ()) for frame in load_lexicon()[entry].frames)


def _is_later(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word tells when, and pursues nobody: التقى لاحقا الرئيس، في وقت لاحق (Ryding 2005, 11)."""
    classes, form = load_function_words(), tokens[index].form
    if form not in classes["later"]:
        return False
    adverb = form.endswith("ا")
    return adverb or (index > 0 and tokens[index - 1].form in classes["datable"])


def is_aide(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is of a woman in office and no help: مساعدة وزير الخارجية الأمريكي (Ryding 8.1)."""
    if tokens[index].form not in _AIDES or index + 2 >= len(tokens):
        return False
    return tokens[index + 1].form in _MINISTERS and tokens[index + 2].form.startswith("ال")


def _is_by_way_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether عبر is the preposition before what something is said or comes through: دعا عبر حسابه (Ryding 16.3)."""
    if tokens[index].form not in {"عبر", "وعبر"} or index + 1 == len(tokens):
        return False
    return words.without_article(tokens[index + 1].form) in load_function_words()["ways"]

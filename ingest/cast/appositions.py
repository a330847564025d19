"""Which name an office stands in apposition to, and where a phrase begins that is in apposition to nothing.

Takes the sentences and the outer labels before and after spans over two actors were cut, gives the places (sentence,
token) of what was cut from a name and what a word parts from one. Apposition stands right behind its noun, over a mark
at most (Ryding 2005, 8.5): سليم الدوري، رئيس الحزب. A verb, a preposition or an adverb between them opens another place
of the clause: سليم الدوري يلتقي رئيس الحزب، سليم الدوري أمس رئيس الحزب; what equates them does not: سليم الدوري وهو
رئيس الحزب.
"""

from collections.abc import Callable, Sequence

from ingest.text.mentions import Phrase
from ingest.text.sentences import Sentence
from ontology.function_words import load_function_words, united

Place = tuple[int, int]
_FROM_AND_TO = frozenset({"من", "الي"})


def unapposed(
    split: Sequence[Sentence], tagged: Sequence[Sequence[str]], cut: Sequence[Sequence[str]]
) -> frozenset[Place]:
    """The places of ``cut`` labels at which no apposition begins; ``tagged``: the labels before they were cut."""
    equating = united("aside_openers", "in_quality", "equating")
    places = set()
    for number, (sentence, before, after) in enumerate(zip(split, tagged, cut, strict=True)):
        tokens = sentence.tokens
        for k in range(1, len(tokens)):
            parted = before[k][0] == "I" and after[k][0] == "B"
            word = after[k - 1] == "O" and tokens[k - 1].form.isalnum() and tokens[k - 1].form not in equating
            if parted or word:
                places.add((number, k))
    return frozenset(places)


def aside(split: Sequence[Sentence], phrases: Sequence[Phrase]) -> frozenset[Place]:
    """Where a person is only told by whom or to whom something goes: رسالة من الملك، موجهة إلى سمو الأمير."""
    persons = (p for p in phrases if p.type == "person" and p.within is None and p.first)
    return frozenset(p.place[:2] for p in persons if split[p.sentence].tokens[p.first - 1].form in _FROM_AND_TO)


def name_before(
    phrases: Sequence[Phrase], names: Sequence[Sequence[str]], i: int, is_bare: Callable[[int], bool]
) -> tuple[int, int] | None:
    """The phrase whose whole name stands before the office ``i``, and the tokens between: none in construct, or a mark.

    ``names``: of every phrase its name without title, empty where there is none.
    """
    office = phrases[i]
    least = 0 if office.length > 1 and not (office.clitics or office.form.startswith("ال")) else 1
    for j in range(i - 1, max(-1, i - 4), -1):
        gap = office.first - phrases[j].last if phrases[j].sentence == office.sentence else -1
        whole = phrases[j].form.startswith("ال") and len(names[j]) == phrases[j].length
        own = len(names[j]) - (whole and not gap)  # الرفيق براتاب
        if least <= gap <= 1 and own > 1 and (is_bare(j) or (not gap and _is_same_post(phrases[j], office))):
            return j, gap
    return None


def _is_same_post(person: Phrase, office: Phrase) -> bool:
    """Whether the post told before the name is told in full behind it: السفير فلان سفير الهند."""
    head = office.form.split()[0]
    return person.form.split()[0] == f"ال{head}" and head in load_function_words()["posts_abroad"]

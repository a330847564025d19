"""The preposition in a word: joined to it (بالوزير) or with a pronoun joined to the preposition (معه).

Takes folded words, gives the preposition as it is listed, or nothing.
"""

from functools import cache, lru_cache

from ingest.text import words
from ontology.actors import load_gazetteer
from ontology.function_words import load_function_words

LETTERS = {  # of the slots of a frame
    "bi": ("ب",),
    "li": ("ل", "لصالح"),
    "ila": ("الي",),
    "ma3a": ("مع",),
    "3ala": ("علي",),
    "3an": ("عن",),
    "min": ("من",),
    "min-qibal": ("قبل",),
    "min-khilal": ("خلال",),
    "didda": ("ضد", "بحق"),
    "bayna": ("بين",),
    "fi": ("في",),
    "tijah": ("تجاه", "ازاء", "حيال"),
    "amam": ("امام",),
    "hawla": ("حول",),
    "janib": ("جانب", "بجانب", "بجوار", "جوار"),
    "khalfa": ("خلف",),
    "waraa": ("وراء",),
}
_LETTERS = frozenset("بلك")
_WITH_PRONOUN = frozenset("ل ب مع من الي علي عن ضد جانب خلف وراء".split())


def preposition_of(form: str) -> str:
    """The preposition joined to a word, by its letters; none where they are the word's own (برنامج)."""
    conjunction, joined, rest = words.split(form)
    classes = load_function_words()
    bare = form.removeprefix(conjunction)
    own = bare in classes["unjoined"] or bare in _land_names()
    short = len(rest) < 3 and rest not in classes["short_things"] and rest not in classes["short_acts"]
    return "" if own or short else joined[:1]


@cache
def _land_names() -> frozenset[str]:
    """The first words of the names of states and capitals, whose first letter is their own: بغداد، لبنان."""
    gazetteer = load_gazetteer()
    names = {**gazetteer.metonyms, **gazetteer.strong}
    heads = {name.split()[0] for name, actor in names.items() if gazetteer.actors[actor].type == "state"}
    return frozenset(head for head in heads if head[0] in _LETTERS)


def of_speaker(form: str) -> str:
    """The preposition of a word that is preposition and pronoun of the first person, else nothing: لي، معنا."""
    stem = next((form.removesuffix(ending) for ending in ("نا", "ي") if form.endswith(ending)), "")
    return stem if stem in _WITH_PRONOUN else ""


@lru_cache(words.MEMO)
def pronominal(form: str) -> str:
    """The preposition of a word that is preposition and pronoun (Ryding 12.5), else nothing."""
    for bare in (form, form.removeprefix("و")):
        for ending in ("ها", "هم", "هما", "ه"):
            if bare.endswith(ending) and bare.removesuffix(ending) in _WITH_PRONOUN:
                return bare.removesuffix(ending)
    return ""

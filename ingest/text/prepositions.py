"""The preposition in a word: joined to it (بالوزير) or with a pronoun joined to the preposition (معه).

Takes folded words, gives the preposition as it is listed, or nothing.
"""

from functools import lru_cache

from ingest.text import words
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
_WITH_PRONOUN = frozenset("ل ب مع من الي علي عن ضد جانب خلف وراء".split())


def preposition_of(form: str) -> str:
    """The preposition joined to a word, by its letters; none where they are the word's own (برنامج)."""
    conjunction, joined, rest = words.split(form)
    classes = load_function_words()
    own = form.removeprefix(conjunction) in classes["unjoined"]
    short = len(rest) < 3 and rest not in classes["short_things"] and rest not in classes["short_acts"]
    return "" if own or short else joined[:1]


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

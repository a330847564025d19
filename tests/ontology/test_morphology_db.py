import re
from unicodedata import normalize

import pytest

from ontology.derivation import active_participle, passive_participle
from ontology.inflection import stems
from ontology.lexicon import load_lexicon
from ontology.morphology_db import PATH, compile_db, key


def test_the_committed_database_is_what_the_lexicon_compiles_to():
    assert PATH.read_text(encoding="utf-8") == compile_db(load_lexicon().values())


def test_sections_stand_in_the_order_that_camel_tools_reads():
    titles = re.findall(r"^###(.+)###$", PATH.read_text(encoding="utf-8"), re.MULTILINE)
    sections = "DEFINES DEFAULTS ORDER TOKENIZATIONS STEMBACKOFF PREFIXES SUFFIXES STEMS".split()
    assert titles == [*sections, "TABLE AB", "TABLE BC", "TABLE AC"]


def test_every_category_of_stems_takes_some_prefix_and_suffix():
    text = PATH.read_text(encoding="utf-8")
    stem_lines = text.split("###STEMS###\n")[1].split("###TABLE AB###")[0].splitlines()
    categories = {line.split("\t")[1] for line in stem_lines}
    before = {line.split()[1] for line in text.split("###TABLE AB###\n")[1].split("###TABLE BC###")[0].splitlines()}
    behind = {line.split()[0] for line in text.split("###TABLE BC###\n")[1].split("###TABLE AC###")[0].splitlines()}
    assert categories <= before
    assert categories <= behind


def test_keys_are_folded_as_camel_tools_folds():
    assert key("مُؤَيِّدَة") == "مؤيده"
    assert key("اِلْتَقَى") == "التقي"
    assert key("آزَرَ") == "ازر"


# Stems by Ryding's tables: perfect or imperfect, active or passive.
STEMS = {
    "strong-2-passive": ("haddada", "p", "p", {"هُدِّد"}),
    "strong-3-passive": ("taalaba", "p", "p", {"طُولِب"}),
    "strong-3-passive-imperfect": ("taalaba", "i", "p", {"طَالَب"}),
    "hollow-1": ("zara", "p", "a", {"زَار", "زُر"}),
    "hollow-4": ("ashada", "p", "a", {"أَشَاد", "أَشَد"}),
    "hollow-4-imperfect": ("ashada", "i", "a", {"شِيد", "شِد"}),
    "hollow-4-passive": ("ashada", "p", "p", {"أُشِيد", "أُشِد"}),
    "doubled-1": ("haththa", "p", "a", {"حَثّ", "حَثَث"}),
    "doubled-1-imperfect": ("haththa", "i", "a", {"حُثّ", "حْثُث"}),
    "doubled-1-passive": ("haththa", "p", "p", {"حُثّ", "حُثِث"}),
    "defective-1": ("da3a", "p", "a", {"دَعَا", "دَع", "دَعَو"}),
    "defective-1-imperfect": ("da3a", "i", "a", {"دْعُو", "دْع"}),
    "defective-8": ("iltaqa", "p", "a", {"اِلْتَقَى", "اِلْتَقَا", "اِلْتَق", "اِلْتَقَي"}),
    "defective-10-passive": ("istad3a", "p", "p", {"اُسْتُدْعِي", "اُسْتُدْع"}),
    "hamza-2-passive-imperfect": ("hanna-a", "i", "p", {"هَنَّأ"}),
    "hamza-1-passive-imperfect": ("amara", "i", "p", {"ؤْمَر"}),
    "hamza-10-passive": ("istaanafa", "p", "p", {"اُسْتُؤْنِف"}),
}


@pytest.mark.parametrize(("entry", "aspect", "voice", "expected"), STEMS.values(), ids=STEMS.keys())
def test_stems_of_a_verb(entry, aspect, voice, expected):
    found = stems(load_lexicon()[entry])
    diacs = {normalize("NFC", stem.diac) for stem in found if (stem.aspect, stem.voice) == (aspect, voice)}
    assert diacs == {normalize("NFC", diac) for diac in expected}


PARTICIPLES = {
    "strong-1": ("da3ama", "دَاعِم", "مَدْعُوم"),
    "strong-2": ("ayyada", "مُؤَيِّد", "مُؤَيَّد"),
    "hamza-2": ("hanna-a", "مُهَنِّئ", "مُهَنَّأ"),
    "hollow-4": ("ashada", "مُشِيد", "مُشَاد"),
    "defective-1": ("da3a", "دَاعٍ", "مَدْعُوّ"),
    "defective-3": ("waala", "مُوَالٍ", "مُوَالَى"),
    "doubled-1": ("haththa", "حَاثّ", "مَحْثُوث"),
    "doubled-10": ("istafazza", "مُسْتَفِزّ", "مُسْتَفَزّ"),
    "strong-5": ("tawa33ada", "مُتَوَعِّد", "مُتَوَعَّد"),
}


@pytest.mark.parametrize(("entry", "active", "passive"), PARTICIPLES.values(), ids=PARTICIPLES.keys())
def test_participles(entry, active, passive):
    verb = load_lexicon()[entry]
    assert normalize("NFC", active_participle(verb)) == normalize("NFC", active)
    assert normalize("NFC", passive_participle(verb)) == normalize("NFC", passive)

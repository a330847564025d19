import pytest

from ingest.text.constructions import load_constructions
from ontology.lexicon import load_lexicon


def found(text):
    return {(c.token, *c.reading[:3]) for c in load_constructions()(text.split())}


MUST = {
    "light-verb": ("وجّه الرئيس أمس تهديداً إلى جاره", (0, "threatens", "wajjaha-haddada", "V")),
    "light-verb-prefixed": ("وستعقد الوزيرة اجتماعاً مع نظيرها", (0, "meets", "3aqada-ijtama3a", "V")),
    "light-verb-plural-noun": ("أجرى الوفدان محادثات مطولة", (0, "meets", "ajra-haadatha", "V")),
    "light-verb-preposition": ("أعربت عن دعمها للحكومة", (0, "supports", "a3raba-da3ama", "V")),
    "light-masdar": ("بعد توجيه ضربة إلى المعسكر", (1, "threatens", "wajjaha-darba", "M")),
    "light-receiving": ("تلقى المجلس تهديدات من مجهولين", (0, "threatens", "talaqqa-haddada", "V")),
    "phrase-gap": ("سيدفع المعتدون الثمن", (0, "threatens", "dafa3a-thaman", "V")),
    "phrase-negated": ("ولن نقف مكتوفي الأيدي", (1, "threatens", "lan-naqif-maktufi", "V")),
    "phrase-side": ("وقفت المدينة إلى جانب جيشها", (0, "supports", "waqafa-janib", "V")),
    "phrase-folded": ("وقفوا الى جانب جيشهم", (0, "supports", "waqafa-janib", "V")),
    "phrase-duty": ("على الوزارة أن تستقيل", (0, "demands", "3ala-an", "N")),
    "phrase-consequences": ("سيتحملون العواقب", (0, "threatens", "3awaqib-wakhima", "V")),
    "phrase-call": ("تلقى اتصالاً هاتفياً", (1, "meets", "wasala-khatt", "N")),
}


@pytest.mark.parametrize(("text", "construction"), MUST.values(), ids=MUST.keys())
def test_a_construction_is_found_at_its_verb(text, construction):
    assert construction in found(text)


MUST_NOT = {
    "other-noun": "وجّه الرئيس رسالة إلى جاره",
    "out-of-reach": "وجّه الرئيس رسالة طويلة جدا فيها كلام كثير عن تهديد",
    "other-clause": "شكل الوزير لجنة . تهديد",
    "words-apart": "وقفت السيارة قرب البيت إلى أن جاء جانب من الجيران",
    "gap-too-long": "سيدفع الناس في كل مدينة وقرية الثمن",
    "stop-in-gap": "سيدفع . الثمن",
    "affirmed": "نقف صباحا في الساحة",
    "empty": "",
}


@pytest.mark.parametrize("text", MUST_NOT.values(), ids=MUST_NOT.keys())
def test_no_construction(text):
    assert not found(text)


def test_the_run_of_words_is_given():
    (construction,) = load_constructions()("أمس سيدفع المعتدون الثمن غالياً".split())
    assert (construction.first, construction.last, construction.token) == (1, 4, 1)


@pytest.mark.parametrize("entry", [e.id for e in load_lexicon().values() if e.kind == "light"])
def test_every_light_verb_is_found_with_its_noun(entry):
    lexicon = load_lexicon()
    light = lexicon[entry]
    noun = lexicon[light.noun]
    words = f"{lexicon[light.verb].imperfect} {(noun.masdars or (noun.lemma,))[0]}"
    assert (0, light.relations[0], entry, "V") in found(words)


TIRESOME = {
    "gaps-in-a-row": ["اجتماعات", *["ثنائية"] * 30],
    "many-phrases-begin-so": ["إن"] * 30,
}


@pytest.mark.parametrize("words", TIRESOME.values(), ids=TIRESOME.keys())
def test_few_words_are_compared(words, monkeypatch):
    constructions, compared = load_constructions(), []
    known = constructions._is
    monkeypatch.setattr(constructions, "_is", lambda word, item: compared.append(word) or known(word, item))
    constructions(words)
    assert len(compared) < 600

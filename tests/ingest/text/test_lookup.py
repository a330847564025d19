import pytest

from ingest.text.lookup import load_lookup
from ontology.lexicon import load_lexicon


def readings(word):
    return {(relation, entry, kind, pronoun) for relation, entry, kind, pronoun in load_lookup()(word)}


MUST = {
    "perfect": ("هدد", ("threatens", "haddada", "V", "")),
    "conjunction-perfect-fem": ("وطالبت", ("demands", "taalaba", "V", "")),
    "future": ("سيواجه", ("threatens", "waajaha", "V", "")),
    "future-we": ("سنردّ", ("threatens", "radda", "V", "")),
    "future-only": ("سنقصفهم", ("threatens", "qasafa", "V", "3mp")),
    "object-pronoun-defective": ("التقاه", ("meets", "iltaqa", "V", "3ms")),
    "object-pronoun-fa": ("فدعاهم", ("demands", "da3a", "V", "3mp")),
    "object-pronoun-imperfect": ("يدعمها", ("supports", "da3ama", "V", "3fs")),
    "object-pronoun-plural-subject": ("دعموه", ("supports", "da3ama", "V", "3ms")),
    "dual": ("التقيا", ("meets", "iltaqa", "V", "")),
    "dual-future": ("سيلتقيان", ("meets", "iltaqa", "V", "")),
    "jussive-defective": ("يلتق", ("meets", "iltaqa", "V", "")),
    "jussive-hollow": ("يزر", ("meets", "zara", "V", "")),
    "jussive-doubled": ("يحث", ("demands", "haththa", "V", "")),
    "plural-defective": ("يدعون", ("demands", "da3a", "V", "")),
    "lam-of-purpose": ("ليدعم", ("supports", "da3ama", "V", "")),
    "passive-by-letters": ("طولب", ("demands", "taalaba", "P", "")),
    "passive-vowelled": ("يُهدَّد", ("threatens", "haddada", "P", "")),
    "passive-hollow": ("أشيد", ("supports", "ashada", "P", "")),
    "masdar-bi-pronoun": ("بمطالبته", ("demands", "taalaba", "M", "3ms")),
    "masdar-hamza-genitive": ("لقائهما", ("meets", "iltaqa", "M", "3d")),
    "masdar-hamza-nominative": ("لقاؤه", ("meets", "iltaqa", "M", "3ms")),
    "masdar-hamza-accusative": ("لقاءه", ("meets", "iltaqa", "M", "3ms")),
    "masdar-li-article": ("للتهديد", ("threatens", "haddada", "M", "")),
    "masdar-tanwin": ("تهديداً", ("threatens", "haddada", "M", "")),
    "masdar-plural": ("تهديداته", ("threatens", "haddada", "M", "3ms")),
    "masdar-defective": ("للتصدي", ("threatens", "tasadda", "M", "")),
    "active-circumstance": ("مهدداً", ("threatens", "haddada", "A", "")),
    "active-defective": ("داعياً", ("demands", "da3a", "A", "")),
    "active-fem": ("المطالِبة", ("demands", "taalaba", "A", "")),
    "active-sound-plural-pronoun": ("مؤيديه", ("supports", "ayyada", "A", "3ms")),
    "active-defective-plural": ("الموالين", ("supports", "waala", "A", "")),
    "active-circumstance-of-homograph": ("مستقبلاً", ("meets", "istaqbala", "A", "")),
    "passive-participle": ("المدعومة", ("supports", "da3ama", "S", "")),
    "passive-participle-vowelled": ("المؤيَّدة", ("supports", "ayyada", "S", "")),
    "noun-broken-plural": ("وحلفائها", ("supports", "halif", "N", "3fs")),
    "noun-feminine-plural": ("العقوبات", ("threatens", "3uquba", "N", "")),
    "particle": ("وعليهم", ("demands", "3alayhi", "N", "")),
    "hamza-left-out": ("التاييد", ("supports", "ayyada", "M", "")),
    "hamza-put-in": ("إلتقى", ("meets", "iltaqa", "V", "")),
    "yeh-for-maqsura": ("التقي", ("meets", "iltaqa", "V", "")),
    "heh-for-teh": ("مطالبه", ("demands", "taalaba", "A", "3ms")),
    "persian-letters": ("یلتقی", ("meets", "iltaqa", "V", "")),
    "presentation-forms": ("ﺍﻟﻤﻮﺍﻟﻴﺔ", ("supports", "waala", "A", "")),
    "teh-is-no-pronoun": ("نصرة", ("supports", "nusra", "N", "")),
    "urged": ("وحضّت", ("demands", "hadda", "V", "")),
    "tatweel": ("هـدد", ("threatens", "haddada", "V", "")),
    "student-or-he-demanded": ("طالب", ("demands", "taalaba", "V", "")),
    "verb-and-masdar": ("دعم", ("supports", "da3ama", "M", "")),
    "masdar-and-verb": ("دعم", ("supports", "da3ama", "V", "")),
}


@pytest.mark.parametrize(("word", "reading"), MUST.values(), ids=MUST.keys())
def test_a_form_has_its_reading(word, reading):
    assert reading in readings(word)


MUST_NOT = {
    "students-fem": ("طالبات", "demands"),
    "students": ("الطلاب", "demands"),
    "society": ("المجتمع", "meets"),
    "future-noun": ("المستقبل", "meets"),
    "minister": ("وزير", "meets"),
    "ministry": ("وزارة", "meets"),
    "ministry-folded": ("وزاره", "meets"),
    "lawsuit": ("دعوى", "demands"),
    "prosecutor": ("المدعي", "demands"),
    "he-claims": ("يدّعي", "demands"),
    "propaganda": ("دعاية", "demands"),
    "research-plural": ("أبحاث", "meets"),
    "front": ("واجهة", "threatens"),
    "police": ("الشرطة", "demands"),
    "egypt": ("مصر", "demands"),
    "and-to": ("وإلى", "supports"),
    "two": ("اثني", "supports"),
    "here": ("هنا", "supports"),
    "there": ("هناك", "supports"),
    "armed-men": ("المسلحين", "supports"),
    "headquarters": ("المقر", "supports"),
    "mecca": ("المكرمة", "supports"),
    "position": ("موقف", "demands"),
    "victory": ("نصر", "demands"),
    "past-of-future-only": ("قصفت", "threatens"),
    "condemned": ("ونددت", "threatens"),
    "passive-vowels-not-masdar": ("يُهدَّد", "demands"),
    "latin": ("meet", "meets"),
    "number": ("2021", "meets"),
    "sign": ("،", "meets"),
    "empty": ("", "meets"),
}


@pytest.mark.parametrize(("word", "relation"), MUST_NOT.values(), ids=MUST_NOT.keys())
def test_a_form_does_not_show_the_relation(word, relation):
    assert relation not in {found[0] for found in readings(word)}


def test_vowels_decide_between_active_and_passive():
    assert {kind for _, _, kind, _ in readings("يُهدَّد")} == {"P"}
    assert {kind for _, _, kind, _ in readings("يُهدِّد")} == {"V"}
    assert {kind for _, _, kind, _ in readings("يهدد")} == {"V"}


def test_a_verb_in_two_relations_is_given_for_both():
    assert {relation for relation, *_ in readings("شجعوه")} == {"supports", "demands"}


VERBS = [e.id for e in load_lexicon().values() if e.kind == "verb" and e.relations and not e.only_future]


@pytest.mark.parametrize("entry", sorted({*VERBS} - {"waala"}))  # والى is rather و and إلى
def test_every_verb_is_found_by_its_perfect_and_imperfect(entry):
    verb = load_lexicon()[entry]
    for form in (verb.lemma, verb.imperfect)["perfect" in verb.without :]:
        assert (entry, "V") in {(found, kind) for _, found, kind, _ in readings(form)}


def test_a_word_is_looked_up_once():
    lookup = load_lookup()
    assert lookup("وطالبوها") is lookup("وطالبوها")

import pytest

from ingest.text.morphology import agrees, cleaned, embedded
from ontology.derivation import letters


def found(word):
    return {(a.entry, a.deriv, a.aspect + a.voice, a.prc2, a.prc1, a.enc0) for a in embedded().analyse(word)}


FORMS = {
    "conjunction-perfect": ("ونددت", ("naddada", "verb", "pa", "wa_conj", "0", "0")),
    "future": ("سيواجه", ("waajaha", "verb", "ia", "0", "sa_fut", "0")),
    "conjunction-future-object": ("وسيدعمونهم", ("da3ama", "verb", "ia", "wa_conj", "sa_fut", "3mp_dobj")),
    "preposition-masdar-pronoun": ("بمطالبته", ("taalaba", "masdar", "nana", "0", "bi_prep", "3ms_poss")),
    "article-passive-participle": ("المدعومة", ("da3ama", "passive", "nana", "0", "0", "0")),
    "object-pronoun": ("التقاه", ("iltaqa", "verb", "pa", "0", "0", "3ms_dobj")),
    "fa-object-pronoun": ("فدعاهم", ("da3a", "verb", "pa", "fa_conj", "0", "3mp_dobj")),
    "passive-perfect": ("طولب", ("taalaba", "verb", "pp", "0", "0", "0")),
    "passive-imperfect": ("ستُستدعى", ("istad3a", "verb", "ip", "0", "sa_fut", "0")),
    "student-plural": ("طالبات", ("taliba", "base", "nana", "0", "0", "0")),
    "ka": ("كالتهديد", ("haddada", "masdar", "nana", "0", "ka_prep", "0")),
    "li-purpose": ("وليلتقي", ("iltaqa", "verb", "ia", "wa_conj", "li_jus", "0")),
    "imperative": ("ادعموا", ("da3ama", "verb", "ca", "0", "0", "0")),
    "merging-nun": ("تضامنّا", ("tadaamana", "verb", "pa", "0", "0", "0")),
    "hamza-on-waw": ("هنّؤوا", ("hanna-a", "verb", "pa", "0", "0", "0")),
    "first-person": ("أطالبهم", ("taalaba", "verb", "ia", "0", "0", "3mp_dobj")),
    "second-person-object": ("طالبتموهم", ("taalaba", "verb", "pa", "0", "0", "3mp_dobj")),
}


@pytest.mark.parametrize(("word", "analysis"), FORMS.values(), ids=FORMS.keys())
def test_a_form_is_analysed(word, analysis):
    assert analysis in found(word)


# Conjugation in full, by Ryding's paradigms: what each person of a weak verb looks like.
PARADIGMS = {
    "defective-8-perfect": ("iltaqa", "التقى التقت التقيا التقتا التقوا التقين التقيت التقينا"),
    "defective-8-imperfect": ("iltaqa", "يلتقي تلتقي يلتقيان تلتقيان يلتقون يلتقين ألتقي نلتقي يلتق يلتقيا يلتقوا"),
    "defective-1-perfect": ("da3a", "دعا دعت دعوا دعتا دعون دعوت دعونا"),
    "defective-1-imperfect": ("da3a", "يدعو تدعو يدعوان يدعون أدعو ندعو يدع يدعوا"),
    "defective-5-imperfect": ("tasadda", "يتصدى تتصدى يتصديان يتصدون يتصدين أتصدى نتصدى يتصد يتصدوا"),
    "hollow-1-perfect": ("zara", "زار زارت زارا زاروا زرن زرت زرنا"),
    "hollow-4-imperfect": ("ashada", "يشيد تشيد يشيدان يشيدون يشدن أشيد نشيد يشد يشيدوا"),
    "doubled-1-perfect": ("haththa", "حث حثت حثا حثوا حثثن حثثت حثثنا"),
    "doubled-1-imperfect": ("haththa", "يحث تحث يحثان يحثون يحثثن أحث نحث"),
    "assimilated-1": ("waqafa", "وقف وقفوا يقف تقف يقفون نقف"),
    "hamza-2": ("ayyada", "أيد أيدت أيدوا يؤيد تؤيد يؤيدون أؤيد نؤيد"),
    "defective-participle": ("waala", "موال الموالي موالية الموالية موالون الموالين مواليا مواليات"),
    "hamza-masdar": ("iltaqa", "لقاء اللقاء لقاءً لقاؤه لقائه لقاءه لقاءات لقاءاتها باللقاء للقاء"),
}


@pytest.mark.parametrize(("entry", "words"), PARADIGMS.values(), ids=PARADIGMS.keys())
def test_every_form_of_a_paradigm_is_known(entry, words):
    unknown = [word for word in words.split() if entry not in {a.entry for a in embedded().analyse(word)}]
    assert not unknown


NO_FORMS = {
    "article-on-verb": ("اليهدد", "haddada"),
    "article-and-possessive": ("التهديده", "haddada"),
    "two-prepositions": ("بلتهديد", "haddada"),
    "future-of-perfect": ("سطالبت", "taalaba"),
    "masculine-prefix-feminine-ending": ("يطالبينه", "taalaba"),
    "article-and-tanwin": ("المهدداً", "haddada"),
    "vowels-of-another-voice": ("هُدِّدَ", "da3ama"),
    "other-spelling": ("التهضيد", "haddada"),
}


@pytest.mark.parametrize(("word", "entry"), NO_FORMS.values(), ids=NO_FORMS.keys())
def test_no_form_of_the_entry(word, entry):
    assert entry not in {a.entry for a in embedded().analyse(word)}


@pytest.mark.parametrize(
    ("word", "voices"),
    [("يهدد", {"a", "p"}), ("يُهدَّد", {"p"}), ("يُهدِّد", {"a"}), ("طالَب", {"a"}), ("هُدد", {"p"}), ("دَعمت", {"a"})],
)
def test_vowels_in_the_text_decide_the_voice(word, voices):
    assert {a.voice for a in embedded().analyse(word) if a.pos == "verb" and a.aspect != "c"} == voices


def test_a_word_spelled_exactly_is_not_another_that_folds_to_it():
    assert {a.entry for a in embedded().analyse("شرطة")} == {"shurta"}
    assert "shart" in {a.entry for a in embedded().every("شرطة")}


def test_what_is_no_arabic_word_has_no_analysis():
    assert [embedded().analyse(word) for word in ("", " ", "12", "meet", "،", "طالب،", "٣٤")] == [()] * 7


def test_a_word_is_cleaned_of_keyboards_and_signs_of_direction():
    assert cleaned("\u200fیلتقی\u0640") == "يلتقي"
    assert cleaned("هَدَّدَ") == "هَدَّدَ"


def test_a_vowel_that_is_not_given_agrees_with_every_vowel():
    assert agrees(letters("هدد"), letters("هُدِّد"))
    assert agrees(letters("هدِد"), letters("هُدِّد"))
    assert not agrees(letters("هدَد"), letters("هُدِّد"))
    assert not agrees(letters("هدَّد"), letters("هُدِّد"))

import pytest

from ingest.errors import MorphologyError
from ingest.ladder import LADDER, choose, missing
from ingest.rungs import Name, Recognizer, Tagger, pieces, spans
from ingest.text.lookup import fitting, load_lookup
from ingest.text.morphology import Analyzer, embedded
from tests.ingest.packages import LABELS, put_bert, put_calima, put_disambiguator, put_mle

WORDS = ["دعم", "الرئيس", "\u200f", "المدعومة", "القاهرة"]


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    return tmp_path / "data"


@pytest.mark.usefixtures("home")
def test_a_fresh_home_has_our_own_rung_only():
    assert choose() == "embedded"
    assert [step.name for step in LADDER if step.installed] == ["embedded"]


@pytest.mark.parametrize(
    ("rung", "packages"),
    [
        ("calima", ["morphology-db-msa-r13"]),
        ("mle", ["morphology-db-msa-r13", "disambig-mle-calima-msa-r13"]),
        ("bert", ["morphology-db-msa-r13", "disambig-bert-unfactored-msa"]),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_rung_that_is_not_installed_is_an_error_naming_the_packages(rung, packages):
    for ask in (choose, Tagger):
        with pytest.raises(MorphologyError) as caught:
            ask(rung)
        assert all(f"camel_data -i {package}" in str(caught.value) for package in packages)


@pytest.mark.usefixtures("home")
def test_names_without_their_package_are_an_error():
    with pytest.raises(MorphologyError, match="camel_data -i ner-arabert"):
        Recognizer()


def test_an_unknown_rung_is_an_error():
    with pytest.raises(MorphologyError, match="embedded, calima, mle, bert"):
        choose("gpt")


def test_a_rung_on_a_missing_one_is_not_there(home):
    put_mle(home)
    assert choose() == "embedded"
    assert missing("mle") == ("morphology-db-msa-r13",)
    put_calima(home)
    assert choose() == "mle"


@pytest.mark.usefixtures("home")
def test_embedded_knows_the_words_of_relations():
    tagged = Tagger("embedded").tag(WORDS)
    assert [a and a.entry for a in tagged] == ["da3ama", None, None, "da3ama", None]
    assert Tagger("embedded").tag([]) == ()


def test_calima_knows_every_word_as_something(home):
    put_calima(home)
    assert choose() == "calima"
    tagged = Tagger("calima").tag(WORDS)
    assert [a and a.pos for a in tagged[1:]] == ["noun_prop", None, "adj", "noun_prop"]
    splits = Analyzer(home / "morphology_db/calima-msa-r13/morphology.db", backoff=True).analyse("والرئيس")
    assert ("wa_conj", "Al_det") in {(a.prc2, a.prc0) for a in splits}


def test_mle_takes_the_analysis_its_model_prefers(home):
    put_calima(home)
    put_mle(home)
    tagged = Tagger("mle").tag(WORDS)
    assert len(tagged) == len(WORDS)
    assert (tagged[0].pos, tagged[0].diac) == ("noun", "دَعْم")


def test_bert_gives_one_analysis_a_word(home):
    put_calima(home)
    put_disambiguator(home)
    assert choose() == "bert"
    tagged = Tagger("bert").tag(WORDS)
    assert len(tagged) == len(WORDS)
    assert tagged[0].entry == "da3ama"


@pytest.mark.parametrize("safe", [True, False], ids=["safetensors", "older"])
def test_names_are_spans_of_words(home, safe):
    put_bert(home / "ner/arabert", LABELS, safe=safe)
    assert missing("ner") == ()
    names = Recognizer().names(WORDS)
    assert all(0 <= name.first < name.last <= len(WORDS) for name in names)
    assert {name.label for name in names} <= {"PERS", "LOC", "ORG", "MISC"}
    assert Recognizer().names([]) == ()


def test_spans_of_labels():
    labels = ["B-PERS", "I-PERS", "O", "I-LOC", "B-LOC", "I-ORG"]
    expected = (Name(0, 2, "PERS"), Name(3, 4, "LOC"), Name(4, 5, "LOC"), Name(5, 6, "ORG"))
    assert spans(labels) == expected
    assert spans([]) == ()


def test_a_word_of_signs_of_direction_is_kept_as_a_stop():
    assert pieces(["\u200f", "\ufeff", "طالب\u200f"]) == [".", ".", "طالب"]


def test_an_analysis_decides_between_verb_and_masdar():
    readings = load_lookup()("دعم")
    verb, masdar = ({a.deriv: a for a in embedded().analyse("دعم")}[deriv] for deriv in ("verb", "masdar"))
    assert {reading[2] for reading in fitting(readings, masdar)} == {"M"}
    assert {reading[2] for reading in fitting(readings, verb)} <= {"V"} or verb.voice == "p"
    assert fitting(readings, None) == readings

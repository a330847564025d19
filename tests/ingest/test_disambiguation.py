import pytest

from ingest import disambiguation
from ingest.article import Article
from ingest.disambiguation import disambiguated, named, recorded
from ingest.errors import MorphologyError
from ingest.pipeline import read
from ingest.text.sentences import sentences
from tests.ingest.analysed import analysed
from tests.ingest.packages import LABELS, put_bert, put_calima, put_disambiguator, put_mle

TEXT = "دعم الرئيس العراقي الحكومة."


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    kept = (disambiguation._tagger, disambiguation._recognizer)
    for loaded in kept:
        loaded.cache_clear()
    yield tmp_path / "data"
    for loaded in kept:
        loaded.cache_clear()


def kinds(analysis):
    return {t.kind for context in analysis.contexts for t in context.triggers if t.entry == "da3ama"}


@pytest.mark.usefixtures("home")
def test_embedded_leaves_all_as_it_is():
    analysis = analysed(TEXT)
    assert disambiguated(analysis, "embedded") is analysis
    assert disambiguated(analysis, "auto") is analysis
    assert recorded("auto") == "embedded"


def test_a_rung_leaves_the_triggers_that_fit_what_the_word_is(home):
    analysis = analysed(TEXT)
    assert kinds(analysis) == {"V", "M"}
    put_calima(home)
    put_mle(home)  # a model that holds دعم for a masdar
    assert kinds(disambiguated(analysis, "mle")) == {"M"}
    assert kinds(disambiguated(analysis, "auto")) == {"M"}


@pytest.mark.parametrize("rung", ["calima", "mle", "bert"])
def test_reading_tells_its_rung(home, rung):
    put_calima(home)
    put_mle(home)
    put_disambiguator(home)
    assert read(Article(name="reed-1", text=TEXT), rung=rung).rung == rung
    assert read(Article(name="reed-1", text=TEXT), rung="auto").rung == "bert"
    assert read(Article(name="reed-1", text=TEXT)).rung == "embedded"


def test_names_fill_what_our_own_tagger_left_empty(home, monkeypatch):
    put_calima(home)
    put_bert(home / "ner/arabert", LABELS)
    assert recorded("calima") == "calima+ner"
    monkeypatch.setattr(disambiguation, "_recognizer", _Found)
    split = list(sentences("وصل قادم جديد"))
    outer, inner = named(lambda _: ([["O", "O", "B-state"]], [["O"] * 3]), "calima")(split)
    assert outer == [["O", "B-person", "B-state"]]
    assert inner == [["O"] * 3]


class _Found:
    """A recogniser that holds the second word for a person and the third for a town."""

    def names(self, words):
        from ingest.rungs import Name

        assert len(words) == 3
        return (Name(1, 2, "PERS"), Name(2, 3, "LOC"))


def test_the_recogniser_reads_an_article(home):
    put_calima(home)
    put_bert(home / "ner/arabert", LABELS)
    assert read(Article(name="reed-1", text=TEXT), rung="calima").rung == "calima+ner"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("rung", ["calima", "mle", "bert", "gpt"])
def test_a_rung_that_is_not_there_is_an_error(rung):
    with pytest.raises(MorphologyError):
        read(Article(name="reed-1", text=TEXT), rung=rung)

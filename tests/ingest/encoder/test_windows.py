"""How sentences are packed, and what of them is told beside their pieces."""

from ingest.encoder.encoder import FOLDER
from ingest.encoder.pieces import BEGIN, END, load_pieces
from ingest.encoder.windows import CUES, LENGTH, LONGEST, MOST, TYPES, windows
from ingest.reading import RELATIONS
from ingest.text.triggers import KINDS
from tests.ingest.analysed import analysed, named

PIECES = load_pieces(FOLDER / "pieces.json")
MEETING = "التقى وزير الخارجية المصري نظيره التونسي في القاهرة أمس الأول."


def read(text):
    analysis = analysed(text)
    return analysis, list(windows(analysis.contexts, analysis.phrases, PIECES))


def test_a_phrase_lies_where_its_pieces_do():
    analysis, (window,) = read(MEETING)
    ((_, placed),) = window.sentences
    for one in placed:
        phrase = analysis.phrases[one.number]
        tokens = analysis.contexts[phrase.sentence].tokens[phrase.first : phrase.last]
        assert window.pieces[one.first : one.last] == [piece for token in tokens for piece in PIECES(token.surface)]


def test_a_window_has_marks_before_and_behind():
    _, (window,) = read(MEETING)
    assert window.pieces[0] == BEGIN
    assert window.pieces[-1] == END


def test_sentences_share_a_window_as_long_as_they_fit():
    _, few = read(f"{MEETING} " * 2)
    _, many = read(f"{MEETING} " * 40)
    assert len(few) == 1
    assert len(many) > 2
    assert all(len(window.pieces) <= LENGTH + 2 for window in many)
    assert sum(len(window.sentences) for window in many) == 40


def test_a_phrase_and_a_word_of_the_lexicon_are_told():
    analysis, (window,) = read(MEETING)
    ((_, placed),) = window.sentences
    minister = next(p for p in placed if p.number == named(analysis, "وزير الخارجيه المصري"))
    cues = dict(window.cues)
    assert cues[minister.first] == TYPES.index("person")
    assert cues[minister.first + 1] == len(TYPES) + TYPES.index("person")
    meets = 2 * len(TYPES) + RELATIONS.index("meets") * len(KINDS) + KINDS.index("V")
    assert (1, meets) in window.cues
    assert all(0 <= cue < CUES for _, cue in window.cues)


def test_who_a_sentence_goes_on_with_is_one_of_its_phrases():
    analysis, (window,) = read("زار رئيس الوزراء المغربي باريس. وطالب فرنسا بالاعتذار عن التصريحات.")
    placed = dict(window.sentences)[1]
    assert named(analysis, "رئيس الوزراء المغربي") in [p.number for p in placed]


def test_a_sentence_alone_with_its_actor_is_not_asked_about():
    assert not read("وصل وزير الدفاع صباحا.")[1]
    assert not read("")[1]


def test_a_sentence_without_end_is_cut():
    _, found = read("والتقى وزير الخارجية المصري نظيره التونسي " * 60)
    assert all(len(window.pieces) <= LONGEST + 2 for window in found)
    assert all(len(placed) <= MOST for window in found for _, placed in window.sentences)

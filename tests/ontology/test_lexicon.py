from pathlib import Path

import pytest

from ontology.errors import DataFileError
from ontology.lexicon import RELATIONS, load_lexicon, read_lexicon

VERB = (
    '[[verb]]\nid = "haddada"\nlemma = "هَدَّدَ"\nimperfect = "يُهَدِّدُ"\nroot = "هدد"\nmeasure = 2\n'
    'masdars = ["تَهْدِيد"]\ngloss = "threaten"\n'
)


def lexicon(folder: Path, *bodies: str) -> Path:
    for number, body in enumerate(bodies):
        text = f'source = "test"\nrelation = "threatens"\n\n{body}'
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_every_relation_has_many_words(relation):
    assert sum(relation in entry.relations for entry in load_lexicon().values()) >= 45


def test_frames_of_an_entry_name_the_slots_of_its_arguments():
    taalaba = load_lexicon()["taalaba"]
    assert {"source": ("subj",), "target": ("obj",), "content": ("bi",)} in taalaba.frames


def test_a_neutral_entry_has_no_relation():
    entries = load_lexicon()
    assert entries["mujtama3"].relations == ()
    assert entries["shajja3a"].relations == ("supports", "demands")


def test_a_good_file_is_read(tmp_path):
    entries = read_lexicon(lexicon(tmp_path, VERB))
    assert entries["haddada"].relations == ("threatens",)
    assert entries["haddada"].masdars == ("تَهْدِيد",)


def test_a_pattern_may_name_several_words_for_one_place(tmp_path):
    phrase = '[[phrase]]\nid = "a"\npatterns = ["لا", "إذا|إن … واصل|استمر"]\nframes = ["source=subj"]\ngloss = "x"\n'
    patterns = read_lexicon(lexicon(tmp_path, phrase))["a"].patterns
    assert patterns == ("لا", "إذا … واصل", "إذا … استمر", "إن … واصل", "إن … استمر")


FAULTS = {
    "unknown-key": (VERB + 'colour = "red"\n', 'unknown key "colour"'),
    "missing-key": (VERB.replace('root = "هدد"\n', ""), 'no "root"'),
    "bad-id": (VERB.replace('"haddada"', '"Haddada!"'), "no slug"),
    "not-nfc": (VERB.replace("هَدَّدَ", "هَد\u0651\u064eدَ"), "not NFC"),
    "padded": (VERB.replace('"threaten"', '" threaten"'), "padded"),
    "bad-measure": (VERB.replace("measure = 2", "measure = 12"), "bad measure"),
    "no-list": (VERB.replace('["تَهْدِيد"]', '"تَهْدِيد"'), 'bad "masdars"'),
    "unknown-relation": (VERB + 'relations = ["loves"]\n', 'unknown relation "loves"'),
    "unknown-slot": (VERB + 'frames = ["source=subj target=sky"]\n', "bad frame"),
    "unknown-role": (VERB + 'frames = ["hero=subj"]\n', "bad frame"),
    "unknown-form": (VERB + 'without = ["dual"]\n', 'unknown form "dual"'),
    "bad-alone": (VERB + 'alone = "always"\n', 'bad "alone"'),
    "hides-no-truth": ('[[noun]]\nid = "a"\nlemma = "أَب"\ngloss = "x"\nhides = "yes"\n', 'bad "hides"'),
    "unsorted": (VERB + VERB.replace('"haddada"', '"abada"'), 'stands after "haddada"'),
    "twice": (VERB + VERB, "used twice"),
    "dangling-light-verb": (
        '[[light]]\nid = "a"\nverb = "wajjaha"\nnoun = "b"\nframes = ["source=subj"]\n',
        'no entry "wajjaha"',
    ),
    "dangling-phrase": (
        '[[phrase]]\nid = "a"\npatterns = ["لن {waqafa}"]\nframes = ["source=subj"]\ngloss = "x"\n',
        'no entry "waqafa"',
    ),
    "empty-alternative": (
        '[[phrase]]\nid = "a"\npatterns = ["إذا|"]\nframes = ["source=subj"]\ngloss = "x"\n',
        'bad item "" in a pattern',
    ),
    "bad-pattern": (
        '[[phrase]]\nid = "a"\npatterns = ["lan"]\nframes = ["source=subj"]\ngloss = "x"\n',
        "bad item",
    ),
    "unknown-table": ('[[adverb]]\nid = "a"\n', 'unknown key "adverb"'),
    "no-toml": ("[[verb\n", "not TOML"),
}


@pytest.mark.parametrize(("body", "problem"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_with_file_and_mend(tmp_path, body, problem):
    with pytest.raises(DataFileError, match=problem) as caught:
        read_lexicon(lexicon(tmp_path, body))
    assert "toml" in str(caught.value) or "waqafa" in str(caught.value) or "wajjaha" in str(caught.value)
    assert ";" in str(caught.value)


def test_one_id_in_two_files_is_refused(tmp_path):
    with pytest.raises(DataFileError, match="used twice"):
        read_lexicon(lexicon(tmp_path, VERB, VERB))


def test_a_file_without_source_is_refused(tmp_path):
    (tmp_path / "a.toml").write_text(VERB, encoding="utf-8")
    with pytest.raises(DataFileError, match="no source"):
        read_lexicon(tmp_path)


def test_an_empty_folder_gives_nothing(tmp_path):
    assert read_lexicon(tmp_path) == {}

import pytest

from ontology.errors import DataFileError
from ontology.function_words import read_function_words


def test_the_words_of_every_class_are_given(tmp_path):
    path = tmp_path / "words.toml"
    path.write_text('[negatives]\nsource = "own list"\nwords = """لا لم"""\n', encoding="utf-8")
    assert read_function_words(path) == {"negatives": {"لا", "لم"}}


FAULTS = {
    "not-folded": ('source = "own list"\nwords = """لأن"""', 'write "لان"'),
    "twice": ('source = "own list"\nwords = """لا لم لا"""', '"لا" stands twice'),
    "no-source": ('words = """لا"""', "exactly these two"),
}


@pytest.mark.parametrize(("body", "problem"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_with_its_class_and_mend(tmp_path, body, problem):
    path = tmp_path / "words.toml"
    path.write_text(f"[negatives]\n{body}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=problem) as caught:
        read_function_words(path)
    assert str(caught.value).startswith("words.toml: negatives: ")

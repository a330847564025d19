import pytest

from ingest.naming.trimming import trim
from ingest.text.mentions import spans
from ingest.text.sentences import sentences

GROUP = "group"


def trimmed(text: str, marked: str) -> list[str]:
    """What is left of the span of the words ``marked`` in ``text``."""
    tokens = next(iter(sentences(text))).tokens
    row = [token.surface for token in tokens]
    wanted = marked.split()
    first = next(k for k in range(len(row)) if row[k : k + len(wanted)] == wanted)
    labels = ["O"] * len(row)
    labels[first : first + len(wanted)] = [f"{'I' if k else 'B'}-{GROUP}" for k in range(len(wanted))]
    trim(tokens, labels, [])
    return [" ".join(row[a:b]) for a, b, _ in spans(labels)]


@pytest.mark.parametrize(
    ("text", "marked", "left"),
    [
        ("لن تدعم الحركة أي من الحزبين الحاكمين", "أي من الحزبين الحاكمين", "الحزبين الحاكمين"),
        ("منحت صوتها لأي من المرشحين", "لأي من المرشحين", "المرشحين"),
        ("لم يسند أيا من الطرفين المتحاربين", "أيا من الطرفين المتحاربين", "الطرفين المتحاربين"),
        ("واصل وفد يرأسه فهد القرواني مباحثاته", "وفد يرأسه", "وفد"),
        ("التقى وفدا من الحزب يقوده فهد القرواني", "وفدا من الحزب يقوده", "وفدا من الحزب"),
        ("استقبل وفد النقابة برئاسة فهد القرواني", "وفد النقابة برئاسة", "وفد النقابة"),
    ],
)
def test_what_is_no_part_of_a_name_goes(text, marked, left):
    assert trimmed(text, marked) == [left]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("استقبل وفدا من الحزب في بيته", "وفدا من الحزب"),
        ("منح أي من يهاجمه مهلة", "أي من يهاجمه"),
        ("التقى وجهاء من العشائر أمس", "وجهاء من العشائر"),
        ("زار وفد الحزب المدينة", "وفد الحزب"),
        ("حذر أي دولة تهاجمه", "أي دولة تهاجمه"),
        ("التقى مجلس رئاسة الإقليم أمس", "مجلس رئاسة الإقليم"),
    ],
)
def test_what_belongs_to_it_stays(text, marked):
    assert trimmed(text, marked) == [marked]

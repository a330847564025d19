"""What the grammar tells expressly is told by the whole pipeline too, and goes the way that it says."""

import pytest

from ingest.analysis import analyse
from ingest.fitted.models import load_models
from ingest.naming.names import load_names
from ingest.relations import relations
from ingest.text.lookup import load_lookup

TOLD = {
    "passive-with-agent": ("استُقبل محمود عباس في بعبدا من قبل فلاديمير بوتين.", "meets", "فلاديمير بوتين", "محمود عباس"),
    "asked-by-agent": ("طُلب من السفير الإيراني مغادرة البلاد من قبل وزارة الخارجية.", "demands", "وزاره الخارجيه", "السفير الايراني"),
    "threat-received": ("تلقى القاضي سالم الراوي تهديدات من حزب الله.", "threatens", "حزب الله", "سالم الراوي"),
    "backing-enjoyed": ("تحظى الحكومة اليمنية بدعم التحالف العربي.", "supports", "التحالف العربي", "الحكومه اليمنيه"),
    "noun-taken-up": ("الوزير سالم الراوي طالبته النائبة هدى العاني بكشف الحسابات.", "demands", "هدي العاني", "سالم الراوي"),
}  # fmt: skip

UNTOLD = {
    "backing-denounced": "نددت روسيا بتسليح أوكرانيا.",
    "backing-warned-of": "حذرت موسكو الغرب من تسليح كييف.",
    "backing-called-a-crime": "قالت إيران إن دعم إسرائيل جريمة.",
    "who-was-killed": "قال علي خامنئي إن إيران سترد على اغتيال إسماعيل هنية.",
    "who-was-killed-behind-a-vow": "توعد حزب الله بالثأر لاغتيال عماد مغنية.",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD.keys())
def test_what_the_grammar_leaves_out_expressly_is_told_by_nobody(text):
    models = load_models()
    assert list(relations(analyse(text, models.tag, load_names(), load_lookup()), models)) == []


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_it_is_told_and_nothing_turned_round(case):
    text, relation, source, target = case
    models = load_models()
    analysis = analyse(text, models.tag, load_names(), load_lookup())
    names = {}
    for phrase, actor in zip(analysis.phrases, analysis.actors, strict=True):
        names.setdefault(actor, set()).add(phrase.form)
    (told,) = [f.proposal for f in relations(analysis, models)]
    ends = names[told.source], names[told.target]
    assert told.relation == relation
    assert (source in ends[0] and target in ends[1]) or (
        relation == "meets" and source in ends[1] and target in ends[0]
    )

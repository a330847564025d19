from pathlib import Path

import pytest

from ingest.acts.claims import EVEN, PRIOR, Claim, Rules, load_rules
from ingest.acts.filled import Filled
from ingest.analysis import analyse
from ingest.article import Article
from ingest.fitted.claimed import Claimed
from ingest.fitted.models import load_models
from ingest.fitted.ranker import Candidate
from ingest.naming.names import load_names
from ingest.pipeline import read
from ingest.rules import LEAST
from ingest.text.lookup import load_lookup
from ingest.text.triggers import Trigger

FRAME = Filled(0, 1, "min", "noun", "near", "near")
CLAIM = Claim(Trigger(3, "supports", "da3ama", "S", "", ""), 0, 1, FRAME)


def test_a_rule_never_counted_has_the_share_of_its_kind():
    confidence = Rules({"supports S": (30.0, 10.0)}).confidence(CLAIM)
    assert confidence == pytest.approx((30 + PRIOR * EVEN) / (40 + PRIOR))


@pytest.mark.parametrize("rule", ["supports S min.near noun.near", "supports S :da3ama"])
def test_more_right_claims_of_slots_or_entry_make_a_claim_surer(rule):
    kind = {"supports S": (20.0, 20.0)}
    low, high = (Rules({**kind, rule: row}).confidence(CLAIM) for row in ((5.0, 15.0), (15.0, 5.0)))
    assert low < 0.5 < high


def test_without_any_count_a_claim_is_possible_and_unsure():
    assert 0 < Rules({}).confidence(CLAIM) < 0.5


def test_the_table_that_comes_along_has_a_rule_and_two_counts_a_line(tmp_path: Path):
    (tmp_path / "rules.tsv").write_text("meets V\t3\t1\n")
    assert Rules.load(tmp_path / "rules.tsv").confidence(CLAIM) == Rules({}).confidence(CLAIM)
    assert 0 < load_rules().confidence(CLAIM) < 1


def test_the_rules_alone_read_a_relation_with_their_own_confidence():
    reading = read(Article("a", "التقى برهم صالح بمصطفى الكاظمي في بغداد."), rules_only=True)
    assert [(r.relation, r.rule) for r in reading.relations] == [("meets", "V:iltaqa")]
    assert LEAST <= reading.relations[0].confidence <= 1


def test_a_subject_of_an_earlier_sentence_may_stand_behind_the_end_of_this_one():
    reading = read(Article("case", "حضر السفير البريطاني المؤتمر. سيسقطها"), rules_only=True)
    assert reading.relations == ()


def test_a_text_without_actors_gives_nothing():
    assert read(Article("a", "هدد بالرد."), rules_only=True).relations == ()


MANGLED = {
    "carried-behind-the-end": "سلطات وتوعد سوريش «كل املاكه. ورد عليه",
    "subject-at-the-end": "استقبله الوزير سامح شكري",
    "pronoun-before-the-subject": "وصل أيمن الصفدي إلى بيروت. وفي لقاء جمع معه سامح شكري",
}


@pytest.mark.parametrize("rules_only", [False, True], ids=["models", "rules"])
@pytest.mark.parametrize("text", MANGLED.values(), ids=MANGLED.keys())
def test_text_cut_short_or_mangled_is_read(text, rules_only):
    reading = read(Article("x", text), rules_only=rules_only)
    assert all(text[r.evidence.start : r.evidence.end] for r in reading.relations)


def test_a_pair_has_one_certainty_and_meetings_one_order():
    analysis = analyse(
        "التقى برهم صالح بمصطفى الكاظمي. واجتمع مصطفى الكاظمي مع برهم صالح.",
        load_models().tag,
        load_names(),
        load_lookup(),
    )
    claimed = Claimed(analysis.contexts, analysis.phrases, analysis.actors, load_rules())
    assert 0 < claimed.certainty(("meets", 0, 1)) < 1
    assert claimed.certainty(("meets", 1, 0)) == 0
    assert claimed.certainty(("threatens", 0, 1)) == 0


def test_what_the_grammar_says_of_a_pair_is_told_in_numbers():
    text = "لم يهدد برهم صالح مصطفى الكاظمي. وهدد برهم صالح هادي العامري."
    analysis = analyse(text, load_models().tag, load_names(), load_lookup())
    claimed = Claimed(analysis.contexts, analysis.phrases, analysis.actors, load_rules())

    def numbers(sentence: int, source: int, target: int) -> dict[str, float]:
        trigger = next(t for t in analysis.contexts[sentence].triggers if t.relation == "threatens" and t.kind == "V")
        ends = [next(i for i in analysis.contexts[sentence].outer if analysis.actors[i] == a) for a in (source, target)]
        return claimed.numbers(("threatens", source, target), [Candidate(sentence, trigger, *ends, 0.5)])

    denied, stated, turned = numbers(0, 0, 1), numbers(1, 0, 2), numbers(1, 2, 0)
    assert (denied["denied"], stated["denied"]) == (1, 0)
    assert stated["claimed same"] == stated["grammar"] > 0
    assert (stated["source in slot"], stated["target in slot"], stated["full"]) == (1, 1, 1)
    assert turned["grammar reverse"] == turned["claimed other"] == stated["grammar"]
    assert (turned["source crossed"], turned["target crossed"]) == (1, 1)


@pytest.mark.parametrize("text", ["سحبت السويد دعمها لأوكرانيا.", "علّقت السويد دعمها العسكري لأوكرانيا."])
def test_the_grammar_tells_of_a_backing_that_ended(text):
    found = read(Article("ended", text), rules_only=True).relations
    assert [(relation.relation, relation.status) for relation in found] == [("supports", "negated")]

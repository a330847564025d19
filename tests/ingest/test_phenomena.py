"""Every phenomenon of the grammar has a table of sentences with exactly the relations that they give.

The grammar is asked for all it reads, however unsure, so that a sentence without a relation must give none.
"""

import re
from pathlib import Path

import pytest

from ingest.acts.claims import load_rules
from ingest.analysis import analyse
from ingest.fitted.models import load_models
from ingest.naming.names import load_names
from ingest.reading import RELATIONS
from ingest.rules import rule_relations
from ingest.text.lookup import load_lookup
from ontology.spelling import fold
from tests.ingest.phenomena import FOLDER, cases

NAMES = (
    "counted-and-accusative accused-by-pronoun two-sides-and-told "
    "asides-and-pronouns given-names two-offices-and-strangers whole-offices "
    "called-by-place demands-by-participle subject-and-object answered-demands duties-and-clauses "
    "word-order so-called prepositions light-verbs masdars participles passive coordination relative-clauses demand-content "
    "threats-without-verb reciprocal-meetings nothing beneficiaries threat-content group-members documents "
    "names-not-deeds obliged meeting-masdars addressees lexicon-demands lexicon-supports lexicon-meets lexicon-threats "
    "own-backing in-somebodys-ranks shared-genitives no-backing "
    "attendance not-with-whom meeting-parties courtesies complements "
    "support-received support-told "
    "who-meets series-of-meetings verb-or-masdar strong-pronouns deadlines-and-harms "
    "threatened-harms threats-to-come threatened-ends threats-exchanged "
    "praised-deeds standing-by expressing-support "
    "aid-given at-somebodys-side threat-images "
    "warnings-and-shared-dangers faced-dangers also-and-opening-verbs threat-consequences things-that-threaten headline-clauses "
    "carried-subjects accused-threats threats-resolved threats-answering-deeds threats-received threats-of-power "
    "joined-verbs unnamed-arguments groups-by-number-and-clause crowds-that-demand orders-and-two-callers earlier-and-urged "
    "threats-over-asides told-in-the-sentence-before apposed-or-governed threats-of-letters-and-choices "
    "threat-conditions threat-subjects threat-passives-and-measures threat-idioms whoever-is-threatened "
    "thanks-and-confidence callers-and-called duties-told-and-calls-sent "
    "masdars-and-deeds-of-backing "
    "backed-deeds backed-by-whom demands-addressed clause-subjects called-upon-aside conditions-and-duties whose-act-is-demanded "
    "when-and-where-they-met who-goes-to-meet chaired-meetings who-faces-whom objects-behind-places phrase-bounds "
    "headline-speakers "
    "host-and-guest receptions sides-of-talks nouns-in-construct whose-backing demands-over-clauses "
    "between-twice thanked-backers joined-deeds words-of-praise blamed-backing begun-and-joined "
    "guests-and-press offices-between-commas offices-shared-and-addressed reckonings "
    "both-sides-and-summons said-through-and-with whole-clauses-and-ends governments-by-their-leader "
    "fates-of-the-threatened bystanders-of-threats gapped-demands backed-harms called-to-meet-and-to-come "
    "owners-of-backing whose-backing-it-is-not "
    "letters-brought attendants-and-sides agents-of-acts duties-and-conditions-told calls-over-adverbials fronted-acts "
    "two-officials-and-asides heads-of-phrases "
    "bands-and-ties spans-marks-and-headlines two-and-no-one "
    "addressed-and-answered two-parties delegations-and-papers anonymous-and-obliged kin-and-short-names "
    "gulf-and-iraq rows-and-offices agreed-and-accused rulers-tribes-and-envoys received-by-and-passed-on "
    "numbers-and-lone-offices accused-and-gone-on"
).split()
CASES = dict(cases(*NAMES))
_TESTS = Path(__file__).parent
_STATED = re.compile(f"(.+) ({'|'.join(RELATIONS)}) (.+)")


def given(text):
    """What the grammar reads, each end by every name that its actor has in the text."""
    analysis = analyse(text, load_models().tag, load_names(), load_lookup())
    names = {}
    for phrase, actor in zip(analysis.phrases, analysis.actors, strict=True):
        names.setdefault(actor, set()).add(phrase.form)
    found = rule_relations(analysis, load_rules(), least=0)
    asserted = [f for f in found if f.status != "negated"]
    return [(f.proposal.relation, names[f.proposal.source], names[f.proposal.target], f.rule) for f in asserted]


def fits(stated, read):
    source, relation, target = (fold(part) for part in _STATED.fullmatch(stated).groups())
    straight = source in read[1] and target in read[2]
    return relation == read[0] and (straight or (relation == "meets" and source in read[2] and target in read[1]))


def misread(text, expected):
    """The expected relations that are not read, and those read that are not expected."""
    found = given(text)
    missing = [stated for stated in expected if not any(fits(stated, read) for read in found)]
    return missing, [read for read in found if not any(fits(stated, read) for stated in expected)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_grammar_gives_exactly_these_relations(case):
    assert misread(case["text"], case.get("relations", [])) == ([], [])


def test_every_table_is_asked_by_some_test():
    asked = {word for path in _TESTS.rglob("test_*.py") for word in re.findall(r"[\w-]+", path.read_text("utf-8"))}
    assert {table.stem for table in FOLDER.rglob("*.toml")} <= asked

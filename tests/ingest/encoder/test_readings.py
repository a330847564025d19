"""The numbers of a pair of actors, from log-odds written by hand."""

import numpy as np
import pytest

from ingest.encoder.encoder import Reading
from ingest.encoder.readings import NEVER, Readings
from ingest.fitted.ranker import Candidate
from ingest.reading import RELATIONS
from ingest.text.triggers import Trigger

ACTORS = (0, 1, 0, 2)  # of four phrases; the first and the third are one actor


def odds(size, **said):
    found = np.full((size, size, len(RELATIONS)), -5.0)
    for relation, places in said.items():
        for (source, target), one in places.items():
            found[source, target, RELATIONS.index(relation)] = one
    return found


READ = {
    0: Reading((0, 1), odds(2, demands={(0, 1): 1.0, (1, 0): -1.0}, meets={(1, 0): 2.0})),
    3: Reading((2, 1, 3), odds(3, demands={(0, 1): 3.0, (0, 2): 4.0}, supports={(1, 0): 0.5})),
}


def numbers(relation, source, target, context=0, ends=(0, 1)):
    shown = Candidate(context, Trigger(0, relation, "entry", "V", "", ""), *ends)
    return Readings(READ, ACTORS).numbers((relation, source, target), shown)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("read best", 3.0),
        ("read second", 1.0),
        ("read reverse", -1.0),
        ("read other", 2.0),
        ("read here", 1.0),
    ],
)
def test_a_pair_is_told_by_its_best_sentences(name, number):
    assert numbers("demands", 0, 1)[name] == number


def test_a_better_pair_of_the_same_source_leads():
    found = numbers("demands", 0, 1)
    assert found["read source lead"] == pytest.approx(1 / (1 + np.exp(-3)) - 1 / (1 + np.exp(-4)))
    assert found["read target lead"] == 0


def test_a_meeting_is_read_either_way_round():
    found = numbers("meets", 0, 1)
    assert found["read best"] == found["read here"] == 2.0
    assert found["read reverse"] == NEVER


def test_who_stand_in_no_sentence_together_are_never_read_so():
    found = numbers("threatens", 0, 7)
    assert found["read best"] == found["read second"] == found["read other"] == NEVER
    assert found["read sum"] == 0


def test_one_actor_is_not_read_against_itself():
    assert numbers("demands", 0, 0)["read best"] == NEVER


def test_a_candidate_of_phrases_that_were_not_read_has_no_odds():
    assert numbers("demands", 0, 2, context=0, ends=(0, 3))["read here"] == NEVER

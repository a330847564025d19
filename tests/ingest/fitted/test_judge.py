import math

import pytest

from ingest.fitted.judge import Judge

TREE = ["best", 0.3, -1.0, ["verbs", 1.0, 2.0, 0.5]]


@pytest.mark.parametrize(
    ("numbers", "score"),
    [({"best": 0.3}, -1.0), ({"best": 0.31}, 2.0), ({"best": 0.9, "verbs": 2}, 0.5), ({}, -1.0)],
    ids=["at-the-edge", "above", "second-question", "absent-is-zero"],
)
def test_a_tree_adds_what_its_leaf_says(numbers, score):
    assert Judge(0.0, [TREE]).probabilities([numbers])[0] == pytest.approx(1 / (1 + math.exp(-score)))


def test_trees_add_up_to_the_bias():
    assert Judge(-1.5, [TREE, 0.5, 2.0]).probabilities([{}]) == pytest.approx([0.5])

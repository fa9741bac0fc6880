"""Proves that the local Promptic reckons scores by weight, and takes the earliest of equals."""

from __future__ import annotations

import pytest

from promptport_local.promptic.scores import best_of, overall


@pytest.mark.parametrize(
    ("weights", "mean"),
    [((1, 1), 0.3), ((0, 0), 0.3), ((3, 1), 0.25), ((-5, 1), 0.4), ((1e308, 1e308), 0.3), ((10**400, 0), 0.2)],
)
def test_the_mean_is_by_weight(weights: tuple[float, float], mean: float) -> None:
    scores = [{"score": 0.2}, {"score": 0.4}]
    assert overall([{"weight": each} for each in weights], scores) == pytest.approx(mean)


def test_of_equals_the_earliest_is_the_best() -> None:
    rows = [{"iterationNumber": n, "overallNormalizedScore": 0.5, "evalNormalizedScore": None} for n in (3, 1, 2)]
    assert best_of(rows)["iterationNumber"] == 1

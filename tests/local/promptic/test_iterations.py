"""Proves that the local Promptic shows what experiments have tried, in its order."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import ready, refused


def test_iterations_in_their_order(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    assert refused(promptic.get_best_iteration, me, experiment) == 404
    promptic.start_experiment(me, experiment)
    promptic.advance_experiment(experiment, 9)
    rows = promptic.list_iterations(me, experiment)["data"]
    assert [each["iterationNumber"] for each in rows] == [1, 2, 3]
    assert promptic.get_iteration(me, experiment, rows[1]["id"]) == rows[1]
    assert promptic.get_best_iteration(me, experiment) in rows
    assert refused(promptic.get_iteration, me, experiment, 10**6) == 404

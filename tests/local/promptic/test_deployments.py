"""Proves that the local Promptic deploys the best prompt of an experiment."""

from __future__ import annotations

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import ready


def test_the_best_is_by_what_was_held_out(promptic: Backend, me: Caller) -> None:
    promptic.options.experiments = "instant"
    experiment = ready(promptic, me, epochs=3, hyperparameters={"trainSplitRatio": 0.5})
    promptic.start_experiment(me, experiment)
    for number, (whole, held_out) in enumerate([(0.1, 0.9), (0.8, 0.9), (0.9, 0.2)], 1):
        promptic.set_scores(experiment, number, whole, held_out)
    assert promptic.get_best_iteration(me, experiment)["iterationNumber"] == 1
    component = promptic.get_experiment(me, experiment)["aiComponentId"]
    promptic.deploy(me, component, {"experimentId": experiment})
    prompt = promptic.get_deployed_prompt(me, component)
    assert prompt is not None
    assert prompt["score"] == 0.9
    for number, whole in enumerate([0.1, 0.8, 0.9], 1):
        promptic.set_scores(experiment, number, whole)
    assert promptic.get_best_iteration(me, experiment)["iterationNumber"] == 3
    with pytest.raises(ValueError, match="no iteration 9"):
        promptic.set_scores(experiment, 9, 1)

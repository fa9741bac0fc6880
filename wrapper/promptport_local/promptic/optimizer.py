"""What moves experiments on: step by step, until they are over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.promptic.cases import Cases
from promptport_local.promptic.resources import SELECTION, Json
from promptport_local.promptic.scores import (
    best_of,
    bounded,
    latency,
    marked,
    overall,
    score,
    score_of,
    text_of,
    words,
)
from promptport_local.promptic.selecting import accuracy, descriptions, system_prompt
from promptport_local.promptic.state import BY_CLOCK, BY_READS, State, anywhere

_OVER = ("completed", "failed")
_HELD_OUT = 0.02
_FAILURE = ("model_error", "The model did not answer")


class Optimizer:
    """Runs experiments without any model.

    `pending` → `scheduled` by a start, → `running` with the first step, and then an iteration with each step, until it is
    `completed` or `failed`. `Options.experiments` says what makes a step.

    Args:
        state: What is held.
        cases: The cases of experiments' datasets.
    """

    def __init__(self, state: State, cases: Cases) -> None:
        self._state = state
        self._cases = cases

    def start(self, experiment: Json) -> None:
        """Schedule an experiment; where starts are `instant`, run it to its end."""
        scheduled = {"experimentStatus": "scheduled", "scheduledAt": self._state.moment()}
        record = self._state.change("experiments", experiment, scheduled)
        if self._state.options.experiments == "instant":
            while record["experimentStatus"] not in _OVER:
                record = self.step(record)

    def settled(self, experiment: Json) -> Json:
        """An experiment after the steps that the clock has made since its start."""
        options = self._state.options
        if options.experiments not in BY_CLOCK:
            return experiment
        while experiment["experimentStatus"] in ("scheduled", "running"):
            done = 0 if experiment["experimentStatus"] == "scheduled" else self._following(experiment)
            due = read(experiment["scheduledAt"]) + timedelta(seconds=options.step_seconds * (done + 1))
            if due > self._state.environment.now():
                break
            experiment = self.step(experiment, written(due, "milliseconds"))
        return experiment

    def shown(self, experiment: Json) -> Json:
        """An experiment as a read shows it: after the steps of the clock, and one more where reads move it on."""
        experiment = self.settled(experiment)
        return self.step(experiment) if self._state.options.experiments in BY_READS else experiment

    def step(self, experiment: Json, moment: str | None = None) -> Json:
        """Move an experiment on by one step, now or at a moment; one that was not started, or is over, stays as it is."""
        state = self._state
        moment = moment or state.moment()
        if experiment["experimentStatus"] == "scheduled":
            return state.change("experiments", experiment, {"experimentStatus": "running", "startedAt": moment})
        if experiment["experimentStatus"] != "running":
            return experiment
        if state.options.experiments_end == "failed":
            return self.fail_experiment(experiment["id"])
        epochs = int(min(experiment["hyperparameters"]["epochs"], state.options.most_epochs))
        iteration = self._iterate(experiment, epochs, moment)
        read_tokens = iteration["promptTokens"] * len(self._cases.of(experiment["datasetId"]))
        changes: Json = {"tokensUsed": experiment["tokensUsed"] + read_tokens}
        if iteration["iterationNumber"] >= epochs:
            changes.update(experimentStatus="completed", endedAt=moment)
            if experiment["taskType"] == SELECTION:
                best = best_of(state.under("iterations", experiment["id"]))
                changes.update(optimizedSystemPrompt=best["selectionSystemPrompt"])
        return state.change("experiments", experiment, changes)

    def write(
        self,
        experiment: Json,
        messages: list[Json],
        scores: Sequence[float],
        overall: float,
        held_out: float | None,
        moment: str | None = None,
        selection: Json | None = None,
    ) -> Json:
        """Keep the next iteration of an experiment.

        Args:
            experiment: The experiment.
            messages: The iteration's prompt.
            scores: What each of the experiment's evaluators says of it, from 0 to 1, in their order.
            overall: Its score in all, from 0 to 1.
            held_out: Its score on what was held out, if something was.
            moment: When it was made; now unless given.
            selection: The `toolDescriptions` and the `selectionSystemPrompt` of one that selects tools.
        """
        number = self._state.number("iterations")
        evaluators = self._state.under("evaluators", experiment["id"])
        structured = experiment["taskType"] == "structuredOutput"
        moment = moment or self._state.moment()
        prompt = text_of(messages)
        fields = {
            "id": number,
            "experimentId": experiment["id"],
            "iterationNumber": self._following(experiment),
            "prompt": prompt,
            "promptMessages": messages,
            "promptTokens": words(prompt),
            "overallNormalizedScore": bounded(overall),
            "evalNormalizedScore": held_out,
            "schemaSnapshot": experiment["initialPredictionModelSchema"] if structured else None,
            "avgPredictionLatencyMs": latency(prompt),
            **dict.fromkeys(("toolDescriptions", "selectionSystemPrompt")),
            **(selection or {}),
            "scores": [score_of(number, *each) for each in zip(evaluators, scores, strict=True)],
        }
        return self._state.make("iterations", fields, {"createdAt": moment, "updatedAt": moment})

    def advance_experiment(self, experiment: str, steps: int = 1) -> Json:
        """Move an experiment that was started by so many steps, or until it is over.

        Raises:
            ValueError: There is none.
        """
        record = anywhere(self._state, "experiments", experiment)
        for _ in range(steps):
            record = self.step(record)
        return record

    def fail_experiment(self, experiment: str, code: str = _FAILURE[0], message: str = _FAILURE[1]) -> Json:
        """Let an experiment fail, whatever its state.

        Raises:
            ValueError: There is none.
        """
        record = anywhere(self._state, "experiments", experiment)
        ended = self._state.moment()
        failed = {"experimentStatus": "failed", "errorCode": code, "errorMessage": message, "endedAt": ended}
        return self._state.change("experiments", record, failed)

    def set_scores(self, experiment: str, iteration_number: int, overall: float, held_out: float | None = None) -> Json:
        """Say what an iteration scores.

        Args:
            experiment: The experiment.
            iteration_number: Which iteration, from 1.
            overall: Its `overallNormalizedScore`.
            held_out: Its `evalNormalizedScore`.

        Raises:
            ValueError: There is no such experiment, or it has no such iteration.
        """
        anywhere(self._state, "experiments", experiment)
        for each in self._state.under("iterations", experiment, iterationNumber=iteration_number):
            scores = {"overallNormalizedScore": bounded(overall), "evalNormalizedScore": held_out}
            return self._state.change("iterations", each, scores)
        raise ValueError(f"the experiment {experiment} has no iteration {iteration_number}")

    def _following(self, experiment: Json) -> int:
        """The number of the iteration that comes next, from 1."""
        return 1 + len(self._state.under("iterations", experiment["id"]))

    def _iterate(self, experiment: Json, epochs: int, moment: str) -> Json:
        number = self._following(experiment)
        evaluators = self._state.under("evaluators", experiment["id"])
        scores = [score(number, epochs, each["name"]) for each in evaluators]
        if experiment["taskType"] == SELECTION:
            return self._select(experiment, evaluators, scores, moment)
        messages = marked(experiment["initialPromptMessages"], number)
        mean = overall(evaluators, [{"score": each} for each in scores])
        held_out = mean - _HELD_OUT if experiment["hyperparameters"].get("trainSplitRatio") is not None else None
        return self.write(experiment, messages, scores, mean, held_out, moment)

    def _select(self, experiment: Json, evaluators: list[Json], scores: list[float], moment: str) -> Json:
        """Keep an iteration of an experiment that selects tools; what judges the selection scores how often it is right."""
        number = self._following(experiment)
        cases = self._cases.of(experiment["datasetId"])
        described = descriptions(experiment["tools"], cases, number)
        right = accuracy([each for each in cases if each["split"] != "eval"], described)
        scores = [right if each["type"] == SELECTION else other for each, other in zip(evaluators, scores, strict=True)]
        mean = overall(evaluators, [{"score": each} for each in scores])
        held_out = [each for each in cases if each["split"] == "eval"]
        prompt = system_prompt(experiment, number)
        messages = experiment["initialPromptMessages"] if prompt is None else [{"role": "system", "content": prompt}]
        selection = {"toolDescriptions": described, "selectionSystemPrompt": prompt}
        apart = accuracy(held_out, described) if held_out else None
        return self.write(experiment, messages, scores, mean, apart, moment, selection)

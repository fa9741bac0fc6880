"""The cases of datasets: one table, which Promptic's older releases see as observations and as items of datasets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from promptport_local.promptic.resources import Json
from promptport_local.promptic.state import State

# What an observation calls the fields of its case.
_OBSERVATION = {"variables": "inputPayload", "expected": "expectedPayload"}


class Cases:
    """The cases of datasets, found by the dataset.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def of(self, dataset: str) -> list[Json]:
        """The cases of a dataset, by their places; those without one come last."""
        rows = self._state.under("cases", dataset)
        return sorted(rows, key=lambda each: (each["idx"] is None, each["idx"] or 0, int(each["id"])))

    def add(self, dataset: str, given: Iterable[Json]) -> list[Json]:
        """Add cases to a dataset; their places go on where no other is given.

        Args:
            dataset: The dataset's id.
            given: Fields of cases; `traceDbId` of those that stand for a trace.
        """
        places = [int(each["idx"]) for each in self._state.under("cases", dataset) if each["idx"] is not None]
        following = max(places, default=-1) + 1
        made = []
        for each in given:
            place = each.get("idx", following)
            usual: Json = {"expectedPayload": None, "split": None, "metadata": {}, "traceDbId": None}
            made.append(self._state.make("cases", {**usual, **each, "idx": place, "datasetId": dataset}))
            following = following if place is None else int(place) + 1
        return made

    def of_trace(self, trace: str) -> list[Json]:
        """The cases that stand for a trace, in whatever dataset."""
        return [each for each in self._state.collection("cases").all() if each["traceDbId"] == trace]


def case_of(observation: Json) -> Json:
    """The fields of a case that an observation is given with, or a part of them where it is changed."""
    return {_OBSERVATION.get(name, name): value for name, value in observation.items()}


def observation_of(experiment: str, case: Json, place: int) -> Json:
    """A case as an observation, which has an answer in text, a split and a place whatever its case has.

    Args:
        experiment: The experiment whose managed dataset holds it.
        case: The case.
        place: Where it stands among the others.
    """
    return {
        **{name: case[name] for name in ("id", "createdAt", "updatedAt")},
        "experimentId": experiment,
        "idx": place if case["idx"] is None else case["idx"],
        "variables": case["inputPayload"],
        "expected": _text(case["expectedPayload"]),
        "split": case["split"] or "eval",
    }


def _text(payload: Any) -> str:
    if payload is None or isinstance(payload, str):
        return payload or ""
    return json.dumps(payload, ensure_ascii=False)

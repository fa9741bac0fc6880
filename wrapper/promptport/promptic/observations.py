"""Observations as what they have been since the platform's 0.18.0: the cases of their experiment's dataset, with the same ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from promptport_api.promptic.api.client import (
    create_dataset_cases,
    create_observations,
    delete_dataset_case,
    delete_observation,
    list_dataset_cases,
    list_observations,
    update_dataset_case,
    update_observation,
)

from ..errors import ArgumentError
from ..model import Parse, Request

OPERATIONS = frozenset(
    each.OPERATION.id for each in (create_observations, delete_observation, list_observations, update_observation)
)
AS_CASE = {"variables": "inputPayload", "expected": "expectedPayload"}  # what is called otherwise


class Home(NamedTuple):
    """Where the cases of an experiment are.

    Attributes:
        component_id: The experiment's component.
        dataset_id: The experiment's dataset.
    """

    component_id: str
    dataset_id: str


def home_of(experiment: Any) -> Home | None:
    """Where the cases of an experiment are; None where it has no dataset, as on servers that have observations."""
    found = experiment if isinstance(experiment, Mapping) else {}
    component, dataset = found.get("aiComponentId"), found.get("datasetId")
    return Home(component, dataset) if isinstance(component, str) and isinstance(dataset, str) else None


def as_cases(request: Request, home: Home) -> tuple[Request, Parse[Any]]:
    """A request for observations as one for cases, and what reads its answer as observations.

    Raises:
        ArgumentError: An observation has a field by the name that it has in a case.
    """
    given, operation = request.arguments, request.operation.id
    experiment = str(given["experiment_id"])

    def one(content: bytes) -> Any:
        return _observation(update_dataset_case.parse(content), experiment)

    def several(content: bytes) -> Any:
        return {"data": [_observation(each, experiment) for each in list_dataset_cases.parse(content)["data"]]}

    if operation == list_observations.OPERATION.id:
        return list_dataset_cases.request(*home), several
    if operation == create_observations.OPERATION.id:
        return create_dataset_cases.request(*home, _cases(operation, given["observations"])), several
    case = given["observation_id"]
    if operation == delete_observation.OPERATION.id:
        return delete_dataset_case.request(*home, case), delete_dataset_case.parse
    return update_dataset_case.request(*home, case, **_case(operation, given["fields"])), one


def _cases(operation: str, observations: Any) -> Any:
    known = isinstance(observations, Sequence) and not isinstance(observations, str | bytes)
    return [_case(operation, each) for each in observations] if known else observations


def _case(operation: str, observation: Any) -> Any:
    if not isinstance(observation, Mapping):
        return observation
    for name, wire in AS_CASE.items():
        if wire in observation:
            raise ArgumentError(f"{operation}: `{wire}` is no field of an observation: it is called `{name}`.")
    return {AS_CASE.get(name, name): value for name, value in observation.items()}


def _observation(case: Any, experiment: str) -> Any:
    """A case as the observation that it was."""
    if not isinstance(case, Mapping):
        return case
    found: dict[str, Any] = {"id": case.get("id"), "experimentId": experiment, "idx": case.get("idx")}
    found |= {name: case.get(wire) for name, wire in AS_CASE.items()}
    return found | {name: case.get(name) for name in ("split", "createdAt", "updatedAt")}

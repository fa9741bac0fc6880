"""What Promptic's client takes of examples besides. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from promptport_api.promptic.client import AsyncClient

from ..fields import all_with_variables, in_camel_case, with_variables

if TYPE_CHECKING:
    from promptport_api.promptic.models import (
        DatasetCase,
        DatasetCaseCreate,
        DatasetCaseList,
        Observation,
        ObservationInput,
        ObservationList,
    )


class AsyncExamples(AsyncClient):
    """The calls about cases, and about observations as they were called before, that take more than the wire has."""

    async def create_dataset_cases(
        self,
        component_id: str,
        dataset_id: str,
        cases: DatasetCaseCreate | Sequence[DatasetCaseCreate] | Mapping[str, Any] | Sequence[Mapping[str, Any]],
    ) -> DatasetCaseList:
        """Add cases to a dataset.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            cases: Dicts with `inputPayload`, and perhaps `expectedPayload`, `idx`, `split` (`train` or `eval`) and
                `metadata`; or one such dict.

        Returns:
            Those that were added.

        Raises:
            ArgumentError: It is no list; nothing was sent.
            PrompticAPIError: The call failed.
        """
        given: Any = [cases] if isinstance(cases, Mapping) else cases
        return await super().create_dataset_cases(component_id, dataset_id, given)

    async def update_dataset_case(self, component_id: str, dataset_id: str, case_id: int, **data: Any) -> DatasetCase:
        """Change a case of a dataset.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.
            data: The fields to change, by their names on the wire or those in snake_case: `inputPayload`, `expectedPayload`,
                `idx`, `split`, `metadata`. None clears a field, one that is not given stays.

        Raises:
            ArgumentError: There is no such field, or it is given twice; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields: Any = in_camel_case("update_dataset_case", data)
        return await super().update_dataset_case(component_id, dataset_id, case_id, **fields)

    async def create_observations(
        self, experiment_id: str, observations: Sequence[ObservationInput] | Sequence[Mapping[str, Any]]
    ) -> ObservationList:
        """Add observations to an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            observations: Dicts with `variables`, `expected`, and perhaps `split`: `train` or `eval`. A single variable may
                be given as `input`, its old name.

        Returns:
            Those that were added.

        Raises:
            ArgumentError: It is no list, or one of them has both `variables` and `input`; nothing was sent.
            PrompticAPIError: The call failed.
        """
        given = all_with_variables("create_observations", observations)
        return await super().create_observations(experiment_id, given)

    async def update_observation(self, experiment_id: str, observation_id: int, **data: Any) -> Observation:
        """Change an observation of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            observation_id: The observation's id, a number.
            data: The fields to change: `variables`, `expected`, `split`, `idx`. One that is not given stays.

        Raises:
            ArgumentError: There is no such field, or both `variables` and `input` are given; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields = in_camel_case("update_observation", with_variables("update_observation", data))
        return await super().update_observation(experiment_id, observation_id, **cast("Any", fields))

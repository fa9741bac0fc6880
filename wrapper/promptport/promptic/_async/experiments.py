"""What Promptic's client takes of experiments besides. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from promptport_api.promptic.client import AsyncClient

from ..fields import in_camel_case
from ..tools import cases_of, tools_of

if TYPE_CHECKING:
    from promptport_api.promptic.models import Evaluator, Experiment

    from ..literals import ToolSource
    from ..names import ToolSelectionTestCase, ToolSelectionTool


class AsyncExperiments(AsyncClient):
    """The calls about experiments and their evaluators that take more than the wire has."""

    async def create_tool_selection_experiment(
        self,
        ai_component_id: str,
        *,
        tools: Sequence[ToolSelectionTool] | Sequence[Mapping[str, Any]],
        test_cases: Sequence[ToolSelectionTestCase] | Sequence[Mapping[str, Any]],
        target_model: str | None = None,
        tool_source: ToolSource | str = "manual",
        system_prompt: str | None = None,
        optimize_system_prompt: bool = False,
        epochs: int | None = None,
        train_split_ratio: float | None = None,
        name: str | None = None,
        description: str | None = None,
    ) -> Experiment:
        """Make an experiment that tunes the descriptions of tools, with its cases and its evaluator. It waits for its start.

        Args:
            ai_component_id: The component that it belongs to.
            tools: Dicts with `name`, `description`, and perhaps `input_schema`, a JSON Schema.
            test_cases: Dicts with `query`, a question, and `expected_tool`, the name of the tool that is right for it, or `none`.
                Names of the wire (`inputSchema`, `expectedTool`) do as well.
            target_model: The model that selects; the platform's own choice without.
            tool_source: Where the tools come from: `manual` or `mcp`.
            system_prompt: The system prompt to start from.
            optimize_system_prompt: Whether the system prompt is tuned, too.
            epochs: How many iterations to try, 1 to 5.
            train_split_ratio: The part of the cases to train on, 0.5 to 0.9; without it, all are trained on and scored.
            name: Its name.
            description: What it tries.

        Raises:
            ArgumentError: A case has no tool that is right; nothing was sent. It is a ValueError.
            PrompticAPIError: The call failed.
        """
        return await super().create_tool_selection_experiment(
            ai_component_id,
            tools=tools_of(tools),
            test_cases=cases_of(test_cases),
            target_model=target_model,
            tool_source=tool_source,
            system_prompt=system_prompt,
            optimize_system_prompt=optimize_system_prompt,
            epochs=epochs,
            train_split_ratio=train_split_ratio,
            name=name,
            description=description,
        )

    async def update_experiment(self, experiment_id: str, **updates: Any) -> Experiment:
        """Change an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            updates: The fields to change, by their names in snake_case or those of the wire: `name`, `description`,
                `target_model`, `provider`, `task_type`, `optimizer`, `initial_prompt`, `hyperparameters`,
                `initial_prediction_model_schema`. None clears a field, one that is not given stays.

        Raises:
            ArgumentError: There is no such field, or it is given twice; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields: Any = in_camel_case("update_experiment", updates)
        return await super().update_experiment(experiment_id, **fields)

    async def duplicate_experiment(
        self,
        experiment_id: str,
        *,
        continue_from_optimized: bool | None = False,
        initial_prompt_override: str | None = None,
    ) -> Experiment:
        """Make an experiment like another, in the same component, with its observations and evaluators.

        Where its `modelUnavailable` is true, the source's model is gone: set another before it starts.

        Args:
            experiment_id: The source's id.
            continue_from_optimized: Start from the best prompt of the source's iterations, not from its first prompt.
            initial_prompt_override: Start from this prompt. It does not count beside `continue_from_optimized`.

        Raises:
            PrompticAPIError: The call failed.
        """
        override = None if continue_from_optimized else initial_prompt_override
        return await super().duplicate_experiment(
            experiment_id, continue_from_optimized=continue_from_optimized or None, initial_prompt_override=override
        )

    async def update_evaluator(self, experiment_id: str, evaluator_id: str, **data: Any) -> Evaluator:
        """Change an evaluator of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluator_id: The evaluator's id.
            data: The fields to change, by their names in snake_case or those of the wire: `name`, `type`, `weight`,
                `config`, `description`, `scale_min`, `scale_max`. None clears a field, one that is not given stays.

        Raises:
            ArgumentError: There is no such field, or it is given twice; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields: Any = in_camel_case("update_evaluator", data)
        return await super().update_evaluator(experiment_id, evaluator_id, **fields)

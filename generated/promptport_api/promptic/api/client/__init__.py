# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The operations of `client`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import create_component as _create_component
from . import create_dataset as _create_dataset
from . import create_dataset_cases as _create_dataset_cases
from . import create_evaluation as _create_evaluation
from . import create_evaluators as _create_evaluators
from . import create_experiment as _create_experiment
from . import create_observations as _create_observations
from . import create_run as _create_run
from . import create_tool_selection_experiment as _create_tool_selection_experiment
from . import delete_annotation as _delete_annotation
from . import delete_component as _delete_component
from . import delete_dataset as _delete_dataset
from . import delete_dataset_case as _delete_dataset_case
from . import delete_evaluator as _delete_evaluator
from . import delete_experiment as _delete_experiment
from . import delete_observation as _delete_observation
from . import delete_run as _delete_run
from . import deploy as _deploy
from . import duplicate_experiment as _duplicate_experiment
from . import get_ai_application as _get_ai_application
from . import get_artifact as _get_artifact
from . import get_artifact_content as _get_artifact_content
from . import get_best_iteration as _get_best_iteration
from . import get_component as _get_component
from . import get_dataset as _get_dataset
from . import get_dataset_case as _get_dataset_case
from . import get_deployed_prompt as _get_deployed_prompt
from . import get_deployment as _get_deployment
from . import get_evaluation as _get_evaluation
from . import get_experiment as _get_experiment
from . import get_iteration as _get_iteration
from . import get_run as _get_run
from . import get_stats as _get_stats
from . import get_trace as _get_trace
from . import get_workspace as _get_workspace
from . import list_annotations as _list_annotations
from . import list_components as _list_components
from . import list_dataset_annotations as _list_dataset_annotations
from . import list_dataset_cases as _list_dataset_cases
from . import list_datasets as _list_datasets
from . import list_evaluations as _list_evaluations
from . import list_evaluators as _list_evaluators
from . import list_experiments as _list_experiments
from . import list_iterations as _list_iterations
from . import list_observations as _list_observations
from . import list_runs as _list_runs
from . import list_trace_artifacts as _list_trace_artifacts
from . import list_traces as _list_traces
from . import start_experiment as _start_experiment
from . import undeploy as _undeploy
from . import update_dataset_case as _update_dataset_case
from . import update_evaluator as _update_evaluator
from . import update_experiment as _update_experiment
from . import update_observation as _update_observation
from . import upsert_annotation as _upsert_annotation


class Client:
    """The documented calls of the platform's client, but for those that wait."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_ai_application(
        self,
    ) -> models.AIApplication:
        """The AI application that the calls act in.

        Since promptic-sdk 0.21.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(_get_ai_application.request(), _get_ai_application.parse)

    @_Deprecated("Gone since promptic-sdk 0.21.0; use `get_ai_application`.")
    def get_workspace(
        self,
    ) -> models.AIApplication:
        """The AI application that the calls act in, by its older name.

        Gone since promptic-sdk 0.21.0; use `get_ai_application`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(_get_workspace.request(), _get_workspace.parse)

    def list_components(
        self,
    ) -> models.ComponentList:
        """The components of the AI application.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(_list_components.request(), _list_components.parse)

    def create_component(self, name: str, *, description: str | None = None) -> models.ComponentCreated:
        """Make a component.

        Args:
            name: Its name.
            description: What it does.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _create_component.request(
                name=name,
                description=description,
            ),
            _create_component.parse,
        )

    def get_component(self, component_id: str) -> models.Component:
        """A component.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_component.request(
                component_id=component_id,
            ),
            _get_component.parse,
        )

    def delete_component(self, component_id: str) -> None:
        """Remove a component with everything in it. Its traces stay.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _delete_component.request(
                component_id=component_id,
            ),
            _delete_component.parse,
        )

    def list_experiments(
        self,
        *,
        component_id: str | None = None,
        status: Literal["pending", "scheduled", "running", "completed", "failed"] | str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> models.ExperimentList:
        """A part of the experiments, the newest first.

        Args:
            component_id: Those of this component only.
            status: Those of this status only: `pending`, `scheduled`, `running`, `completed` or `failed`.
            limit: How many at the most.
            offset: How many to pass over.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _list_experiments.request(
                component_id=component_id,
                status=status,
                limit=limit,
                offset=offset,
            ),
            _list_experiments.parse,
        )

    def create_experiment(
        self,
        ai_component_id: str,
        target_model: str,
        *,
        task_type: Literal["classification", "textGeneration", "structuredOutput"] | str = "classification",
        initial_prompt: str | None = None,
        name: str | None = None,
        description: str | None = None,
        provider: Literal["openai", "openrouter", "custom", "google"] | str = "openai",
        optimizer: Literal["promptic", "prompticV2", "miproV2", "bootstrapFewShot", "gepa"] | str = "prompticV2",
        hyperparameters: models.HyperparametersInput | Mapping[str, Any] | None = None,
        initial_prediction_model_schema: Mapping[str, Any] | None = None,
        input_variables: Sequence[models.InputVariableInput] | Sequence[Mapping[str, Any]] | None = None,
    ) -> models.Experiment:
        """Make an experiment. It waits for observations, evaluators, and its start.

        Args:
            ai_component_id: The component that it belongs to.
            target_model: The model that the prompt is for.
            task_type: `classification`, `textGeneration` or `structuredOutput`.
            initial_prompt: The prompt to start from.
            name: Its name.
            description: What it tries.
            provider: Who serves the model: `openai`, `openrouter`, `custom` or `google`.
            optimizer: `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
            hyperparameters: Settings of an optimisation.
            initial_prediction_model_schema: The JSON Schema of structured output.
            input_variables: Which column of the dataset each variable of the prompt takes: `{name, column}`. Since
                promptic-sdk 1.1.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _create_experiment.request(
                ai_component_id=ai_component_id,
                target_model=target_model,
                task_type=task_type,
                initial_prompt=initial_prompt,
                name=name,
                description=description,
                provider=provider,
                optimizer=optimizer,
                hyperparameters=hyperparameters,
                initial_prediction_model_schema=initial_prediction_model_schema,
                input_variables=input_variables,
            ),
            _create_experiment.parse,
        )

    def create_tool_selection_experiment(
        self,
        ai_component_id: str,
        *,
        tools: Sequence[models.ToolInput] | Sequence[Mapping[str, Any]],
        test_cases: Sequence[models.ToolCaseInput] | Sequence[Mapping[str, Any]],
        target_model: str | None = None,
        tool_source: Literal["mcp", "manual"] | str = "manual",
        system_prompt: str | None = None,
        optimize_system_prompt: bool = False,
        epochs: int | None = None,
        train_split_ratio: float | None = None,
        name: str | None = None,
        description: str | None = None,
    ) -> models.Experiment:
        """Make an experiment that tunes the descriptions of tools, with its cases and its evaluator. It waits for its start.

        Since promptic-sdk 0.20.0.

        Args:
            ai_component_id: The component that it belongs to.
            tools: The tools: `{name, description, inputSchema}`, the last of which may be left out.
            test_cases: Questions, and which tool is right for each: `{query, expectedTool}`.
            target_model: The model that selects; the platform's own choice without.
            tool_source: Where the tools come from: `manual` or `mcp`.
            system_prompt: The system prompt to start from.
            optimize_system_prompt: Whether the system prompt is tuned, too.
            epochs: How many iterations to try, 1 to 5.
            train_split_ratio: The part of the cases to train on, 0.5 to 0.9; without it, all are trained on and
                scored.
            name: Its name.
            description: What it tries.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _create_tool_selection_experiment.request(
                ai_component_id=ai_component_id,
                tools=tools,
                test_cases=test_cases,
                target_model=target_model,
                tool_source=tool_source,
                system_prompt=system_prompt,
                optimize_system_prompt=optimize_system_prompt,
                epochs=epochs,
                train_split_ratio=train_split_ratio,
                name=name,
                description=description,
            ),
            _create_tool_selection_experiment.parse,
        )

    def get_experiment(self, experiment_id: str) -> models.Experiment:
        """An experiment.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_experiment.request(
                experiment_id=experiment_id,
            ),
            _get_experiment.parse,
        )

    def delete_experiment(self, experiment_id: str) -> None:
        """Remove an experiment with everything in it. If it is deployed, its component has no prompt afterwards.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _delete_experiment.request(
                experiment_id=experiment_id,
            ),
            _delete_experiment.parse,
        )

    def update_experiment(self, experiment_id: str, **fields: Unpack[models.ExperimentChanges]) -> models.Experiment:
        """Change an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _update_experiment.request(
                experiment_id=experiment_id,
                **fields,
            ),
            _update_experiment.parse,
        )

    def start_experiment(self, experiment_id: str) -> models.ExperimentStarted:
        """Let an experiment run. It needs observations and evaluators.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it), 402 (The plan does not allow it).
        """
        return self._sender.send(
            _start_experiment.request(
                experiment_id=experiment_id,
            ),
            _start_experiment.parse,
        )

    def duplicate_experiment(
        self,
        experiment_id: str,
        *,
        continue_from_optimized: bool | None = None,
        initial_prompt_override: str | None = None,
    ) -> models.Experiment:
        """Make an experiment like another, in the same component, with its observations and evaluators.

        It starts from the source's first prompt, where nothing else is asked for.

        Args:
            experiment_id: The experiment's id.
            continue_from_optimized: Start from the best prompt of the source's iterations.
            initial_prompt_override: Start from this prompt. It does not count beside `continueFromOptimized`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _duplicate_experiment.request(
                experiment_id=experiment_id,
                continue_from_optimized=continue_from_optimized,
                initial_prompt_override=initial_prompt_override,
            ),
            _duplicate_experiment.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `list_dataset_cases`.")
    def list_observations(self, experiment_id: str) -> models.ObservationList:
        """The observations of an experiment.

        Gone since promptic-sdk 0.18.0; use `list_dataset_cases`.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_observations.request(
                experiment_id=experiment_id,
            ),
            _list_observations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `create_dataset_cases`.")
    def create_observations(
        self, experiment_id: str, observations: Sequence[models.ObservationInput] | Sequence[Mapping[str, Any]]
    ) -> models.ObservationList:
        """Add observations to an experiment that has not started.

        Gone since promptic-sdk 0.18.0; use `create_dataset_cases`.

        Args:
            experiment_id: The experiment's id.
            observations: The observations, 1000 at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _create_observations.request(
                experiment_id=experiment_id,
                observations=observations,
            ),
            _create_observations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `delete_dataset_case`.")
    def delete_observation(self, experiment_id: str, observation_id: int) -> None:
        """Remove an observation of an experiment that has not started.

        Gone since promptic-sdk 0.18.0; use `delete_dataset_case`.

        Args:
            experiment_id: The experiment's id.
            observation_id: The observation's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _delete_observation.request(
                experiment_id=experiment_id,
                observation_id=observation_id,
            ),
            _delete_observation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `update_dataset_case`.")
    def update_observation(
        self, experiment_id: str, observation_id: int, **fields: Unpack[models.ObservationChanges]
    ) -> models.Observation:
        """Change an observation of an experiment that has not started.

        Gone since promptic-sdk 0.18.0; use `update_dataset_case`.

        Args:
            experiment_id: The experiment's id.
            observation_id: The observation's id, a number.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _update_observation.request(
                experiment_id=experiment_id,
                observation_id=observation_id,
                **fields,
            ),
            _update_observation.parse,
        )

    def list_evaluators(self, experiment_id: str) -> models.EvaluatorList:
        """The evaluators of an experiment.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_evaluators.request(
                experiment_id=experiment_id,
            ),
            _list_evaluators.parse,
        )

    def create_evaluators(
        self, experiment_id: str, evaluators: Sequence[models.EvaluatorInput] | Sequence[Mapping[str, Any]]
    ) -> models.EvaluatorList:
        """Add evaluators to an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluators: The evaluators.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _create_evaluators.request(
                experiment_id=experiment_id,
                evaluators=evaluators,
            ),
            _create_evaluators.parse,
        )

    def delete_evaluator(self, experiment_id: str, evaluator_id: str) -> None:
        """Remove an evaluator of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluator_id: The evaluator's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _delete_evaluator.request(
                experiment_id=experiment_id,
                evaluator_id=evaluator_id,
            ),
            _delete_evaluator.parse,
        )

    def update_evaluator(
        self, experiment_id: str, evaluator_id: str, **fields: Unpack[models.EvaluatorChanges]
    ) -> models.Evaluator:
        """Change an evaluator of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluator_id: The evaluator's id.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _update_evaluator.request(
                experiment_id=experiment_id,
                evaluator_id=evaluator_id,
                **fields,
            ),
            _update_evaluator.parse,
        )

    def list_iterations(self, experiment_id: str) -> models.IterationList:
        """The prompts that an experiment has tried, without the scores of each evaluator.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_iterations.request(
                experiment_id=experiment_id,
            ),
            _list_iterations.parse,
        )

    def get_best_iteration(self, experiment_id: str) -> models.IterationWithScores:
        """The best prompt that an experiment has tried.

        That with the highest score on what was held out; where nothing was, with the highest overall score.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_best_iteration.request(
                experiment_id=experiment_id,
            ),
            _get_best_iteration.parse,
        )

    def get_iteration(self, experiment_id: str, iteration_id: int) -> models.IterationWithScores:
        """A prompt that an experiment has tried, with the scores of each evaluator.

        Args:
            experiment_id: The experiment's id.
            iteration_id: The iteration's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_iteration.request(
                experiment_id=experiment_id,
                iteration_id=iteration_id,
            ),
            _get_iteration.parse,
        )

    def get_deployment(self, component_id: str) -> models.Deployment | None:
        """Which experiment's prompt a component uses; None where nothing is deployed.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_deployment.request(
                component_id=component_id,
            ),
            _get_deployment.parse,
        )

    def deploy(self, component_id: str, experiment_id: str) -> models.DeploymentCreated:
        """Let a component use the best prompt of an experiment from now on, in place of another.

        Args:
            component_id: The component's id.
            experiment_id: An experiment of the component, which has an iteration.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _deploy.request(
                component_id=component_id,
                experiment_id=experiment_id,
            ),
            _deploy.parse,
        )

    def undeploy(self, component_id: str) -> None:
        """Let a component use no prompt any more.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _undeploy.request(
                component_id=component_id,
            ),
            _undeploy.parse,
        )

    def get_deployed_prompt(self, component_id: str) -> models.DeployedPrompt | None:
        """The prompt that a component uses; None where nothing is deployed.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_deployed_prompt.request(
                component_id=component_id,
            ),
            _get_deployed_prompt.parse,
        )

    def list_traces(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        status: Literal["ok", "error"] | str | None = None,
        start_after: str | None = None,
        start_before: str | None = None,
    ) -> models.TraceList:
        """A part of the traces, the newest first.

        Args:
            limit: How many at the most.
            offset: How many to pass over.
            status: Those of this status only: `ok` or `error`.
            start_after: Those that began after this time, in ISO 8601.
            start_before: Those that began before this time, in ISO 8601.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _list_traces.request(
                limit=limit,
                offset=offset,
                status=status,
                start_after=start_after,
                start_before=start_before,
            ),
            _list_traces.parse,
        )

    def get_stats(self, *, days_back: int = 30) -> models.TracingStats:
        """What the traces of the last days come to.

        Args:
            days_back: How many days.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _get_stats.request(
                days_back=days_back,
            ),
            _get_stats.parse,
        )

    def get_trace(self, trace_id: str) -> models.Trace:
        """A trace with its spans.

        Args:
            trace_id: The trace's id in OpenTelemetry (`traceId`), not that in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_trace.request(
                trace_id=trace_id,
            ),
            _get_trace.parse,
        )

    def list_trace_artifacts(self, trace_id: str) -> models.TraceArtifactList:
        """The artifacts that a trace refers to.

        Since promptic-sdk 0.15.0.

        Args:
            trace_id: The trace's id in OpenTelemetry (`traceId`), not that in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_trace_artifacts.request(
                trace_id=trace_id,
            ),
            _list_trace_artifacts.parse,
        )

    def get_artifact(self, artifact_id: str) -> models.TraceArtifact:
        """What is known of an artifact: its size, its type, its SHA-256.

        Since promptic-sdk 0.15.0.

        Args:
            artifact_id: The artifact's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_artifact.request(
                artifact_id=artifact_id,
            ),
            _get_artifact.parse,
        )

    def get_artifact_content(self, artifact_id: str) -> bytes:
        """The bytes of an artifact.

        The platform sends on to where they are stored; whoever stores them is not told who asks. Since promptic-sdk
        0.15.0.

        Args:
            artifact_id: The artifact's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 302 (Where the
                bytes are for a while).
        """
        return self._sender.send(
            _get_artifact_content.request(
                artifact_id=artifact_id,
            ),
            _get_artifact_content.parse,
        )

    def list_datasets(self, component_id: str) -> models.DatasetList:
        """The datasets of a component.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_datasets.request(
                component_id=component_id,
            ),
            _list_datasets.parse,
        )

    def create_dataset(
        self, component_id: str, name: str, *, description: str | None = None, trace_ids: Sequence[str] | None = None
    ) -> models.Dataset:
        """Make a dataset, from traces or empty.

        Args:
            component_id: The component's id.
            name: Its name.
            description: What it holds.
            trace_ids: The traces to put in, by their ids in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _create_dataset.request(
                component_id=component_id,
                name=name,
                description=description,
                trace_ids=trace_ids,
            ),
            _create_dataset.parse,
        )

    def get_dataset(self, component_id: str, dataset_id: str) -> models.DatasetWithCases:
        """A dataset with what is in it.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_dataset.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _get_dataset.parse,
        )

    def delete_dataset(self, component_id: str, dataset_id: str) -> None:
        """Remove a dataset with everything in it.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _delete_dataset.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _delete_dataset.parse,
        )

    def list_dataset_cases(self, component_id: str, dataset_id: str) -> models.DatasetCaseList:
        """The cases of a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_dataset_cases.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _list_dataset_cases.parse,
        )

    def create_dataset_cases(
        self,
        component_id: str,
        dataset_id: str,
        cases: Sequence[models.DatasetCaseCreate] | Sequence[Mapping[str, Any]],
    ) -> models.DatasetCaseList:
        """Add cases to a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            cases: The cases, 1000 at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _create_dataset_cases.request(
                component_id=component_id,
                dataset_id=dataset_id,
                cases=cases,
            ),
            _create_dataset_cases.parse,
        )

    def get_dataset_case(self, component_id: str, dataset_id: str, case_id: int) -> models.DatasetCase:
        """A case of a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_dataset_case.request(
                component_id=component_id,
                dataset_id=dataset_id,
                case_id=case_id,
            ),
            _get_dataset_case.parse,
        )

    def delete_dataset_case(self, component_id: str, dataset_id: str, case_id: int) -> None:
        """Remove a case of a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _delete_dataset_case.request(
                component_id=component_id,
                dataset_id=dataset_id,
                case_id=case_id,
            ),
            _delete_dataset_case.parse,
        )

    def update_dataset_case(
        self, component_id: str, dataset_id: str, case_id: int, **fields: Unpack[models.DatasetCaseUpdate]
    ) -> models.DatasetCase:
        """Change a case of a dataset. What is not given stays, None clears.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return self._sender.send(
            _update_dataset_case.request(
                component_id=component_id,
                dataset_id=dataset_id,
                case_id=case_id,
                **fields,
            ),
            _update_dataset_case.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def list_dataset_annotations(self, component_id: str, dataset_id: str) -> models.AnnotationList:
        """The annotations of all runs of a dataset.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_dataset_annotations.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _list_dataset_annotations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def list_runs(self, component_id: str) -> models.RunList:
        """The runs of a component.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_runs.request(
                component_id=component_id,
            ),
            _list_runs.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def create_run(
        self, component_id: str, dataset_id: str, *, name: str | None = None, trace_ids: Sequence[str] | None = None
    ) -> models.Run:
        """Make a run of a dataset, from traces or empty.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            dataset_id: The dataset.
            name: Its name.
            trace_ids: The traces to put in, by their ids in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _create_run.request(
                component_id=component_id,
                dataset_id=dataset_id,
                name=name,
                trace_ids=trace_ids,
            ),
            _create_run.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def get_run(self, component_id: str, run_id: str) -> models.RunWithTraces:
        """A run with its traces.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_run.request(
                component_id=component_id,
                run_id=run_id,
            ),
            _get_run.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def delete_run(self, component_id: str, run_id: str) -> None:
        """Remove a run with its annotations. Its traces stay.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _delete_run.request(
                component_id=component_id,
                run_id=run_id,
            ),
            _delete_run.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def list_annotations(self, component_id: str, run_id: str) -> models.AnnotationList:
        """The annotations of all runs of a run's dataset.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_annotations.request(
                component_id=component_id,
                run_id=run_id,
            ),
            _list_annotations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def upsert_annotation(
        self,
        component_id: str,
        run_id: str,
        trace_db_id: str,
        *,
        rating: Literal["positive", "negative"] | str | None = None,
        comment: str | None = None,
    ) -> models.Annotation:
        """Say what one thinks of a trace in a run, or say more of it. What is not given stays as it was.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.
            trace_db_id: The trace's id in the database (`id`).
            rating: `positive` or `negative`.
            comment: What was good or bad about it, in words.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _upsert_annotation.request(
                component_id=component_id,
                run_id=run_id,
                trace_db_id=trace_db_id,
                rating=rating,
                comment=comment,
            ),
            _upsert_annotation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def delete_annotation(self, component_id: str, run_id: str, annotation_id: str) -> None:
        """Remove an annotation.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.
            annotation_id: The annotation's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _delete_annotation.request(
                component_id=component_id,
                run_id=run_id,
                annotation_id=annotation_id,
            ),
            _delete_annotation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def list_evaluations(self, component_id: str) -> models.AgentEvaluationList:
        """The evaluations of a component.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _list_evaluations.request(
                component_id=component_id,
            ),
            _list_evaluations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def create_evaluation(
        self, component_id: str, dataset_id: str, *, name: str | None = None, run_id: str | None = None
    ) -> models.AgentEvaluation:
        """Let the traces of a dataset, or of one run, be evaluated. That takes a while.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            dataset_id: The dataset.
            name: Its name.
            run_id: A run of the dataset; without it, the evaluation is about the whole dataset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _create_evaluation.request(
                component_id=component_id,
                dataset_id=dataset_id,
                name=name,
                run_id=run_id,
            ),
            _create_evaluation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    def get_evaluation(self, component_id: str, evaluation_id: str) -> models.AgentEvaluation:
        """An evaluation, with what came of it once it is completed.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            evaluation_id: The evaluation's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(
            _get_evaluation.request(
                component_id=component_id,
                evaluation_id=evaluation_id,
            ),
            _get_evaluation.parse,
        )


class AsyncClient:
    """The documented calls of the platform's client, but for those that wait."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_ai_application(
        self,
    ) -> models.AIApplication:
        """The AI application that the calls act in.

        Since promptic-sdk 0.21.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(_get_ai_application.request(), _get_ai_application.parse)

    @_Deprecated("Gone since promptic-sdk 0.21.0; use `get_ai_application`.")
    async def get_workspace(
        self,
    ) -> models.AIApplication:
        """The AI application that the calls act in, by its older name.

        Gone since promptic-sdk 0.21.0; use `get_ai_application`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(_get_workspace.request(), _get_workspace.parse)

    async def list_components(
        self,
    ) -> models.ComponentList:
        """The components of the AI application.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(_list_components.request(), _list_components.parse)

    async def create_component(self, name: str, *, description: str | None = None) -> models.ComponentCreated:
        """Make a component.

        Args:
            name: Its name.
            description: What it does.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _create_component.request(
                name=name,
                description=description,
            ),
            _create_component.parse,
        )

    async def get_component(self, component_id: str) -> models.Component:
        """A component.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_component.request(
                component_id=component_id,
            ),
            _get_component.parse,
        )

    async def delete_component(self, component_id: str) -> None:
        """Remove a component with everything in it. Its traces stay.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _delete_component.request(
                component_id=component_id,
            ),
            _delete_component.parse,
        )

    async def list_experiments(
        self,
        *,
        component_id: str | None = None,
        status: Literal["pending", "scheduled", "running", "completed", "failed"] | str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> models.ExperimentList:
        """A part of the experiments, the newest first.

        Args:
            component_id: Those of this component only.
            status: Those of this status only: `pending`, `scheduled`, `running`, `completed` or `failed`.
            limit: How many at the most.
            offset: How many to pass over.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _list_experiments.request(
                component_id=component_id,
                status=status,
                limit=limit,
                offset=offset,
            ),
            _list_experiments.parse,
        )

    async def create_experiment(
        self,
        ai_component_id: str,
        target_model: str,
        *,
        task_type: Literal["classification", "textGeneration", "structuredOutput"] | str = "classification",
        initial_prompt: str | None = None,
        name: str | None = None,
        description: str | None = None,
        provider: Literal["openai", "openrouter", "custom", "google"] | str = "openai",
        optimizer: Literal["promptic", "prompticV2", "miproV2", "bootstrapFewShot", "gepa"] | str = "prompticV2",
        hyperparameters: models.HyperparametersInput | Mapping[str, Any] | None = None,
        initial_prediction_model_schema: Mapping[str, Any] | None = None,
        input_variables: Sequence[models.InputVariableInput] | Sequence[Mapping[str, Any]] | None = None,
    ) -> models.Experiment:
        """Make an experiment. It waits for observations, evaluators, and its start.

        Args:
            ai_component_id: The component that it belongs to.
            target_model: The model that the prompt is for.
            task_type: `classification`, `textGeneration` or `structuredOutput`.
            initial_prompt: The prompt to start from.
            name: Its name.
            description: What it tries.
            provider: Who serves the model: `openai`, `openrouter`, `custom` or `google`.
            optimizer: `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
            hyperparameters: Settings of an optimisation.
            initial_prediction_model_schema: The JSON Schema of structured output.
            input_variables: Which column of the dataset each variable of the prompt takes: `{name, column}`. Since
                promptic-sdk 1.1.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _create_experiment.request(
                ai_component_id=ai_component_id,
                target_model=target_model,
                task_type=task_type,
                initial_prompt=initial_prompt,
                name=name,
                description=description,
                provider=provider,
                optimizer=optimizer,
                hyperparameters=hyperparameters,
                initial_prediction_model_schema=initial_prediction_model_schema,
                input_variables=input_variables,
            ),
            _create_experiment.parse,
        )

    async def create_tool_selection_experiment(
        self,
        ai_component_id: str,
        *,
        tools: Sequence[models.ToolInput] | Sequence[Mapping[str, Any]],
        test_cases: Sequence[models.ToolCaseInput] | Sequence[Mapping[str, Any]],
        target_model: str | None = None,
        tool_source: Literal["mcp", "manual"] | str = "manual",
        system_prompt: str | None = None,
        optimize_system_prompt: bool = False,
        epochs: int | None = None,
        train_split_ratio: float | None = None,
        name: str | None = None,
        description: str | None = None,
    ) -> models.Experiment:
        """Make an experiment that tunes the descriptions of tools, with its cases and its evaluator. It waits for its start.

        Since promptic-sdk 0.20.0.

        Args:
            ai_component_id: The component that it belongs to.
            tools: The tools: `{name, description, inputSchema}`, the last of which may be left out.
            test_cases: Questions, and which tool is right for each: `{query, expectedTool}`.
            target_model: The model that selects; the platform's own choice without.
            tool_source: Where the tools come from: `manual` or `mcp`.
            system_prompt: The system prompt to start from.
            optimize_system_prompt: Whether the system prompt is tuned, too.
            epochs: How many iterations to try, 1 to 5.
            train_split_ratio: The part of the cases to train on, 0.5 to 0.9; without it, all are trained on and
                scored.
            name: Its name.
            description: What it tries.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _create_tool_selection_experiment.request(
                ai_component_id=ai_component_id,
                tools=tools,
                test_cases=test_cases,
                target_model=target_model,
                tool_source=tool_source,
                system_prompt=system_prompt,
                optimize_system_prompt=optimize_system_prompt,
                epochs=epochs,
                train_split_ratio=train_split_ratio,
                name=name,
                description=description,
            ),
            _create_tool_selection_experiment.parse,
        )

    async def get_experiment(self, experiment_id: str) -> models.Experiment:
        """An experiment.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_experiment.request(
                experiment_id=experiment_id,
            ),
            _get_experiment.parse,
        )

    async def delete_experiment(self, experiment_id: str) -> None:
        """Remove an experiment with everything in it. If it is deployed, its component has no prompt afterwards.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _delete_experiment.request(
                experiment_id=experiment_id,
            ),
            _delete_experiment.parse,
        )

    async def update_experiment(
        self, experiment_id: str, **fields: Unpack[models.ExperimentChanges]
    ) -> models.Experiment:
        """Change an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _update_experiment.request(
                experiment_id=experiment_id,
                **fields,
            ),
            _update_experiment.parse,
        )

    async def start_experiment(self, experiment_id: str) -> models.ExperimentStarted:
        """Let an experiment run. It needs observations and evaluators.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it), 402 (The plan does not allow it).
        """
        return await self._sender.send(
            _start_experiment.request(
                experiment_id=experiment_id,
            ),
            _start_experiment.parse,
        )

    async def duplicate_experiment(
        self,
        experiment_id: str,
        *,
        continue_from_optimized: bool | None = None,
        initial_prompt_override: str | None = None,
    ) -> models.Experiment:
        """Make an experiment like another, in the same component, with its observations and evaluators.

        It starts from the source's first prompt, where nothing else is asked for.

        Args:
            experiment_id: The experiment's id.
            continue_from_optimized: Start from the best prompt of the source's iterations.
            initial_prompt_override: Start from this prompt. It does not count beside `continueFromOptimized`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _duplicate_experiment.request(
                experiment_id=experiment_id,
                continue_from_optimized=continue_from_optimized,
                initial_prompt_override=initial_prompt_override,
            ),
            _duplicate_experiment.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `list_dataset_cases`.")
    async def list_observations(self, experiment_id: str) -> models.ObservationList:
        """The observations of an experiment.

        Gone since promptic-sdk 0.18.0; use `list_dataset_cases`.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_observations.request(
                experiment_id=experiment_id,
            ),
            _list_observations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `create_dataset_cases`.")
    async def create_observations(
        self, experiment_id: str, observations: Sequence[models.ObservationInput] | Sequence[Mapping[str, Any]]
    ) -> models.ObservationList:
        """Add observations to an experiment that has not started.

        Gone since promptic-sdk 0.18.0; use `create_dataset_cases`.

        Args:
            experiment_id: The experiment's id.
            observations: The observations, 1000 at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _create_observations.request(
                experiment_id=experiment_id,
                observations=observations,
            ),
            _create_observations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `delete_dataset_case`.")
    async def delete_observation(self, experiment_id: str, observation_id: int) -> None:
        """Remove an observation of an experiment that has not started.

        Gone since promptic-sdk 0.18.0; use `delete_dataset_case`.

        Args:
            experiment_id: The experiment's id.
            observation_id: The observation's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _delete_observation.request(
                experiment_id=experiment_id,
                observation_id=observation_id,
            ),
            _delete_observation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.18.0; use `update_dataset_case`.")
    async def update_observation(
        self, experiment_id: str, observation_id: int, **fields: Unpack[models.ObservationChanges]
    ) -> models.Observation:
        """Change an observation of an experiment that has not started.

        Gone since promptic-sdk 0.18.0; use `update_dataset_case`.

        Args:
            experiment_id: The experiment's id.
            observation_id: The observation's id, a number.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _update_observation.request(
                experiment_id=experiment_id,
                observation_id=observation_id,
                **fields,
            ),
            _update_observation.parse,
        )

    async def list_evaluators(self, experiment_id: str) -> models.EvaluatorList:
        """The evaluators of an experiment.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_evaluators.request(
                experiment_id=experiment_id,
            ),
            _list_evaluators.parse,
        )

    async def create_evaluators(
        self, experiment_id: str, evaluators: Sequence[models.EvaluatorInput] | Sequence[Mapping[str, Any]]
    ) -> models.EvaluatorList:
        """Add evaluators to an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluators: The evaluators.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _create_evaluators.request(
                experiment_id=experiment_id,
                evaluators=evaluators,
            ),
            _create_evaluators.parse,
        )

    async def delete_evaluator(self, experiment_id: str, evaluator_id: str) -> None:
        """Remove an evaluator of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluator_id: The evaluator's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _delete_evaluator.request(
                experiment_id=experiment_id,
                evaluator_id=evaluator_id,
            ),
            _delete_evaluator.parse,
        )

    async def update_evaluator(
        self, experiment_id: str, evaluator_id: str, **fields: Unpack[models.EvaluatorChanges]
    ) -> models.Evaluator:
        """Change an evaluator of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluator_id: The evaluator's id.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _update_evaluator.request(
                experiment_id=experiment_id,
                evaluator_id=evaluator_id,
                **fields,
            ),
            _update_evaluator.parse,
        )

    async def list_iterations(self, experiment_id: str) -> models.IterationList:
        """The prompts that an experiment has tried, without the scores of each evaluator.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_iterations.request(
                experiment_id=experiment_id,
            ),
            _list_iterations.parse,
        )

    async def get_best_iteration(self, experiment_id: str) -> models.IterationWithScores:
        """The best prompt that an experiment has tried.

        That with the highest score on what was held out; where nothing was, with the highest overall score.

        Args:
            experiment_id: The experiment's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_best_iteration.request(
                experiment_id=experiment_id,
            ),
            _get_best_iteration.parse,
        )

    async def get_iteration(self, experiment_id: str, iteration_id: int) -> models.IterationWithScores:
        """A prompt that an experiment has tried, with the scores of each evaluator.

        Args:
            experiment_id: The experiment's id.
            iteration_id: The iteration's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_iteration.request(
                experiment_id=experiment_id,
                iteration_id=iteration_id,
            ),
            _get_iteration.parse,
        )

    async def get_deployment(self, component_id: str) -> models.Deployment | None:
        """Which experiment's prompt a component uses; None where nothing is deployed.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_deployment.request(
                component_id=component_id,
            ),
            _get_deployment.parse,
        )

    async def deploy(self, component_id: str, experiment_id: str) -> models.DeploymentCreated:
        """Let a component use the best prompt of an experiment from now on, in place of another.

        Args:
            component_id: The component's id.
            experiment_id: An experiment of the component, which has an iteration.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _deploy.request(
                component_id=component_id,
                experiment_id=experiment_id,
            ),
            _deploy.parse,
        )

    async def undeploy(self, component_id: str) -> None:
        """Let a component use no prompt any more.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _undeploy.request(
                component_id=component_id,
            ),
            _undeploy.parse,
        )

    async def get_deployed_prompt(self, component_id: str) -> models.DeployedPrompt | None:
        """The prompt that a component uses; None where nothing is deployed.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_deployed_prompt.request(
                component_id=component_id,
            ),
            _get_deployed_prompt.parse,
        )

    async def list_traces(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        status: Literal["ok", "error"] | str | None = None,
        start_after: str | None = None,
        start_before: str | None = None,
    ) -> models.TraceList:
        """A part of the traces, the newest first.

        Args:
            limit: How many at the most.
            offset: How many to pass over.
            status: Those of this status only: `ok` or `error`.
            start_after: Those that began after this time, in ISO 8601.
            start_before: Those that began before this time, in ISO 8601.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _list_traces.request(
                limit=limit,
                offset=offset,
                status=status,
                start_after=start_after,
                start_before=start_before,
            ),
            _list_traces.parse,
        )

    async def get_stats(self, *, days_back: int = 30) -> models.TracingStats:
        """What the traces of the last days come to.

        Args:
            days_back: How many days.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _get_stats.request(
                days_back=days_back,
            ),
            _get_stats.parse,
        )

    async def get_trace(self, trace_id: str) -> models.Trace:
        """A trace with its spans.

        Args:
            trace_id: The trace's id in OpenTelemetry (`traceId`), not that in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_trace.request(
                trace_id=trace_id,
            ),
            _get_trace.parse,
        )

    async def list_trace_artifacts(self, trace_id: str) -> models.TraceArtifactList:
        """The artifacts that a trace refers to.

        Since promptic-sdk 0.15.0.

        Args:
            trace_id: The trace's id in OpenTelemetry (`traceId`), not that in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_trace_artifacts.request(
                trace_id=trace_id,
            ),
            _list_trace_artifacts.parse,
        )

    async def get_artifact(self, artifact_id: str) -> models.TraceArtifact:
        """What is known of an artifact: its size, its type, its SHA-256.

        Since promptic-sdk 0.15.0.

        Args:
            artifact_id: The artifact's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_artifact.request(
                artifact_id=artifact_id,
            ),
            _get_artifact.parse,
        )

    async def get_artifact_content(self, artifact_id: str) -> bytes:
        """The bytes of an artifact.

        The platform sends on to where they are stored; whoever stores them is not told who asks. Since promptic-sdk
        0.15.0.

        Args:
            artifact_id: The artifact's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 302 (Where the
                bytes are for a while).
        """
        return await self._sender.send(
            _get_artifact_content.request(
                artifact_id=artifact_id,
            ),
            _get_artifact_content.parse,
        )

    async def list_datasets(self, component_id: str) -> models.DatasetList:
        """The datasets of a component.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_datasets.request(
                component_id=component_id,
            ),
            _list_datasets.parse,
        )

    async def create_dataset(
        self, component_id: str, name: str, *, description: str | None = None, trace_ids: Sequence[str] | None = None
    ) -> models.Dataset:
        """Make a dataset, from traces or empty.

        Args:
            component_id: The component's id.
            name: Its name.
            description: What it holds.
            trace_ids: The traces to put in, by their ids in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _create_dataset.request(
                component_id=component_id,
                name=name,
                description=description,
                trace_ids=trace_ids,
            ),
            _create_dataset.parse,
        )

    async def get_dataset(self, component_id: str, dataset_id: str) -> models.DatasetWithCases:
        """A dataset with what is in it.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_dataset.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _get_dataset.parse,
        )

    async def delete_dataset(self, component_id: str, dataset_id: str) -> None:
        """Remove a dataset with everything in it.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _delete_dataset.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _delete_dataset.parse,
        )

    async def list_dataset_cases(self, component_id: str, dataset_id: str) -> models.DatasetCaseList:
        """The cases of a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_dataset_cases.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _list_dataset_cases.parse,
        )

    async def create_dataset_cases(
        self,
        component_id: str,
        dataset_id: str,
        cases: Sequence[models.DatasetCaseCreate] | Sequence[Mapping[str, Any]],
    ) -> models.DatasetCaseList:
        """Add cases to a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            cases: The cases, 1000 at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _create_dataset_cases.request(
                component_id=component_id,
                dataset_id=dataset_id,
                cases=cases,
            ),
            _create_dataset_cases.parse,
        )

    async def get_dataset_case(self, component_id: str, dataset_id: str, case_id: int) -> models.DatasetCase:
        """A case of a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_dataset_case.request(
                component_id=component_id,
                dataset_id=dataset_id,
                case_id=case_id,
            ),
            _get_dataset_case.parse,
        )

    async def delete_dataset_case(self, component_id: str, dataset_id: str, case_id: int) -> None:
        """Remove a case of a dataset.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _delete_dataset_case.request(
                component_id=component_id,
                dataset_id=dataset_id,
                case_id=case_id,
            ),
            _delete_dataset_case.parse,
        )

    async def update_dataset_case(
        self, component_id: str, dataset_id: str, case_id: int, **fields: Unpack[models.DatasetCaseUpdate]
    ) -> models.DatasetCase:
        """Change a case of a dataset. What is not given stays, None clears.

        Since promptic-sdk 0.18.0.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.
            case_id: The case's id, a number.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one), 409 (The thing is
                not in a state for it).
        """
        return await self._sender.send(
            _update_dataset_case.request(
                component_id=component_id,
                dataset_id=dataset_id,
                case_id=case_id,
                **fields,
            ),
            _update_dataset_case.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def list_dataset_annotations(self, component_id: str, dataset_id: str) -> models.AnnotationList:
        """The annotations of all runs of a dataset.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            dataset_id: The dataset's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_dataset_annotations.request(
                component_id=component_id,
                dataset_id=dataset_id,
            ),
            _list_dataset_annotations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def list_runs(self, component_id: str) -> models.RunList:
        """The runs of a component.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_runs.request(
                component_id=component_id,
            ),
            _list_runs.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def create_run(
        self, component_id: str, dataset_id: str, *, name: str | None = None, trace_ids: Sequence[str] | None = None
    ) -> models.Run:
        """Make a run of a dataset, from traces or empty.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            dataset_id: The dataset.
            name: Its name.
            trace_ids: The traces to put in, by their ids in the database (`id`).

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _create_run.request(
                component_id=component_id,
                dataset_id=dataset_id,
                name=name,
                trace_ids=trace_ids,
            ),
            _create_run.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def get_run(self, component_id: str, run_id: str) -> models.RunWithTraces:
        """A run with its traces.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_run.request(
                component_id=component_id,
                run_id=run_id,
            ),
            _get_run.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def delete_run(self, component_id: str, run_id: str) -> None:
        """Remove a run with its annotations. Its traces stay.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _delete_run.request(
                component_id=component_id,
                run_id=run_id,
            ),
            _delete_run.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def list_annotations(self, component_id: str, run_id: str) -> models.AnnotationList:
        """The annotations of all runs of a run's dataset.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_annotations.request(
                component_id=component_id,
                run_id=run_id,
            ),
            _list_annotations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def upsert_annotation(
        self,
        component_id: str,
        run_id: str,
        trace_db_id: str,
        *,
        rating: Literal["positive", "negative"] | str | None = None,
        comment: str | None = None,
    ) -> models.Annotation:
        """Say what one thinks of a trace in a run, or say more of it. What is not given stays as it was.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.
            trace_db_id: The trace's id in the database (`id`).
            rating: `positive` or `negative`.
            comment: What was good or bad about it, in words.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _upsert_annotation.request(
                component_id=component_id,
                run_id=run_id,
                trace_db_id=trace_db_id,
                rating=rating,
                comment=comment,
            ),
            _upsert_annotation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def delete_annotation(self, component_id: str, run_id: str, annotation_id: str) -> None:
        """Remove an annotation.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            run_id: The run's id.
            annotation_id: The annotation's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _delete_annotation.request(
                component_id=component_id,
                run_id=run_id,
                annotation_id=annotation_id,
            ),
            _delete_annotation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def list_evaluations(self, component_id: str) -> models.AgentEvaluationList:
        """The evaluations of a component.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _list_evaluations.request(
                component_id=component_id,
            ),
            _list_evaluations.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def create_evaluation(
        self, component_id: str, dataset_id: str, *, name: str | None = None, run_id: str | None = None
    ) -> models.AgentEvaluation:
        """Let the traces of a dataset, or of one run, be evaluated. That takes a while.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            dataset_id: The dataset.
            name: Its name.
            run_id: A run of the dataset; without it, the evaluation is about the whole dataset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _create_evaluation.request(
                component_id=component_id,
                dataset_id=dataset_id,
                name=name,
                run_id=run_id,
            ),
            _create_evaluation.parse,
        )

    @_Deprecated("Gone since promptic-sdk 0.21.1.")
    async def get_evaluation(self, component_id: str, evaluation_id: str) -> models.AgentEvaluation:
        """An evaluation, with what came of it once it is completed.

        Gone since promptic-sdk 0.21.1.

        Args:
            component_id: The component's id.
            evaluation_id: The evaluation's id.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(
            _get_evaluation.request(
                component_id=component_id,
                evaluation_id=evaluation_id,
            ),
            _get_evaluation.parse,
        )

"""The local Promptic without HTTP: every operation of its contract, and what tests seed, move on and inspect."""

from __future__ import annotations

from collections.abc import Sequence

from promptport_local.backend import Table
from promptport_local.environment import Environment
from promptport_local.masking import mask
from promptport_local.promptic.fixture import fixture
from promptport_local.promptic.given import component_of
from promptport_local.promptic.parts import Parts
from promptport_local.promptic.resources import RESOURCES, Json
from promptport_local.promptic.state import Options, State
from promptport_local.promptic.tables import tables
from promptport_local.promptic.upgrade import upgrade
from promptport_local.prompts import Prompt

_SECRETS = {"keys": "token", "sessions": "token", "logins": "device_code"}


class Backend:
    """The local Promptic: state and behaviour, to seed and to inspect in-process.

    Every operation of the contract is a method of its name. The first argument is the caller,
    from `caller`; ids, the body or the query follow.

        promptic = server.backend("promptic")
        me = promptic.caller("pk_local_dev")
        component = promptic.create_component(me, {"name": "c"})["id"]

    They are the methods of the classes in `promptport_local.promptic.parts`, one for each subject.

    Args:
        environment: What it lives on.
    """

    def __init__(self, environment: Environment) -> None:
        self._state = State(environment)
        parts = Parts(self._state)
        upgrade(self._state, parts.datasets)
        self._seeding = parts.seeding
        self.authoring = parts.authoring
        self._offer_access(parts)
        self._offer_experiments(parts)
        self._offer_traces(parts)
        self._offer_storage(parts)

    @property
    def options(self) -> Options:
        """How it behaves. Change its fields, or replace it."""
        return self._state.options

    @options.setter
    def options(self, options: Options) -> None:
        self._state.options = options

    def reset(self) -> None:
        """Return to the fixture and the usual options; ids begin anew."""
        with self._state.environment.transaction():
            self._state.clear()
            # Not checked each time that somebody returns to it: a test does that once.
            self._seeding.add(fixture(self._state.environment.now()))

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given, in place of those with the same names: an experiment a version.

        The version in production is deployed. `config` may say the `model` and the `provider`.
        """
        self.seed({"components": [component_of(each) for each in prompts]})

    def state(self) -> Json:
        """Everything it holds, as JSON, keys and tokens masked."""
        state = self._state
        with state.environment.transaction():
            held = {name: state.collection(name).all() for name in ("workspaces", *RESOURCES)}
            for name, secret in _SECRETS.items():
                held[name] = [{**each, secret: mask(each[secret])} for each in state.collection(name).all()]
        return {**held, "options": vars(state.options).copy()}

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        return tables(self._state)

    def _offer_access(self, parts: Parts) -> None:
        self.caller = parts.access.caller
        self.person = parts.access.person
        self.get_ai_application = parts.access.get_ai_application
        self.get_workspace = parts.access.get_ai_application
        self.ai_applications_list = parts.access.ai_applications_list
        self.workspaces_list = parts.access.ai_applications_list
        self.models_list = parts.models.models_list
        self.login_request_code = parts.logins.login_request_code
        self.login_poll_token = parts.logins.login_poll_token
        self.answer_login = parts.logins.answer_login
        self.seed = parts.seeding.seed
        self.add_workspace = parts.seeding.add_workspace
        self.add_key = parts.seeding.add_key
        self.add_session = parts.seeding.add_session
        self.add_component = parts.seeding.add_component
        self.add_trace = parts.seeding.add_trace

    def _offer_experiments(self, parts: Parts) -> None:
        self.list_components = parts.components.list_components
        self.create_component = parts.components.create_component
        self.get_component = parts.components.get_component
        self.delete_component = parts.components.delete_component
        self.list_experiments = parts.experiments.list_experiments
        self.create_experiment = parts.experiments.create_experiment
        self.create_tool_selection_experiment = parts.tool_selections.create_tool_selection_experiment
        self.get_experiment = parts.experiments.get_experiment
        self.update_experiment = parts.experiments.update_experiment
        self.delete_experiment = parts.experiments.delete_experiment
        self.start_experiment = parts.experiments.start_experiment
        self.duplicate_experiment = parts.experiments.duplicate_experiment
        self.advance_experiment = parts.optimizer.advance_experiment
        self.fail_experiment = parts.optimizer.fail_experiment
        self.set_scores = parts.optimizer.set_scores
        self.list_observations = parts.observations.list_observations
        self.create_observations = parts.observations.create_observations
        self.update_observation = parts.observations.update_observation
        self.delete_observation = parts.observations.delete_observation
        self.list_evaluators = parts.evaluators.list_evaluators
        self.create_evaluators = parts.evaluators.create_evaluators
        self.update_evaluator = parts.evaluators.update_evaluator
        self.delete_evaluator = parts.evaluators.delete_evaluator
        self.list_iterations = parts.iterations.list_iterations
        self.get_iteration = parts.iterations.get_iteration
        self.get_best_iteration = parts.iterations.get_best_iteration
        self.get_deployment = parts.deployments.get_deployment
        self.deploy = parts.deployments.deploy
        self.undeploy = parts.deployments.undeploy
        self.get_deployed_prompt = parts.deployments.get_deployed_prompt

    def _offer_traces(self, parts: Parts) -> None:
        self.ingest_otlp_traces = parts.ingestion.ingest_otlp_traces
        self.list_traces = parts.traces.list_traces
        self.get_trace = parts.traces.get_trace
        self.get_stats = parts.traces.get_stats
        self.list_datasets = parts.datasets.list_datasets
        self.create_dataset = parts.datasets.create_dataset
        self.get_dataset = parts.datasets.get_dataset
        self.delete_dataset = parts.datasets.delete_dataset
        self.list_dataset_cases = parts.dataset_cases.list_dataset_cases
        self.create_dataset_cases = parts.dataset_cases.create_dataset_cases
        self.get_dataset_case = parts.dataset_cases.get_dataset_case
        self.update_dataset_case = parts.dataset_cases.update_dataset_case
        self.delete_dataset_case = parts.dataset_cases.delete_dataset_case
        self.list_runs = parts.runs.list_runs
        self.create_run = parts.runs.create_run
        self.get_run = parts.runs.get_run
        self.delete_run = parts.runs.delete_run
        self.upsert_annotation = parts.annotations.upsert_annotation
        self.list_annotations = parts.annotations.list_annotations
        self.list_dataset_annotations = parts.annotations.list_dataset_annotations
        self.delete_annotation = parts.annotations.delete_annotation
        self.list_evaluations = parts.evaluations.list_evaluations
        self.create_evaluation = parts.evaluations.create_evaluation
        self.get_evaluation = parts.evaluations.get_evaluation
        self.advance_evaluation = parts.evaluations.advance_evaluation
        self.fail_evaluation = parts.evaluations.fail_evaluation

    def _offer_storage(self, parts: Parts) -> None:
        self.create_artifact = parts.artifacts.create_artifact
        self.get_artifact = parts.artifacts.get_artifact
        self.list_trace_artifacts = parts.artifacts.list_trace_artifacts
        self.artifact_object = parts.artifacts.stored
        self.presign_storage_object = parts.storage.presign_storage_object
        self.storage_object = parts.storage.need
        self.object_content = parts.storage.content
        self.keep_object = parts.storage.keep
        self.download = parts.storage.download
        self.granted = parts.storage.granted

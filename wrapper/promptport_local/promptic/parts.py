"""The subjects of the local Promptic, one class each, put together."""

from __future__ import annotations

from promptport_local.promptic.access import Access
from promptport_local.promptic.annotations import Annotations
from promptport_local.promptic.artifacts import Artifacts
from promptport_local.promptic.authoring import Authoring
from promptport_local.promptic.cases import Cases
from promptport_local.promptic.components import Components
from promptport_local.promptic.dataset_cases import DatasetCases
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.deployments import Deployments
from promptport_local.promptic.evaluations import Evaluations
from promptport_local.promptic.examples import Evaluators, Observations
from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.ingestion import Ingestion
from promptport_local.promptic.iterations import Iterations
from promptport_local.promptic.logins import Logins
from promptport_local.promptic.models import Models
from promptport_local.promptic.optimizer import Optimizer
from promptport_local.promptic.runs import Runs
from promptport_local.promptic.seeded_artifacts import SeededArtifacts
from promptport_local.promptic.seeded_datasets import SeededDatasets
from promptport_local.promptic.seeded_experiments import SeededExperiments
from promptport_local.promptic.seeded_traces import SeededTraces
from promptport_local.promptic.seeding import Seeding
from promptport_local.promptic.state import State
from promptport_local.promptic.storage import Storage
from promptport_local.promptic.tool_selection import ToolSelections
from promptport_local.promptic.traces import Traces


class Parts:
    """Every subject, given the state and those others that it needs.

    Args:
        state: What is held.

    Attributes:
        access: Workspaces, API keys, session tokens.
        logins: Logins of devices.
        components: Components.
        models: Models.
        traces: Traces.
        cases: The cases of datasets.
        datasets: Datasets.
        dataset_cases: The operations on their cases.
        optimizer: What moves experiments on.
        experiments: Experiments.
        observations: What they learn from, as older releases see it.
        evaluators: What they are judged by.
        tool_selections: Those that select tools.
        iterations: What they have tried.
        deployments: Which experiment's prompt a component uses.
        storage: Stored objects.
        artifacts: Files that traces refer to.
        runs: Runs through them.
        annotations: What people think of these.
        ingestion: What takes spans in.
        evaluations: Evaluations.
        seeding: What adds state that is given as data.
        authoring: What people do on Promptic's pages.
    """

    def __init__(self, state: State) -> None:
        self.access = Access(state)
        self.logins = Logins(state, self.access)
        self.components = Components(state)
        self.models = Models(state)
        self.traces = Traces(state)
        self.cases = Cases(state)
        self.datasets = Datasets(state, self.traces, self.cases)
        self.dataset_cases = DatasetCases(state, self.datasets, self.cases)
        self.optimizer = Optimizer(state, self.cases)
        self.experiments = Experiments(state, self.optimizer, self.datasets, self.cases)
        self.observations = Observations(state, self.experiments, self.cases)
        self.evaluators = Evaluators(state, self.experiments)
        self.tool_selections = ToolSelections(state, self.experiments, self.cases, self.evaluators)
        self.iterations = Iterations(state, self.experiments)
        self.deployments = Deployments(state, self.components, self.experiments)
        self.storage = Storage(state)
        self.artifacts = Artifacts(state, self.storage, self.traces)
        self.runs = Runs(state, self.traces, self.datasets)
        self.annotations = Annotations(state, self.datasets, self.runs)
        self.ingestion = Ingestion(state, self.traces, self.components, self.datasets, self.runs, self.artifacts)
        self.evaluations = Evaluations(state, self.traces, self.datasets)
        seeded = SeededExperiments(
            state, self.optimizer, self.experiments, self.observations, self.cases, self.evaluators, self.deployments
        )
        self.seeding = self._seeding(state, seeded)
        self.authoring = Authoring(state, self.access, self.components, seeded, self.deployments)

    def _seeding(self, state: State, experiments: SeededExperiments) -> Seeding:
        artifacts = SeededArtifacts(state, self.access, self.storage, self.artifacts, self.traces)
        traces = SeededTraces(state, self.access, self.traces, self.ingestion)
        datasets = SeededDatasets(
            state, traces, self.datasets, self.cases, self.runs, self.annotations, self.evaluations
        )
        return Seeding(state, self.access, self.components, experiments, traces, datasets, artifacts)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The objects of answers (read-only classes) and of requests (typed dicts), each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent_evaluation import AgentEvaluation as AgentEvaluation
    from .agent_evaluation_list import AgentEvaluationList as AgentEvaluationList
    from .annotation import Annotation as Annotation
    from .annotation_input import AnnotationInput as AnnotationInput
    from .annotation_list import AnnotationList as AnnotationList
    from .component import Component as Component
    from .component_created import ComponentCreated as ComponentCreated
    from .component_input import ComponentInput as ComponentInput
    from .component_list import ComponentList as ComponentList
    from .dataset import Dataset as Dataset
    from .dataset_input import DatasetInput as DatasetInput
    from .dataset_item import DatasetItem as DatasetItem
    from .dataset_list import DatasetList as DatasetList
    from .dataset_with_items import DatasetWithItems as DatasetWithItems
    from .deployed_prompt import DeployedPrompt as DeployedPrompt
    from .deployment import Deployment as Deployment
    from .deployment_created import DeploymentCreated as DeploymentCreated
    from .deployment_input import DeploymentInput as DeploymentInput
    from .device_code import DeviceCode as DeviceCode
    from .device_code_input import DeviceCodeInput as DeviceCodeInput
    from .device_token import DeviceToken as DeviceToken
    from .device_token_input import DeviceTokenInput as DeviceTokenInput
    from .duplicate_input import DuplicateInput as DuplicateInput
    from .evaluation_input import EvaluationInput as EvaluationInput
    from .evaluator import Evaluator as Evaluator
    from .evaluator_changes import EvaluatorChanges as EvaluatorChanges
    from .evaluator_input import EvaluatorInput as EvaluatorInput
    from .evaluator_list import EvaluatorList as EvaluatorList
    from .experiment import Experiment as Experiment
    from .experiment_changes import ExperimentChanges as ExperimentChanges
    from .experiment_input import ExperimentInput as ExperimentInput
    from .experiment_list import ExperimentList as ExperimentList
    from .experiment_started import ExperimentStarted as ExperimentStarted
    from .hyperparameters import Hyperparameters as Hyperparameters
    from .hyperparameters_input import HyperparametersInput as HyperparametersInput
    from .insight import Insight as Insight
    from .insight_detail import InsightDetail as InsightDetail
    from .insight_result import InsightResult as InsightResult
    from .insight_result_meta import InsightResultMeta as InsightResultMeta
    from .iteration import Iteration as Iteration
    from .iteration_list import IterationList as IterationList
    from .iteration_score import IterationScore as IterationScore
    from .iteration_with_scores import IterationWithScores as IterationWithScores
    from .observation import Observation as Observation
    from .observation_changes import ObservationChanges as ObservationChanges
    from .observation_input import ObservationInput as ObservationInput
    from .observation_list import ObservationList as ObservationList
    from .prompt_message import PromptMessage as PromptMessage
    from .run import Run as Run
    from .run_input import RunInput as RunInput
    from .run_list import RunList as RunList
    from .run_with_traces import RunWithTraces as RunWithTraces
    from .span import Span as Span
    from .span_event import SpanEvent as SpanEvent
    from .trace import Trace as Trace
    from .trace_list import TraceList as TraceList
    from .trace_list_item import TraceListItem as TraceListItem
    from .tracing_stats import TracingStats as TracingStats
    from .workspace import Workspace as Workspace
    from .workspace_list import WorkspaceList as WorkspaceList

_MODULES: dict[str, str] = {
    "AgentEvaluation": ".agent_evaluation",
    "AgentEvaluationList": ".agent_evaluation_list",
    "Annotation": ".annotation",
    "AnnotationInput": ".annotation_input",
    "AnnotationList": ".annotation_list",
    "Component": ".component",
    "ComponentCreated": ".component_created",
    "ComponentInput": ".component_input",
    "ComponentList": ".component_list",
    "Dataset": ".dataset",
    "DatasetInput": ".dataset_input",
    "DatasetItem": ".dataset_item",
    "DatasetList": ".dataset_list",
    "DatasetWithItems": ".dataset_with_items",
    "DeployedPrompt": ".deployed_prompt",
    "Deployment": ".deployment",
    "DeploymentCreated": ".deployment_created",
    "DeploymentInput": ".deployment_input",
    "DeviceCode": ".device_code",
    "DeviceCodeInput": ".device_code_input",
    "DeviceToken": ".device_token",
    "DeviceTokenInput": ".device_token_input",
    "DuplicateInput": ".duplicate_input",
    "EvaluationInput": ".evaluation_input",
    "Evaluator": ".evaluator",
    "EvaluatorChanges": ".evaluator_changes",
    "EvaluatorInput": ".evaluator_input",
    "EvaluatorList": ".evaluator_list",
    "Experiment": ".experiment",
    "ExperimentChanges": ".experiment_changes",
    "ExperimentInput": ".experiment_input",
    "ExperimentList": ".experiment_list",
    "ExperimentStarted": ".experiment_started",
    "Hyperparameters": ".hyperparameters",
    "HyperparametersInput": ".hyperparameters_input",
    "Insight": ".insight",
    "InsightDetail": ".insight_detail",
    "InsightResult": ".insight_result",
    "InsightResultMeta": ".insight_result_meta",
    "Iteration": ".iteration",
    "IterationList": ".iteration_list",
    "IterationScore": ".iteration_score",
    "IterationWithScores": ".iteration_with_scores",
    "Observation": ".observation",
    "ObservationChanges": ".observation_changes",
    "ObservationInput": ".observation_input",
    "ObservationList": ".observation_list",
    "PromptMessage": ".prompt_message",
    "Run": ".run",
    "RunInput": ".run_input",
    "RunList": ".run_list",
    "RunWithTraces": ".run_with_traces",
    "Span": ".span",
    "SpanEvent": ".span_event",
    "Trace": ".trace",
    "TraceList": ".trace_list",
    "TraceListItem": ".trace_list_item",
    "TracingStats": ".tracing_stats",
    "Workspace": ".workspace",
    "WorkspaceList": ".workspace_list",
}

__all__ = (  # noqa: PLE0604 # a tuple of the names above
    "AgentEvaluation",
    "AgentEvaluationList",
    "Annotation",
    "AnnotationInput",
    "AnnotationList",
    "Component",
    "ComponentCreated",
    "ComponentInput",
    "ComponentList",
    "Dataset",
    "DatasetInput",
    "DatasetItem",
    "DatasetList",
    "DatasetWithItems",
    "DeployedPrompt",
    "Deployment",
    "DeploymentCreated",
    "DeploymentInput",
    "DeviceCode",
    "DeviceCodeInput",
    "DeviceToken",
    "DeviceTokenInput",
    "DuplicateInput",
    "EvaluationInput",
    "Evaluator",
    "EvaluatorChanges",
    "EvaluatorInput",
    "EvaluatorList",
    "Experiment",
    "ExperimentChanges",
    "ExperimentInput",
    "ExperimentList",
    "ExperimentStarted",
    "Hyperparameters",
    "HyperparametersInput",
    "Insight",
    "InsightDetail",
    "InsightResult",
    "InsightResultMeta",
    "Iteration",
    "IterationList",
    "IterationScore",
    "IterationWithScores",
    "Observation",
    "ObservationChanges",
    "ObservationInput",
    "ObservationList",
    "PromptMessage",
    "Run",
    "RunInput",
    "RunList",
    "RunWithTraces",
    "Span",
    "SpanEvent",
    "Trace",
    "TraceList",
    "TraceListItem",
    "TracingStats",
    "Workspace",
    "WorkspaceList",
)


if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found

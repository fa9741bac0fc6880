# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The objects of answers (read-only classes) and of requests (typed dicts), each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent_evaluation import AgentEvaluation as AgentEvaluation
    from .agent_evaluation_list import AgentEvaluationList as AgentEvaluationList
    from .ai_application import AIApplication as AIApplication
    from .ai_application_list import AIApplicationList as AIApplicationList
    from .ai_application_list_item import AIApplicationListItem as AIApplicationListItem
    from .annotation import Annotation as Annotation
    from .annotation_input import AnnotationInput as AnnotationInput
    from .annotation_list import AnnotationList as AnnotationList
    from .available_model import AvailableModel as AvailableModel
    from .available_model_list import AvailableModelList as AvailableModelList
    from .component import Component as Component
    from .component_created import ComponentCreated as ComponentCreated
    from .component_input import ComponentInput as ComponentInput
    from .component_list import ComponentList as ComponentList
    from .dataset import Dataset as Dataset
    from .dataset_case import DatasetCase as DatasetCase
    from .dataset_case_create import DatasetCaseCreate as DatasetCaseCreate
    from .dataset_case_list import DatasetCaseList as DatasetCaseList
    from .dataset_case_update import DatasetCaseUpdate as DatasetCaseUpdate
    from .dataset_input import DatasetInput as DatasetInput
    from .dataset_item import DatasetItem as DatasetItem
    from .dataset_list import DatasetList as DatasetList
    from .dataset_with_cases import DatasetWithCases as DatasetWithCases
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
    from .input_variable import InputVariable as InputVariable
    from .input_variable_input import InputVariableInput as InputVariableInput
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
    from .tool_case_input import ToolCaseInput as ToolCaseInput
    from .tool_input import ToolInput as ToolInput
    from .tool_selection_input import ToolSelectionInput as ToolSelectionInput
    from .trace import Trace as Trace
    from .trace_artifact import TraceArtifact as TraceArtifact
    from .trace_artifact_list import TraceArtifactList as TraceArtifactList
    from .trace_list import TraceList as TraceList
    from .trace_list_item import TraceListItem as TraceListItem
    from .tracing_stats import TracingStats as TracingStats

_MODULES: dict[str, str] = {
    "AgentEvaluation": ".agent_evaluation",
    "AgentEvaluationList": ".agent_evaluation_list",
    "AIApplication": ".ai_application",
    "AIApplicationList": ".ai_application_list",
    "AIApplicationListItem": ".ai_application_list_item",
    "Annotation": ".annotation",
    "AnnotationInput": ".annotation_input",
    "AnnotationList": ".annotation_list",
    "AvailableModel": ".available_model",
    "AvailableModelList": ".available_model_list",
    "Component": ".component",
    "ComponentCreated": ".component_created",
    "ComponentInput": ".component_input",
    "ComponentList": ".component_list",
    "Dataset": ".dataset",
    "DatasetCase": ".dataset_case",
    "DatasetCaseCreate": ".dataset_case_create",
    "DatasetCaseList": ".dataset_case_list",
    "DatasetCaseUpdate": ".dataset_case_update",
    "DatasetInput": ".dataset_input",
    "DatasetItem": ".dataset_item",
    "DatasetList": ".dataset_list",
    "DatasetWithCases": ".dataset_with_cases",
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
    "InputVariable": ".input_variable",
    "InputVariableInput": ".input_variable_input",
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
    "ToolCaseInput": ".tool_case_input",
    "ToolInput": ".tool_input",
    "ToolSelectionInput": ".tool_selection_input",
    "Trace": ".trace",
    "TraceArtifact": ".trace_artifact",
    "TraceArtifactList": ".trace_artifact_list",
    "TraceList": ".trace_list",
    "TraceListItem": ".trace_list_item",
    "TracingStats": ".tracing_stats",
}

__all__ = (  # noqa: PLE0604 # a tuple of the names above
    "AgentEvaluation",
    "AgentEvaluationList",
    "AIApplication",
    "AIApplicationList",
    "AIApplicationListItem",
    "Annotation",
    "AnnotationInput",
    "AnnotationList",
    "AvailableModel",
    "AvailableModelList",
    "Component",
    "ComponentCreated",
    "ComponentInput",
    "ComponentList",
    "Dataset",
    "DatasetCase",
    "DatasetCaseCreate",
    "DatasetCaseList",
    "DatasetCaseUpdate",
    "DatasetInput",
    "DatasetItem",
    "DatasetList",
    "DatasetWithCases",
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
    "InputVariable",
    "InputVariableInput",
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
    "ToolCaseInput",
    "ToolInput",
    "ToolSelectionInput",
    "Trace",
    "TraceArtifact",
    "TraceArtifactList",
    "TraceList",
    "TraceListItem",
    "TracingStats",
)


if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found

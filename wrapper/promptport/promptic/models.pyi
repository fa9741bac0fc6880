# Made from wrapper/promptport/promptic/models.py by `python tools/stubs.py`: change that file, never this one.
from .literals import AgentEvaluationStatus as AgentEvaluationStatus
from .literals import AnnotationRating as AnnotationRating
from .literals import EvaluatorType as EvaluatorType
from .literals import ExperimentStatus as ExperimentStatus
from .literals import ModelProvider as ModelProvider
from .literals import OptimizerType as OptimizerType
from .literals import PromptExperimentTaskType as PromptExperimentTaskType
from .literals import PromptFormat as PromptFormat
from .literals import PromptMessageRole as PromptMessageRole
from .literals import SplitType as SplitType
from .literals import TaskType as TaskType
from .literals import ToolSource as ToolSource
from .literals import TraceStatus as TraceStatus
from .names import DatasetWithItems as DatasetWithItems
from .names import JSONValue as JSONValue
from .names import ToolSelectionTestCase as ToolSelectionTestCase
from .names import ToolSelectionTool as ToolSelectionTool
from .names import Workspace as Workspace
from .names import WorkspaceList as WorkspaceList
from promptport_api.promptic.models import AIApplication as AIApplication
from promptport_api.promptic.models import AIApplicationList as AIApplicationList
from promptport_api.promptic.models import AIApplicationListItem as AIApplicationListItem
from promptport_api.promptic.models import AgentEvaluation as AgentEvaluation
from promptport_api.promptic.models import AgentEvaluationList as AgentEvaluationList
from promptport_api.promptic.models import Annotation as Annotation
from promptport_api.promptic.models import AnnotationInput as AnnotationInput
from promptport_api.promptic.models import AnnotationList as AnnotationList
from promptport_api.promptic.models import AvailableModel as AvailableModel
from promptport_api.promptic.models import AvailableModelList as AvailableModelList
from promptport_api.promptic.models import Component as Component
from promptport_api.promptic.models import ComponentCreated as ComponentCreated
from promptport_api.promptic.models import ComponentInput as ComponentInput
from promptport_api.promptic.models import ComponentList as ComponentList
from promptport_api.promptic.models import Dataset as Dataset
from promptport_api.promptic.models import DatasetCase as DatasetCase
from promptport_api.promptic.models import DatasetCaseCreate as DatasetCaseCreate
from promptport_api.promptic.models import DatasetCaseList as DatasetCaseList
from promptport_api.promptic.models import DatasetCaseUpdate as DatasetCaseUpdate
from promptport_api.promptic.models import DatasetInput as DatasetInput
from promptport_api.promptic.models import DatasetItem as DatasetItem
from promptport_api.promptic.models import DatasetList as DatasetList
from promptport_api.promptic.models import DatasetWithCases as DatasetWithCases
from promptport_api.promptic.models import DeployedPrompt as DeployedPrompt
from promptport_api.promptic.models import Deployment as Deployment
from promptport_api.promptic.models import DeploymentCreated as DeploymentCreated
from promptport_api.promptic.models import DeploymentInput as DeploymentInput
from promptport_api.promptic.models import DeviceCode as DeviceCode
from promptport_api.promptic.models import DeviceCodeInput as DeviceCodeInput
from promptport_api.promptic.models import DeviceToken as DeviceToken
from promptport_api.promptic.models import DeviceTokenInput as DeviceTokenInput
from promptport_api.promptic.models import DuplicateInput as DuplicateInput
from promptport_api.promptic.models import EvaluationInput as EvaluationInput
from promptport_api.promptic.models import Evaluator as Evaluator
from promptport_api.promptic.models import EvaluatorChanges as EvaluatorChanges
from promptport_api.promptic.models import EvaluatorInput as EvaluatorInput
from promptport_api.promptic.models import EvaluatorList as EvaluatorList
from promptport_api.promptic.models import Experiment as Experiment
from promptport_api.promptic.models import ExperimentChanges as ExperimentChanges
from promptport_api.promptic.models import ExperimentInput as ExperimentInput
from promptport_api.promptic.models import ExperimentList as ExperimentList
from promptport_api.promptic.models import ExperimentStarted as ExperimentStarted
from promptport_api.promptic.models import Hyperparameters as Hyperparameters
from promptport_api.promptic.models import HyperparametersInput as HyperparametersInput
from promptport_api.promptic.models import InputVariable as InputVariable
from promptport_api.promptic.models import InputVariableInput as InputVariableInput
from promptport_api.promptic.models import Insight as Insight
from promptport_api.promptic.models import InsightDetail as InsightDetail
from promptport_api.promptic.models import InsightResult as InsightResult
from promptport_api.promptic.models import InsightResultMeta as InsightResultMeta
from promptport_api.promptic.models import Iteration as Iteration
from promptport_api.promptic.models import IterationList as IterationList
from promptport_api.promptic.models import IterationScore as IterationScore
from promptport_api.promptic.models import IterationWithScores as IterationWithScores
from promptport_api.promptic.models import Observation as Observation
from promptport_api.promptic.models import ObservationChanges as ObservationChanges
from promptport_api.promptic.models import ObservationInput as ObservationInput
from promptport_api.promptic.models import ObservationList as ObservationList
from promptport_api.promptic.models import PromptMessage as PromptMessage
from promptport_api.promptic.models import Run as Run
from promptport_api.promptic.models import RunInput as RunInput
from promptport_api.promptic.models import RunList as RunList
from promptport_api.promptic.models import RunWithTraces as RunWithTraces
from promptport_api.promptic.models import Span as Span
from promptport_api.promptic.models import SpanEvent as SpanEvent
from promptport_api.promptic.models import ToolCaseInput as ToolCaseInput
from promptport_api.promptic.models import ToolInput as ToolInput
from promptport_api.promptic.models import ToolSelectionInput as ToolSelectionInput
from promptport_api.promptic.models import Trace as Trace
from promptport_api.promptic.models import TraceArtifact as TraceArtifact
from promptport_api.promptic.models import TraceArtifactList as TraceArtifactList
from promptport_api.promptic.models import TraceList as TraceList
from promptport_api.promptic.models import TraceListItem as TraceListItem
from promptport_api.promptic.models import TracingStats as TracingStats

__all__ = [
    "AIApplication",
    "AIApplicationList",
    "AIApplicationListItem",
    "AgentEvaluation",
    "AgentEvaluationList",
    "AgentEvaluationStatus",
    "Annotation",
    "AnnotationInput",
    "AnnotationList",
    "AnnotationRating",
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
    "EvaluatorType",
    "Experiment",
    "ExperimentChanges",
    "ExperimentInput",
    "ExperimentList",
    "ExperimentStarted",
    "ExperimentStatus",
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
    "JSONValue",
    "ModelProvider",
    "Observation",
    "ObservationChanges",
    "ObservationInput",
    "ObservationList",
    "OptimizerType",
    "PromptExperimentTaskType",
    "PromptFormat",
    "PromptMessage",
    "PromptMessageRole",
    "Run",
    "RunInput",
    "RunList",
    "RunWithTraces",
    "Span",
    "SpanEvent",
    "SplitType",
    "TaskType",
    "ToolCaseInput",
    "ToolInput",
    "ToolSelectionInput",
    "ToolSelectionTestCase",
    "ToolSelectionTool",
    "ToolSource",
    "Trace",
    "TraceArtifact",
    "TraceArtifactList",
    "TraceList",
    "TraceListItem",
    "TraceStatus",
    "TracingStats",
    "Workspace",
    "WorkspaceList",
]

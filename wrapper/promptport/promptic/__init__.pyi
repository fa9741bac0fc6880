# Made from wrapper/promptport/promptic/__init__.py by `python tools/stubs.py`: change that file, never this one.
from . import client as client
from . import tracing as tracing
from ._async.client import AsyncPrompticClient as AsyncPrompticClient
from ._sync.client import PrompticClient as PrompticClient
from .errors import PrompticAPIError as PrompticAPIError
from .models import AIApplication as AIApplication
from .models import AIApplicationList as AIApplicationList
from .models import AIApplicationListItem as AIApplicationListItem
from .models import AgentEvaluation as AgentEvaluation
from .models import AgentEvaluationList as AgentEvaluationList
from .models import AgentEvaluationStatus as AgentEvaluationStatus
from .models import Annotation as Annotation
from .models import AnnotationInput as AnnotationInput
from .models import AnnotationList as AnnotationList
from .models import AnnotationRating as AnnotationRating
from .models import AvailableModel as AvailableModel
from .models import AvailableModelList as AvailableModelList
from .models import Component as Component
from .models import ComponentCreated as ComponentCreated
from .models import ComponentInput as ComponentInput
from .models import ComponentList as ComponentList
from .models import Dataset as Dataset
from .models import DatasetCase as DatasetCase
from .models import DatasetCaseCreate as DatasetCaseCreate
from .models import DatasetCaseList as DatasetCaseList
from .models import DatasetCaseUpdate as DatasetCaseUpdate
from .models import DatasetInput as DatasetInput
from .models import DatasetItem as DatasetItem
from .models import DatasetList as DatasetList
from .models import DatasetWithCases as DatasetWithCases
from .models import DatasetWithItems as DatasetWithItems
from .models import DeployedPrompt as DeployedPrompt
from .models import Deployment as Deployment
from .models import DeploymentCreated as DeploymentCreated
from .models import DeploymentInput as DeploymentInput
from .models import DeviceCode as DeviceCode
from .models import DeviceCodeInput as DeviceCodeInput
from .models import DeviceToken as DeviceToken
from .models import DeviceTokenInput as DeviceTokenInput
from .models import DuplicateInput as DuplicateInput
from .models import EvaluationInput as EvaluationInput
from .models import Evaluator as Evaluator
from .models import EvaluatorChanges as EvaluatorChanges
from .models import EvaluatorInput as EvaluatorInput
from .models import EvaluatorList as EvaluatorList
from .models import EvaluatorType as EvaluatorType
from .models import Experiment as Experiment
from .models import ExperimentChanges as ExperimentChanges
from .models import ExperimentInput as ExperimentInput
from .models import ExperimentList as ExperimentList
from .models import ExperimentStarted as ExperimentStarted
from .models import ExperimentStatus as ExperimentStatus
from .models import Hyperparameters as Hyperparameters
from .models import HyperparametersInput as HyperparametersInput
from .models import InputVariable as InputVariable
from .models import InputVariableInput as InputVariableInput
from .models import Insight as Insight
from .models import InsightDetail as InsightDetail
from .models import InsightResult as InsightResult
from .models import InsightResultMeta as InsightResultMeta
from .models import Iteration as Iteration
from .models import IterationList as IterationList
from .models import IterationScore as IterationScore
from .models import IterationWithScores as IterationWithScores
from .models import JSONValue as JSONValue
from .models import ModelProvider as ModelProvider
from .models import Observation as Observation
from .models import ObservationChanges as ObservationChanges
from .models import ObservationInput as ObservationInput
from .models import ObservationList as ObservationList
from .models import OptimizerType as OptimizerType
from .models import PromptExperimentTaskType as PromptExperimentTaskType
from .models import PromptFormat as PromptFormat
from .models import PromptMessage as PromptMessage
from .models import PromptMessageRole as PromptMessageRole
from .models import Run as Run
from .models import RunInput as RunInput
from .models import RunList as RunList
from .models import RunWithTraces as RunWithTraces
from .models import Span as Span
from .models import SpanEvent as SpanEvent
from .models import SplitType as SplitType
from .models import TaskType as TaskType
from .models import ToolCaseInput as ToolCaseInput
from .models import ToolInput as ToolInput
from .models import ToolSelectionInput as ToolSelectionInput
from .models import ToolSelectionTestCase as ToolSelectionTestCase
from .models import ToolSelectionTool as ToolSelectionTool
from .models import ToolSource as ToolSource
from .models import Trace as Trace
from .models import TraceArtifact as TraceArtifact
from .models import TraceArtifactList as TraceArtifactList
from .models import TraceList as TraceList
from .models import TraceListItem as TraceListItem
from .models import TraceStatus as TraceStatus
from .models import TracingStats as TracingStats
from .models import Workspace as Workspace
from .models import WorkspaceList as WorkspaceList
from .tracing import ArtifactReference as ArtifactReference
from .tracing import InstrumentorName as InstrumentorName
from .tracing import InstrumentorSelection as InstrumentorSelection
from .tracing import ai_component as ai_component
from .tracing import artifact as artifact
from .tracing import dataset as dataset
from .tracing import init as init

VERSION: str
VERSIONS: tuple[str, ...]
__version__: str

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
    "ArtifactReference",
    "AsyncPrompticClient",
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
    "InstrumentorName",
    "InstrumentorSelection",
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
    "PrompticAPIError",
    "PrompticClient",
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
    "VERSION",
    "VERSIONS",
    "Workspace",
    "WorkspaceList",
    "__version__",
    "ai_component",
    "artifact",
    "dataset",
    "init",
]

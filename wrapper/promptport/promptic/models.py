"""The objects that Promptic answers with and is sent, under the name that `promptic_sdk.models` has for them.

Those of answers are classes whose objects have items by wire name and attributes in snake_case; those of requests
(`…Input`, `…Changes`) describe dicts.
"""

from .._lazy import lazy

# A test compares these names with those of the contract.
OBJECTS = (
    "AIApplication AIApplicationList AIApplicationListItem AgentEvaluation AgentEvaluationList Annotation AnnotationInput "
    "AnnotationList AvailableModel AvailableModelList Component ComponentCreated ComponentInput ComponentList Dataset "
    "DatasetCase DatasetCaseCreate DatasetCaseList DatasetCaseUpdate DatasetInput DatasetItem DatasetList DatasetWithCases "
    "DeployedPrompt Deployment DeploymentCreated DeploymentInput DeviceCode DeviceCodeInput DeviceToken "
    "DeviceTokenInput DuplicateInput EvaluationInput Evaluator EvaluatorChanges EvaluatorInput EvaluatorList "
    "Experiment ExperimentChanges ExperimentInput ExperimentList ExperimentStarted Hyperparameters "
    "HyperparametersInput InputVariable InputVariableInput Insight InsightDetail InsightResult InsightResultMeta "
    "Iteration IterationList IterationScore IterationWithScores Observation ObservationChanges ObservationInput ObservationList "
    "PromptMessage Run RunInput RunList RunWithTraces Span SpanEvent ToolCaseInput ToolInput ToolSelectionInput Trace "
    "TraceArtifact TraceArtifactList TraceList TraceListItem TracingStats"
)
LITERALS = (
    "AgentEvaluationStatus AnnotationRating EvaluatorType ExperimentStatus ModelProvider OptimizerType "
    "PromptExperimentTaskType PromptFormat PromptMessageRole SplitType TaskType ToolSource TraceStatus"
)
NAMES = "DatasetWithItems JSONValue ToolSelectionTestCase ToolSelectionTool Workspace WorkspaceList"

__all__, __getattr__ = lazy(
    __name__,
    {"promptport_api.promptic.models": OBJECTS.split(), ".literals": LITERALS.split(), ".names": NAMES.split()},
)

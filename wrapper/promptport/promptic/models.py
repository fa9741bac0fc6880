"""The objects that Promptic answers with and is sent, under the name that `promptic_sdk.models` has for them.

Those of answers are classes whose objects have items by wire name and attributes in snake_case; those of requests
(`…Input`, `…Changes`) describe dicts.
"""

from .._lazy import lazy

# A test compares these names with those of the contract.
OBJECTS = (
    "AgentEvaluation AgentEvaluationList Annotation AnnotationInput AnnotationList Component ComponentCreated "
    "ComponentInput ComponentList Dataset DatasetInput DatasetItem DatasetList DatasetWithItems "
    "DeployedPrompt Deployment DeploymentCreated DeploymentInput DeviceCode DeviceCodeInput DeviceToken "
    "DeviceTokenInput DuplicateInput EvaluationInput Evaluator EvaluatorChanges EvaluatorInput EvaluatorList "
    "Experiment ExperimentChanges ExperimentInput ExperimentList ExperimentStarted Hyperparameters "
    "HyperparametersInput Insight InsightDetail InsightResult InsightResultMeta Iteration IterationList "
    "IterationScore IterationWithScores Observation ObservationChanges ObservationInput ObservationList "
    "PromptMessage Run RunInput RunList RunWithTraces Span SpanEvent Trace TraceList TraceListItem "
    "TracingStats Workspace WorkspaceList"
)
LITERALS = (
    "AgentEvaluationStatus AnnotationRating EvaluatorType ExperimentStatus ModelProvider OptimizerType "
    "PromptFormat PromptMessageRole SplitType TaskType TraceStatus"
)

__all__, __getattr__ = lazy(
    __name__, {"promptport_api.promptic.models": OBJECTS.split(), ".literals": LITERALS.split()}
)

"""The values that Promptic is known to use, by the names that `promptic_sdk.models` has for them. Answers may hold others."""

from __future__ import annotations

from typing import Literal

AgentEvaluationStatus = Literal["pending", "running", "completed", "failed"]
AnnotationRating = Literal["positive", "negative"]
EvaluatorType = Literal[
    "f1", "referenceJudge", "comparisonJudge", "generalJudge", "similarity", "structuredOutput", "toolSelection"
]
ExperimentStatus = Literal["pending", "scheduled", "running", "completed", "failed"]
ModelProvider = Literal["openai", "openrouter", "custom", "google"]
OptimizerType = Literal["promptic", "prompticV2", "miproV2", "bootstrapFewShot", "gepa"]
PromptExperimentTaskType = Literal["classification", "textGeneration", "structuredOutput"]
PromptFormat = Literal["single", "multi_message"]
PromptMessageRole = Literal["system", "user", "assistant"]
SplitType = Literal["train", "eval"]
TaskType = Literal["classification", "textGeneration", "structuredOutput", "toolSelection"]
ToolSource = Literal["mcp", "manual"]
TraceStatus = Literal["ok", "error"]

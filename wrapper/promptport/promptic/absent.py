"""The names that `promptic_sdk` has at its top and this package has not: who asks for one is told why."""

from __future__ import annotations

LISTED = (
    "AgentEvaluator AgentGymAPIError AgentGymBenchmark AgentGymBenchmarkCases AgentGymBenchmarks AgentGymCase "
    "AgentGymCaseResult AgentGymClient AgentGymOutputArtifact AgentGymRunResult ArtifactIntegrityError "
    "ArtifactTransferError AsyncAgentGymBenchmark AsyncAgentGymBenchmarkCases AsyncAgentGymBenchmarks "
    "AsyncAgentGymClient AsyncExternalSubmissionSession BenchmarkCase BenchmarkCaseResult BenchmarkCaseResultPage "
    "BenchmarkDefinition BenchmarkEvaluationCoverage BenchmarkFile BenchmarkRevision BenchmarkRevisionDraft "
    "BenchmarkRunComparison BenchmarkRunResults BenchmarkSchemaConflict BenchmarkScoreStatusCounts BulkCaseProgress "
    "BulkCaseResponse BulkCaseUploadError CaseResultSort ClassificationF1 CreatedBenchmarkCase "
    "DownloadedBenchmarkDataset EvidenceKind EvidencePolicy ExpectedBehaviorJudge ExternalSubmissionSession "
    "FieldLevelJudge FieldScoring InvestigationBudget MaterializedDatasetCase MaterializedInputFile "
    "MaterializedManifest MetricBinding PredictionArtifact TracePolicy UnresolvedTraceError VariantIdentity "
    "VerifierAgent VerifierMetric schema_for_model"
)
AGENT_GYM = frozenset(LISTED.split())

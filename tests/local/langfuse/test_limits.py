"""Proves that limits count by minutes that begin with a request, and which operations have one."""

from __future__ import annotations

from promptport_local.langfuse.backend import Backend

from ..conftest import Clock
from .conftest import refused


def test_minutes_begin_with_a_request(langfuse: Backend, clock: Clock) -> None:
    """The request that would be the last one is refused; what is refused counts too."""
    langfuse.seed({"options": {"general_limit": 3}})
    for _ in range(2):
        langfuse.spend("prompt_version_update")
        clock.forward(seconds=10)
    assert refused(langfuse.spend, "scores_create")[0] == 429
    clock.forward(seconds=39.9)
    assert refused(langfuse.spend, "scores_delete")[0] == 429
    clock.forward(seconds=0.1)
    langfuse.spend("scores_create")


def test_each_operation_has_its_own_limit_or_none(langfuse: Backend) -> None:
    langfuse.options.general_limit, langfuse.options.ingestion_limit = 1, 2
    for operation in (
        "prompts_get",
        "prompts_create",
        "prompts_list",
        "prompts_delete",
        "projects_get",
        "health_health",
    ):
        langfuse.spend(operation)
    langfuse.spend("opentelemetry_export_traces")
    for operation in ("opentelemetry_export_traces", "prompt_version_update"):
        assert refused(langfuse.spend, operation)[0] == 429
    langfuse.options.general_limit = None
    langfuse.spend("prompt_version_update")

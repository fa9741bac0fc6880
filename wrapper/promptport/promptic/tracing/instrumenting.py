"""Turns the instrumentations of model libraries on. What is not installed is passed over; what fails harms no other."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from .instrumentors import Instrumentor
from .langsmith import is_on

logger = logging.getLogger("promptport")
# With None, images stay in the spans, from where they are taken before these go out.
ARGUMENTS = {"openai": {"upload_base64_image": None}}
HIDES = (
    "LANGSMITH_TRACING=true without LANGSMITH_OTEL_ENABLED=true: LangSmith takes the runs of LangChain and LangGraph for itself, "
    "and spans of models and tools may be missing. Unset LANGSMITH_TRACING, or set LANGSMITH_OTEL_ENABLED=true and "
    "PROMPTIC_EXCLUDE_INSTRUMENTORS=langchain."
)
TWICE = (
    "LANGSMITH_OTEL_ENABLED=true, and the instrumentor `langchain` is on: runs of LangChain and LangGraph have two spans each. "
    "Turn one off, as by PROMPTIC_EXCLUDE_INSTRUMENTORS=langchain."
)
BOTH = (
    "The instrumentors `openai` and `langchain` are both on: where LangChain, LangGraph or Deep Agents call OpenAI, a call has "
    "two spans. PROMPTIC_EXCLUDE_INSTRUMENTORS=openai, or `exclude_instrumentors`, leaves one."
)
ELSEWHERE = (
    "The instrumentor `openai_agents` is on, and the Agents SDK sends its own traces to OpenAI besides. "
    "OPENAI_AGENTS_DISABLE_TRACING=true ends that."
)


def instrument(wanted: Iterable[Instrumentor]) -> None:
    """Turn instrumentations on, and warn of those that get into one another's way."""
    on = {each.name for each in wanted if _turned_on(each)}
    if "langchain" in on:
        if is_on("LANGSMITH_OTEL_ENABLED"):
            logger.warning(TWICE)
        elif is_on("LANGSMITH_TRACING"):
            logger.warning(HIDES)
        if "openai" in on:
            logger.warning(BOTH)
    if "openai_agents" in on and not is_on("OPENAI_AGENTS_DISABLE_TRACING"):
        logger.warning(ELSEWHERE)


def _turned_on(each: Instrumentor) -> bool:
    if not _is_installed(each.module):
        logger.debug("The instrumentor %s is not installed.", each.name)
        return False
    try:
        module = import_module(each.module)
    except Exception as error:  # whatever the package of another raises
        logger.warning("The instrumentor %s can't be imported: %s", each.name, error, exc_info=True)
        return False
    try:
        made: Any = getattr(module, each.kind)(**ARGUMENTS.get(each.name, {}))
        if not getattr(made, "is_instrumented_by_opentelemetry", False):
            made.instrument()
    except Exception as error:  # as above
        logger.warning("The instrumentor %s (%s) failed: %s", each.name, each.kind, error, exc_info=True)
        return False
    return True


def _is_installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):  # the package above it is not there, or is a stub
        return False

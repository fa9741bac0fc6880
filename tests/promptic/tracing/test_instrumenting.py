"""Proves that what is installed is turned on, what is not is passed over, and what fails harms no other."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import pytest

from promptport.promptic.tracing.instrumenting import instrument
from promptport.promptic.tracing.instrumentors import INSTRUMENTORS

Install = Callable[[Mapping[str, Any]], list[Any]]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs instrumentations: each is an exception that its class raises, or None; answers what was turned on."""

    def put(found: Mapping[str, Any]) -> list[Any]:
        on: list[Any] = []
        above = ModuleType("opentelemetry.instrumentation")
        above.__path__ = []
        monkeypatch.setitem(sys.modules, above.__name__, above)
        for name, failure in found.items():
            each = INSTRUMENTORS[name]
            module = ModuleType(each.module)
            module.__spec__ = ModuleSpec(each.module, None)
            monkeypatch.setitem(sys.modules, each.module, module)
            if failure is not AttributeError:
                setattr(module, each.kind, _made(name, failure, on))
        return on

    return put


def _made(name: str, failure: Any, on: list[Any]) -> type:
    class Instrumentor:
        is_instrumented_by_opentelemetry = failure == "already"

        def __init__(self, **arguments: Any) -> None:
            self.arguments = arguments

        def instrument(self) -> None:
            if isinstance(failure, Exception):
                raise failure
            on.append((name, self.arguments))

    return Instrumentor


def test_what_is_there_is_turned_on(install: Install, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "promptport")
    on = install({"openai": None, "bedrock": None, "cohere": "already"})
    instrument(INSTRUMENTORS.values())
    assert on == [("openai", {"upload_base64_image": None}), ("bedrock", {})]
    assert {each.levelname for each in caplog.records} == {"DEBUG"}
    assert len(caplog.records) == len(INSTRUMENTORS) - 3


def test_without_any(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.instrumentation", None)
    instrument(INSTRUMENTORS.values())
    assert caplog.records == []


def test_one_that_fails_harms_no_other(install: Install, caplog: pytest.LogCaptureFixture) -> None:
    on = install({"openai": AttributeError, "anthropic": RuntimeError("too new"), "cohere": None})
    sys.modules["opentelemetry.instrumentation"].__path__ = [str(sys.path[0])]
    instrument(INSTRUMENTORS.values())
    assert [name for name, _ in on] == ["cohere"]
    assert [(each.levelname, bool(each.exc_info)) for each in caplog.records] == [("WARNING", True)] * 2
    assert "anthropic (AnthropicInstrumentor) failed: too new" in caplog.text


def test_one_whose_own_import_fails(tmp_path: Any, install: Install, caplog: pytest.LogCaptureFixture) -> None:
    on = install({"cohere": None})
    sys.modules["opentelemetry.instrumentation"].__path__ = [str(tmp_path)]
    (tmp_path / "bedrock.py").write_text("import nothing_of_this_name\n")
    instrument(INSTRUMENTORS.values())
    sys.modules.pop("opentelemetry.instrumentation.bedrock", None)
    assert [name for name, _ in on] == ["cohere"]
    assert "bedrock can't be imported: No module named 'nothing_of_this_name'" in caplog.text


@pytest.mark.parametrize(
    ("on", "variables", "words"),
    [
        (["langchain"], {}, []),
        (["langchain"], {"LANGSMITH_TRACING": "true"}, ["LANGSMITH_TRACING=true without"]),
        (["langchain"], {"LANGSMITH_TRACING": "true", "LANGSMITH_OTEL_ENABLED": "true"}, ["two spans each"]),
        (["openai"], {"LANGSMITH_TRACING": "true"}, []),
        (["openai", "langchain"], {}, ["a call has two spans"]),
        (["openai_agents"], {}, ["sends its own traces to OpenAI"]),
        (["openai_agents"], {"OPENAI_AGENTS_DISABLE_TRACING": "true"}, []),
    ],
)
def test_those_that_get_into_one_anothers_way(
    install: Install,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    on: list[str],
    variables: dict[str, str],
    words: list[str],
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    install(dict.fromkeys(on))
    instrument(INSTRUMENTORS.values())
    warnings = [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]
    assert len(warnings) == len(words)
    assert all(word in text for word, text in zip(words, warnings, strict=True))

"""The local Langfuse without HTTP, and a client of a served one."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.environment import Environment
from promptport_local.errors import Refusal
from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.reading import read_creation
from promptport_local.store import Store

from ..conftest import Clock

PAIR = ("pk-lf-...", "sk-lf-...")


@pytest.fixture
def environment(clock: Clock) -> Iterator[Environment]:
    """What Langfuse lives on."""
    with closing(Store()) as store:
        yield Environment("langfuse", store, clock, seed=1)


@pytest.fixture
def langfuse(environment: Environment) -> Backend:
    """Langfuse without HTTP, with its fixture."""
    made = Backend(environment)
    made.reset()
    return made


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A client of the served Langfuse, with the default keys."""
    with httpx.Client(
        base_url=server.url("langfuse") + "/api/public", auth=PAIR, trust_env=False, verify=False
    ) as made:
        yield made


def create(langfuse: Backend, name: str, prompt: Any = "", **fields: Any) -> dict[str, Any]:
    """Make a version; of which type, its prompt says."""
    kind = "text" if isinstance(prompt, str) else "chat"
    return langfuse.create(read_creation({"name": name, "prompt": prompt, "type": kind, **fields}))


def basic(*keys: str) -> str:
    """What Basic authentication sends for keys."""
    return base64.b64encode(":".join(keys).encode()).decode()


def labels(langfuse: Backend, name: str) -> dict[int, list[str]]:
    """The labels of a prompt's versions."""
    prompt = next(each for each in langfuse.prompts if each["name"] == name)
    return {each["version"]: each["labels"] for each in prompt["versions"]}


def refused(act: Any, *given: Any, **named: Any) -> tuple[int, str]:
    """The status of a refusal, and what it says."""
    with pytest.raises(Refusal) as caught:
        act(*given, **named)
    return caught.value.status, str(caught.value.body["message"])

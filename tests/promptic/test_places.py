"""Proves that arguments go where they are meant in the order of every release, and that no key goes where nobody has sent it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport.promptic import AsyncPrompticClient, PrompticClient

HERE = "http://127.0.0.1:9"
HOST = "https://promptic.eu"
KINDS = [PrompticClient, AsyncPrompticClient]
PHASES = httpx.Timeout(3)


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "ACCESS_TOKEN", "AI_APPLICATION_ID", "WORKSPACE_ID", "ENDPOINT"):
        monkeypatch.delenv(f"PROMPTIC_{name}", raising=False)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("places", "named", "scope", "endpoint", "timeout"),
    [
        # Until 0.20.0
        (("w", HERE), {}, "w", HERE, 30.0),
        (("w", HERE, 5), {}, "w", HERE, 5),
        ((None, HERE, 5.5), {}, None, HERE, 5.5),
        (("w", HERE, None), {}, "w", HERE, None),
        (("w", None, 5), {}, "w", HOST, 5),
        (("w", None, PHASES), {}, "w", HOST, PHASES),
        (("w", HERE), {"timeout": 5}, "w", HERE, 5),
        # Since 0.21.0
        (("a", None, HERE), {}, "a", HERE, 30.0),
        (("a", None, HERE, 5), {}, "a", HERE, 5),
        (("a", "a", HERE, 5), {}, "a", HERE, 5),
        ((None, "w", HERE, 5), {}, "w", HERE, 5),
        ((None, "w", HERE, None), {}, "w", HERE, None),
        (("a", "", HERE), {}, "a", HERE, 30.0),
        (("a", None, None, 5), {}, "a", HOST, 5),
        (("a", None), {"endpoint": HERE}, "a", HERE, 30.0),
        ((None, "w"), {}, "w", HOST, 30.0),
        (("a",), {"workspace_id": "a"}, "a", HOST, 30.0),
        (("a",), {"workspace_id": None}, "a", HOST, 30.0),
        ((None,), {"workspace_id": "w", "endpoint": HERE}, "w", HERE, 30.0),
    ],
)
def test_either_order(
    kind: Any, places: tuple[Any, ...], named: dict[str, Any], scope: str | None, endpoint: str, timeout: Any
) -> None:
    client = kind("k", None, *places, **named)

    assert (client.ai_application_id, client.workspace_id) == (scope, scope)
    assert (client.endpoint, client.timeout) == (endpoint, timeout)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("places", "named", "words"),
    [
        (("w", HERE, HERE), {}, "`endpoint` was given twice"),
        (("w", HERE), {"endpoint": HERE}, "`endpoint` was given twice"),
        (("w", HERE, 5, 6), {}, "`timeout` was given twice"),
        (("a", "w", HERE, 5, 6), {}, "at most 6 arguments"),
        (("a", "w"), {"ai_application_id": "a"}, "`ai_application_id` was given twice"),
        (("a", "w"), {"workspace_id": "a"}, "`ai_application_id` was given twice"),
        (("a",), {"workspace_id": "a", "ai_application_id": "a"}, "`ai_application_id` was given twice"),
        (("w", True), {}, "neither an address"),
        (("w", lambda: "k"), {}, "neither an address"),
        # What may be meant as an address is never an id: the key would go to the platform's own.
        (("w", "localhost"), {}, "give it by name, `endpoint`"),
        (("w", "127.0.0.1:8700"), {}, "give it by name, `endpoint`"),
        (("w", "promptic.example"), {}, "give it by name, `endpoint`"),
        (("w", "//promptic.example"), {}, "give it by name, `endpoint`"),
    ],
)
def test_what_can_not_be_told_apart_is_refused(
    kind: Any, places: tuple[Any, ...], named: dict[str, Any], words: str
) -> None:
    with pytest.raises(TypeError, match=words):
        kind("k", None, *places, **named)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(("k", None, "a", "b"), {}), (("k", None, "https://evil.example"), {}), (("k", None, "w", "https://e v"), {}),
     (("k",), {"endpoint": "promptic.example"})],
)  # fmt: skip
def test_what_is_no_id_and_no_address(arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"differ|no address|must be an address"):
        PrompticClient(*arguments, **named)

"""Proves that what `docs/opentelemetry.md` shows runs as it stands, and that its tables name what there is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from promptport.telemetry import names
from promptport.testing import Platform

from ..telemetry.recorded import Recorded
from ..telemetry.recorded import recorded_later as recorded_later
from .pages import Page

PAGE = Page("docs/opentelemetry.md")
TEXT = PAGE.text

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@PAGE.runs()
def test_what_the_page_shows(recorded_later: Recorded, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    printed: list[ReadableSpan] = []
    monkeypatch.setattr(ConsoleSpanExporter, "export", lambda _, spans: printed.extend(spans))
    asked: list[Any] = []
    known: dict[str, Any] = {"ask_a_model": asked.append}
    for block in PAGE.blocks():
        known = PAGE.run(block, **known)
        known["client"].close()
    known["client"].close()
    known["provider"].shutdown()
    assert {each.name for each in printed} == {"greet", "get_prompt welcome", "render_prompt welcome", "chat"}
    chat = next(each for each in printed if each.name == "chat")
    assert (chat.attributes or {})["gen_ai.prompt.name"] == "welcome"
    assert asked
    assert "Alice" not in str([each.to_json() for each in printed])


def test_the_tables_name_what_there_is() -> None:
    there = {value for name, value in vars(names).items() if name.isupper() and isinstance(value, str)}
    listed = {
        each for each in re.findall(r"^\| `([\w.]+)(?: NAME)?` \|", TEXT, re.MULTILINE) if each not in ("True", "False")
    }
    assert listed <= there
    told = {each for each in there if each.startswith(("gen_ai.", "promptport.", "error."))}
    assert told - listed == {"gen_ai.prompt.variable."}
    assert names.SCHEMA_URL in TEXT
    assert "gen_ai.prompt.variable.NAME" in TEXT

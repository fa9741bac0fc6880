"""Proves, on every platform that can make versions, that what is pulled, pushed and pulled again has not changed by a byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import Client
from promptport.transfer import diff, frozen, plan_push, pull, push, refused

from .platforms import content

pytestmark = pytest.mark.one_python("files and platforms say the same on all")


@pytest.mark.promise("C15")
@pytest.mark.parametrize("platform_name", ["files", "promptrails"])
def test_byte_for_byte(tmp_path: Path, platform_name: str) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    (there / "welcome.md").write_text(
        "+++\n[variables]\nname = 'string'\n+++\n--- system\nBe brief.\n--- user\nHi {{name}}."
    )
    source = f"files:{there}" if platform_name == "files" else "local:promptrails"
    with Client(source, disk=False) as client:
        assert {each.action for each in pull(client, here)} == {"new"}
        first = content(here)
        assert {each.action for each in pull(client, here)} == {"unchanged"}
        assert content(here) == first
        edited = next(each for each in sorted(first) if each.endswith(".md"))
        (here / edited).write_bytes(first[edited] + b"\nAnd be kind.\n")
        (here / "brand").mkdir()
        (here / "brand/new.md").write_text("--- system\nAnswer in {{language}}.\n\n--- user\n{{question}}\n")
        plan = plan_push(client, here)
        assert not plan.refused
        assert {each.name for each in plan.creations} == {edited.removesuffix(".md"), "brand/new"}
        assert not refused(push(client, here, plan))
        second = content(here)
        assert {each.action for each in pull(client, here)} == {"unchanged"}
        assert content(here) == second
        assert not refused(frozen(here))
        assert not [each for each in diff(client, here).differences if each.drifted]
        assert not plan_push(client, here).creations
        assert "And be kind." in str(client.get(edited.removesuffix(".md"), refresh=True).messages)

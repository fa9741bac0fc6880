"""Proves that what works with all platforms works with Langfuse: pull, push, diff, typed prompts, and MCP."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import AsyncClient, Client
from promptport.mcp.catalogue import Catalogue
from promptport.testing import Platform
from promptport.transfer import diff, frozen, plan_push, pull, push, refused
from promptport.typed import written
from promptport_local.langfuse import settings

pytestmark = pytest.mark.one_python("files and platforms say the same on all")
ODD = 'Use {{ json }}: {{"a": 1}}, {{a.b}}, {{#if x}} and \\{{y}}.'


def test_there_and_back(tmp_path: Path, platform: Platform) -> None:
    """Folders, tags, notes, places for messages and text that looks like a placeholder; not a byte changes."""
    backend = platform.backend("langfuse")
    backend.add_prompt("odd/text", versions=[{"prompt": ODD, "labels": ["production"], "config": [1]}], tags=["a", "b"])
    with Client("langfuse", disk=False, **settings(platform.url("langfuse"))) as client:
        assert {each.action for each in pull(client, tmp_path)} == {"new"}
        first = {
            path.relative_to(tmp_path): path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()
        }
        assert {each.action for each in pull(client, tmp_path)} == {"unchanged"}
        here = Client(f"files:{tmp_path}", disk=False)
        values = {"json": "{}", "y": "Y"}
        assert here.render("odd/text", **values).text == client.render("odd/text", **values).text
        assert here.get("support-chat").places == client.get("support-chat").places == ("examples", "history")

        edited = tmp_path / "odd/text.md"
        edited.write_bytes(edited.read_bytes() + b"\nAnd be kind.\n")
        (tmp_path / "brand").mkdir()
        (tmp_path / "brand/new.md").write_text("--- system\nAnswer in {{language}}.\n\n--- {{history}}\n")
        assert [each.name for each in diff(client, tmp_path).differences if each.drifted] == ["brand/new", "odd/text"]
        plan = plan_push(client, tmp_path)
        assert {each.name for each in plan.creations} == {"brand/new", "odd/text"}
        assert not refused(push(client, tmp_path, plan))
        assert {each.action for each in pull(client, tmp_path)} == {"unchanged"}
        assert not [each for each in diff(client, tmp_path).differences if each.drifted]
        assert not refused(frozen(tmp_path))
        found = client.get("odd/text", refresh=True)
        assert (found.version, found.tags, found.config) == (2, ("a", "b"), [1])
        assert found.render(**values).text.endswith("and \\Y.\n\nAnd be kind.")
        assert {path.relative_to(tmp_path) for path in tmp_path.rglob("*.md")} >= {
            path for path in first if path.suffix == ".md"
        }


def test_a_generation_is_linked_to_what_was_pulled(tmp_path: Path, platform: Platform) -> None:
    """By what Langfuse itself would have said; an edited file is no version of its."""

    def linked(client: Client) -> dict[str, Any]:
        found = client.get("mail/welcome").attributes().items()
        return {name: each for name, each in found if name.startswith("langfuse.")}

    given = settings(platform.url("langfuse"))
    with Client("langfuse", disk=False, **given) as client:
        pull(client, tmp_path)
        asked = linked(client)
    assert asked == {"langfuse.observation.prompt.name": "mail/welcome", "langfuse.observation.prompt.version": 2}
    for each in (Client("langfuse", bundle=tmp_path, **given), Client(f"bundle:{tmp_path}")):
        with each as client:
            assert linked(client) == asked
    (tmp_path / "mail/welcome.md").write_text("Welcome {{customer_name}}!")
    with Client("langfuse", bundle=tmp_path, **given) as client:
        assert linked(client) == {}


async def test_types_and_mcp(platform: Platform) -> None:
    """What a prompt needs, and no more: what no variable is called is no argument."""
    platform.backend("langfuse").add_prompt("odd/text", versions=[{"prompt": ODD, "labels": ["production"]}])
    given = settings(platform.url("langfuse"))
    with Client("langfuse", disk=False, **given) as client:
        code = written([client.get(each) for each in ("odd/text", "support-chat")]).text
        space: dict[str, Any] = {}
        exec(compile(code, "prompts", "exec"), space)
        assert "a_b" not in code
        assert space["odd_text"](client, json="{}", y="Y").text.startswith("Use {}: ")
    async with AsyncClient("langfuse", disk=False, **given) as served:
        entries = (await Catalogue(served).page()).entries
    found = {each.name: each.prompt for each in entries}
    assert len(found) == 8
    prompt = found["odd/text"]
    assert prompt is not None
    assert [each.name for each in prompt.variables] == ["json", "y"]

"""Proves what a host is answered, of both of MCP's eras, by the official client in this process."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import anyio
import pytest
from mcp import MCPError, types
from mcp.server.subscriptions import PromptsListChanged

from promptport.platform import Fetched, Query, Registration, Traits

from .conftest import Connected
from .pieces import write

pytestmark = pytest.mark.one_python("the protocol is the same on all")
both = pytest.mark.parametrize("mode", ["auto", "legacy"])
VALUES = {"customer_name": "{{age}}", "vip": "true", "tags": "[]"}


@both
async def test_prompts(connected: Connected, folder: Path, mode: str) -> None:
    async with connected(f"files:{folder}", mode=mode) as host:
        listed = await host.list_prompts()
        assert [(each.name, each.title) for each in listed.prompts] == [
            ("mail/bye", "mail/bye"),
            ("mail/see_you", "mail/see you"),
            ("welcome", "welcome"),
        ]
        welcome = listed.prompts[2]
        assert [(each.name, each.required) for each in welcome.arguments or ()] == [
            ("customer_name", True),
            ("age", False),
            ("vip", True),
            ("tags", True),
            ("history", False),
        ]
        assert welcome.meta == {"promptport/name": "welcome", "promptport/platform": "files", "promptport/version": 1}
        found = await host.get_prompt("welcome", VALUES)
        assert [(each.role, getattr(each.content, "text", None)) for each in found.messages] == [
            ("user", "Speak nicely."),
            ("user", "Hi {{age}}, 3, true, []."),  # a value is data
        ]
        assert found.messages[0].content.meta == {"promptport/role": "system"}
        assert (await host.get_prompt("mail/see_you")).messages[0].role == "user"
        capabilities = host.server_capabilities
        assert capabilities is not None
        assert capabilities.prompts is not None
        assert capabilities.prompts.list_changed


@both
async def test_errors(connected: Connected, folder: Path, mode: str) -> None:
    async with connected(f"files:{folder}", mode=mode) as host:
        with pytest.raises(MCPError) as caught:
            await host.get_prompt("welcome", {"vip": "yes", "customername": "A"})
        assert caught.value.code == types.INVALID_PARAMS
        assert caught.value.data == {
            "missing": ["customer_name", "tags"],
            "unknown": {"customername": "customer_name"},
            "wrong": {"vip": "write true or false"},
        }
        with pytest.raises(MCPError, match=r"There is no prompt 'wellcome'.*Did you mean welcome") as caught:
            await host.get_prompt("wellcome")
        assert caught.value.code == types.INVALID_PARAMS
        with pytest.raises(MCPError, match="There is no tool 'x'"):
            await host.call_tool("x", {})
        (folder / "mail" / "bye.md").write_text("{{#if}}")
        with pytest.raises(MCPError, match=r"bye\.md:1:1: "):
            await host.get_prompt("mail/bye")
        assert len((await host.list_prompts()).prompts) == 3  # it goes on


@both
async def test_completion(connected: Connected, folder: Path, mode: str) -> None:
    async with connected(f"files:{folder}", mode=mode) as host:
        welcome = types.PromptReference(name="welcome")
        found = (await host.complete(welcome, {"name": "vip", "value": "f"})).completion
        assert (found.values, found.total, found.has_more) == (["false"], 1, False)
        with pytest.raises(MCPError, match="welcome has no argument 'nobody'"):
            await host.complete(welcome, {"name": "nobody", "value": ""})
        with pytest.raises(MCPError, match=r"There is no prompt 'nobody'"):
            await host.complete(types.PromptReference(name="nobody"), {"name": "a", "value": ""})
        with pytest.raises(MCPError, match="There are no resources here"):
            await host.complete(types.ResourceTemplateReference(uri="x:{y}"), {"name": "y", "value": ""})


@both
async def test_tools(connected: Connected, folder: Path, mode: str) -> None:
    async with connected(f"files:{folder}", mode=mode) as host:
        assert [each.name for each in (await host.list_tools()).tools] == ["list_prompts", "get_prompt"]
        listed = await host.call_tool("list_prompts", {"search": "MAIL"})
        assert [each["name"] for each in listed.structured_content["prompts"]] == ["mail/bye", "mail/see_you"]
        values = {"customer_name": "A", "vip": False, "tags": ["x"], "age": 4}
        got = await host.call_tool("get_prompt", {"name": "welcome", "arguments": values})
        assert [getattr(each, "text", None) for each in got.content] == [
            "[system]",
            "Speak nicely.",
            "[user]",
            'Hi A, 4, false, ["x"].',
        ]
        wrong = await host.call_tool("get_prompt", {"name": "welcome", "arguments": {"vip": 1}})
        assert wrong.is_error
        assert "missing: customer_name, tags; of a wrong type: vip (int, not boolean)" in str(wrong.content[0])


class Odd:
    """A platform whose prompts hold what JSON's texts can't, and which can fail in its own way."""

    def __init__(self, place: str = "") -> None:
        self.traits = Traits("odd", "here", local=True)

    async def names(self, deadline: float) -> list[str]:
        return ["broken", "half"]

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        if query.name == "broken":
            raise RuntimeError("a secret")
        return Fetched("half", [{"role": "user", "content": "\ud83d half"}], description="\udc00")

    async def aclose(self) -> None:
        """Nothing is open."""


@both
async def test_a_platform_of_others_takes_nothing_down(connected: Connected, mode: str) -> None:
    source = Registration(sync=Odd, async_=Odd)  # type: ignore[arg-type] # it is none that blocks
    async with connected(source, only=("half",), mode=mode) as host:
        found = (await host.get_prompt("half")).messages[0].content
        assert getattr(found, "text", None) == "\ufffd half"
        assert (await host.list_prompts()).prompts[0].description == "\ufffd"
    async with connected(source, mode=mode) as host:
        with pytest.raises(MCPError, match="The server has failed") as caught:
            await host.get_prompt("broken")
        assert "secret" not in str(caught.value)


async def until(told: list[object], count: int, change: Callable[[int], object]) -> None:
    """Change something anew until hosts have been told so often: they are told of what changes after the first look."""
    with anyio.fail_after(60):
        for number in itertools.count():
            if len(told) >= count:
                return
            change(number)
            await anyio.sleep(0.02)  # the server looks at the folder in its own time


async def test_changes_are_told(connected: Connected, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host of MCP's newest revision subscribes to them."""
    monkeypatch.setattr("promptport.mcp.serving.FOLDER", 0.01)
    told: list[object] = []
    async with (
        connected(f"files:{folder}") as host,
        host.listen(prompts_list_changed=True) as heard,
        anyio.create_task_group() as group,
    ):

        async def hear() -> None:
            async for each in heard:
                told.append(each)  # noqa: PERF401 # it never ends

        group.start_soon(hear)
        await until(told, 2, lambda number: write(folder, {f"new{number}.md": "Hi."}))
        group.cancel_scope.cancel()
    assert set(told) == {PromptsListChanged()}


async def test_changes_are_told_to_hosts_of_older_revisions(
    connected: Connected, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that has asked for the list hears of them."""
    monkeypatch.setattr("promptport.mcp.serving.FOLDER", 0.01)
    told: list[object] = []

    async def hears(message: object) -> None:
        told.append(message)

    async with connected(f"files:{folder}", mode="legacy", hears=hears) as host:
        await host.list_prompts()
        await until(told, 1, lambda number: write(folder, {"welcome.md": f"Hi {number}."}))
        assert (await host.get_prompt("welcome")).messages
    assert isinstance(told[0], types.PromptListChangedNotification)

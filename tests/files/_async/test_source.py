"""Proves a folder of prompt files as a source of the client, and the same folder on local platforms."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import ArgumentError, AsyncClient, CallError, ClosedError, ConfigurationError, NotFound
from promptport.files import PromptFileError
from promptport.files.source import AsyncFiles
from promptport.platform import NewVersion, Query, Share

WELCOME = """\
+++
[variables]
customer_name = "string"
language = { type = "string", default = "en" }
[config]
model = "gpt-4o"
+++
--- system
Answer in {{language}}.

--- {{history}}

--- user
Welcome {{ customer_name }}.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two prompts."""
    made = tmp_path / "prompts"
    (made / "mail").mkdir(parents=True)
    (made / "welcome.md").write_text(WELCOME)
    (made / "mail" / "bye.md").write_text("Bye {{name}}.")
    (made / "mail" / "bye@2.md").write_text("+++\nlabel = 'draft'\n+++\nSee you, {{name}}!")
    return made


async def test_a_prompt_of_a_folder(folder: Path) -> None:
    """It renders as any other, says where it came from, and is the same object while its file is the same."""
    async with AsyncClient(f"files:{folder}", timeout=3, retries=1) as client:
        prompt = await client.get("welcome")
        assert await client.get("welcome") is prompt
        assert await client.with_options(headers={"x": "y"}).get("welcome") is prompt

        assert (prompt.version, prompt.label, prompt.config) == (1, "production", {"model": "gpt-4o"})
        assert (prompt.origin.platform, prompt.origin.source, prompt.origin.version) == ("files", "file", 1)
        assert (client.platform.name, client.platform.origin, client.platform.local) == ("files", str(folder), True)
        past: list[dict[str, object]] = [
            {"role": "user", "content": "{{language}}"},
            {"role": "assistant", "content": None},
        ]
        rendered = prompt.options(history=past).render(customer_name="{{language}}")
        assert rendered.text == "Answer in en.\n\nWelcome {{language}}."
        assert rendered.to_openai() == [
            {"role": "system", "content": "Answer in en."},
            *past,
            {"role": "user", "content": "Welcome {{language}}."},
        ]
        assert (await client.render("mail/bye", name="A")).text == "Bye A."
        assert (await client.get("mail/bye", label="latest")).render(name="A").text == "See you, A!"
        assert (await client.get("mail/bye", version=2)).version == 2
        assert await client.list() == ["mail/bye", "welcome"]
    with pytest.raises(ClosedError):
        await client.get("welcome")


async def test_changes_need_no_restart(folder: Path) -> None:
    """What stands in the file now is what is answered, and a file that can't be read is an error or the fallback."""
    async with AsyncClient(f"files:{folder}") as client:
        first = await client.get("mail/bye")
        (folder / "mail" / "bye.md").write_text("Ciao {{name}}.")
        second = await client.get("mail/bye")
        assert (first.render(name="A").text, second.render(name="A").text) == ("Bye A.", "Ciao A.")

        (folder / "mail" / "bye.md").write_text("Bye {{na me}}.")
        assert await client.get("mail/bye") is second
        (folder / "mail" / "new.md").write_text("Bye {{na me}}.")
        with pytest.raises(PromptFileError, match=r"new\.md:1:5: `\{\{na me\}\}` is no placeholder"):
            await client.get("mail/new")
        spare = await client.get("mail/new", fallback="Bye.")
        assert (spare.origin.source, spare.render().text) == ("fallback", "Bye.")
        assert (await client.get("welcome", fallback="x")).origin.source == "file"
        assert await client.list() == ["mail/bye", "mail/new", "welcome"]

        (folder / "mail" / "bye.md").unlink()
        with pytest.raises(NotFound, match=r"drafts only"):
            await client.get("mail/bye", fallback="Bye.")
        (folder / "welcome.md").unlink()
        with pytest.raises(NotFound):
            await client.get("welcome", fallback="Hello.")
        folder.rename(folder.with_name("elsewhere"))
        with pytest.raises(CallError, match=r"can't be read"):
            await client.get("welcome")
        assert (await client.get("welcome", fallback="Hello.")).render().text == "Hello."


async def test_what_a_folder_refuses(folder: Path, tmp_path: Path) -> None:
    """Names, versions and settings that are none are told when they are given."""
    async with AsyncClient(f"files:{folder}") as client:
        for name, version in (("../secret", None), ("welcome@1", None), ("welcome", "one")):
            with pytest.raises(ArgumentError):
                await client.get(name, version=version)
    for source in ("files:", f"files:{tmp_path}/nowhere"):
        with pytest.raises(ConfigurationError, match="folder"):
            AsyncClient(source)
    with pytest.raises(ConfigurationError, match="no setting 'api_key'"):
        AsyncClient(f"files:{folder}", api_key="x")


@pytest.mark.parametrize("platform", ["xr2", "scope"])
async def test_a_folder_on_a_platform_of_this_machine(folder: Path, platform: str) -> None:
    """The server takes the folder and the platform's client the rest; what is in the folder goes before the fixture."""
    async with AsyncClient(f"local:{platform}", prompts=folder, timeout=3.0, disk=False) as client:
        prompt = await client.get("welcome")
        assert (prompt.origin.platform, prompt.version) == (platform, 1)
        assert prompt.render(customer_name="A", language="fr").text == "Answer in fr.\n\nWelcome A."
        assert [each.name for each in prompt.variables] == ["customer_name", "language"]
        (folder / "welcome.md").write_text("changed")
        await client.clear_cache()
        assert (await client.get("welcome")).messages == prompt.messages
    (folder / "mail" / "bye.md").write_text("Bye {{na me}}.")
    with pytest.raises(PromptFileError, match=r"bye\.md:1:5"):
        AsyncClient(f"local:{platform}", prompts=folder)
    with pytest.raises(ConfigurationError, match="no folder"):
        AsyncClient(f"local:{platform}", prompts=folder / "nowhere")


async def test_a_folder_is_written_to(folder: Path) -> None:
    """Its versions are made, labelled, shared out and deleted, as those of any platform that has such a thing."""
    source = AsyncFiles(str(folder))
    made = await source.create_version(
        NewVersion("mail/bye", [{"role": "user", "content": "Ciao {{name}}."}], "text", tags=["mail"], note="Shorter."),
        5,
    )
    assert (made.version, made.kind, made.tags, made.note) == (3, "text", ("mail",), "Shorter.")
    await source.label(Query("mail/bye", 1), "production", 5)
    assert (await source.fetch(Query("mail/bye"), 5)).labels == ("production",)
    assert await source.shares("mail/bye", 5) == []
    for number, weight in ((1, "0.5"), (2, "2")):
        path = folder / "mail" / ("bye.md" if number == 1 else f"bye@{number}.md")
        path.write_text(f"+++\nweight = {weight}\n+++\nBye.")
    assert await source.shares("mail/bye", 5) == [Share(1, 0.5), Share(2, 2)]
    await source.delete(Query("mail/bye", 2), 5)
    await source.delete(Query("mail/bye"), 5)
    assert await source.names(5) == ["welcome"]
    with pytest.raises(NotFound):
        await source.shares("mail/bye", 5)
    await source.aclose()


async def test_a_part_that_changes(folder: Path) -> None:
    """The prompt that it stands in says what the part says now, and is the same object while both stay as they are."""
    (folder / "mail" / "hi.md").write_text("--- system\n{{> mail/bye}}\n--- user\nHi.")
    async with AsyncClient(f"files:{folder}") as client:
        first = await client.get("mail/hi")
        assert await client.get("mail/hi") is first
        (folder / "mail" / "bye.md").write_text("Ciao {{you}}.")
        second = await client.get("mail/hi")
        assert (first.render(name="A").text, second.render(you="B").text) == ("Bye A.\n\nHi.", "Ciao B.\n\nHi.")
        (folder / "mail" / "bye.md").unlink()
        (folder / "mail" / "bye@2.md").unlink()
        assert (await client.get("mail/hi")).render(you="B").text == "Ciao B.\n\nHi."
    async with AsyncClient(f"files:{folder}") as client:
        with pytest.raises(PromptFileError, match=r"hi\.md:2:1: `\{\{> mail/bye\}\}` names no prompt of the folder"):
            await client.get("mail/hi")

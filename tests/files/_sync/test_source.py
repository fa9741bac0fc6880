# Made from tests/files/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves a folder of prompt files as a source of the client, and the same folder on local platforms."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import ArgumentError, Client, CallError, ClosedError, ConfigurationError, NotFound
from promptport.files import PromptFileError
from promptport.files.source import Files
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


def test_a_prompt_of_a_folder(folder: Path) -> None:
    """It renders as any other, says where it came from, and is the same object while its file is the same."""
    with Client(f"files:{folder}", timeout=3, retries=1) as client:
        prompt = client.get("welcome")
        assert client.get("welcome") is prompt
        assert client.with_options(headers={"x": "y"}).get("welcome") is prompt

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
        assert (client.render("mail/bye", name="A")).text == "Bye A."
        assert (client.get("mail/bye", label="latest")).render(name="A").text == "See you, A!"
        assert (client.get("mail/bye", version=2)).version == 2
        assert client.list() == ["mail/bye", "welcome"]
    with pytest.raises(ClosedError):
        client.get("welcome")


def test_changes_need_no_restart(folder: Path) -> None:
    """What stands in the file now is what is answered, and a file that can't be read is an error or the fallback."""
    with Client(f"files:{folder}") as client:
        first = client.get("mail/bye")
        (folder / "mail" / "bye.md").write_text("Ciao {{name}}.")
        second = client.get("mail/bye")
        assert (first.render(name="A").text, second.render(name="A").text) == ("Bye A.", "Ciao A.")

        (folder / "mail" / "bye.md").write_text("Bye {{na me}}.")
        assert client.get("mail/bye") is second
        (folder / "mail" / "new.md").write_text("Bye {{na me}}.")
        with pytest.raises(PromptFileError, match=r"new\.md:1:5: `\{\{na me\}\}` is no placeholder"):
            client.get("mail/new")
        spare = client.get("mail/new", fallback="Bye.")
        assert (spare.origin.source, spare.render().text) == ("fallback", "Bye.")
        assert (client.get("welcome", fallback="x")).origin.source == "file"
        assert client.list() == ["mail/bye", "mail/new", "welcome"]

        (folder / "mail" / "bye.md").unlink()
        with pytest.raises(NotFound, match=r"drafts only"):
            client.get("mail/bye", fallback="Bye.")
        (folder / "welcome.md").unlink()
        with pytest.raises(NotFound):
            client.get("welcome", fallback="Hello.")
        folder.rename(folder.with_name("elsewhere"))
        with pytest.raises(CallError, match=r"can't be read"):
            client.get("welcome")
        assert (client.get("welcome", fallback="Hello.")).render().text == "Hello."


def test_what_a_folder_refuses(folder: Path, tmp_path: Path) -> None:
    """Names, versions and settings that are none are told when they are given."""
    with Client(f"files:{folder}") as client:
        for name, version in (("../secret", None), ("welcome@1", None), ("welcome", "one")):
            with pytest.raises(ArgumentError):
                client.get(name, version=version)
    for source in ("files:", f"files:{tmp_path}/nowhere"):
        with pytest.raises(ConfigurationError, match="folder"):
            Client(source)
    with pytest.raises(ConfigurationError, match="no setting 'api_key'"):
        Client(f"files:{folder}", api_key="x")


@pytest.mark.parametrize("platform", ["xr2", "scope"])
def test_a_folder_on_a_platform_of_this_machine(folder: Path, platform: str) -> None:
    """The server takes the folder and the platform's client the rest; what is in the folder goes before the fixture."""
    with Client(f"local:{platform}", prompts=folder, timeout=3.0, disk=False) as client:
        prompt = client.get("welcome")
        assert (prompt.origin.platform, prompt.version) == (platform, 1)
        assert prompt.render(customer_name="A", language="fr").text == "Answer in fr.\n\nWelcome A."
        assert [each.name for each in prompt.variables] == ["customer_name", "language"]
        (folder / "welcome.md").write_text("changed")
        client.clear_cache()
        assert (client.get("welcome")).messages == prompt.messages
    (folder / "mail" / "bye.md").write_text("Bye {{na me}}.")
    with pytest.raises(PromptFileError, match=r"bye\.md:1:5"):
        Client(f"local:{platform}", prompts=folder)
    with pytest.raises(ConfigurationError, match="no folder"):
        Client(f"local:{platform}", prompts=folder / "nowhere")


def test_a_folder_is_written_to(folder: Path) -> None:
    """Its versions are made, labelled, shared out and deleted, as those of any platform that has such a thing."""
    source = Files(str(folder))
    made = source.create_version(
        NewVersion("mail/bye", [{"role": "user", "content": "Ciao {{name}}."}], "text", tags=["mail"], note="Shorter."),
        5,
    )
    assert (made.version, made.kind, made.tags, made.note) == (3, "text", ("mail",), "Shorter.")
    source.label(Query("mail/bye", 1), "production", 5)
    assert (source.fetch(Query("mail/bye"), 5)).labels == ("production",)
    assert source.shares("mail/bye", 5) == []
    for number, weight in ((1, "0.5"), (2, "2")):
        path = folder / "mail" / ("bye.md" if number == 1 else f"bye@{number}.md")
        path.write_text(f"+++\nweight = {weight}\n+++\nBye.")
    assert source.shares("mail/bye", 5) == [Share(1, 0.5), Share(2, 2)]
    source.delete(Query("mail/bye", 2), 5)
    source.delete(Query("mail/bye"), 5)
    assert source.names(5) == ["welcome"]
    with pytest.raises(NotFound):
        source.shares("mail/bye", 5)
    source.close()


def test_a_part_that_changes(folder: Path) -> None:
    """The prompt that it stands in says what the part says now, and is the same object while both stay as they are."""
    (folder / "mail" / "hi.md").write_text("--- system\n{{> mail/bye}}\n--- user\nHi.")
    with Client(f"files:{folder}") as client:
        first = client.get("mail/hi")
        assert client.get("mail/hi") is first
        (folder / "mail" / "bye.md").write_text("Ciao {{you}}.")
        second = client.get("mail/hi")
        assert (first.render(name="A").text, second.render(you="B").text) == ("Bye A.\n\nHi.", "Ciao B.\n\nHi.")
        (folder / "mail" / "bye.md").unlink()
        (folder / "mail" / "bye@2.md").unlink()
        assert (client.get("mail/hi")).render(you="B").text == "Ciao B.\n\nHi."
    with Client(f"files:{folder}") as client:
        with pytest.raises(PromptFileError, match=r"hi\.md:2:1: `\{\{> mail/bye\}\}` names no prompt of the folder"):
            client.get("mail/hi")

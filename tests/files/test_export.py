"""Proves that one folder says the same on every platform, to one program, and how tests and the command are given it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport import Client
from promptport.files import PromptFileError, export
from promptport.testing import Platform
from promptport.xr2 import xR2Client
from promptport_local.prompts import read_prompts

FILES = {
    "welcome.md": "+++\n[variables]\nname = 'string'\nlanguage = { type = 'string', default = 'en' }\n+++\n"
    '--- system\nAnswer in {{ language }}.\n\n--- {{history}}\n\n--- user\nWelcome {{name}}, {{ name }}: {"a": {}} {b}.\n',
    "mail/bye.md": "Bye {{name}}.\n\nYours, {{ who }}",
    "mail/bye@2.md": "+++\nlabels = ['production']\n[variables]\nname = {}\nwho = {}\ncount = 'integer'\n+++\n"
    "--- developer\nBrief.\n--- user\nBye {{name}}, {{count}} times.\n--- assistant\n{{who}}:",
    "mail/bye@3.md": "+++\nlabel = 'draft'\n+++\nSee you.",
    "odd.md": "\\--- user\n\\\n {{ä_1}} \\\\{{ ä_1}}\n\\",
}
PROGRAM = """\
import promptport

with promptport.Client() as client:
    welcome = client.get("welcome").options(history=[])
    print(repr(welcome.render(name="Alice", language="fr").text))
    bye = client.get("mail/bye", label="production")
    print(repr(bye.render(name="Bob", who="{{name}}", count=3).text))
    print(bye.version, sorted(each.name for each in bye.variables))
    print(repr(client.render("odd", {"ä_1": "x"}).text))
"""
EXPECTED = [
    repr('Answer in fr.\n\nWelcome Alice, Alice: {"a": {}} {b}.'),
    repr("Brief.\n\nBye Bob, 3 times.\n\n{{name}}:"),
    "2 ['count', 'name', 'who']",
    repr("--- user\n\n x \\x\n"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's folder with prompts, and settings that name it for local platforms."""
    for name, text in FILES.items():
        path = tmp_path / "prompts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.promptport.local]\nprompts = './prompts'\n")
    return tmp_path


@pytest.mark.parametrize("source", ["files:./prompts", "local:xr2", "local:scope"])
def test_one_program_prints_the_same_everywhere(folder: Path, source: str) -> None:
    """Only the name of the source differs, which is a setting."""
    environment = {**os.environ, "PROMPTPORT_SOURCE": source, "PROMPTPORT_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-W", "error", "-X", "utf8", "-c", PROGRAM]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )

    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.splitlines() == EXPECTED


SHORT = """\
import promptport

with promptport.Client() as client:
    rendered = client.get("welcome").render(customer_name="Alice", language="fr")
    print(rendered.text)
    print([each["content"] for each in rendered.to_openai()])
"""


@pytest.mark.parametrize(
    "source", ["files:./prompts", "local:promptic", "local:promptrails", "local:scope", "local:xr2"]
)
def test_one_folder_is_served_as_every_platform(tmp_path: Path, source: str) -> None:
    """The same ten lines print the same text, wherever the prompt is held."""
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "welcome.md").write_text(
        "--- system\nAnswer in {{language}}.\n--- user\nWelcome {{customer_name}}.\n"
    )
    (tmp_path / "pyproject.toml").write_text("[tool.promptport.local]\nprompts = './prompts'\n")
    environment = {**os.environ, "PROMPTPORT_SOURCE": source, "PROMPTPORT_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-W", "error", "-c", SHORT]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
    )

    text = "Answer in fr.\n\nWelcome Alice."
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == f"{text}\n{['Answer in fr.', 'Welcome Alice.']}\n"


def test_a_folder_as_data(folder: Path) -> None:
    """It is what the local platform takes: placeholders without blanks, and variables even where none are declared."""
    found = {each["name"]: each["versions"] for each in export(folder / "prompts")}

    assert [each["number"] for each in found["mail/bye"]] == [1, 2, 3]
    assert found["mail/bye"][0] == {
        "number": 1,
        "labels": [],
        "messages": [{"role": "user", "content": "Bye {{name}}.\n\nYours, {{who}}"}],
        "variables": [
            {"name": "name", "required": True, "description": ""},
            {"name": "who", "required": True, "description": ""},
        ],
        "config": {},
    }
    assert found["welcome"][0]["messages"][1] == {"slot": "history"}
    assert found["welcome"][0]["variables"][1] == {
        "name": "language", "type": "string", "required": False, "default": "en", "description": ""
    }  # fmt: skip
    assert [each.live and each.live.number for each in read_prompts(export(folder / "prompts"))] == [2, 1, 1]


RICH = """\
+++
description = "Looks."
note = "Softer."
tags = ["mail"]
config = '[1]'
[variables]
name = { enum = ["a", "b"] }
+++
--- system
See.
--- user {"name": "Ann"}
Look, {{ name }}.
--- image https://a/{{name}}.png
--- assistant {"tool_calls": []}
--- tool {"tool_call_id": "1"}
A cat.
--- message {"role": "critic"}
Hm.
"""


def test_what_a_file_says_as_far_as_platforms_can_hold_it(tmp_path: Path) -> None:
    """Tools, images, notes, values: all of it as data, and on each platform what it has a place for."""
    (tmp_path / "look.md").write_text(RICH)
    (tmp_path / "one.md").write_text("--- user\nHi")
    ((look,), (one,)) = [each["versions"] for each in export(tmp_path)]
    assert {name: look[name] for name in ("description", "note", "tags", "config")} == {
        "description": "Looks.", "note": "Softer.", "tags": ["mail"], "config": [1]
    }  # fmt: skip
    assert look["variables"] == [{"name": "name", "enum": ["a", "b"], "required": True, "description": ""}]
    assert look["messages"][1:] == [
        {
            "role": "user",
            "name": "Ann",
            "content": [
                {"type": "text", "text": "Look, {{name}}."},
                {"type": "image_url", "image_url": {"url": "https://a/{{name}}.png"}},
            ],
        },
        {"role": "assistant", "content": None, "tool_calls": []},
        {"role": "tool", "content": "A cat.", "tool_call_id": "1"},
        {"role": "user", "content": "Hm."},
    ]
    assert (one["kind"], "kind" in look) == ("chat", False)
    with Platform(prompts=tmp_path) as platform:
        prompts = {each["slug"]: each for each in platform.backend("xr2").prompts}
        texts = prompts["look"]["versions"][0]
        assert (texts["user_prompt"], texts["assistant_prompt"]) == ("Look, {{name}}.\n\nHm.", None)
        found = {}
        for vendor in ("scope", "promptrails", "promptic"):
            with Client(f"local:{vendor}", prompts=tmp_path) as client:
                found[vendor] = client.get("look").fetched
                assert "Look, a." in client.get("look").render(name="a").text
        assert list(found["scope"].messages) == look["messages"]
        assert found["scope"].tags == ("mail",)
        rails = found["promptrails"]
        assert (rails.description, rails.note) == ("Looks.", "Softer.")
        assert rails.variables is not None
        assert tuple(rails.variables[0].enum or ()) == ("a", "b")


def test_a_platform_in_a_test_is_given_a_folder(folder: Path) -> None:
    """A folder is read when the platform is made; `reset` returns to what was read."""
    with (
        Platform(prompts=folder / "prompts") as platform,
        xR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as xr2,
    ):
        (folder / "prompts" / "welcome.md").write_text("changed")
        for _ in range(2):
            found = xr2.get_prompt(slug="welcome").unwrap()
            assert (found.system_prompt, found.version_number) == ("Answer in {{language}}.", 1)
            assert xr2.get_prompt(slug="mail/bye").unwrap().version_number == 2
            assert xr2.get_prompt(slug="mail/bye", status="draft").unwrap().user_prompt == "See you."
            platform.reset()
        assert platform.violations == []
    with Platform(prompts=str(folder / "prompts")) as platform:
        assert platform.backend("xr2").prompts[0]["versions"][0]["user_prompt"] == "changed"
    with Platform(prompts=[{"name": "p", "versions": [{"messages": [{"role": "user", "content": "x"}]}]}]) as platform:
        assert [each["slug"] for each in platform.backend("xr2").prompts] == ["welcome", "p"]


def test_one_bad_file_and_nothing_is_served(folder: Path) -> None:
    """A platform does not start with half of a folder."""
    (folder / "prompts" / "welcome.md").write_text("{{a b}}")
    with pytest.raises(PromptFileError, match=r"welcome\.md:1:1: "):
        Platform(prompts=folder / "prompts")

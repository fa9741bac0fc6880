"""Proves that values reach a prompt from a command line, with their types, and that the result can go on as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from promptport.testing import Platform

from .served import run, use

pytestmark = pytest.mark.one_python("what is shown is the same on each")

TYPED = """\
+++
[variables]
count = "integer"
names = "array"
code = "string"
+++
{{count}} {{names}} {{code}}
"""
CHAT = "--- system\nBe {{mood}}.\n--- {{history}}\n--- user\nHi"


@pytest.fixture
def source(prompts: Path) -> str:
    """A folder with a prompt of types, and one with a place."""
    (prompts / "typed.md").write_text(TYPED)
    (prompts / "chat.md").write_text(CHAT)
    return f"files:{prompts}"


def test_text(source: str) -> None:
    """Of one message alone what it says; several have heads. A value is never looked into."""
    assert run("render", "welcome", "name={{language}}", "-s", source) == (0, "Hi {{language}}, en.\n", "")
    assert run("render", "chat", "mood=kind", "--history", "-", "-s", source, say='[{"role": "user", "content": "yo"}]') == (
        0, "--- system\nBe kind.\n--- user\nyo\n--- user\nHi\n", "",
    )  # fmt: skip


def test_types_and_files(source: str, tmp_path: Path) -> None:
    """What a variable declares says how its value is read; what is typed goes before a file."""
    assert run("render", "typed", "count=3", 'names=["a"]', "code=007=", "-s", source)[1] == '3 ["a"] 007=\n'
    (tmp_path / "v.toml").write_text("count = 1\nnames = []\ncode = 'x'")
    assert run("render", "typed", "count=2", "--values", f"{tmp_path}/v.toml", "-s", source)[1] == "2 [] x\n"
    assert run("render", "welcome", "--values", "-", "-s", source, say='{"name": "Zoë"}')[1] == "Hi Zoë, en.\n"
    code, _, error = run("render", "typed", "count=many", "names=[]", "code=1", "-s", source)
    assert (code, "of a wrong type: count" in error) == (1, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [("[1]", "must hold an object"), ("{", "is no JSON"), ("[" * 100_000, "is no JSON"), (b"\xff\xff", "is no JSON")],
)
def test_files_that_are_none(source: str, tmp_path: Path, content: str | bytes, said: str) -> None:
    """One line, which names the file."""
    file = tmp_path / "values.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, _, error = run("render", "welcome", "--values", str(file), "-s", source)
    assert (code, error.count("\n"), said in error, str(file) in error) == (1, 1, True, True)


def test_a_file_without_an_end(source: str) -> None:
    code, _, error = run("render", "welcome", "--values", "/dev/zero", "-s", source)
    assert (code, error) == (1, "promptport render: /dev/zero has more than 16,777,216 bytes.\n")


def test_for_models_and_programs(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """The messages as libraries take them; or all of it, with the trace that events of it belong to."""
    use(platform, monkeypatch)
    command = ("render", "welcome", "customer_name=[bold]Ana[/]")
    user = {"role": "user", "content": "Welcome [bold]Ana[/] and offer your help."}
    system = "You are a friendly assistant. Answer in en."
    assert json.loads(run(*command, "--messages", "openai")[1]) == [{"role": "system", "content": system}, user]
    assert json.loads(run(*command, "--messages", "anthropic")[1]) == {"system": system, "messages": [user]}
    assert json.loads(run(*command, "--messages", "responses")[1])[1]["role"] == "user"
    found = json.loads(run(*command, "--refresh", "--format", "json")[1])
    assert (found["messages"][1], found["version"]) == (user, 1)
    assert found["trace"]
    assert json.loads(run(*command, "--format", "json")[1])["trace"] is None


def test_a_value_is_what_was_typed(source: str) -> None:
    """Where the locale has no word for it, too; what is no UTF-8 is refused."""
    typed = "Zoë".encode().decode("ascii", "surrogateescape")
    assert run(*f"render typed count=1 names=[] code={typed} -s {source}".split())[1] == "1 [] Zoë\n"
    code, out, err = run(*f"render typed count=1 names=[] code=Zo\udcff -s {source}".split())
    assert (code, out) == (2, "")
    assert "is not UTF-8" in err

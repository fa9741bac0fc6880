"""Proves that a folder of prompt files is listed, or told what is wrong in it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

import promptport
from promptport.cli.app import app

from .commands import run


def test_prompts_check(prompts: Path) -> None:
    """Where all is well, the prompts are listed with their versions and variables."""
    done = run("prompts", "check", str(prompts))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "mail/bye",
        "  version 1  [production]  name",
        "  version 2  [draft, new]  no variables",
        "welcome",
        '  version 1  [production]  name: string, language = "en"',
        "2 prompts, 3 versions, no problem",
    ]


def test_prompts_check_tells_what_is_wrong(prompts: Path) -> None:
    """Every problem of every file has a line that editors follow; the exit code is for CI."""
    (prompts / "welcome.md").write_text("+++\nlabl = 'x'\n+++\n--- sytem\nHi {{na me}}.")
    (prompts / "mail" / "bye@x.md").write_text("Bye.")

    done = run("prompts", "check", str(prompts))
    assert done.returncode == 1
    lines = [("mail/bye@x.md", 1, 1), ("welcome.md", 2, 1), ("welcome.md", 4, 1), ("welcome.md", 5, 4)]
    found = [line.split(": ")[0] for line in done.stdout.splitlines()]
    assert found == [f"{prompts / name}:{line}:{column}" for name, line, column in lines]
    assert done.stderr == "4 problems in 2 files\n"

    gone = run("prompts", "check", str(prompts / "nowhere"))
    assert (gone.returncode, gone.stdout) == (1, "")
    assert gone.stderr.startswith("promptport prompts check: There is no folder")


def test_nothing_to_check(tmp_path: Path) -> None:
    """An empty folder holds no prompts; a default that is empty is shown all the same."""
    done = run("prompts", "check", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "0 prompts, 0 versions, no problem\n")
    (tmp_path / "p.md").write_text("+++\n[variables]\nname = { type = 'string', default = '' }\n+++\nHi {{name}}.")
    assert '  version 1  [production]  name: string = ""' in run("prompts", "check", str(tmp_path)).stdout


def test_names_that_would_steer_the_terminal(tmp_path: Path) -> None:
    """Whatever files and folders are called, their names are shown without what a terminal would follow."""
    folder = tmp_path / "f\x1b[31m"
    folder.mkdir()
    (folder / "good.md").write_text("Hi {{name}}.")
    assert "good" in run("prompts", "check", str(folder)).stdout
    (folder / "b\x1b[32m.md").write_text("Hi {{name}}.")
    for place in (folder, folder / "b\x1b[32m.md", tmp_path / "no\x1b[33m"):
        done = run("prompts", "check", str(place))
        assert done.returncode == 1
        assert "\x1b" not in done.stdout + done.stderr


def invoked(*arguments: str) -> Result:
    """The command, run in this process."""
    return CliRunner().invoke(app, arguments, prog_name="promptport")


def test_for_programs(prompts: Path) -> None:
    """As JSON, what is there and what is wrong; the exit code says which."""
    done = invoked("prompts", "check", str(prompts), "--format", "json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert (found["problems"], [each["name"] for each in found["prompts"]]) == ([], ["mail/bye", "welcome"])
    assert found["prompts"][1]["versions"] == [
        {
            "version": 1,
            "production": True,
            "labels": [],
            "kind": "text",
            "variables": [
                {"name": "name", "type": "string", "required": True},
                {"name": "language", "required": False, "default": "en"},
            ],
            "unused": [],
        }
    ]
    (prompts / "welcome.md").write_text("{{na me}}")
    done = invoked("prompts", "check", str(prompts), "--format", "json")
    (problem,) = json.loads(done.stdout)["problems"]
    assert (done.exit_code, problem["line"], problem["column"]) == (1, 1, 1)
    assert problem["file"] == str(prompts / "welcome.md")


def test_variables_that_nothing_uses(prompts: Path) -> None:
    """Such a one is shown; one that stands in single braces is a mistake, for those who check and for nobody who asks."""
    head = "+++\n[variables]\nname = 'string'\nplan = 'string'\n+++\n"
    path = prompts / "welcome.md"
    path.write_text(head + "Hi {{name}} {name}, {{> mail/tone}}")
    (prompts / "mail" / "tone.md").write_text("be brief")
    done = invoked("prompts", "check", str(prompts))
    assert (done.exit_code, "name: string, plan: string (unused)" in done.stdout) == (0, True)
    found = json.loads(invoked("prompts", "check", str(prompts), "--format", "json").stdout)["prompts"]
    assert [each["versions"][0]["unused"] for each in found if each["name"] == "welcome"] == [["plan"]]

    (prompts / "mail" / "tone.md").write_text("of {{plan}}")
    assert "(unused)" not in invoked("prompts", "check", str(prompts)).stdout

    path.write_text(head + "Hi {{name}},\nyou have {plan}.")
    for place in (prompts, path):
        done = invoked("prompts", "check", str(place))
        assert done.exit_code == 1
        assert done.stdout.startswith(f"{path}:7:10: `{{plan}}` is text: a placeholder is `{{{{plan}}}}`; ")
    with promptport.Client(f"files:{prompts}") as client:
        assert client.render("welcome", name="Ann").text == "Hi Ann,\nyou have {plan}."


def test_labels_that_a_slip_has_made_others(tmp_path: Path) -> None:
    """A draft whose label is misspelt would be in production."""
    path = tmp_path / "welcome@2.md"
    (tmp_path / "welcome.md").write_text("Hi.")
    for label in ("drfat", "drafts", "daft", "Draft", "prodution", "Production"):
        path.write_text(f"+++\nnote = 'n'\nlabels = ['new', '{label}']\n+++\nHello.")
        done = invoked("prompts", "check", str(tmp_path))
        assert done.exit_code == 1
        word = "draft" if label[0] in "dD" else "production"
        assert done.stdout.startswith(f"{path}:3:1: `{label}` is a label as any other, and not `{word}`")
    path.write_text(
        "+++\nlabels = ['draft', 'staging', 'stable', 'draft-2', 'production-eu', 'prod', 'product']\n+++\nHello."
    )
    assert invoked("prompts", "check", str(tmp_path)).exit_code == 0


def test_a_single_file_with_parts(prompts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parts begin with the folder of all prompts, wherever in it the file lies."""
    (prompts / "mail" / "hi.md").write_text("{{> welcome}}")
    assert invoked("prompts", "check", str(prompts / "mail" / "hi.md")).stdout == "1 file, no problem\n"
    monkeypatch.chdir(prompts.parent)
    (prompts / "mail" / "wrong.md").write_text("{{> welcome}} {{#no}}")
    for path in ("prompts/mail/wrong.md", "./prompts/mail/../mail/wrong.md"):
        assert invoked("prompts", "check", path).stdout.startswith("prompts/mail/wrong.md:1:15: `{{#no}}`")
    (prompts / "pyproject.toml").write_text("")
    (prompts / "mail" / "hi.md").write_text("{{> nothing}}")
    done = invoked("prompts", "check", str(prompts / "mail" / "hi.md"))
    assert (done.exit_code, done.stdout.split(": ")[0]) == (1, f"{prompts / 'mail' / 'hi.md'}:1:1")


def test_single_files_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several, from beside them, from outside, and some that are not there or no files: each is told in a line of its own."""
    folder = tmp_path / "prompts"
    (folder / "mail").mkdir(parents=True)
    (folder / "tone.md").write_text("Warm.")
    (folder / "mail" / "hi.md").write_text("{{> tone}}")
    (folder / "mail" / "Hi.md").write_text("{{no")
    (folder / "dangling.md").symlink_to("nowhere.md")
    monkeypatch.chdir(folder / "mail")
    for path in ("../tone.md", "../../prompts/tone.md", "../mail/../tone.md"):
        assert invoked("prompts", "check", path).stdout == "1 file, no problem\n"
    done = invoked("prompts", "check", "hi.md", "Hi.md", "../missing.md", "gone/missing.md", "../dangling.md")
    assert done.exit_code == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [
        "hi.md:1:1", "Hi.md:1:1", "Hi.md:1:1", "../missing.md:1:1", "gone/missing.md:1:1", "../dangling.md:1:1",
    ]  # fmt: skip
    assert "hi and mail/Hi differ in case alone" in done.stdout
    done = invoked("prompts", "check", "missing.md", "../tone.md", "--format", "json")
    assert [each["file"] for each in json.loads(done.stdout)["problems"]] == ["missing.md"]


def test_a_new_prompt(tmp_path: Path) -> None:
    """It is well-formed and in form, and never takes the place of another one."""
    folder = tmp_path / "new" / "prompts"
    done = invoked("prompts", "new", "mail/hi", "--to", str(folder))
    assert (done.exit_code, done.stdout) == (0, f"{folder / 'mail' / 'hi.md'}\n")
    assert "version 1  [production]  name: string" in invoked("prompts", "check", str(folder)).stdout
    assert invoked("prompts", "fmt", "--check", str(folder)).exit_code == 0

    again = invoked("prompts", "new", "mail/hi", "--to", str(folder))
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr == (
        "promptport prompts new: There is a prompt mail/hi already: edit hi.md, or write mail/hi@2.md, its next version.\n"
    )
    for name in ("../x", "README", "a@2"):
        assert invoked("prompts", "new", name, "--to", str(folder)).exit_code == 1
    assert [each.name for each in folder.rglob("*.md")] == ["hi.md"]


def test_files_are_brought_into_form(prompts: Path) -> None:
    """Those that are told, unless it is only asked for; what is malformed is told and left alone."""
    done = invoked("prompts", "fmt", "--check", str(prompts))
    assert (done.exit_code, done.stderr) == (1, "3 files would be changed\n")
    assert done.stdout.splitlines() == [str(prompts / each) for each in ("mail/bye.md", "mail/bye@2.md", "welcome.md")]
    assert (prompts / "mail" / "bye.md").read_text() == "Bye {{name}}."

    (prompts / "broken.md").write_text("{{na me}}")
    done = invoked("prompts", "fmt", str(prompts), str(prompts / "mail" / "bye.md"))
    assert (done.exit_code, done.stderr) == (1, "1 problem in 1 file\n3 files changed\n")
    assert (prompts / "mail" / "bye.md").read_text() == "Bye {{name}}.\n"
    assert (prompts / "broken.md").read_text() == "{{na me}}"
    done = invoked("prompts", "fmt", str(prompts / "welcome.md"), "--format", "json")
    assert json.loads(done.stdout) == {"changed": [], "problems": []}


def test_hooks_before_a_commit(prompts: Path) -> None:
    """What pre-commit is told are commands that there are."""
    hooks = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    assert [each["id"] for each in hooks] == ["promptport-check", "promptport-fmt"]
    for each in hooks:
        command, *arguments = shlex.split(each["entry"])
        done = invoked(*arguments, str(prompts / "welcome.md"), str(prompts / "mail" / "bye.md"))
        assert (command, done.exit_code) == ("promptport", 0)

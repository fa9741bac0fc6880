"""Proves that a folder of prompt files is listed, or told what is wrong in it."""

from __future__ import annotations

from pathlib import Path

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

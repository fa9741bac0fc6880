"""Proves that files become prompts of a folder: each by itself, under its name, and none over another."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from promptport import Client
from promptport.formats import Result, import_files

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def place(folder: Path, files: dict[str, str]) -> Path:
    """A folder with files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def brought(tmp_path: Path, files: dict[str, str], **settings: Any) -> Result:
    """What becomes of a folder of files."""
    return import_files([place(tmp_path / "in", files)], tmp_path / "out", **settings)


def names(result: Result) -> list[str]:
    """The names of what came in."""
    return sorted(each.name for each in result.imported)


def test_names(tmp_path: Path) -> None:
    """Those of the files, without what says their format."""
    read = [
        "a.txt",
        "b/c.agent.md",
        "b/d.md.j2",
        "skills/pdf/SKILL.md",
        "README.md",
        "x@y.md",
        "e.prompt.md",
        "_t.prompt",
    ]
    files = dict.fromkeys([*read, ".hidden.md", "node_modules/z.md", ".git/z.md", "f.py"], "Hi.")
    result = brought(tmp_path, files)
    assert names(result) == ["a", "b/c", "b/d", "e", "skills/pdf", "t", "x-y"]
    assert [Path(each).name for each in result.passed_over] == ["README.md", "f.py"]
    assert {each.name for each in result.imported if each.notes} == {"x-y"}
    with Client(f"files:{tmp_path / 'out'}") as client:
        assert sorted(client.list()) == names(result)
    assert names(import_files([tmp_path / "in" / "README.md"], tmp_path / "out")) == ["read-me"]


def test_single_braces(tmp_path: Path) -> None:
    """A variable that is declared and stands in single braces alone is told, in the line in which it stands."""
    text = "---\nvariables: [name, plan, city]\n---\nHi {{name}} {name},\n\nyour plan {plan}.\n"
    (made,) = brought(tmp_path, {"a.md": text}).imported
    assert [(each.line, each.text.split(",")[0]) for each in made.notes] == [(6, "`{plan}` is text")]


def test_its_own_name_is_kept(tmp_path: Path) -> None:
    result = brought(tmp_path, {"a.prompt": "---\nname: b\n---\nHi", "c.prompt": "---\nname: c\n---\nHi"})
    assert [b"[config]\nname" in each.data for each in result.imported] == [True, False]


def test_one_file(tmp_path: Path) -> None:
    place(tmp_path, {"skills/pdf/SKILL.md": "Hi", "a.xyz": "Hi"})
    result = import_files([tmp_path / "skills/pdf/SKILL.md", tmp_path / "a.xyz", tmp_path / "none"], tmp_path / "out")
    assert names(result) == ["pdf"]
    assert ["--as" in each.text for each in result.problems] == [True, False]
    assert names(import_files([tmp_path / "a.xyz"], tmp_path / "out", kind="text")) == ["a"]


def test_versions(tmp_path: Path) -> None:
    rows = [{"name": "a", "version": at, "prompt": text, "labels": []} for at, text in ((1, "One"), (2, "Two"))]
    assert names(brought(tmp_path, {"a.json": json.dumps(rows)})) == ["a", "a"]
    with Client(f"files:{tmp_path / 'out'}") as client:
        assert client.get("a").render().text == "Two"
        assert client.get("a", version=1).render().text == "One"


def test_nothing_is_replaced(tmp_path: Path) -> None:
    """Unless it is asked for; what says the same is left as it is."""
    assert [each.state for each in brought(tmp_path, {"a.txt": "One", "b.txt": "Two"}).imported] == ["new", "new"]
    result = brought(tmp_path, {"a.txt": "Changed", "b.txt": "Two"})
    assert [each.state for each in result.imported] == ["same"]
    assert "--force" in result.problems[0].text
    assert (tmp_path / "out/a.md").read_text() == "One\n"
    assert [each.state for each in brought(tmp_path, {}, force=True).imported] == ["replaced", "same"]
    assert (tmp_path / "out/a.md").read_text() == "Changed\n"
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["a.md", "b.md"]


def test_two_of_one_name(tmp_path: Path) -> None:
    result = brought(tmp_path, {"a.j2": "Hi", "A.txt": "Hi"})
    assert len(result.imported) == len(result.problems) == 1


def test_dry_run(tmp_path: Path) -> None:
    assert names(brought(tmp_path, {"a.txt": "Hi"}, dry_run=True)) == ["a"]
    assert not (tmp_path / "out").exists()


def test_trim(tmp_path: Path) -> None:
    assert brought(tmp_path, {"a.mustache": "Hi\n\n"}, dry_run=True).imported[0].data == b"Hi\n\\\n\\\n"
    assert brought(tmp_path, {"a.mustache": "Hi\n\n"}, trim=True).imported[0].data == b"Hi\n"


def test_parts(tmp_path: Path) -> None:
    """They have to be there, of one text each, and not made of themselves."""
    files = {
        "a.mustache": "A {{> b}}", "b.mustache": "B {{name}}", "c.mustache": "\n{{> gone}}", "d.mustache": "{{> c}}",
        "e.mustache": "{{> f}}", "f.mustache": "{{> e}}", "g.mustache": "{{> h}}", "h.prompt": "{{role 'system'}}x",
    }  # fmt: skip
    result = brought(tmp_path, files)
    assert names(result) == ["a", "b", "h"]
    assert {(Path(each.file).name, each.line) for each in result.problems} == {
        ("c.mustache", 2), ("d.mustache", 1), ("e.mustache", 1), ("f.mustache", 1), ("g.mustache", 1),
    }  # fmt: skip
    with Client(f"files:{tmp_path / 'out'}") as client:
        assert client.get("a").render(name="x").text == "A B x"
    result = import_files([place(tmp_path / "more", {"i.mustache": "{{> b}}"})], tmp_path / "out")
    assert names(result) == ["i"]


def test_names_of_others(tmp_path: Path) -> None:
    """They lead nowhere."""
    rows = (
        '[{"name": "../../etc/x", "prompt": "x"}, {"name": "/a//b", "prompt": "x"}, {"name": "'
        + "n" * 300
        + '", "prompt": "x"}]'
    )
    result = brought(tmp_path, {"a.json": rows})
    assert names(result) == ["prompt/a/prompt/b", "prompt/prompt/etc/x"]
    assert "can't be written" in result.problems[0].text


def test_what_was_brought_in_is_no_source(tmp_path: Path) -> None:
    place(tmp_path, {"a.txt": "Hi", "prompts/b.md": "Hi"})
    result = import_files([tmp_path], tmp_path / "prompts")
    assert names(result) == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="making a link takes special rights there")
def test_links(tmp_path: Path) -> None:
    """They are followed within the folder alone."""
    place(tmp_path, {"in/a.txt": "Hi", "out.txt": "secret"})
    (tmp_path / "in/b.txt").symlink_to("a.txt")
    (tmp_path / "in/c.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in/d").symlink_to(tmp_path)
    (tmp_path / "target").mkdir()
    (tmp_path / "target/a.md").symlink_to(tmp_path / "elsewhere")
    result = import_files([tmp_path / "in"], tmp_path / "target")
    assert names(result) == ["b"]
    assert not (tmp_path / "elsewhere").exists()

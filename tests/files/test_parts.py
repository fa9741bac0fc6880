"""Proves that a part's text stands where it is named, is read again when it changes, and what is wrong with one is told."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.files import Folder, PromptFile, PromptFileError
from promptport.files.parts import _filled
from promptport.platform import Query, Variable
from promptport.prompt.template import Template

PIECES = ["{", "}", "{{", "}}", "\\", "a", "{{a}}", "{{ a }}", "\\{{a}}", "{{> p}}", "\\{{> p}}", "x", "\n", "{%", "%}"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


def write(folder: Path, **files: str) -> Folder:
    """A folder of such files."""
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text)
    return Folder(folder)


def find(folder: Folder, name: str) -> PromptFile:
    """What a prompt says."""
    return folder.find(Query(name))[1]


def told(folder: Folder, name: str) -> list[str]:
    """What is wrong with a prompt."""
    with pytest.raises(PromptFileError) as caught:
        find(folder, name)
    return [f"{Path(each.file).name}:{each.line}:{each.column}: {each.text}" for each in caught.value.problems]


def test_a_part_is_put_in(tmp_path: Path) -> None:
    """Into any text of a file, with what it declares, and with the parts that it has itself."""
    (tmp_path / "shared").mkdir()
    folder = write(
        tmp_path,
        mail="+++\nvariables = { name = 'string' }\n+++\n--- system\n{{> shared/tone}} Brief.\n--- user\nHi {{name}}: "
        "\\{{> x}} {{>who}}",
        who="I am {{me}}.",
    )
    (tmp_path / "shared" / "tone.md").write_text(
        "+++\n[variables]\ntone = { default = 'warm' }\nname = 'integer'\n+++\nBe {{tone}}."
    )

    file = find(folder, "mail")
    assert [each["content"] for each in file.messages] == [
        "Be {{tone}}. Brief.",
        "Hi {{name}}: {{> x}} I am {{me}}.",
    ]
    assert file.variables == (Variable("name", "string"), Variable("tone", None, False, "warm"), Variable("me"))
    assert (file.placeholders, file.parts) == (("tone", "name", "me"), ())
    assert find(folder, "mail") is file
    assert find(write(tmp_path, plain="{{> who}}"), "plain").variables is None
    assert folder.check() == []


def test_a_change_of_a_part_is_a_change(tmp_path: Path) -> None:
    """Of a part of a part, too. What is malformed for a while leaves what was said before."""
    folder = write(tmp_path, a="1 {{> b}}", b="2 {{> c}}", c="3")
    assert find(folder, "a").messages[0]["content"] == "1 2 3"
    write(tmp_path, c="4 {{x}}")
    assert (find(folder, "a").messages[0]["content"], find(folder, "a").placeholders) == ("1 2 4 {{x}}", ("x",))
    (tmp_path / "c@2.md").write_text("5")
    assert find(folder, "a").messages[0]["content"] == "1 2 5"
    (tmp_path / "c@2.md").write_text("{{#wrong}}")
    old = time.time() - 10
    os.utime(tmp_path / "c@2.md", (old, old))
    assert find(folder, "a").messages[0]["content"] == "1 2 5"
    assert [Path(each.file).name for each in folder.check()] == ["c@2.md"]
    assert [Path(each.file).name for each in Folder(tmp_path).check()] == ["a.md", "b.md", "c@2.md"]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"a": "x\n {{> b}}"}, "a.md:2:2: `{{> b}}` names no prompt of the folder"),
        ({"a": "{{> welcom}}", "welcome": "Hi"}, "a.md:1:1: `{{> welcom}}` names no prompt of the folder (did you mean w"),
        ({"a": "{{> a}}"}, "a.md:1:1: `{{> a}}` would put a file into itself: a > a."),
        ({"a": "{{> b}}", "b": "{{> c}}", "c": "{{> b}}"}, "a.md:1:1: `{{> b}}` is malformed: "),
        ({"a": "{{> b}}", "b": "--- user\nx\n--- user\ny"}, "a.md:1:1: `{{> b}}` is no text: "),
        ({"a": "{{> b}}", "b": "+++\nlabel = 'draft'\n+++\nx"}, "a.md:1:1: `{{> b}}` names a prompt of which there are drafts"),
        ({"a": "+++\nnote = '{{> b}}'\n+++\n\\{{> ../b}}{{> ../b}}"}, "a.md:4:12: `{{> ../b}}` can't be a prompt's name: "),
        ({"a": "{{> b}}", "b": "{{x"}, "a.md:1:1: `{{> b}}` is malformed: "),
    ],
)  # fmt: skip
def test_what_is_wrong_with_parts(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    """With file, line and column, by `get` and by the check."""
    folder = write(tmp_path, **files)
    (found,) = told(folder, "a")
    assert found.startswith(problem)
    assert found in [f"{Path(each.file).name}:{each.line}:{each.column}: {each.text}" for each in folder.check()]


def test_parts_that_would_never_end(tmp_path: Path) -> None:
    """Each file is read once, and what they make has a length that a file may have."""
    for at in range(18):
        (tmp_path / f"p{at}.md").write_text(f"{{{{> p{at + 1}}}}}" * 2 + f"{{{{> q{at + 1}}}}}")
        (tmp_path / f"q{at}.md").write_text(f"{{{{> q{at + 1}}}}}" + f"{{{{> p{at + 1}}}}}")
    folder = write(tmp_path, p18="x" * 100, q18="y" * 100)
    found, _ = told(folder, "p0")
    assert "makes the text longer than" in found
    for at in range(30):
        (tmp_path / f"d{at}.md").write_text(f"{{{{> d{at + 1}}}}}")
    (found,) = told(write(tmp_path, d30="x"), "d0")
    assert "nested more than 20 deep" in found


@pytest.mark.one_python("how texts are joined is the same on all")
@given(TEXTS, TEXTS.filter(lambda text: "{{>" not in text))
def test_a_part_says_what_it_says_by_itself(text: str, part: str) -> None:
    """Between whatever: nothing that two texts make together is a placeholder, and none is lost."""

    def rendered(text: str) -> str:
        return Template([text], "escaped").render({"a": "<a>"}, strict=False)[0]

    made = _filled(text, {"p": part}, 1_000_000)
    assert made is not None
    apart = _filled(text, {"p": "\x00"}, 1_000_000)
    assert apart is not None
    assert rendered(made) == rendered(apart).replace("\x00", rendered(part))

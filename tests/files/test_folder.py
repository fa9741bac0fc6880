"""Proves which files of a folder are which versions, that changes are seen, and that no name leaves the folder (S3)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from promptport import ArgumentError, CallError, ConfigurationError, NotFound
from promptport.files import Folder, PromptFile, PromptFileError, PromptVersions
from promptport.files.source import Files
from promptport.platform import Query


def write(folder: Path, **files: str) -> None:
    """Write prompt files; `__` stands for a slash, and `_v` for the `@` before a version."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/').replace('_v', '@')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(folder: Path, name: str, **choice: Any) -> tuple[int, str]:
    """The number and the text of the version that is found."""
    number, file = Folder(folder).find(Query(name, **choice))
    return number, file.messages[0]["content"]


def labelled(*labels: str) -> str:
    """A file with labels."""
    return f"+++\nlabels = {list(labels)!r}\n+++\n{', '.join(labels)}"


def told(folder: Path) -> list[str]:
    """What is wrong in a folder, seen from it."""
    return [str(each).removeprefix(f"{folder}{os.sep}").replace(os.sep, "/") for each in Folder(folder).check()]


def test_names(tmp_path: Path) -> None:
    """A name is a path without its ending; what is no prompt is left alone."""
    write(
        tmp_path,
        b="b",
        a="a",
        mail__welcome="c",
        mail__to__all_v2="d",
        README="no {{prompt",
        mail__Readme="nor",
        v1_2="e",
    )
    for name in (".hidden.md", "notes.txt", "a.md.bak", "a.mdx"):
        (tmp_path / name).write_text("{{no")
    write(tmp_path / ".git", x="{{no")
    (tmp_path / "été 1.md").write_text("f")

    assert [each.name for each in Folder(tmp_path).prompts()] == [
        "a",
        "b",
        "mail/to/all",
        "mail/welcome",
        "v1_2",
        "été 1",
    ]
    assert found(tmp_path, "mail/to/all") == (2, "d")
    assert found(tmp_path, "été 1") == (1, "f")
    for name in ("README", "A", "a.md", "mail", "mail/to", "welcome", "a/b", "x" * 5000, "x" * 5000 + "/x"):
        with pytest.raises(NotFound):
            found(tmp_path, name)


def test_versions(tmp_path: Path) -> None:
    """The highest that is no draft is in production, unless one is labelled so; the highest with a label is found by it."""
    write(tmp_path, p="one", p_v2="two", p_v10="ten", p_v11=labelled("draft"), other_v12="x")
    assert found(tmp_path, "p") == found(tmp_path, "p", label="production") == (10, "ten")
    assert found(tmp_path, "p", version=2) == found(tmp_path, "p", version="2") == (2, "two")
    assert found(tmp_path, "p", label="draft") == found(tmp_path, "p", label="latest") == (11, "draft")

    write(tmp_path, p_v2=labelled("production", "stable"), p_v10=labelled("stable"))
    assert found(tmp_path, "p") == found(tmp_path, "p", label="production") == (2, "production, stable")
    assert found(tmp_path, "p", label="stable") == (10, "stable")
    assert [list(each.versions) for each in Folder(tmp_path).prompts()] == [[12], [1, 2, 10, 11]]


def test_what_is_not_there_is_told_with_what_is(tmp_path: Path) -> None:
    write(tmp_path, welcome="a", welcome_v3=labelled("beta"), draft=labelled("draft"))

    with pytest.raises(NotFound, match=r"no prompt 'welcom' in the folder .*\. Did you mean welcome\?") as caught:
        found(tmp_path, "welcom")
    assert (caught.value.name, caught.value.version, caught.value.label) == ("welcom", None, None)
    with pytest.raises(NotFound, match="welcome has no version 2: there are 1, 3") as caught:
        found(tmp_path, "welcome", version="2")
    assert caught.value.version == "2"
    with pytest.raises(NotFound, match="no version 0"):
        found(tmp_path, "welcome", version=0)
    with pytest.raises(NotFound, match="label 'x': there are beta, latest, production"):
        found(tmp_path, "welcome", label="x")
    for choice in ({}, {"label": "production"}):
        with pytest.raises(NotFound, match="drafts only"):
            found(tmp_path, "draft", **choice)
    for version in ("two", "1.0", "-1", "9" * 5000):
        with pytest.raises(ArgumentError, match="are numbers"):
            found(tmp_path, "welcome", version=version)
    with pytest.raises(ConfigurationError, match=r"no folder '.*nowhere'"):
        Folder(tmp_path / "nowhere")
    for place in (tmp_path / "welcome.md", "\0", "~nobody-here/x", "x" * 5000):
        with pytest.raises(ConfigurationError):
            Folder(place)
    with pytest.raises(ConfigurationError, match=r"files:\./prompts"):
        Files("")


def test_what_is_wrong_harms_its_own_prompt(tmp_path: Path) -> None:
    """A bad file or file name is told by all who need it, and by nobody else."""
    write(tmp_path, good="a", bad="{{a b}}", bad_v2="b", twice="a", twice_v1="b", odd_vx="a", odd_v01="b", odd_v2="c")
    write(tmp_path, mail___x="e")
    (tmp_path / "mail" / "a:b.md").write_text("d")
    problems = [
        "bad.md:1:1: `{{a b}}` is no placeholder: a",
        "mail/a:b.md:1:1: 'mail/a:b' can't be a prompt's name: its parts",
        "odd@01.md:1:1: What stands between `@` and `.md` is a version",
        "odd@x.md:1:1: What stands between `@` and `.md` is a version",
        f"twice@1.md:1:1: This is version 1 of twice, and so is {tmp_path / 'twice.md'}.",
    ]

    assert found(tmp_path, "good") == (1, "a")
    assert found(tmp_path, "bad", version=2) == (2, "b")
    assert found(tmp_path, "odd", version=2) == (2, "c")
    for name, choice in (("bad", {}), ("bad", {"version": 1}), ("odd", {}), ("twice", {}), ("twice", {"version": 1})):
        with pytest.raises(PromptFileError):
            found(tmp_path, name, **choice)
    assert [each[: len(problem)] for each, problem in zip(told(tmp_path), problems, strict=True)] == problems
    with pytest.raises(PromptFileError) as caught:
        Folder(tmp_path).prompts()
    assert list(caught.value.problems) == Folder(tmp_path).check()


NAMES = [
    ".hidden", "sub/.hidden",
    "..", ".", "", "../secret", "a/../../secret", "/etc/passwd", "a/", "/a", "a//b", "a/./b", "a\\..\\secret", "..\\secret",
    "a\0", "a\r\nb", "a\x7f", "C:secret", "C:\\secret", "secret.md:stream", "a.", " a", "a ", "sub/.. /secret", "~/../secret/..",
    "a@1", "\ud800", "%2e%2e/..", "...",
]  # fmt: skip


@pytest.mark.promise("S3")
@pytest.mark.parametrize("name", NAMES)
def test_s3_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    """S3: what isn't a name is refused before the disk is asked, whatever would be there."""
    write(tmp_path, secret="the secret", prompts__sub__a="b", prompts__a="c")
    with pytest.raises(ArgumentError, match="can't be a prompt's name"):
        found(tmp_path / "prompts", name)


def test_a_version_in_the_name_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="Ask for version=12 in an argument of its own"):
        found(tmp_path, "a@12")


@pytest.mark.promise("S3")
def test_s3_no_link_leaves_the_folder(tmp_path: Path) -> None:
    """S3: links to files lead within the folder, and links to folders nowhere."""
    write(tmp_path, secret="s", outside__x="s", prompts__a="a", prompts__sub__b="b")
    inside = tmp_path / "prompts"
    (inside / "out.md").symlink_to(tmp_path / "secret.md")
    (inside / "up.md").symlink_to("../secret.md")
    (inside / "same.md").symlink_to("sub/b.md")
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "loop").symlink_to(inside)
    (inside / "folder.md").symlink_to("sub")
    (inside / "gone.md").symlink_to("nothing.md")
    (inside / "round.md").symlink_to("round.md")

    assert found(inside, "same") == (1, "b")
    for name in ("out", "up"):
        with pytest.raises(PromptFileError, match=rf"{name}\.md:1:1: The link leads out of the folder\."):
            found(inside, name)
    for name in ("folder/x", "loop/a", "loop/loop/a", "loop/sub/b"):
        with pytest.raises(NotFound):
            found(inside, name)
    for name in ("gone", "round"):
        with pytest.raises(PromptFileError, match=r"can't be read"):
            found(inside, name)
    assert [each.partition(":")[0] for each in told(inside)] == ["folder.md", "gone.md", "out.md", "round.md", "up.md"]
    (tmp_path / "link").symlink_to(inside)  # the folder itself may be one
    assert found(tmp_path / "link", "same") == found(tmp_path / "link", "sub/b") == (1, "b")


def test_a_folder_whose_files_are_switched_by_a_link(tmp_path: Path) -> None:
    """As Kubernetes does it: files are links through `..data`, which is replaced as a whole."""
    for each in ("..1", "..2"):
        write(tmp_path / each, p=each)
    (tmp_path / "..data").symlink_to("..1")
    (tmp_path / "p.md").symlink_to("..data/p.md")
    folder = Folder(tmp_path)
    assert folder.find(Query("p"))[1].messages[0]["content"] == "..1"

    (tmp_path / "..new").symlink_to("..2")
    (tmp_path / "..new").replace(tmp_path / "..data")

    assert folder.find(Query("p"))[1].messages[0]["content"] == "..2"
    assert [each.name for each in folder.prompts()] == ["p"]


def test_versions_come_and_go(tmp_path: Path) -> None:
    """A new version, a label that moves, a file that is taken away: the next fetch knows."""
    write(tmp_path, p="one")
    source = Files(str(tmp_path))
    first = source.fetch(Query("p"), 1)
    assert (first.version, first.label, first.cacheable) == (1, "production", True)

    write(tmp_path, p_v2="two")
    assert source.fetch(Query("p"), 1).version == 2
    assert source.fetch(Query("p", 1), 1)._replace(label="production") == first
    write(tmp_path, p=labelled("production", "x"))
    assert source.fetch(Query("p"), 1).version == 1
    assert source.fetch(Query("p", label="x"), 1).label == "x"
    assert source.fetch(Query("p", 1), 1).label == "production"
    assert source.fetch(Query("p", "1"), 1) is source.fetch(Query("p", 1), 1)
    (tmp_path / "p.md").unlink()
    assert source.fetch(Query("p"), 1).version == 2


def test_the_folder_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another current folder changes nothing; a folder that goes away is a failure, not a prompt that is not there."""
    write(tmp_path / "prompts", p="a", sub__q="b")
    monkeypatch.chdir(tmp_path)
    folder = Folder("prompts")
    monkeypatch.chdir("/")
    assert folder.find(Query("p"))[0] == 1

    (tmp_path / "prompts").rename(tmp_path / "elsewhere")
    for name in ("p", "sub/q"):
        with pytest.raises(CallError, match=r"The folder prompts.* can't be read: No such file") as caught:
            folder.find(Query(name))
        assert caught.value.kind == "connection"
    with pytest.raises(CallError):
        folder.prompts()


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file name in another encoding is told in letters that can be printed."""
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    with open(name, "wb") as file:  # noqa: PTH123 # a path of bytes
        file.write(b"a")
    (problem,) = told(tmp_path)
    assert problem.startswith("caf\\udce9.md:1:1: 'caf\\udce9' can't be a prompt's name")


def test_labelled() -> None:
    """The rule by itself."""
    plain, draft, live = (
        PromptFile(()),
        PromptFile((), labels=("draft",)),
        PromptFile((), labels=("production", "draft")),
    )
    assert PromptVersions("p", {1: plain, 2: draft}).labelled("production") == 1
    assert PromptVersions("p", {1: live, 2: plain}).labelled("production") == 1
    assert PromptVersions("p", {1: draft}).labelled("production") is None
    assert PromptVersions("p", {1: draft, 2: draft}).labelled("latest") == 2

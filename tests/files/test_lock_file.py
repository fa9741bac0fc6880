"""Proves that a lock has one text for what it says, and that whatever else stands in such a file is told with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.errors import ArgumentError
from promptport.files.lock_file import NAME, Lock, LockEntry, LockError, digest_of, lock_text, parse_lock, read_lock
from promptport.files.prompt_file import read_prompt_file

pytestmark = pytest.mark.one_python("a lock is the same text on all")

SHA = "0" * 64
TEXT = f"""\
# Written by `promptport pull` and `promptport push`. Commit it beside the prompts, and leave it as it is.
format = 1
source = "xr2"

[[prompt]]
name = "a\\"\\u007f"
file = "%22.md"
version = "v_1"
id = "v_1"
sha256 = "{SHA}"

[[prompt]]
name = "a/b"
file = "a/b.md"
version = 3
label = "production"
sha256 = "{SHA}"
"""
LOCK = Lock("xr2", {}).with_entries(
    [LockEntry('a"\x7f', "%22.md", SHA, "v_1", None, "v_1"), LockEntry("a/b", "a/b.md", SHA, 3, "production")]
)


def test_a_lock(tmp_path: Path) -> None:
    assert lock_text(LOCK).decode() == TEXT
    assert read_lock(tmp_path) is None
    assert read_lock(tmp_path / "nowhere") is None
    (tmp_path / NAME).write_text(TEXT)
    assert read_lock(tmp_path) == LOCK


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.dictionaries(names, st.tuples(st.integers() | names, names | st.none()), max_size=5))
def test_any_names(prompts: dict[str, tuple[int | str, str | None]]) -> None:
    entries = [LockEntry(name, f"{at}.md", SHA, *prompts[name]) for at, name in enumerate(prompts)]
    lock = Lock("xr2", {}).with_entries(entries)
    text = lock_text(lock)
    assert parse_lock(text, Path(NAME)) == lock
    assert lock_text(lock.with_entries(reversed(entries))) == text


def test_a_name_that_no_file_can_hold() -> None:
    with pytest.raises(ArgumentError, match="half a character"):
        lock_text(LOCK.with_entries([LockEntry("\ud800", "a.md", SHA)]))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("<<<<<<< HEAD\nformat = 1\n=======\nformat = 1\n>>>>>>> theirs\n", "conflict marks of git: keep either side"),
        ("format = 2\nsource = 'xr2'", "has the format 2, and this release knows 1: update promptport"),
        ("format = 1", "no lock file any more"),
        ("format = ", "no lock file any more"),
        ("\0", "no lock file any more"),
        (TEXT.replace('"a/b"', "3"), "has a `name` that is none, 3"),
        (TEXT.replace("label", "lable"), "has a prompt that is none"),
        (TEXT.replace("version = 3", "version = true"), "has a `version` that is none, True"),
        (TEXT.replace("%22.md", "A/B.md"), "has one file for"),
        (TEXT.replace(r'"a\"\u007f"', '"a/b"'), "has 'a/b' twice, as a merge may leave it"),
        *((TEXT.replace("a/b.md", each), "names a file that no prompt has") for each in (
            "../b.md", "/b.md", "b", "a//b.md", "a/.md", "C:b.md", "b@2.md", ".b.md",
        )),
    ],
)  # fmt: skip
def test_what_is_no_lock(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(LockError, match=wrong) as raised:
        read_lock(tmp_path)
    assert str(tmp_path) in str(raised.value)


def test_a_lock_that_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(LockError, match="can't be read: it is no regular file"):
        read_lock(tmp_path)


def test_digests() -> None:
    """Layout and comments, labels and weights do not count; what a prompt says does."""
    texts = [
        "Hi {{name}}.",
        "--- user\n\nHi {{ name }}.\n\n",
        "+++\n# note\nlabels = ['a']\nweight = 3\n+++\nHi {{name}}.",
    ]
    assert len({digest_of(read_prompt_file(each.encode(), "")) for each in (texts[0], texts[2])}) == 1
    others = ["Hi  {{name}}.", "+++\nnote = 'x'\n+++\nHi {{name}}.", "+++\ntags = ['x']\n+++\nHi {{name}}."]
    assert len({digest_of(read_prompt_file(each.encode(), "")) for each in [*texts, *others]}) == len(others) + 2

"""Proves that every name has a file of its own, which every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.transfer.file_names import file_of, folded

pytestmark = pytest.mark.one_python("names are the same on all")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("welcome", "welcome.md"),
        ("mail/bye now", "mail/bye now.md"),
        ("a:b", "a%3Ab.md"),
        ("50%", "50%25.md"),
        ("a@2", "a%402.md"),
        ("README", "%52EADME.md"),
        ("con", "%63on.md"),
        ("nul.txt", "%6Eul.txt.md"),
        (".hidden", "%2Ehidden.md"),
        ("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd.md"),
        ("/etc/passwd", "%2Fetc%2Fpasswd.md"),
        ("a//b", "a%2F%2Fb.md"),
        ("a\\b", "a%5Cb.md"),
        ("end.", "end%2E.md"),
        ("a.md/b", "a%2Emd/b.md"),
        ("é", "é.md"),
        ("e\u0301", "e%CC%81.md"),
        ("tab\tnul\0", "tab%09nul%00.md"),
    ],
)
def test_files(name: str, file: str) -> None:
    assert file_of(name, ()) == file


def test_case() -> None:
    """Names that differ in case alone have files of their own, also where case does not count."""
    taken: set[str] = set()
    files = []
    for name in ("welcome", "Welcome", "WELCOME", "welcomE"):
        files.append(file_of(name, taken))
        taken.add(folded(files[-1]))
    assert files == ["welcome.md", "%57elcome.md", "%57%45%4C%43%4F%4D%45.md", "welcom%45.md"]
    assert len(taken) == 4
    assert file_of("welcome", taken).startswith("welcome~")


def test_long_names() -> None:
    one, other = file_of("ä" * 300, ()), file_of("ä" * 299, ())
    assert one != other
    assert len(one.encode()) < 250


names = st.text(min_size=1, max_size=12) | st.text(st.sampled_from("aA%./@: md~"), min_size=1, max_size=8)


@given(st.lists(names, unique=True, max_size=12))
def test_any_names(given_names: list[str]) -> None:
    taken: set[str] = set()
    for name in given_names:
        file = file_of(name, taken)
        assert folded(file) not in taken
        taken.add(folded(file))
        for part in file.split("/"):
            assert part
            assert part[0] not in ". "
            assert part.removesuffix(".md")[-1] not in ". "
            assert not set(part) & set('\\:@<>"|?*\0')
        assert file.endswith(".md")
        assert not any(each.casefold().endswith(".md") for each in file.split("/")[:-1])

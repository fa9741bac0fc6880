"""Proves that a file's labels are changed, and nothing else of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.files import PromptFileError
from promptport.files.labels import Unchangeable, relabelled
from promptport.files.prompt_file import read_prompt_file

HEADS = [
    "",
    "+++\n+++\n",
    "+++\n# why\nlabel = 'x' # so\nnote = 'n'\n+++\n",
    "+++\nlabels = [\n  'a', # one\n  'b',\n]\n[config]\nlabel = 1\n+++\n",
    "+++\r\nnote = 'n'\r\n+++\r\n",
    '\ufeff+++\n"labels" = []\n[variables]\na = {}\n+++\n',
    "+++\nlabel = 'x'\n+++\n",
    "+++\nnote = '''\nlabel = 1\n'''\n+++\n",
]


@given(st.sampled_from(HEADS), st.lists(st.text(min_size=1, max_size=5), max_size=3, unique=True))
def test_the_rest_stays(head: str, labels: list[str]) -> None:
    """Whatever the file says besides, and wherever its labels stood."""
    data = f"{head}Hi.\r\n".encode()
    try:
        changed = relabelled(data, labels)
    except (Unchangeable, PromptFileError):
        pytest.fail("it can be changed")
    except ValueError:
        assert any("\ud800" <= each <= "\udfff" for each in "".join(labels))
        return
    assert read_prompt_file(changed, "p.md") == read_prompt_file(data, "p.md")._replace(labels=tuple(labels))
    assert relabelled(changed, labels) == changed


def test_lines() -> None:
    """Comments and line ends are the author's."""
    assert relabelled(b"Hi", ["a"]) == b'+++\nlabel = "a"\n+++\nHi'
    assert relabelled(b"Hi", []) == b"Hi"
    assert (
        relabelled(b"+++\r\n# c\r\nlabel = 'a'\r\n+++\r\nHi", ["a", "b"])
        == b'+++\r\n# c\r\nlabels = ["a", "b"]\r\n+++\r\nHi'
    )
    assert relabelled(b"+++\nlabels = [\n 'a',\n]\nnote = 'n'\n+++\nHi", []) == b"+++\nnote = 'n'\n+++\nHi"
    assert relabelled(relabelled(b"--- user\nHi", ["a"]), []) == b"--- user\nHi"
    assert relabelled(b"+++\nlabel = 'a'\n+++\n\\+++\n", []) == b"\\+++\n"
    for text in (b"---\nHi\n---\n", b"label: b\r\nHi\r\n"):
        assert relabelled(b"+++\nlabel = 'a'\n+++\n" + text, []) == b"+++\n+++\n" + text
    assert relabelled(b"+++\n[config]\nlabel = 1\n+++\nHi", ["x"]) == b'+++\nlabel = "x"\n[config]\nlabel = 1\n+++\nHi'


def test_a_list_that_is_too_long_for_us() -> None:
    with pytest.raises(Unchangeable, match="lines of their own"):
        relabelled(b"+++\nlabels = [\n" + b"\n" * 300 + b"]\n+++\nHi", ["a"])

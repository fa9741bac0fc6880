"""Proves that a description keeps its Markdown in a docstring: units, lists, code and tables as they are written."""

from __future__ import annotations

import pytest
from generator.prose import rows

pytestmark = pytest.mark.one_python("the generator runs on the oldest")

TEXT = """How long it waits, in seconds.

It is one of:

- `fast`: at most 5 s, and what takes longer than that is given up
  where it stands
- `slow`
    1. 30 s
    2. 60 s

# Example

```python
wait(
    5  # s
)
wait(6)
```
| name | unit |
|---|---|
| wait | s |

    indented = "code"

Ends hard||
here.
""".replace("||", "  ")  # two blanks end a line
WRAPPED = """How long it waits, in seconds.

It is one of:

- `fast`: at most 5 s, and what takes
  longer than that is given up where it
  stands
- `slow`
    1. 30 s
    2. 60 s

# Example

```python
wait(
    5  # s
)
wait(6)
```
| name | unit |
|---|---|
| wait | s |

    indented = "code"

Ends hard
here."""


def test_markdown_is_kept() -> None:
    """Paragraphs and lists are wrapped, with their indent; the rest stands as it is."""
    assert "\n".join(rows(TEXT, 40)) == WRAPPED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one two", ["one two"]),
        ("one\ntwo\n\n\n\nthree\n", ["one two", "", "three"]),
        ("```\nopen", ["```", "open"]),
        ("a - b\n- c", ["a - b", "- c"]),
        ("- a\n\n  b", ["- a", "", "b"]),
        ("-no item", ["-no item"]),
        (" \n ", []),
    ],
)
def test_a_few_lines(text: str, wanted: list[str]) -> None:
    assert rows(text, 80) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "One line\\\nand the next.",
        "name | unit\n--- | ---\nwait | s\nstop | ms\n\nAnd more.",
        "- an item\n\n  of two paragraphs\n\nAnd more.",
        "````\n```\na   b\n```\nc   d\n````",
    ],
)
def test_what_stays_as_it_is_written(text: str) -> None:
    """A line that a backslash ends, a table without bars at its sides, what belongs to an item, a fence in a fence."""
    assert "\n".join(rows(text, 40)) == text

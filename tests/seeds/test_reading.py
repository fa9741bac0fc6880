"""Proves that what reads, runs and compares the examples notices a forgotten block, and a document that changed."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

import pytest

from .documents import Block, Harness, WrongHarness, looks_like_code, read_harness, signatures
from .programs import Forms, Program, as_data, with_asyncio, with_our_imports

TEXT = """\
Quickstart
import json
value = json.loads("[1]")
if value:
    print(value)Then go on:
print("two")
Links
"""


class Document(Harness):
    """A document that is a text."""

    text = TEXT


def document(*blocks: Block) -> Document:
    """The document with these blocks."""
    return Document(name="doc", document="doc.md", platform="xr2", blocks=list(blocks))


FIRST = Block(name="first", begin="import json", until="Then")
SECOND = Block(name="second", begin="print(", until="\nLinks", follows="first")


def test_blocks_are_cut_at_texts() -> None:
    """A block may end in the middle of a line, where a document has lost its line breaks."""
    found = document(FIRST, SECOND).found

    assert found["first"].source == 'import json\nvalue = json.loads("[1]")\nif value:\n    print(value)'
    assert (found["first"].line, found["second"].line) == (2, 6)
    assert list(document(FIRST, SECOND).uncovered()) == []


def test_files_are_what_a_fence_names() -> None:
    """A fence with a path behind its language is a file, and no code that is forgotten."""
    shown = "Text\n```md prompts/a.md\n+++\nlabel = 'x'\n+++\nimport json\n```\n```python\nimport json\n```\n"
    harness = type("Shown", (Harness,), {"text": shown})(name="doc", document="doc.md", platform="xr2", blocks=[])

    assert {name: (each.source, each.line) for name, each in harness.files.items()} == {
        "prompts/a.md": ("+++\nlabel = 'x'\n+++\nimport json\n", 3)
    }
    assert list(harness.uncovered()) == ["import json"]


@pytest.mark.parametrize(
    ("blocks", "forgotten"),
    [
        pytest.param([SECOND], ["import json", 'value = json.loads("[1]")', "if value:"], id="a whole block"),
        pytest.param([FIRST], ['print("two")'], id="the last block"),
        pytest.param([Block("cut", "import json", "if value"), SECOND], ["if value:"], id="the end of a block"),
    ],
)
def test_forgotten_code_is_found(blocks: list[Block], forgotten: list[str]) -> None:
    """Code that no block covers is found, whole blocks and halves alike."""
    assert [line for line in document(*blocks).uncovered() if not line.startswith("print(value)")] == forgotten


def test_fences_tell_code_from_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a document fences its code, what is outside the fences is prose, and what is inside is code."""
    monkeypatch.setattr(Document, "text", "import this for fun\n```sh\nls here\n```\n```python\nimport json\n```\n")

    assert list(document(Block("json", "import json", "```")).uncovered()) == ["ls here"]


@pytest.mark.parametrize(
    "line",
    [
        "import a",
        "from a import b",
        "a = 1",
        "a.b(c)",
        "print(1)",
        "    )",
        "pip install a",
        'x["a"]',
        "    a=1,",
        "try:",
    ],
)
def test_lines_of_code(line: str) -> None:
    """Lines of code look like code, alone as well."""
    assert looks_like_code(line)


@pytest.mark.parametrize(
    "line",
    ["Links", "Returns: RenderedPrompt", "Parameters: None", "Important Notes:", "  • slug (required): The slug"],
)
def test_lines_of_prose(line: str) -> None:
    """Lines of prose do not, even where Python would read them."""
    assert not looks_like_code(line)


@pytest.mark.parametrize(
    ("block", "missing"),
    [
        pytest.param(Block("a", "import yaml", "Then"), "import yaml", id="begin"),
        pytest.param(Block("a", "import json", "Thence"), "Thence", id="until"),
    ],
)
def test_a_block_that_is_not_there(block: Block, missing: str) -> None:
    """A document that has changed under its harness file is an error, which names the text that is gone."""
    with pytest.raises(WrongHarness, match=missing):
        assert document(block).found


def test_a_block_that_follows_nothing() -> None:
    """A block goes on from one of the same document."""
    assert document(FIRST, SECOND).chain(SECOND) == [FIRST, SECOND]
    with pytest.raises(WrongHarness, match="follows 'first'"):
        document(SECOND).chain(SECOND)


def test_a_misspelt_field(tmp_path: Path) -> None:
    """A field that no harness file has is an error, so that no expectation is lost to its spelling."""
    file = tmp_path / "doc.toml"
    file.write_text(
        'document = "doc.md"\nplatform = "xr2"\n[[block]]\nname = "a"\nbegin = "b"\nuntil = "c"\nprint = []\n'
    )

    with pytest.raises(TypeError, match="print"):
        read_harness(file)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("from xr2_sdk.client import xR2Client", "from promptport.xr2.client import xR2Client"),
        ("    from xr2_sdk import (", "    from promptport.xr2 import ("),
        ("import scope_client", "import promptport.scope as scope_client"),
        ("import promptrails as p", "import promptport.promptrails as p"),
        ("from xr2_sdk_more import a", "from xr2_sdk_more import a"),
        ('print("from xr2_sdk import a")', 'print("from xr2_sdk import a")'),
        ("xr2_sdk.client()", "xr2_sdk.client()"),
    ],
)
def test_only_imports_are_rewritten(theirs: str, ours: str) -> None:
    """Import lines change by the table; nothing else does."""
    assert with_our_imports(theirs) == ours


def test_a_program_is_the_main_program() -> None:
    """Pieces share their names, run as `__main__`, print apart, and are gone at the end."""
    with Program() as program:
        assert program.run("a = __name__", "doc.md", 1) == []
        assert program.run("print(a)\nprint(2)", "doc.md", 5) == ["__main__", "2"]
        assert program.value("a + b", b="!") == "__main__!"

    assert program.names == {}


def test_a_program_may_await() -> None:
    """Where a document awaits outside of any function, the piece runs in an event loop of its own."""
    with Program() as program:
        source = "import asyncio\nawait asyncio.sleep(0)\nasync def f():\n    yield 1\na = [each async for each in f()]\nprint(a)"
        assert program.run(source, "doc.md", 1) == ["[1]"]
        assert program.run("a.append(2)\nprint(a)", "doc.md", 9) == ["[1, 2]"]


def test_a_program_takes_over_no_future() -> None:
    """An example has the language that its own file would have, whatever the tests are written in."""
    with Program() as program:
        program.run("def f(x: int): ...", "doc.md", 1)

        assert program.value("f.__annotations__") == {"x": int}


def test_examples_with_asyncio() -> None:
    """A changed example is awaited at its top level, in one event loop for all pieces of a program; others are as they were."""
    source = with_asyncio("x = sleep(0)\nprint('slept')", {r"\bsleep\(": "await sleep("})
    assert source == "x = await sleep(0)\nprint('slept')"
    with Program() as program:
        program.run("from asyncio import get_running_loop, sleep", "doc.md", 1)
        assert program.run(source, "doc.md", 2) == ["slept"]
        program.run("await sleep(0)\none = get_running_loop()", "doc.md", 4)
        program.run("await sleep(0)\ntwo = get_running_loop()", "doc.md", 6)
        assert program.value("one is two")


def test_a_failing_program_names_its_line() -> None:
    """The error of an example is not caught, and its traceback ends in the document's own line."""
    with pytest.raises(ZeroDivisionError) as failed:
        Program().run("a = 0\n1 / a", "doc.md", 7)

    last = extract_tb(failed.value.__traceback__)[-1]
    assert (last.filename, last.lineno) == ("doc.md", 8)


def test_a_program_may_wait_at_its_top() -> None:
    """What a document writes without a function around it runs in an event loop of its own."""
    with Program() as program:
        assert program.run("import asyncio\nawait asyncio.sleep(0)\nprint(1)", "doc.md", 1) == ["1"]


def test_lost_indentation_is_given_back() -> None:
    """Line by line; a document that has changed under it is an error. The last block needs no text behind it."""
    block = Block(name="if", begin="if value:", until="Then", depths=[0, 1])
    last = Block(name="last", begin="Links")

    assert document(block, last).found["if"].source == "if value:\n        print(value)"
    assert document(block, last).found["last"].source == "Links\n"
    with pytest.raises(WrongHarness, match="2 lines, and 1 depths"):
        assert document(Block(name="if", begin="if value:", until="Then", depths=[0])).found


def test_listed_methods() -> None:
    """Signatures are read with their defaults; comments, and words that run into one another, are passed over."""
    found = signatures('client.a(x, *, y="s", **z) -> NoneText\nclient.b(\nx, # (not) -> this\n) -> B\nclient.c()\n')

    assert {name: str(each) for name, each in found.items()} == {"a": "(x, *, y='s', **z)", "b": "(x)"}


def test_forms_stand_for_one_text() -> None:
    """A form fits what has its shape, and means the same text wherever it stands again."""
    forms = Forms({"id": r"[0-9a-f]{4}"})

    assert forms.fill(["id <id>", "<id 2>"], ["id 00ff", "abcd"]) == ["id 00ff", "abcd"]
    assert forms.fill({"a": "<id>", "b": "<id 2>"}, {"a": "00ff", "b": "00ff"}) == {"a": "00ff", "b": "<id 2>"}
    assert forms.fill(["<id 3>", "x"], ["wxyz"]) == ["<id 3>", "x"]


def test_values_as_toml_has_them() -> None:
    """Tuples are lists and fields that are None are left out, since TOML has neither."""
    assert as_data({"a": (1, None, {"b": None}), "c": None}) == {"a": [1, None, {}]}

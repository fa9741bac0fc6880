"""Documents with examples: the harness file of each, the blocks that it names, and the code that no block covers."""

from __future__ import annotations

import ast
import inspect
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from textwrap import dedent
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
PACKAGES: Mapping[str, str] = tomllib.loads((HERE / "imports.toml").read_text("utf-8"))["packages"]


class WrongHarness(ValueError):
    """A harness file does not fit its document."""


@dataclass(frozen=True)
class Block:
    """One example, and what comes of it.

    Attributes:
        name: What the example shows.
        begin: The text that it begins with: the first such text after the block before.
        until: The first text after it that is no part of it; without one it goes to the document's end.
        follows: The block whose names it goes on with: that one runs before it, in the same namespace.
        given: Source that runs before it: what the document takes as given, such as a client.
        prints: The lines that it prints.
        requests: Verb, path and status of each request that it makes, in order.
        leaves: Expressions, and what they are afterwards. They see the block's names, `backend` (what the platform
            holds) and `asked` (what the model was asked). Tuples are lists and fields that are None are left out, since
            TOML has neither.
        warns: Regular expressions, one for each ResourceWarning when its names are gone.
        depths: How deep each of its lines stands, in a document that has lost its indentation.
        scripts: Scripted answers that the platform gives it.
        client: Of a block that is no program but lists the methods of a client: the vendor's name for its class.
        methods: How many methods such a block lists.
        uses: Modules that it uses and does not import.
        seed: What the platform is given first.
    """

    name: str
    begin: str
    until: str | None = None
    follows: str | None = None
    given: str = ""
    prints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    leaves: dict[str, Any] = field(default_factory=dict)
    warns: list[str] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    scripts: list[dict[str, Any]] = field(default_factory=list)
    client: str = ""
    methods: int = 0
    uses: list[str] = field(default_factory=list)
    seed: dict[str, Any] = field(default_factory=dict)

    def source(self, text: str) -> str:
        """Its text as Python has it."""
        if not self.depths:
            return dedent(text)
        lines = text.rstrip().split("\n")
        if len(lines) != len(self.depths):
            raise WrongHarness(f"{self.name!r} has {len(lines)} lines, and {len(self.depths)} depths")
        return "\n".join("    " * depth + line for depth, line in zip(self.depths, lines, strict=True))


@dataclass(frozen=True)
class Found:
    """A block's place in its document: from `start` up to `end`, on line `line`."""

    start: int
    end: int
    line: int
    source: str


@dataclass(frozen=True)
class Harness:
    """How the examples of one document are run.

    Attributes:
        name: The harness file's name.
        document: Where the document is, seen from the project's root.
        platform: The platform that its examples talk to.
        blocks: Its examples, in the order of the document.
        environment: Environment variables; `<url>` stands for the local platform.
        forms: Regular expressions for what differs from run to run. An expected text holds them as `<form>`, or as
            `<form tag>` where there are several; the same one means the same text wherever it stands.
        not_code: Lines that look like code and are none, each with the reason.
        asyncio: Regular expressions, and what they become where the examples are run once more, with the asyncio client.
    """

    name: str
    document: str
    platform: str
    blocks: list[Block]
    environment: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    not_code: dict[str, str] = field(default_factory=dict)
    asyncio: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The document's file."""
        return Path(os.path.normpath(ROOT / self.document))

    @cached_property
    def text(self) -> str:
        """The document."""
        return self.path.read_text("utf-8")

    @cached_property
    def found(self) -> dict[str, Found]:
        """The blocks by name, where they stand in the document."""
        found: dict[str, Found] = {}
        at = 0
        for block in self.blocks:
            start = self.text.find(block.begin, at)
            after = start + len(block.begin)
            end = len(self.text) if block.until is None else self.text.find(block.until, after)
            if start < 0 or end < 0:
                what = repr(block.begin if start < 0 else block.until)
                raise WrongHarness(f"{self.name}: after what stands before {block.name!r} there is no {what}")
            line = self.text.count("\n", 0, start) + 1
            found[block.name] = Found(start, end, line, block.source(self.text[start:end]))
            at = end
        return found

    @property
    def programs(self) -> list[Block]:
        """The blocks that are run."""
        return [each for each in self.blocks if not each.client]

    @cached_property
    def files(self) -> dict[str, Found]:
        """Files that the examples find in the current folder, by path: a code fence names one behind its language."""
        return {
            found[1]: Found(found.start(2), found.end(2), self.text.count("\n", 0, found.start(2)) + 1, found[2])
            for found in re.finditer(r"^```\w+ (\S+)\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL)
        }

    def chain(self, block: Block) -> list[Block]:
        """A block and those that it goes on from, the first first."""
        before = [each for each in self.blocks if each.name == block.follows]
        if block.follows is not None and not before:
            raise WrongHarness(f"{self.name}: {block.name!r} follows {block.follows!r}, which there is not")
        return [*self.chain(before[0]), block] if before else [block]

    def uncovered(self) -> Iterator[str]:
        """Every line, or rest of a line, that looks like code and stands in no block."""
        at, outside = 0, ""
        for found in sorted([*self.found.values(), *self.files.values()], key=lambda each: each.start):
            outside += self.text[at : found.start] + "\n"
            at = found.end
        outside += self.text[at:]
        fenced, fences = False, "```" in self.text
        for line in outside.splitlines():
            if line.strip().startswith("```"):
                fenced = not fenced
            elif line.strip() and (fenced if fences else looks_like_code(line)):
                yield line.strip()


def signatures(text: str) -> dict[str, inspect.Signature]:
    """The methods that a text lists as `client.name(parameters) -> Answer`, without annotations."""
    found = {}
    for name, parameters in re.findall(
        r"^client\.(\w+)\((.*?)\)\s*->", re.sub(r"#.*", "", text), re.MULTILINE | re.DOTALL
    ):
        names: dict[str, Any] = {}
        exec(f"def {name}({parameters}): ...", names)
        found[name] = inspect.signature(names[name])
    return found


# A word that begins code, or a shell command; a name that is called or assigned; closing brackets; part of a dict.
_BEGINNINGS = re.compile(
    r"(from|import|async|await|def|class|with|for|if|elif|return|raise|export|pip|uv|poetry|python3?)\s"
    r"|(try|else|finally|except\b.*):|@\w|>>>|\$\s|[\w.]+\(|[\w.\[\]\"']+\s*[-+]?=[^=]|[)\]}]+[,:]?$|[\"']\w+[\"']:"
)


def looks_like_code(line: str) -> bool:
    """Whether a line of a document without code fences seems to be code. Rather too often than too seldom."""
    text = line.strip()
    if _BEGINNINGS.match(text):
        return True
    try:
        statements = ast.parse(text).body
    except SyntaxError:
        return False
    # A single word is an expression to Python, and `Returns: Something` an annotation.
    prose = (ast.Name, ast.Constant)
    return any(
        not (isinstance(each, ast.Expr) and isinstance(each.value, prose))
        and not (isinstance(each, ast.AnnAssign) and each.value is None)
        for each in statements
    )


def read_harness(path: Path) -> Harness:
    """Read a harness file. A field that there is not is an error."""
    data = tomllib.loads(path.read_text("utf-8"))
    blocks = [Block(**each) for each in data.pop("block")]
    return Harness(name=path.stem, blocks=blocks, **data)


def harnesses() -> list[Harness]:
    """Every harness file of this folder."""
    return [read_harness(path) for path in sorted(HERE.glob("*.toml")) if path.name != "imports.toml"]

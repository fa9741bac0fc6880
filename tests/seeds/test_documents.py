"""Proves that every example of the vendors' documents, and of ours, runs with only its import lines changed.

The vendors' documents are not part of the project: their examples are taken from the folder `shared/seeds` beside the
checkout, and reported as skipped where there is none. Our own documents show the same flows, and always run.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from promptport import scope
from promptport.testing import Platform

from ..promptic.tracing.traced import begin_anew
from .documents import PACKAGES, SEEDS, Block, Harness, harnesses, signatures
from .programs import Forms, OpenAI, Program, as_data, with_asyncio, with_our_imports

pytestmark = pytest.mark.one_python("what documents show is tested on all by its own tests")

ALL = harnesses()
EVERY_DOCUMENT = pytest.mark.parametrize("harness", ALL, ids=lambda each: each.name)
WORLDS = {"": ALL, ", with asyncio": [each for each in ALL if each.asyncio]}
EVERY_RUN = pytest.mark.parametrize(
    ("harness", "block", "changes"),
    [
        pytest.param(harness, block, harness.asyncio if world else {}, id=f"{harness.name}: {block.name}{world}")
        for world, documents in WORLDS.items()
        for harness in documents
        for block in harness.programs
    ],
)
EVERY_BLOCK = pytest.mark.parametrize(
    ("harness", "block"),
    [pytest.param(harness, block, id=f"{harness.name}: {block.name}") for harness in ALL for block in harness.programs],
)


@pytest.fixture(autouse=True)
def readable(request: pytest.FixtureRequest) -> None:
    """Skips what needs the vendors' documents where there is no folder with them."""
    case = getattr(request.node, "callspec", None)
    document = None if case is None else case.params["harness"].path
    if not SEEDS.is_dir() and (document is None or document.is_relative_to(SEEDS)):
        pytest.skip("the vendors' documents are not there: no folder shared/seeds beside the checkout")


@pytest.fixture
def process() -> Iterator[None]:
    """What examples set for the whole process is forgotten afterwards, as at the end of a program."""
    yield
    begin_anew()
    scope.reset_configuration()
    scope.Telemetry.clear_callbacks()


@pytest.mark.promise("C1")
@pytest.mark.usefixtures("process")
@EVERY_RUN
def test_a_block_does_what_its_document_says(
    harness: Harness,
    block: Block,
    changes: Mapping[str, str],
    promptport_local: Platform,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """C1: an example prints, sends and leaves behind what its harness file says, and nothing else."""
    model = OpenAI()
    monkeypatch.setitem(sys.modules, "openai", model)
    for name, value in harness.environment.items():
        monkeypatch.setenv(name, value.replace("<url>", promptport_local.url(harness.platform)))
    monkeypatch.chdir(tmp_path)
    for name, shown in harness.files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(shown.source, "utf-8")
    forms, backend = Forms(harness.forms), promptport_local.backend(harness.platform)

    with warnings.catch_warnings(record=True) as warned, Program() as program:
        warnings.simplefilter("error")
        # Vendors' examples never close their blocking client, which this program is told in a ResourceWarning. It must
        # not keep the example from running; that it comes, and nothing beside it, is asserted below.
        warnings.simplefilter("always", ResourceWarning)
        for each in harness.chain(block):
            program.run(each.given, harness.name, 1)
            asked, arrived = len(model.asked), len(promptport_local.requests)
            for answer in each.scripts:
                promptport_local.script(harness.platform, answer)
            found = harness.found[each.name]
            if each.seed:
                backend.seed(each.seed)
            program.names |= {name: import_module(name) for name in each.uses}
            printed = program.run(with_asyncio(found.source, changes), harness.document, found.line)

        made = [f"{each.method} {each.path} {each.status}" for each in promptport_local.requests[arrived:]]
        more = {"backend": backend, "asked": model.asked[asked:]}
        left = {expression: as_data(program.value(expression, **more)) for expression in block.leaves}
        assert printed == forms.fill(block.prints, printed)
        assert made == forms.fill(block.requests, made)
        assert left == forms.fill(block.leaves, left)

    texts = [str(each.message) for each in warned]
    assert len(texts) == len(block.warns), texts
    assert [text for text, form in zip(texts, block.warns, strict=True) if not re.fullmatch(form, text)] == []
    assert promptport_local.violations == []
    assert not promptport_local.unused


@EVERY_BLOCK
def test_only_import_lines_change(harness: Harness, block: Block) -> None:
    """An example differs from its document in the lines that import a vendor's package, and in no others."""
    before = harness.found[block.name].source
    after = with_our_imports(before)

    changed = [old for old, new in zip(before.split("\n"), after.split("\n"), strict=True) if old != new]
    assert len(changed) == len(vendor_imports(before))
    assert all(re.match(r"\s*(from|import)\s", line) for line in changed)
    assert vendor_imports(after) == []


@EVERY_BLOCK
def test_only_indentation_is_restored(harness: Harness, block: Block) -> None:
    """What a document has lost is put back, and no character of a line is touched; where nothing was lost, nothing is."""
    found = harness.found[block.name]
    lines = harness.text[found.start : found.end].rstrip().split("\n")

    assert [line.strip() for line in found.source.rstrip().split("\n")] == [line.strip() for line in lines]
    assert not block.depths or not any(line.startswith((" ", "\t")) for line in lines)


def vendor_imports(source: str) -> list[str]:
    """The vendors' modules that a source imports."""
    nodes = list(ast.walk(ast.parse(source)))
    names = [each.name for node in nodes if isinstance(node, ast.Import) for each in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return [name for name in names if name.partition(".")[0] in PACKAGES]


@EVERY_DOCUMENT
def test_listed_methods_are_ours(harness: Harness) -> None:
    """A method that a document lists has these parameters here: names, kinds, defaults, and places where they count."""
    for block in harness.blocks:
        if not block.client:
            continue
        package, _, name = block.client.rpartition(".")
        client = getattr(import_module(PACKAGES[package]), name)
        listed = signatures(harness.found[block.name].source)
        assert len(listed) == block.methods > 0
        for method, theirs in listed.items():
            ours = list(inspect.signature(getattr(client, method)).parameters.values())[1:]
            bare = [each.replace(annotation=each.empty) for each in ours]
            assert in_order(bare)[: len(theirs.parameters)] == in_order(theirs.parameters.values()), method


def in_order(parameters: Iterable[inspect.Parameter]) -> list[inspect.Parameter]:
    """Parameters, those by name alone at the end, where their order does not count."""
    return sorted(parameters, key=lambda each: each.kind is each.KEYWORD_ONLY)


@EVERY_DOCUMENT
def test_no_block_is_forgotten(harness: Harness) -> None:
    """Whatever looks like code in a document is part of a block, or named in the harness file with the reason."""
    assert sorted(set(harness.uncovered())) == sorted(harness.not_code)
    assert all(harness.not_code.values())


@EVERY_DOCUMENT
def test_every_block_is_compared(harness: Harness) -> None:
    """No block is run for nothing: each is expected to print, to send or to leave something."""
    assert [
        each.name for each in harness.blocks if not (each.prints or each.requests or each.leaves or each.client)
    ] == []
    assert len({each.name for each in harness.blocks}) == len(harness.blocks) > 0


def test_every_document_of_a_room_has_a_harness() -> None:
    """A document that imports a package which we have a room for is run: no room comes without its documents."""
    rooms = {vendor for vendor, ours in PACKAGES.items() if find_spec(ours) is not None}
    theirs = {path: set(re.findall(r"(?:from|import) (\w+)", path.read_text("utf-8"))) for path in SEEDS.iterdir()}
    harnessed = {harness.path for harness in ALL}

    assert "xr2_sdk" in rooms
    assert [path.name for path, names in theirs.items() if names & rooms and path not in harnessed] == []

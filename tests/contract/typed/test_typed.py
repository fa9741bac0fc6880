"""Proves that a program which passes mypy and pyright strictly with a vendor's package passes with ours, its imports changed.

A program stands in a file `PLATFORM.py.txt`, or `PLATFORM_WHAT.py.txt`, as its author wrote it: with the vendor's imports. Both
checkers read it so, and as it is with ours; what they have against the vendor's own is what its package lacks in types.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from ...seeds.documents import PACKAGES
from ...seeds.programs import with_our_imports
from ...typing.checkers import CHECKERS, MARKED, Found

HERE = Path(__file__).parent
PROGRAMS = sorted(each.name.removesuffix(".py.txt") for each in HERE.glob("*.py.txt"))
PACKAGE = {ours.removeprefix("promptport."): theirs for theirs, ours in PACKAGES.items()}
# Of packages that are not declared as typed, and say nothing of some types.
UNTYPED = {
    "import-untyped", "no-any-return", "no-untyped-call", "reportMissingTypeStubs", "reportUnknownArgumentType",
    "reportUnknownMemberType", "reportUnknownParameterType", "reportUnknownVariableType",
}  # fmt: skip


def platform_of(program: str) -> str:
    """The platform that a program is for."""
    return program.partition("_")[0]


def with_theirs(program: str) -> bool:
    """Whether the vendor's package is there. Scope's is on no registry, and of a later release there is none beside this one."""
    return not program.endswith("_later") and find_spec(PACKAGE[platform_of(program)]) is not None


WRONG = """
from promptic_sdk import Experiment, PrompticClient

def use(experiment: Experiment, client: PrompticClient) -> None:
    number: int = experiment["targetModel"]
    print(number, experiment["target_model"], client.get_experiment())
"""


@pytest.fixture(scope="module", params=CHECKERS)
def checked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """One run of a checker over all programs, with the vendors' packages and with ours."""
    folder = tmp_path_factory.mktemp("typed")
    files = []
    sources = {each: (HERE / f"{each}.py.txt").read_text("utf-8") for each in PROGRAMS} | {"promptic_wrong": WRONG}
    for program, source in sources.items():
        versions = {"ours": with_our_imports(source)} | ({"theirs": source} if with_theirs(program) else {})
        for whose, text in versions.items():
            files.append(folder / f"{whose}_{program}.py")
            files[-1].write_text(text, "utf-8")
    return CHECKERS[request.param](files, folder)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_passes_with_both(checked: Found, program: str) -> None:
    """With ours there is nothing to find, with the vendor's nothing but that its package is not typed."""
    ours = checked[f"ours_{program}.py"]
    assert {line: kinds - MARKED for line, kinds in ours.items() if kinds - MARKED} == {}
    if with_theirs(program):
        found = checked[f"theirs_{program}.py"]
        assert {line: kinds - UNTYPED for line, kinds in found.items() if kinds - UNTYPED} == {}


def test_every_platform_has_a_program() -> None:
    assert {platform_of(each) for each in PROGRAMS} == PACKAGE.keys()
    assert {each for each in map(platform_of, PROGRAMS) if not with_theirs(each)} == {"scope"}


def test_what_is_wrong_is_found_with_both(checked: Found) -> None:
    """In the same lines, for the same reasons."""
    assert checked["ours_promptic_wrong.py"].keys() == {5, 6}
    assert checked["ours_promptic_wrong.py"] == checked["theirs_promptic_wrong.py"]

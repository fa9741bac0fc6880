"""Proves that generation is exact: the same bytes every time, nothing stale, nothing silently left out."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import generate
import pytest
from generator import contract
from generator.contract import METHODS
from generator.places import Refusal

from .strict import lines, mypy

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MADE = ROOT / "generated" / "promptport_api"


def files(folder: Path) -> dict[str, bytes]:
    """The generated files below a folder, by their names."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.promise("C7")
@pytest.mark.parametrize("platform", [each.stem for each in generate.contracts()])
def test_what_is_checked_in_is_what_the_contract_makes(platform: str, tmp_path: Path) -> None:
    """C7: the same contract gives the same bytes, so a hand edit or a forgotten regeneration shows."""
    generate.generate(ROOT / "openapi" / f"{platform}.yaml", tmp_path / platform)

    assert files(tmp_path / platform) == files(MADE / platform)


@pytest.mark.promise("C7")
@pytest.mark.one_python("what is generated is the same on all")
def test_the_same_twice(tmp_path: Path) -> None:
    """C7: whatever order sets have, in one process and the next: that of the contract stands in what is written."""
    contracts = tmp_path / "contracts"
    contracts.mkdir()
    shutil.copy(HERE / "probe.yaml", contracts)
    made = []
    for seed in ("0", "1"):
        given = ["--contracts", str(contracts), "--to", str(tmp_path / seed)]
        command = [sys.executable, "-W", "error", str(ROOT / "openapi" / "generate.py"), *given]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        made.append(files(tmp_path / seed))

    assert made[0] == made[1] != {}


@pytest.mark.promise("C7")
@pytest.mark.one_python("what is generated is the same on all")
def test_changed_contract_changes_the_result(tmp_path: Path) -> None:
    """C7: whatever changes in a contract, be it one word, shows in the package, through the hash if nowhere else."""
    text = (ROOT / "openapi" / "xr2.yaml").read_text()
    (tmp_path / "xr2.yaml").write_text(text.replace("A product API key", "Some product API key"))

    generate.generate(tmp_path / "xr2.yaml", tmp_path / "xr2")

    assert files(tmp_path / "xr2") != files(MADE / "xr2")


@pytest.fixture
def contracts(tmp_path: Path) -> Path:
    """A folder with one contract, and beside it what was generated from that and another one."""
    folder = tmp_path / "contracts"
    folder.mkdir()
    shutil.copy(HERE / "probe.yaml", folder)
    shutil.copy(HERE / "probe.yaml", folder / "other.yaml")
    generate.main(given(tmp_path))
    (folder / "other.yaml").unlink()
    return folder


def given(tmp_path: Path) -> list[str]:
    """The arguments that name both folders."""
    return ["--contracts", str(tmp_path / "contracts"), "--to", str(tmp_path)]


@pytest.mark.one_python("what is generated is the same on all")
def test_a_contract_that_is_gone_takes_its_package_along(tmp_path: Path, contracts: Path) -> None:
    """Contracts are found by looking; of what no contract makes any more nothing stays, whatever Python left there."""
    made = tmp_path / "promptport_api"
    left = made / "other" / "__pycache__"
    left.mkdir()
    (left / "client.pyc").write_bytes(b"")
    (made / "probe" / "stale.py").write_text("")
    with pytest.raises(SystemExit, match=r"run `nox -s generate`: other/__init__.py, .*, probe/stale.py"):
        generate.main(["--check", *given(tmp_path)])
    assert (made / "other" / "client.py").exists()

    generate.main(given(tmp_path))

    assert sorted(each.name for each in made.iterdir()) == ["__init__.py", "probe", "py.typed"]
    assert not (made / "probe" / "stale.py").exists()
    generate.main(["--check", *given(tmp_path)])


@pytest.mark.one_python("what is generated is the same on all")
@pytest.mark.parametrize(("names", "told"), [
    (["a.yaml", "b.yml", "c.json", "c.overlay.yaml", "notes.md"], []),
    ([], ["FOLDER: there is no contract: write one as FOLDER/NAME.yaml"]),
    (["a.json", "a.yaml"], ["a.yaml: document, line 1: another contract is called a: write another name"]),
    (["a.yaml", "a.overlay.json", "b.overlay.yaml"], [
        "a.overlay.json: overlay, line 1: there is no document that this belongs to: call it a.overlay.yaml",
        "b.overlay.yaml: overlay, line 1: there is no document that this belongs to: write b.yaml, or take it out"]),
])  # fmt: skip
def test_what_lies_among_the_contracts(tmp_path: Path, names: list[str], told: list[str]) -> None:
    """Every document is one, as YAML or as JSON; none, two of one name, and an overlay of nothing are told, all at once."""
    for each in names:
        (tmp_path / each).touch()
    if not told:
        assert [each.name for each in generate.contracts(tmp_path)] == ["a.yaml", "b.yml", "c.json"]
        return
    with pytest.raises(Refusal) as refused:
        generate.contracts(tmp_path)
    found = str(refused.value).replace(str(tmp_path), "FOLDER").replace("\\", "/").splitlines()
    assert found == told
    with pytest.raises(SystemExit):
        generate.main(["--contracts", str(tmp_path), "--to", str(tmp_path / "to")])
    assert not (tmp_path / "to").exists()


@pytest.mark.one_python("what is generated is the same on all")
def test_a_refusal_leaves_everything_as_it_was(tmp_path: Path, contracts: Path) -> None:
    """Whichever contract is refused, no package is touched."""
    before = files(tmp_path / "promptport_api")
    (contracts / "a.yaml").write_text((HERE / "probe.yaml").read_text().replace("A thing", "Any thing"))
    (contracts / "z.yaml").write_text((HERE / "probe.yaml").read_text().replace("tags: [login]", "tags: []"))

    with pytest.raises(
        SystemExit, match=r"z.yaml: operation POST /oauth/token, line \d+: .* needs an operationId and a tag"
    ):
        generate.main(given(tmp_path))

    assert files(tmp_path / "promptport_api") == before


@pytest.mark.one_python("what is generated is the same on all")
def test_every_file_says_how_it_is_made(probe_root: Path) -> None:
    """Who opens a generated file reads first what makes it."""
    for root in (MADE, probe_root):
        for name, content in files(root).items():
            if name.endswith(".py"):
                assert content.startswith(b"# Made by `nox -s generate` from openapi/"), name


@pytest.mark.parametrize("platform", [each.stem for each in generate.contracts()])
def test_every_operation_is_there_and_every_module_imports(platform: str) -> None:
    """No operation vanishes quietly, and no generated module dies at import."""
    document = contract.load(ROOT / "openapi" / f"{platform}.yaml")
    wanted = {
        op["operationId"]
        for item in document["paths"].values()
        for name, op in item.items()
        if name in METHODS and not op.get("x-hidden")
    }
    modules = [
        import_module(".".join(("promptport_api", *path.relative_to(MADE).with_suffix("").parts)))
        for path in sorted((MADE / platform).rglob("*.py"))
        if path.name != "__init__.py"
    ]

    assert {module.OPERATION.id for module in modules if hasattr(module, "OPERATION")} == wanted


REPEATED = {
    "langfuse": {
        "opentelemetry_export_traces",
        "prompt_version_update",
    },  # spans and labels are as they were, said twice
    "promptic": {"deploy", "ingest_otlp_traces", "login_poll_token", "login_request_code", "upsert_annotation"},
    "promptrails": {
        "a2a_get_task",  # reads only
        "agent_vfs_mkdir",  # a folder that is there stays
        "agent_vfs_write",  # a PUT that may append; the room sends it again where it overwrites
        "agents_search_memories",  # reads only
        "chat_submit_feedback",  # a verdict takes the place of the one before
        "credentials_check_connection",  # looks, and changes nothing
        "credentials_set_default",  # twice is as good as once
        "data_sources_test_connection",  # looks, and changes nothing
        "mcp_tools_discover_tools",  # reads only
    },
    "scope": {"auth_login", "auth_sdk_token"},
    "xr2": {"get_prompt", "track_event: answered"},
}


@pytest.mark.one_python("what is generated is the same on all")
@pytest.mark.parametrize("platform", [each.stem for each in generate.contracts()])
def test_repeatable_operations_are_listed(platform: str) -> None:
    """Whether an operation may be sent twice is a decision; here stands every one that its verb does not take."""
    odd = {
        operation["operationId"] + (": answered" if operation["x-repeatable"] == "answered" else "")
        for item in json.loads((MADE / platform / "contract.json").read_text(encoding="utf-8"))["paths"].values()
        for method, operation in item.items()
        if method in METHODS and operation["x-repeatable"] != (method in contract.REPEATABLE)
    }

    assert odd == REPEATED.get(platform, set())


@pytest.mark.one_python("what is generated is the same on all")
def test_generated_code_imports_of_the_wrapper_the_model_alone(probe_root: Path) -> None:
    """Generated code describes calls and makes none."""
    for root in (MADE, probe_root):
        for path in root.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
                assert {name if name == "promptport.model" else name.partition(".")[0] for name in names} <= {
                    "__future__", "attrs", "builtins", "collections", "copy", "datetime", "dateutil", "functools", "importlib",
                    "json", "operator", "promptport.model", "types", "typing", "typing_extensions",
                }, path  # fmt: skip


@pytest.mark.one_python("what is generated is the same on all")
def test_stale_template_stops_generation(tmp_path: Path) -> None:
    """An override was copied from one upstream file; where that has changed, somebody must look."""
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "openapi" / "templates", folder)
    generate.check_templates(folder)

    stale = folder / "model.py.jinja"
    stale.write_text(stale.read_text().replace("sha256:", "sha256:" + "0" * 64 + " was sha256:", 1))
    with pytest.raises(SystemExit, match=r"model.py.jinja: upstream's model.py.jinja is now"):
        generate.check_templates(folder)

    stale.write_text("no stamp")
    with pytest.raises(SystemExit, match="the first comment must say"):
        generate.check_templates(folder)


@pytest.mark.one_python("what is generated is the same on all")
@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("application/json: {schema: {$ref: \"#/components/schemas/Search\"}}",
         "application/x-www-form-urlencoded: {schema: {type: string}}", "is made of fields"),
        ("properties: {kind: {type: string, const: circle}, radius: {type: number}}",
         "allOf: [{type: object}, {type: string}]", "different types"),
        ("tags: [login]", "tags: []", "needs an operationId and a tag"),
        ("#/components/schemas/PageMeta", "#/components/schemas/Nothing", "Nothing"),
    ],
)  # fmt: skip
def test_contract_that_cannot_be_right_is_refused(tmp_path: Path, old: str, new: str, what: str) -> None:
    """What the generator can't do well it refuses, and says where."""
    text = (HERE / "probe.yaml").read_text()
    assert old in text
    (tmp_path / "probe.yaml").write_text(text.replace(old, new))

    with pytest.raises(Refusal, match=f"^probe.yaml: .*{what}"):
        generate.generate(tmp_path / "probe.yaml", tmp_path / "probe")


@pytest.mark.one_python("what is generated is the same on all")
def test_probe_type_checks(probe_root: Path) -> None:
    """The generated package is strictly typed, and a user's mistakes with it are found: each line marked wrong is one."""
    use = HERE / "probe_use.py.txt"
    shutil.copy(use, probe_root / "use.py")
    said = mypy(probe_root, "-m", "use", "-p", "promptport_api")
    wrong = {
        f"use.py:{number}" for number, line in enumerate(use.read_text().splitlines(), 1) if line.endswith("# wrong")
    }
    assert lines(said) == wrong, said


def test_probe_package(probe: ModuleType) -> None:
    """The package itself imports nothing, so that a part of a platform costs only itself."""
    assert not [name for name in vars(probe) if isinstance(getattr(probe, name), type)]

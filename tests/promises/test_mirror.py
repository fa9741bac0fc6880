"""Proves that the test of a module is guessed, not searched: `tests/` mirrors the source, and every exception has a reason."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSES = {
    "wrapper/promptport": "tests", "wrapper/promptport_local": "tests/local", "openapi/generator": "tests/generator",
    "tools": "tests/tools",
}  # fmt: skip
PROTOCOLS = "Protocols and records alone: nothing in it runs"
NAMES = "the names of a vendor's module alone: the tests beside it import them all"
TRACKED = "every call of tests/client/_async/test_tracking.py goes through it"
BEGUN = "it makes what the tests of its neighbours use in every line"
ACTS = "tests/local/test_acts.py does on each platform what people do on its pages, or is told why not"
EXCEPTIONS = {  # modules, or folders of such, without a test of their name, and why
    "openapi/generator/examine.py": "the way of every contract; tests/generator/test_table.py sees what it refuses, and what not",
    "openapi/generator/overlay.py": "a document is what it does: tests/generator/table/overlay.yaml has its rows",
    "openapi/generator/rendering.py": "tests/generator/test_generate.py and test_quoting.py look at what it writes",
    "openapi/generator/rules.py": "tests/generator/table/ has a row for each rule",
    "openapi/generator/rules_of_parameters.py": "likewise",
    "openapi/generator/source.py": "tests/generator/test_reading.py and test_contract.py read by it; test_table.py its messages",
    "openapi/generator/words.py": "tests/generator/test_heeded.py and test_table.py try each word",
    "tools/published/__main__.py": "arguments alone; tests/tools/published/test_run.py calls it",
    "tools/report/__main__.py": "arguments alone; tests/tools/report/test_run.py tests what it prints",
    "tools/report/interface.py": "what it finds is tested with what becomes of it: tests/tools/report/test_code.py",
    "tools/suites/__main__.py": "arguments alone; tests/tools/suites/test_run.py calls it",
    "tools/suites/suite_names.py": "it runs beside a suite: tests/tools/suites/test_run.py runs some",
    "tools/site/hook.py": "`nox -s docs` builds the site by it, strictly",
    "tools/site/sources.py": "`nox -s docs` builds its pages, strictly; tests/tools/site/test_markdown.py follows their links",
    "tools/vendors/__main__.py": "arguments alone; tests/tools/vendors/test_run.py calls it",
    "tools/vendors/driven/": "it runs in another process: tests/tools/vendors/test_vendor.py runs all of it",
    "wrapper/promptport/_version.py": "one number",
    "wrapper/promptport/cache/store.py": PROTOCOLS,
    "wrapper/promptport/client/reporting/aio.py": TRACKED,
    "wrapper/promptport/client/reporting/blocking.py": TRACKED,
    "wrapper/promptport/client/reporting/outlet.py": TRACKED,
    "wrapper/promptport/client/reporting/reporting.py": TRACKED,
    "wrapper/promptport/http/interfaces.py": PROTOCOLS,
    "wrapper/promptport/client/watched_get.py": "tests/client/_async/test_observation.py looks at all that it tells",
    "wrapper/promptport/client/watched_refresh.py": "likewise",
    "wrapper/promptport/outbox/books.py": PROTOCOLS,
    "wrapper/promptport/outbox/interrupted.py": PROTOCOLS,
    "wrapper/promptport/outbox/result.py": PROTOCOLS,
    "wrapper/promptport/outbox/settings.py": PROTOCOLS,
    "wrapper/promptport/model/sender.py": PROTOCOLS,
    "wrapper/promptport/client/health_of.py": "tests/client/_async/test_health.py looks at all that it answers",
    "wrapper/promptport/langfuse/linking.py": "tests/langfuse/test_transfer.py links what was fetched, pulled and edited",
    "wrapper/promptport_local/authoring.py": ACTS,
    "wrapper/promptport_local/langfuse/authoring.py": ACTS,
    "wrapper/promptport_local/promptic/authoring.py": ACTS,
    "wrapper/promptport_local/promptrails/authoring.py": ACTS,
    "wrapper/promptport_local/scope/authoring.py": ACTS,
    "wrapper/promptport_local/xr2/authoring.py": ACTS,
    "wrapper/promptport_local/backend.py": PROTOCOLS,
    "wrapper/promptport_local/backends.py": PROTOCOLS,
    "wrapper/promptport_local/promptrails/resource.py": PROTOCOLS,
    "wrapper/promptport/langfuse/_preload.py": "imports alone; tests/promises/test_imports.py counts them",
    "wrapper/promptport/promptic/_preload.py": "likewise",
    "wrapper/promptport/promptrails/_preload.py": "likewise",
    "wrapper/promptport/scope/_preload.py": "likewise",
    "wrapper/promptport/xr2/_preload.py": "likewise",
    "wrapper/promptport/promptic/literals.py": NAMES,
    "wrapper/promptport/promptrails/async_client.py": NAMES,
    "wrapper/promptport/promptrails/exceptions.py": NAMES,
    "wrapper/promptport/promptrails/models.py": NAMES,
    "wrapper/promptport/promptrails/resources/": NAMES,
    "wrapper/promptport/scope/configuration.py": NAMES,
    "wrapper/promptport/scope/resources/": NAMES,
    "wrapper/promptport/xr2/config.py": NAMES,
    "wrapper/promptport/files/lint.py": "tests/cli/test_prompts.py looks at all that it tells",
    "wrapper/promptport/formats/finding.py": "tests/formats/test_importing.py looks at what is found, and how it is called",
    "wrapper/promptport/transfer/planning.py": "tests/transfer/test_pushing.py carries out what it plans",
    "wrapper/promptport/cli/doctor_platforms.py": "tests/cli/test_doctor.py looks at all that it says",
    "wrapper/promptport/cli/doctor_project.py": "likewise",
    "wrapper/promptport/cli/doctor_report.py": "likewise",
    "wrapper/promptport/__main__.py": "one call; every test of a command runs it",
    "wrapper/promptport/platform/events.py": PROTOCOLS,
    "wrapper/promptport/platform/prompts.py": PROTOCOLS,
    "wrapper/promptport/platform/sources.py": PROTOCOLS,
    "wrapper/promptport/platform/writes.py": PROTOCOLS,
    "wrapper/promptport/testing/calling.py": "the program of test_callers.py",
    "wrapper/promptport/testing/suite/answers.py": "a part of the suite: tests/testing/test_suite_outside.py breaks each test",
    "wrapper/promptport/testing/suite/checks.py": "likewise",
    "wrapper/promptport/testing/suite/clients.py": "likewise",
    "wrapper/promptport/testing/suite/faults.py": "likewise",
    "wrapper/promptport/testing/suite/fixtures.py": "likewise",
    "wrapper/promptport/testing/suite/freshness.py": "likewise",
    "wrapper/promptport/testing/suite/names.py": "likewise",
    "wrapper/promptport/testing/suite/reports.py": "likewise",
    "wrapper/promptport/testing/suite/sharing.py": "likewise",
    "wrapper/promptport/testing/suite/writes.py": "likewise",
    "wrapper/promptport/testing/fixture.py": "pytest loads it; tests/testing/test_platform.py uses it",
    "wrapper/promptport_local/app.py": "routes alone; tests/local/test_server.py and test_control.py go through them",
    "wrapper/promptport_local/asgi.py": "every request of tests/local goes through it; test_scripts.py cuts and drops them",
    "wrapper/promptport_local/door_acts.py": "tests/local/test_door.py and test_acts.py call each of them",
    "wrapper/promptport_local/door_views.py": "likewise",
    "wrapper/promptport_local/events.py": "tests/local/test_event_stream.py reads them as they come",
    "wrapper/promptport_local/promptic/parts.py": BEGUN,
    "wrapper/promptport_local/promptic/resources.py": BEGUN,
    "wrapper/promptport_local/promptic/seeded_datasets.py": "a part of seeding: tests/local/promptic/test_seeding.py",
    "wrapper/promptport_local/promptic/seeded_experiments.py": "likewise",
    "wrapper/promptport_local/promptic/seeded_traces.py": "likewise",
    "wrapper/promptport_local/promptic/seeds.py": "likewise",
    "wrapper/promptport_local/promptrails/agents.py": "a part of the records: tests/local/promptrails/test_records.py",
    "wrapper/promptport_local/promptrails/models.py": "likewise",
    "wrapper/promptport_local/promptrails/endings.py": "how every run ends: tests/local/promptrails/test_runs.py",
    "wrapper/promptport_local/promptrails/file_routes.py": "a part of the routes: tests/local/promptrails/test_routes.py",
    "wrapper/promptport_local/promptrails/vfs_tree.py": "a part of the files: tests/local/promptrails/test_vfs.py",
    "wrapper/promptport_local/promptrails/state.py": "a part of the records: tests/local/promptrails/test_records.py",
    "wrapper/promptport_local/promptrails/behaviours.py": "the way of every request of tests/local/promptrails/test_routes.py",
}


def guesses(module: Path) -> list[Path]:
    """Where the test of a module may stand, from the roots of both.

    Twins are tested as twins: what waits is tested in `_async/`, from which `_sync/` is derived. A pair of files (`_async.py` and
    `_sync.py`, `aio.py` and `blocking.py`) is tested under its package's name, or each of them under its own.
    """
    folder, name = module.parent, module.stem.lstrip("_")
    if folder.name in ("_async", "_sync"):
        return [folder / f"test_{name}.py"]
    found = [folder / f"test_{name}.py", folder / "_async" / f"test_{name}.py"]
    if name in ("async", "sync", "aio", "blocking"):
        half = "_sync" if name in ("sync", "blocking") else "_async"
        found += [base / half / f"test_{folder.name}.py" for base in (folder, folder.parent)]
    return found


def modules() -> dict[str, list[Path]]:
    """Every written module, and where its test may stand."""
    found = {}
    for house, tests in HOUSES.items():
        for path in sorted((ROOT / house).rglob("*.py")):
            if path.name != "__init__.py":
                inside = path.relative_to(ROOT / house)
                found[path.relative_to(ROOT).as_posix()] = [ROOT / tests / each for each in guesses(inside)]
    return found


def test_every_module_has_its_test() -> None:
    missing = {name for name, places in modules().items() if not any(each.exists() for each in places)}
    print(f"{len(modules())} modules, {len(EXCEPTIONS)} without a test of their name")

    assert {name for name in missing if not name.startswith(tuple(EXCEPTIONS))} == set()


def test_no_exception_is_idle() -> None:
    known = modules()
    for exception in EXCEPTIONS:
        found = [places for name, places in known.items() if name.startswith(exception)]
        assert found, exception
        assert not any(each.exists() for places in found for each in places), exception

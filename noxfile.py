"""What maintainers run: `nox -s NAME`, or `nox -l` for the list. Python 3.11 or later and nox are all it needs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_external_run = True
nox.options.reuse_venv = "yes"

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)
# Of pytest-xdist. There are half as many workers more than cores, since every third of them waits: for time, or a process.
ALL_CORES = ("-n", str((os.cpu_count() or 1) * 3 // 2), "--dist", "worksteal")
APART = ("--ignore=tests/contract", "--ignore=tests/desk")  # which have sessions of their own
WRITTEN = ("wrapper", "openapi", "tools", "tests", "benchmarks", "noxfile.py")


def install(session: nox.Session, *groups: str, extra: str = "[cli]") -> None:
    """Install the project as developers have it, with dependency groups of `pyproject.toml`."""
    needed = [each for group in groups for each in nox.project.dependency_groups(PYPROJECT, group)]
    session.install("-e", f".{extra}", *needed)


def need_redis(session: nox.Session) -> None:
    """See to it that there is a Redis server, which some tests start: from Debian's packages, where this is root."""
    if shutil.which("redis-server"):
        return
    if not may_install():
        session.error("The tests need a Redis server: `sudo apt-get install redis-server`, or `brew install redis`.")
    install_debian(session, "redis-server")


def need_chromium(session: nox.Session) -> None:
    """See to it that there is a Chromium, which shows the desk to its tests: from Debian's packages, where this is root."""
    if any(shutil.which(each) for each in ("chromium", "chromium-browser", "google-chrome")):
        return
    if not may_install():
        session.error("The tests of the desk need a browser: `sudo apt-get install chromium`, or Google Chrome.")
    install_debian(session, "chromium")


def may_install() -> bool:
    """Whether this can install packages of Debian's."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian(session: nox.Session, package: str) -> None:
    """Install one of Debian's packages."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}  # installed, but not started by the system
    session.run("apt-get", "update", "-qq", external=True, env=quiet)
    session.run("apt-get", "install", "-qq", "--no-install-recommends", package, external=True, env=quiet)


@nox.session
def demo(session: nox.Session) -> None:
    """Fetch, render and track a prompt against the local platform."""
    install(session)
    session.run("promptport", "demo", *session.posargs)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests, on every supported Python that is there; the promises at one hundredth of their size.

    First, on all cores, what minds no company; then, alone, what does. With arguments, one run of pytest with these.
    """
    need_redis(session)
    install(session, "tests")
    pytest = ("python", "-m", "pytest", *APART)
    if session.posargs:
        session.run(*pytest, *session.posargs)
        return
    some = "" if session.python == PYTHONS[0] else " and not one_python"
    some += "" if session.python in (PYTHONS[0], PYTHONS[-1]) else " and not oldest_and_newest and not promise"
    session.run(*pytest, "-m", f"not alone{some}", *ALL_CORES)
    session.run(*pytest, "-m", f"alone{some}")


@nox.session
def coverage(session: nox.Session) -> None:
    """What the tests cover on one Python, lines and branches, printed; there is no least figure."""
    need_redis(session)
    install(session, "coverage")
    file = str(Path(session.create_tmp()).resolve() / "coverage")
    measured = {"COVERAGE_FILE": file}
    session.run("coverage", "erase", env=measured)
    # Measuring takes time, so that what is timed may fail here; whether the tests pass is said by `tests`.
    for part in (("-m", "not alone", *ALL_CORES), ("-m", "alone")):
        run = ("coverage", "run", "-m", "pytest", "-q", *APART, *part)
        session.run(*run, env=measured, success_codes=[0, 1])
    session.run("coverage", "combine", "--quiet", env=measured)
    session.run("coverage", "report", env=measured)


@nox.session
def mutants(session: nox.Session) -> None:
    """Slips in the product, one at a time (`tests/mutants.toml`): a test must notice each."""
    need_redis(session)
    install(session, "tests")
    session.run("python", "tools/mutants.py", *session.posargs)


@nox.session
def contract(session: nox.Session) -> None:
    """The contracts against the local platform: schemathesis, and the vendors' own clients.

    With `-- --document FILE`, a contract beside the OpenAPI document that its vendor publishes, and nothing else.
    """
    if "--document" in session.posargs or any(each.startswith("--document=") for each in session.posargs):
        session.install(*nox.project.dependency_groups(PYPROJECT, "report"))
        session.run("python", "-W", "error", "-m", "tools.published", *session.posargs)
        return
    install(session, "contract")
    shown = ("-rP", "--show-capture=stdout")
    session.run("python", "-m", "pytest", "tests/contract", *shown, *ALL_CORES, *session.posargs)


@nox.session
def desk(session: nox.Session) -> None:
    """The local platform's page in a headless Chromium, as a person uses it; `-- --screenshots DIR` says where pictures go."""
    need_chromium(session)
    install(session, "desk", extra="[local]")
    pictures = str(Path(session.create_tmp()).resolve() / "screenshots")
    session.run("python", "-m", "pytest", "tests/desk", "--screenshots", pictures, *session.posargs)


@nox.session
def suites(session: nox.Session) -> None:
    """A vendor's own tests, in a folder or a file, against ours with the imports changed: `-- PATH`, `-- --help`."""
    install(session, "suites")
    session.run("python", "-m", "tools.suites", *session.posargs)


@nox.session
def typing(session: nox.Session) -> None:
    """mypy, strict, over what is written and what is generated."""
    install(session, "typing")
    session.run("mypy", "wrapper", "generated", "openapi", "tools", "tests", "benchmarks")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, layers, and what is derived: the blocking twins, and the stubs of what is imported lazily."""
    install(session, "lint")
    session.run("ruff", "check", *WRITTEN)
    session.run("ruff", "format", "--check", *WRITTEN)
    session.run("lint-imports")
    session.run("python", "tools/unasync.py", "--check")
    session.run("python", "tools/stubs.py", "--check")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation's site, built strictly into `.site/`; with `-- serve`, shown at http://127.0.0.1:8000 as you write."""
    install(session, "docs", extra="")
    session.run("python", "-m", "mkdocs", *(session.posargs or ["build", "--strict"]), env={"NO_MKDOCS_2_WARNING": "1"})


@nox.session
def generate(session: nox.Session) -> None:
    """Make `generated/` from the contracts; with `-- --check`, only compare."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "generate"))
    session.run("python", "-W", "error", "openapi/generate.py", *session.posargs)


@nox.session
def report(session: nox.Session) -> None:
    """What changed for users since the last release, or with `-- --since REF`: contracts and code; 1 on a break.

    A break without a major version is what fails; with `--format json`, for programs.
    """
    session.install(*nox.project.dependency_groups(PYPROJECT, "report"))
    session.run("python", "-W", "error", "-m", "tools.report", *session.posargs)


@nox.session
def vendors(session: nox.Session) -> None:
    """The vendors' packages, the newest of PyPI, beside the contracts: what is new, ended or changed; 1 where something is.

    Of other releases with `-- PACKAGE==RELEASE`, beside older contracts with `-- --contract REF`; `-- --help` says the rest.
    """
    install(session, "report", extra="[local]")
    session.run("python", "-W", "error", "-m", "tools.vendors", *session.posargs)


@nox.session
def deaths(session: nox.Session) -> None:
    """Clients die, ours and those of others, beside backends that are well, down or hung: what becomes of their events.

    It takes about ten minutes; with `-- --save FILE`, as JSON too, and `-- --help` says the rest.
    """
    install(session, "vendors", extra="[cli,otel]")
    session.run("python", "-m", "tests.promises.deaths", *session.posargs)


@nox.session
def faults(session: nox.Session) -> None:
    """The fault table: how calls end when platforms and networks fail, ours and those of the vendors' own clients.

    It takes less than ten minutes; with `-- --save FILE`, as JSON too, and `-- --help` says the rest.
    """
    install(session, "vendors", extra="[cli,otel]")
    session.run("python", "-m", "tests.faults.beside", *session.posargs)


@nox.session
def bare_install(session: nox.Session) -> None:
    """The wheel without extras, in an environment of its own: import, type-check, fetch, render, track."""
    wheels = Path(session.create_tmp()) / "wheels"
    session.install("build", "mypy==2.4.1")
    session.run("python", "-m", "build", "--wheel", "--outdir", str(wheels), silent=True)
    wheel = max(wheels.glob("promptport-*.whl"), key=os.path.getmtime)
    session.install("--force-reinstall", str(wheel))
    script = str(Path("tests/typing/bare.py").resolve())
    with session.chdir(wheels):  # away from the checkout, so that nothing but the wheel is found
        session.run("mypy", "--strict", script)
        session.run("python", "-I", "-W", "error", script)


@nox.session
def release(session: nox.Session) -> None:
    """A release, rehearsed to its last step: built, checked, installed with the oldest and the newest of what it needs."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "release"))
    folder = Path(session.create_tmp()).resolve() / "release"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    session.run("python", "tools/release.py", str(folder), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Speed and memory beside the rivals, in one run, as ratios with their limits; `-- --help` says the rest.

    `-- --save FILE` keeps the figures, `-- --plot` draws them, `-- --against REF` measures another revision as well.
    """
    if "--plot" in session.posargs:
        group = nox.project.dependency_groups(PYPROJECT, "plot")
        session.run(made(session, "plot", *group), "-m", "benchmarks.draw", external=True)
        return
    install(session, "bench", "newest", "vendors", extra="")
    if "--against" not in session.posargs:
        session.run("python", "-m", "benchmarks", *session.posargs)
        return
    if len(session.posargs) != 2 or session.posargs[0] != "--against":
        session.error("`--against REF` stands alone.")
    (_, other) = session.posargs
    tree = Path(session.create_tmp()) / "tree"
    rivals = nox.project.dependency_groups(PYPROJECT, "bench", "newest")
    session.run("git", "worktree", "add", "--quiet", "--detach", str(tree), other, external=True)
    try:
        python = made(session, "venv", "-e", str(tree), *rivals)
        session.run("python", "-m", "benchmarks.against", python, other)
    finally:
        session.run("git", "worktree", "remove", "--force", str(tree), external=True)


def made(session: nox.Session, name: str, *packages: str) -> str:
    """Make an environment beside the session's own, and answer its Python."""
    place = Path(session.create_tmp()).resolve() / name
    python = str(place / ("Scripts" if os.name == "nt" else "bin") / "python")
    session.run("python", "-m", "venv", "--clear", str(place))
    session.run(python, "-m", "pip", "install", "--quiet", *packages, external=True)
    return python


@nox.session
def promises(session: nox.Session) -> None:
    """The promises at full size; those of speed are measured by `bench`, which follows."""
    need_redis(session)
    install(session, "contract")
    options = ("-m", "promise", "-rP", "--show-capture=stdout", "--timeout=3600")
    session.run("python", "-m", "pytest", "tests", *options, *session.posargs, env={"PROMISES": "full"})
    session.notify("bench")

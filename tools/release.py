"""Rehearse a release to its last step: `nox -s release`. Nothing leaves the machine, and the checkout stays as it is.

The commit is cloned. In the clone the CHANGELOG gets the version and the day, which is committed and tagged; from there the files
are built, checked, and installed into empty environments, with the oldest and with the newest versions of all that they claim to
work with. What a person does then is said at the end; `python tools/release.py --close` is the first of it.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent
OPEN = "## [Unreleased]\n"
VERSION = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"$', re.MULTILINE)
QUICKSTART = re.compile(r"```python\n(.*?)```", re.DOTALL)
EXTRAS = ("cli", "mcp", "otel", "redis")
HELPS = ("", "get", "serve", "pull", "prompts import", "mcp", "events list", "cache list")
COMMANDS = (("--version",), ("demo",), *((*each.split(), "--help") for each in HELPS))
FOLDERS = ("wrapper", "generated", "openapi", "tests", "tools", "benchmarks", "docs", "examples")
IN_SOURCES = (*FOLDERS, "pyproject.toml", "noxfile.py", "README.md")
TODO = """
Nothing is missing. Whoever may publish does this, and the workflow `publish` the rest:
  python tools/release.py --close && git commit -am "Release {version}" && git tag -a v{version} -m "promptport {version}"
  git push --follow-tags
  then, where the code lives, make a release of the tag v{version}."""


class NotReady(Exception):
    """What keeps a release from being made, in words."""


def version(root: Path) -> str:
    """The version that a checkout would be released as.

    Raises:
        NotReady: It is none that is released.
    """
    found = VERSION.search((root / "wrapper/promptport/_version.py").read_text(encoding="utf-8"))
    if found is None:
        raise NotReady("`wrapper/promptport/_version.py` has no version of three numbers.")
    return found[1]


def closed(changelog: str, version: str, day: str) -> str:
    """The CHANGELOG with what is not released under a version.

    Args:
        changelog: Its text.
        version: The version.
        day: Its day, such as `2026-11-30`.

    Raises:
        NotReady: It has the version already, or nothing that is not released.
    """
    if f"\n## [{version}]" in changelog:
        raise NotReady(f"The CHANGELOG has {version} already: `wrapper/promptport/_version.py` needs the next version.")
    head, found, rest = changelog.partition(OPEN)
    if not found or not re.match(r"\s*[^\s#]|\s*###", rest):
        raise NotReady("The CHANGELOG has nothing under [Unreleased].")
    return f"{head}{OPEN}\n## [{version}] - {day}\n{rest}"


def strangers(wheel: Sequence[str], sdist: Sequence[str]) -> list[str]:
    """What is wrong with the names of the files in a wheel and in an archive of sources, in words.

    Args:
        wheel: The wheel's.
        sdist: The archive's, without its own folder.
    """
    ours = ("promptport/", "promptport_local/", "promptport_api/", "promptport-")
    wrong = [f"The wheel has {each}." for each in wheel if not each.startswith(ours)]
    wrong += [f"The wheel has {each}." for each in wheel if "__pycache__" in each or each.endswith((".pyc", ".orig"))]
    names = {PurePosixPath(each).name for each in wheel}
    wrong += [f"The wheel lacks {each}." for each in ("py.typed", "LICENSE", "entry_points.txt") if each not in names]
    tops = {PurePosixPath(each).parts[0] for each in sdist}
    return wrong + [f"The archive of sources lacks {each}." for each in IN_SOURCES if each not in tops]


def rehearse(folder: Path) -> str:
    """Make the release in a folder, and answer its version.

    Raises:
        NotReady: Something is not as it should be.
        CalledProcessError: A step failed; it has said why.
    """
    clone, dist = folder / "clone", folder / "dist"
    changed = _said("git", "status", "--porcelain", cwd=ROOT)
    if changed:
        raise NotReady(f"What is not committed is not released:\n{changed}")
    _run("git", "clone", "--quiet", str(ROOT), str(clone))
    number = version(clone)
    _close(clone)
    author = ("-c", "user.name=release", "-c", "user.email=release@localhost")
    _run("git", *author, "commit", "--quiet", "-am", f"Release {number}", cwd=clone)
    _run("git", *author, "tag", "-a", f"v{number}", "-m", f"promptport {number}", cwd=clone)
    _run(sys.executable, "-m", "build", "--outdir", str(dist), str(clone), quiet=True)
    (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
    if not (wheel.name.startswith(f"promptport-{number}-") and sdist.name == f"promptport-{number}.tar.gz"):
        raise NotReady(f"What was built is not {number}: {wheel.name}, {sdist.name}.")
    _run(sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(sdist))
    with ZipFile(wheel) as files, tarfile.open(sdist) as sources:
        sources.extractall(folder, filter="data")
        wrong = strangers(files.namelist(), [each.partition("/")[2] for each in sources.getnames() if "/" in each])
    if wrong:
        raise NotReady("\n".join(wrong))
    for resolution in ("lowest-direct", "highest"):
        for extras in ((), EXTRAS):
            _try_out(folder, wheel, resolution, extras)
    return number


def _close(root: Path) -> None:
    path = root / "CHANGELOG.md"
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    path.write_text(closed(path.read_text(encoding="utf-8"), version(root), day), encoding="utf-8")


def _try_out(folder: Path, wheel: Path, resolution: str, extras: Sequence[str]) -> None:
    """Install the wheel into an empty environment, and use it."""
    sources = folder / wheel.name.partition("-py3")[0]
    name = f"{resolution}{'-extras' if extras else ''}"
    age = "oldest" if resolution == "lowest-direct" else "newest"
    print(f"with the {age} of all, {', '.join(extras) or 'no extras'} …", flush=True)
    venv, pins, away = folder / f"venv-{name}", folder / f"{name}.txt", folder / f"in-{name}"
    away.mkdir()
    uv = (sys.executable, "-m", "uv", "--quiet")
    resolve = (*uv, "pip", "compile", "--resolution", resolution, *(f"--extra={each}" for each in extras))
    _run(*resolve, "-o", str(pins), str(sources / "pyproject.toml"), quiet=True)
    _run(*uv, "venv", "--python", sys.executable, str(venv))
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    _run(*uv, "pip", "install", "--python", str(scripts / "python"), "-r", str(pins), str(wheel))
    if not extras:
        _run(str(scripts / "python"), "-I", "-W", "error", str(sources / "tests/typing/bare.py"), cwd=away, quiet=True)
        return
    for program in _programs(sources):
        _run(str(scripts / "python"), "-I", "-W", "error", "-c", program, cwd=away)
    for words in COMMANDS:
        _run(str(scripts / "promptport"), *words, cwd=away, quiet=True)


def _programs(sources: Path) -> Iterator[str]:
    """The README's first program, and what else is imported by name where an extra is there."""
    yield QUICKSTART.findall((sources / "README.md").read_text(encoding="utf-8"))[0]
    yield "import promptport.cache.redis, promptport.mcp, promptport.testing, promptport.promptic.tracing"


def _run(*command: str, cwd: Path | None = None, quiet: bool = False) -> None:
    """Run a step; what a quiet one says is shown where it fails."""
    kept = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if quiet else {}
    done = subprocess.run(command, cwd=cwd, check=False, text=True, env=_environment(), **kept)  # type: ignore[call-overload]
    if done.returncode:
        print(done.stdout or "", file=sys.stderr)
        raise subprocess.CalledProcessError(done.returncode, command)


def _said(*command: str, cwd: Path) -> str:
    return subprocess.run(command, cwd=cwd, check=True, text=True, capture_output=True).stdout.strip()


def _environment() -> dict[str, str]:
    """The environment, without keys and settings of whoever rehearses."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PROMPTPORT_", "PYTHONPATH"))}


def main() -> int:
    """Rehearse, or close the CHANGELOG; answers the exit code."""
    parser = argparse.ArgumentParser(description="Rehearse a release to its last step.")
    parser.add_argument("folder", nargs="?", type=Path, help="an empty folder to build in")
    parser.add_argument(
        "--close", action="store_true", help="give this checkout's CHANGELOG the version and today's date"
    )
    given = parser.parse_args()
    try:
        if given.close:
            _close(ROOT)
        elif given.folder is None:
            parser.error("a folder is needed, or --close")
        else:
            print(TODO.format(version=rehearse(given.folder)))
    except NotReady as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"This failed: {' '.join(error.cmd)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

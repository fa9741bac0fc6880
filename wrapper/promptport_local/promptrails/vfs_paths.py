"""Paths in an agent's file system: what one may be, and how one lies to another."""

from __future__ import annotations

from promptport_local.promptrails.errors import bad_request

ROOT = "/"
_DEEPEST, _LONGEST = 16, 255


def normalized(path: str, name: str = "path") -> str:
    """A path as it is kept: absolute, without doubled slashes, `.` steps and a slash at its end.

    Args:
        path: What a client gave.
        name: What the client calls it, for the error.

    Raises:
        Refusal: 400; it is empty, leads upwards, holds NUL, has more than 16 steps or one of more than 255 bytes.
    """
    steps = [step for step in path.split("/") if step not in ("", ".")]
    if not path:
        problem = "is required"
    elif "\0" in path:
        problem = "must not hold NUL"
    elif ".." in steps:
        problem = "must not lead upwards"
    elif len(steps) > _DEEPEST:
        problem = f"must not have more than {_DEEPEST} steps"
    elif any(len(step.encode()) > _LONGEST for step in steps):
        problem = f"must not have a step of more than {_LONGEST} bytes"
    else:
        return ROOT + "/".join(steps)
    raise bad_request(f"{name} {problem}", {name: problem})


def parent_of(path: str) -> str:
    """The directory that a path lies in; the root's is the root."""
    return path.rpartition("/")[0] or ROOT


def placed(path: str) -> dict[str, str]:
    """The fields of an entry that say where it lies."""
    return {"path": path, "parent_path": parent_of(path), "name": path.rpartition("/")[2]}


def within(path: str, directory: str) -> bool:
    """Whether a path is a directory or lies below it."""
    return directory in (ROOT, path) or path.startswith(f"{directory}/")

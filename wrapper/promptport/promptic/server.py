"""What a client has learnt of the server that it speaks to: which paths it has, and what it holds. Nothing here waits."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeVar

from .observations import Home
from .reading import unreadable

T = TypeVar("T")
MOST = 1000  # experiments and artifacts of which a client keeps something
UNKNOWN = frozenset({404, 405, 410})  # what a server may answer that does not know a path


class Server:
    """What is known of a server.

    Attributes:
        has: The operations that it has answered.
        lacks: The operations that it does not know, and another has done in their place.
    """

    def __init__(self) -> None:
        self.has: set[str] = set()
        self.lacks: set[str] = set()
        self._homes: dict[str, Home] = {}
        self._artifacts: dict[str, tuple[Any, Any]] = {}

    def home(self, experiment: str) -> Home | None:
        """Where the cases of an experiment are; None where that is not known."""
        return self._homes.get(experiment)

    def keep_home(self, experiment: str, home: Home) -> None:
        """Keep where the cases of an experiment are, which never changes."""
        _keep(self._homes, experiment, home)

    def note(self, operation: str, answer: Any) -> None:
        """Keep what an answer says of artifacts: their sizes and SHA-256."""
        found = answer if isinstance(answer, Mapping) else {}
        several = found.get("data") if operation == "list_trace_artifacts" else [found]
        for each in several if isinstance(several, list) else []:
            if isinstance(each, Mapping) and isinstance(each.get("id"), str):
                _keep(self._artifacts, each["id"], (each.get("sizeBytes"), each.get("sha256")))

    def check(self, artifact: str, content: bytes) -> None:
        """See that the bytes of an artifact are those that an earlier answer has told of.

        Raises:
            PrompticAPIError: They are not.
        """
        size, digest = self._artifacts.get(artifact, (None, None))
        if isinstance(size, int) and not isinstance(size, bool) and size != len(content):
            raise unreadable("get_artifact_content", f"{len(content):,} bytes, and the artifact has {size:,}")
        if isinstance(digest, str) and digest and digest.lower() != sha256(content).hexdigest():
            raise unreadable("get_artifact_content", "another SHA-256 than the artifact")


def _keep(found: dict[str, T], name: str, value: T) -> None:
    """Keep something; the oldest goes where there is too much."""
    found.pop(name, None)
    found[name] = value
    while len(found) > MOST:
        found.pop(next(iter(found)), None)

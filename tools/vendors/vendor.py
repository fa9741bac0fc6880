"""A vendor's package in a process of its own, which is told what to do line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
# The vendor's folder comes first, ours last and with no package of ours in it but `tools`.
_PROGRAM = """
import sys
sys.path.append({root!r})
from tools.vendors.driven.main import main
main({folder!r}, {package!r}, {skipped!r})
"""
# Of the environment nothing is handed on but what a process needs to run: no key, no address, no settings.
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "SSL_CERT_FILE", "TZ")


class VendorError(Exception):
    """The process of a vendor's package can't do what it is told; the text says why."""


class Vendor:
    """A package of one release, unmodified, in a process that has nothing else on its path.

    Args:
        package: The package's name on PyPI.
        folder: Where it is installed (`tools.vendors.installed`).
        skipped: Modules of it that are left alone.
        seconds: How long one order may take.
    """

    def __init__(self, package: str, folder: Path, *, skipped: tuple[str, ...] = (), seconds: float = 60) -> None:
        self._package, self._folder, self._skipped, self._seconds = package, folder, skipped, seconds
        self._home = tempfile.TemporaryDirectory(prefix="vendor-")
        self._lines: Queue[str] = Queue()
        program = _PROGRAM.format(root=str(ROOT), folder=str(folder), package=package, skipped=list(skipped))
        home = self._home.name
        own = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=home,
            env={**own, "HOME": home, "USERPROFILE": home, "TMPDIR": home, "NO_PROXY": "*"},
        )
        self._said: list[str] = []
        self._threads = [
            Thread(target=self._hear, daemon=True),
            Thread(target=self._hear_errors, daemon=True),
        ]
        for each in self._threads:
            each.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for each in self._threads:
            each.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:  # an order that it could not take any more
                    continue
        self._home.cleanup()

    def surface(self) -> dict[str, Any]:
        """What the package offers; `tools/vendors/__init__.py` says how it is told."""
        reply: dict[str, Any] = self._ask("surface")
        return reply

    def client(self, name: str, kind: str, address: str, /, **arguments: Any) -> None:
        """Make a client, which calls name.

        Args:
            name: How calls name it.
            kind: The full name of its class.
            address: Where the platform is.
            arguments: Further arguments of its constructor; a key is given if there is none.
        """
        self._ask("client", name=name, kind=kind, address=address, arguments=arguments)

    def call(self, client: str, method: str, /, *positional: Any, **arguments: Any) -> dict[str, Any]:
        """Call a method, and wait for it.

        Args:
            client: The name of the client.
            method: The path of the method, such as `agents.create`.
            positional: Arguments by position, as JSON; `$new` and `$bytes` make what JSON has not.
            arguments: Arguments by name.

        Returns:
            `answer` and `kept`, or `raised`; `read`, `warned`.
        """
        reply: dict[str, Any] = self._ask(
            "call", client=client, method=method, positional=list(positional), arguments=arguments
        )
        return reply

    def make(self, value: Any) -> Any:
        """Make an object of the vendor's, or call one of its functions. Answers what it is, as JSON.

        Args:
            value: What `$new` makes: `{"$new": "promptrails.types.Agent.from_dict", "arguments": [{}]}`.

        Raises:
            VendorError: It can't be made of that.
        """
        return self._ask("make", value=value)

    def run(self, source: str, /, **names: Any) -> dict[str, Any]:
        """Run a program where the package is; it may await on its top level.

        Args:
            source: The program. What it makes is there for those that come after it.
            names: What it knows, as JSON.

        Returns:
            `result`, what it has put there; `printed`, its lines; `raised`, the name of the exception that ended it, or an empty
            text, and `why`.
        """
        reply: dict[str, Any] = self._ask("run", source=source, names=names)
        return reply

    def _ask(self, order: str, **given: Any) -> Any:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": order, **given}) + "\n")
            self._process.stdin.flush()
            reply = json.loads(self._lines.get(timeout=self._seconds))
        except Empty:
            self._process.kill()
            raise VendorError(f"{self._package} did not end `{order}` within {self._seconds} s: {given}") from None
        except (BrokenPipeError, ValueError):
            self._process.wait()
            said = "".join(self._said[-8:]).strip()
            raise VendorError(f"The process of {self._package} in {self._folder} ended: {said}") from None
        if "failed" in reply:
            raise VendorError(f"{self._package}, {order} {given}: {reply['failed']}")
        return reply["result"]

    def _hear(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")  # no JSON: it has ended

    def _hear_errors(self) -> None:
        assert self._process.stderr is not None
        self._said += self._process.stderr

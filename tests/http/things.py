"""A platform without a room, for tests of the road to the wire: its rules, one operation, and options."""

from __future__ import annotations

from typing import Any, ClassVar

from promptport.http.clock import Clock
from promptport.http.options import Options
from promptport.http.rules import Rules
from promptport.http.secrets import Secrets
from promptport.model import Operation

SERVER = "https://example.org"
SECRET = "planted-secret"
READ = Operation("read_thing", "GET", "/things", SERVER, ("key",), repeatable=True)
MAKE = Operation("make_thing", "POST", "/things", SERVER, ("key",), content="application/json")
LOGIN = Operation("log_in", "POST", "/login", SERVER, content="application/json")


class Ways(Rules):
    """Rules with a key in a header."""

    platform = "things"
    addresses: ClassVar[dict[str, str]] = {SERVER: "`base_url`"}

    def __init__(self) -> None:
        super().__init__(Secrets(SECRET))

    def headers(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        """The key."""
        return (("X-Key", SECRET),)


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def options(hand: Hand | None = None, **given: Any) -> Options:
    """A client's options, by a clock that stands, and with waits that are always the longest."""
    made = Options.checked(
        **{"timeout": 2.0, "retries": 2, "factor": 0.5, "hosts": {SERVER: "http://there/api"}, **given}
    )
    return made._replace(clock=Clock(hand or Hand(), lambda: 0.0, lambda: 1.0))

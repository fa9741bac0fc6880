"""Proves what a client keeps of its server, and that it keeps no more than it may."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.promptic.observations import Home
from promptport.promptic.rules import OTHER_PATHS
from promptport.promptic.server import MOST, Server


def test_each_path_has_its_other() -> None:
    assert {OTHER_PATHS[OTHER_PATHS[each]] for each in OTHER_PATHS} == OTHER_PATHS.keys()


def test_the_oldest_goes() -> None:
    server = Server()
    for number in range(MOST + 5):
        server.keep_home(str(number), Home("c", "d"))
    assert (server.home("4"), server.home("5")) == (None, Home("c", "d"))


@pytest.mark.parametrize(
    "odd", [None, [], {"data": 3}, {"data": [None, {"id": 3}]}, {"id": "x", "sizeBytes": "5", "sha256": ""}]
)
def test_what_tells_nothing_checks_nothing(odd: Any) -> None:
    server = Server()
    for operation in ("get_artifact", "list_trace_artifacts"):
        server.note(operation, odd)
    server.check("x", b"hello")

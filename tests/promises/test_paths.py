"""Promise S3 for every path parameter of every platform: a name can't leave its path."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from urllib.parse import unquote

import promptport_api
import pytest

from promptport.errors import ArgumentError
from promptport.http.encode import encode
from promptport.model import Operation, Request

HOSTILE = [
    "", ".", "..", "../", "../../admin", "a/b", "/a", "a/", "//host/a", "?a=b", "a?b", "#a", "a#b", "a\r\nHost: b", "\n", "\0",
    "%2F", "%2e%2e", "..%2f", "a%0d%0aX: b", "a b", "a+b", "a;b", "a\\b", "{id}", "ä", "漢字", "🎉", "é", "\u202e", "\ud800",
    "A" * 5000,
]  # fmt: skip


def operations() -> Iterator[tuple[str, Operation]]:
    """Every operation of every contract, with the name of its platform."""
    for module in pkgutil.walk_packages(promptport_api.__path__, "promptport_api."):
        if ".api." in module.name and not module.ispkg:
            yield module.name.split(".")[1], importlib.import_module(module.name).OPERATION


PLACES = [
    (platform, operation, parameter.name)
    for platform, operation in operations()
    for parameter in operation.parameters
    if parameter.place == "path"
]


@pytest.mark.promise("S3")
def test_s3_no_path_parameter_leaves_its_path() -> None:
    """S3: whatever a name holds, the request goes to its own operation with the name as one segment, or none is made."""
    sent = 0
    refused: dict[str, bool] = {}
    for platform, operation, name in PLACES:
        path_only = operation._replace(
            parameters=tuple(each for each in operation.parameters if each.place == "path"), content=""
        )
        for hostile in HOSTILE:
            values = {each.name: "7" for each in path_only.parameters} | {name: hostile}
            try:
                path = encode(Request(path_only, values)).path
            except ArgumentError as error:
                refused[hostile] = error.argument == name
                continue
            before, after = operation.path.split(f"{{{name}}}")
            before, after = before.format_map(values), after.format_map(values)
            assert path.startswith(before), (platform, operation.id, hostile)
            assert path.endswith(after), (platform, operation.id, hostile)
            segment = path[len(before) : len(path) - len(after)]
            assert not set(segment) & set("/?#\\ \r\n\0"), (platform, operation.id, hostile)
            assert unquote(segment) == hostile
            assert segment not in ("", ".", "..")
            sent += 1
    print(f"S3: {len(PLACES)} path parameters, {len(HOSTILE)} names: {sent} sent as one segment, the others refused")
    assert {platform for platform, _, _ in PLACES} == {"langfuse", "promptic", "promptrails", "scope"}  # xR2 has none
    assert set(refused) >= {"", ".", ".."}
    assert all(refused.values())  # and the error names the argument

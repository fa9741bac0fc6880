"""A made-up platform that is served from its contract alone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from promptport_local.clock import utc_now
from promptport_local.contract import Contract
from promptport_local.endpoint import Endpoint
from promptport_local.environment import Environment
from promptport_local.request_log import RequestLog, Violation
from promptport_local.scripts import Scripts
from promptport_local.store import Store
from promptport_local.vendor import VendorServer

JSON = "application/json"


TREE = {"type": "object", "properties": {"leaf": {"type": "string"}, "more": {"$ref": "#/components/schemas/Tree"}}}


QUERY = [
    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}},
    {"name": "deep", "in": "query", "schema": {"type": "boolean"}},
    {"name": "score", "in": "query", "schema": {"type": ["number", "null"]}},
    {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
    {"name": "ids", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}},
    {"name": "X-Trace", "in": "header", "required": True, "schema": {"type": "string", "pattern": "^[0-9]+$"}},
]


ERROR = {"content": {JSON: {"schema": {"type": "object"}, "example": {"error": "Example of an error."}}}}


def operation(name: str, **rest: Any) -> dict[str, Any]:
    answers = {
        "200": {"content": {JSON: {"schema": {"$ref": "#/components/schemas/Tree"}, "example": {"leaf": name}}}},
        "400": {"content": {JSON: {}}},
        "422": {"content": {JSON: {}}},
    }
    return {"operationId": name, "security": [], "responses": answers, **rest}


DOCUMENT: dict[str, Any] = {
    "components": {
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            "token": {"type": "http", "scheme": "bearer"},
            "workspace": {"type": "apiKey", "in": "query", "name": "workspace"},
            "session": {"type": "apiKey", "in": "cookie", "name": "session"},
        },
        "schemas": {"Tree": TREE},
    },
    "paths": {
        "/trees": {
            "get": operation("trees_list", parameters=QUERY),
            "post": operation(
                "trees_create",
                requestBody={"required": True, "content": {JSON: {"schema": {"$ref": "#/components/schemas/Tree"}}}},
            ),
        },
        "/trees/default": {"get": operation("trees_default")},
        "/trees/{tree_id}": {
            "get": operation("trees_get", parameters=[{"name": "tree_id", "in": "path", "required": True}]),
            "delete": operation("trees_delete", responses={"204": {"description": "Gone."}}),
        },
        "/trees/{tree_id}/leaves/{number}": {
            "get": operation("leaves_get", parameters=[{"name": "number", "in": "path", "schema": {"type": "integer"}}])
        },
        "/secret": {
            "get": operation(
                "secret_get",
                security=[{"key": []}, {"token": [], "workspace": []}, {"session": []}],
                responses={**operation("secret_get")["responses"], "401": ERROR},
            )
        },
        "/stream": {
            "get": operation(
                "stream_get",
                responses={
                    "200": {
                        "content": {
                            JSON: {"example": {"whole": True}},
                            "text/event-stream": {"example": "event: done\ndata: {}\n\n"},
                        }
                    }
                },
            )
        },
        "/null": {
            "get": operation(
                "null_get", responses={"200": {"content": {JSON: {"examples": {"none": {"value": None}}}}}}
            )
        },
        "/bare": {"get": operation("bare_get", responses={"200": {"content": {JSON: {}}}})},
    },
}


class Served:
    """The invented contract, served without a network."""

    def __init__(self, store: Store) -> None:
        self.platform = VendorServer(Contract("trees", DOCUMENT), Environment("trees", store, utc_now))
        self.violations: list[Violation] = []
        self.requests = RequestLog()
        self._endpoint: Any = Endpoint(self.platform, self.requests, Scripts(), self.violations, asyncio.Event())

    def __call__(self, method: str, target: str, **rest: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._endpoint)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.request(method, f"/trees{target}", **rest)

        return asyncio.run(send())


@pytest.fixture
def served() -> Iterator[Served]:
    with closing(Store()) as store:
        yield Served(store)

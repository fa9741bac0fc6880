"""Proves what each security scheme asks for, and which of them an operation takes."""

from __future__ import annotations

from typing import Any

import pytest
from generator import security

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("about", "made"), [
    ({"type": "http", "scheme": "Bearer"}, "Scheme('bearer')"), ({"type": "http", "scheme": "basic"}, "Scheme('basic')"),
    ({"type": "apiKey", "in": "cookie", "name": "a'b"}, "Scheme('cookie', \"a'b\")"), ({"type": "oauth2"}, "Scheme('bearer')"),
    ({"type": "openIdConnect"}, "Scheme('bearer')"),
])  # fmt: skip
def test_schemes(about: Any, made: str) -> None:
    assert security.scheme(about) == made


def test_what_is_not_sent() -> None:
    with pytest.raises(ValueError, match="'digest' is not sent"):
        security.scheme({"type": "http", "scheme": "digest"})


def test_which_are_taken_together() -> None:
    """Nothing is said where each does alone."""
    both: dict[str, Any] = {"security": [{"a": [], "b": []}, {"a": []}]}
    assert (security.names(both), security.alternatives(both)) == (["a", "b"], "(('a', 'b'), ('a',))")
    assert security.alternatives({"security": [{"a": []}, {"b": []}]}) == ""
    assert security.alternatives({"security": [{}]}) == "((),)"


def test_only_those_that_an_operation_takes() -> None:
    schemes = {name: {"type": "http", "scheme": "bearer"} for name in "abcde"}
    paths = {
        "/": {
            "get": {"operationId": "x", "security": [{"a": []}, {"d": [], "e": []}]},
            "put": {"operationId": "y", "security": [{"b": []}], "x-hidden": True},
        }
    }
    found = security.schemes({"paths": paths, "components": {"securitySchemes": schemes}})
    assert found == dict.fromkeys("ade", "Scheme('bearer')")

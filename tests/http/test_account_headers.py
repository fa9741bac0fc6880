"""Proves which headers are no options of a call: those that say who asks, however they are written."""

from __future__ import annotations

import json
from importlib import import_module
from importlib.resources import files

import pytest

from promptport.errors import ConfigurationError
from promptport.http.account_headers import check_account_headers
from promptport.http.rules import Rules

RULES = {"xr2": "XR2Rules", "promptrails": "PromptRailsRules", "scope": "ScopeRules", "promptic": "PrompticRules"}


@pytest.mark.parametrize(
    "name",
    [
        "Authorization", "proxy-authorization", "COOKIE", "Cookie2", "X-API-Key", "x-api-key", "X_Api_Key", "api-key", "ApiKey",
        "X-Workspace-Id", "x-workspace-ID", "X_WORKSPACE_ID", "X-Org-Id", "X-Organization", "X-Organisation-Id", "X-Tenant",
        "X-Account-Id", "X-Auth-Token", "X-Access-Token", "X-Client-Secret", "Ocp-Apim-Subscription-Key", "X-Auth",
        "X-Amz-Security-Token", "Authentication", "CF-Access-Client-Secret", "X-JWT", " Authorization",
    ],
)  # fmt: skip
def test_what_says_who_asks(name: str) -> None:
    """It is refused by its name, and its value is not shown."""
    with pytest.raises(ConfigurationError, match="says who asks") as caught:
        check_account_headers({"X-Team": "a", name: "planted-value"})
    assert "planted-value" not in str(caught.value)
    with pytest.raises(ConfigurationError, match="with `there`"):
        check_account_headers({name: "x"}, {}, "`there`")


@pytest.mark.parametrize(
    "name",
    ["X-Team", "X-Request-Id", "traceparent", "tracestate", "baggage", "User-Agent", "Accept-Language", "Idempotency-Key",
     "X-Author", "X-Organic", "Accept", "X-Monkey", "X-Forwarded-For", "b3", "Keep-Alive"],
)  # fmt: skip
def test_what_does_not(name: str) -> None:
    """Everything else is the caller's."""
    check_account_headers({name: "x"})
    check_account_headers(None)


@pytest.mark.parametrize("room", RULES)
def test_the_headers_of_the_contract(room: str) -> None:
    """Every header that a contract names as a credential is among those that its room refuses."""
    rules: type[Rules] = getattr(import_module(f"promptport.{room}.rules"), RULES[room])
    contract = json.loads((files(f"promptport_api.{room}") / "contract.json").read_text("utf-8"))
    schemes = contract["components"]["securitySchemes"].values()
    wanted = {"authorization" if each["type"] == "http" else each["name"].lower() for each in schemes}
    assert wanted
    assert wanted <= set(rules.account_headers)
    assert rules.account_settings.startswith("`")

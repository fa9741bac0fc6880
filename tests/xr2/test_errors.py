"""Proves which error of xR2 stands for which failure, and that each says what it is about."""

from __future__ import annotations

import pickle

import pytest

from promptport.errors import CallError
from promptport.testing import Platform
from promptport.xr2 import APIError, AuthenticationError, PromptNotFoundError, VariableError, XR2Error, xR2Client

KEY = "YOUR_PRODUCT_API_KEY"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, APIError),
        (401, AuthenticationError),
        (403, AuthenticationError),
        (404, PromptNotFoundError),
        (500, APIError),
    ],
)
def test_the_class_of_a_status(platform: Platform, status: int, kind: type[XR2Error]) -> None:
    """A missing key is answered with 403, an unknown one with 401: both are about the key."""
    platform.script("xr2", {"status": status, "json": {"detail": "no"}})
    with xR2Client(KEY, base_url=platform.url("xr2"), total_retries=0) as client:
        error = client.get_prompt(slug="welcome").exception

    assert type(error) is kind
    assert isinstance(error, CallError)
    assert (error.status_code, error.platform) == (status, "xr2")
    assert ("`api_key`" in str(error)) is (kind is AuthenticationError)


def test_a_404_of_another_call_is_about_no_prompt(platform: Platform) -> None:
    platform.script("xr2", {"status": 404, "json": {"detail": "no"}})
    with xR2Client(KEY, base_url=platform.url("xr2"), total_retries=0) as client:
        assert type(client.check_api_key().exception) is APIError


def test_variables_without_a_value() -> None:
    """Their names can be read, in another process as well."""
    error = VariableError("two have none", ["a", "b"])
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.missing_variables, str(copy)) == (["a", "b"], "two have none")
    assert VariableError("none").missing_variables == []

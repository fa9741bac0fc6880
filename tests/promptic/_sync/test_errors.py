# Made from tests/promptic/_async/test_errors.py by `python tools/unasync.py`: change that file, never this one.
"""Proves the one error of Promptic, and the refusals that are none."""

from __future__ import annotations

import pickle

import httpx
import pytest

import promptport
from promptport.promptic import PrompticClient, PrompticAPIError

from ..wire import Wire

KEY = "pk_planted_0123456789"


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def client(wire: Wire):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with PrompticClient(KEY, transport=wire.transport) as made:
        yield made


@pytest.mark.parametrize("method", ["get_deployment", "get_deployed_prompt"])
def test_nothing_is_deployed(method: str) -> None:
    """None for null, for 204, and for a 404 that speaks of the deployment; any other 404 is about the component."""
    says = {"error": "No deployment found for this component"}
    page = httpx.Response(404, html="<title>DEPLOYMENT_NOT_FOUND</title>")
    wire = Wire(
        httpx.Response(200, content=b"null"), httpx.Response(204), httpx.Response(404, json=says),
        httpx.Response(404, json={"error": "Not found"}), page, httpx.Response(403, json=says),
    )  # fmt: skip
    with PrompticClient(KEY, transport=wire.transport) as client:
        assert [getattr(client, method)("c") for _ in range(3)] == [None, None, None]
        for status in (404, 404, 403):
            with pytest.raises(PrompticAPIError) as caught:
                getattr(client, method)("c")
            assert caught.value.status_code == status
        assert getattr(client, method)("c") is not None
    assert len(wire.seen) == 7


def test_an_empty_answer_is_not_that_nothing_is_deployed() -> None:
    """Its body was lost on the way: the program must not take it for a component without a prompt."""
    with PrompticClient(KEY, transport=Wire(httpx.Response(200)).transport) as client:
        with pytest.raises(PrompticAPIError, match="an empty body"):
            client.get_deployed_prompt("c")


def test_elsewhere_such_a_404_is_an_error() -> None:
    """Only where the document promises None."""
    with PrompticClient(
        KEY, transport=Wire(httpx.Response(404, json={"error": "No deployment"})).transport
    ) as client:
        with pytest.raises(PrompticAPIError, match="No deployment"):
            client.undeploy("c")


def test_the_documents_error() -> None:
    """The status and the platform's own words, and what is known besides."""
    wire = Wire(httpx.Response(404, json={"error": "Not found"}, headers={"X-Request-Id": "r1"}))
    with PrompticClient(KEY, transport=wire.transport) as client:
        with pytest.raises(PrompticAPIError) as caught:
            client.get_experiment("invalid-id")

    error = caught.value
    assert (error.status_code, error.message) == (404, "Not found")
    assert (error.platform, error.operation, error.request_id, error.attempts) == (
        "promptic",
        "get_experiment",
        "r1",
        1,
    )
    assert isinstance(error, promptport.Error)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), vars(again), again.args) == (str(error), vars(error), error.args)
    assert repr(error) == "PrompticAPIError(404, 'Not found')"

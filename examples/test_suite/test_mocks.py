"""The application beside mocks of HTTP."""

import httpx
import respx
import shop

import promptport


def test_with_respx():
    with respx.mock, promptport.Client("xr2", api_key="a-key", retries=0) as client:
        route = respx.post("https://xr2.uk/api/v1/get-prompt").respond(503)
        assert shop.greeting(client, "Ann").origin.source == "fallback"
        assert route.called


def test_with_pytest_httpx(httpx_mock):
    httpx_mock.add_response(url="https://xr2.uk/api/v1/get-prompt", status_code=503)
    with promptport.Client("xr2", api_key="a-key", retries=0) as client:
        assert shop.greeting(client, "Ann").origin.source == "fallback"


def test_with_a_transport():
    transport = httpx.MockTransport(lambda request: httpx.Response(503))
    with promptport.Client("xr2", api_key="a-key", retries=0, transport=transport) as client:
        assert shop.greeting(client, "Ann").origin.source == "fallback"

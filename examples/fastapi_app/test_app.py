"""The application, while all is well and in an outage: `pytest`. It needs no server beside it."""

import pytest
from app import app
from fastapi.testclient import TestClient

from promptport.testing import later


@pytest.fixture
def platform(promptport_local, monkeypatch):
    monkeypatch.setenv("PROMPTPORT_SOURCE", "xr2")
    monkeypatch.setenv("XR2_BASE_URL", promptport_local.url("xr2"))
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    return promptport_local


def test_all_is_well(platform):
    with TestClient(app) as client:
        assert client.post("/welcome/Ann").json()[-1] == {"role": "user", "content": "Welcome Ann and offer your help."}
        health = client.get("/health").json()
    assert health["platform"]["state"] == "answering"
    assert health["reports"][0]["accepted"] == 1


def test_an_outage(platform):
    platform.outage("xr2")
    with TestClient(app) as client:
        assert client.post("/welcome/Ann").json() == [{"role": "user", "content": "Welcome Ann, and answer in en."}]
        health = client.get("/health").json()
    assert (health["platform"]["state"], health["prompts"][0]["source"]) == ("failing", "fallback")


def test_a_version_goes_into_production(platform):
    hi = [{"role": "user", "content": "Hi {{customer_name}}! ({{language}})"}]
    draft = platform.publish("xr2", "welcome", hi, labels=["draft"])
    with TestClient(app) as client:
        assert client.post("/welcome/Ann").json()[-1]["content"] == "Welcome Ann and offer your help."
        platform.label("xr2", "welcome", draft, "production")
        later(3600)  # an hour passes for all clients: the copy has grown old
        assert client.post("/welcome/Ann").json() == [{"role": "user", "content": "Hi Ann! (en)"}]

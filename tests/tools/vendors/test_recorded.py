"""Proves that a release that nobody knows can be recorded: each method with little and with everything, and what it reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.vendors.recorded import recorded
from tools.vendors.vendor import VendorError

from .made_up import PACKAGE, RELEASE, install


def test_a_recording(tmp_path: Path) -> None:
    """Every method of both clients is called, and its answers grow until it reads no more."""
    install(tmp_path)

    found = recorded(PACKAGE, RELEASE, folder=tmp_path)

    assert json.loads(json.dumps(found)) == found
    assert {name: found[name] for name in ("package", "release", "import")} == {
        "package": PACKAGE, "release": RELEASE, "import": "acme",
    }  # fmt: skip
    calls = {(each["client"], each["method"], len(each["arguments"])): each for each in found["calls"]}
    assert len(calls) == len(found["calls"])
    assert {(client, method) for client, method, _ in calls} == {
        *(("acme.Acme", f"things.{each}") for each in ("content", "create", "get", "names", "plain")),
        *(("acme.AsyncAcme", f"things.{each}") for each in ("get", "names")),
        ("acme.Acme", "ping"),
    }
    full = calls["acme.Acme", "things.get", 3]
    assert full["arguments"] == {"thing_id": "thing_id-1", "colour": "red", "deep": False}
    assert full["requests"][0]["query"] == [["deep", "false"], ["colour", "red"]]
    assert {"data.parts.[].parts.[].id", "data.id"} <= full["read"].keys()
    made = calls["acme.Acme", "things.create", 3]
    assert made["positional"] == [{"$new": "acme.models.Simple", "named": {"prompt_id": "prompt_id-1"}}]
    body = json.loads(made["requests"][0]["body"])
    assert body["orders"] == [{"amount": 7, "note": "note-1"}]
    assert body["any_field"] == "any_field-1"
    assert calls["acme.Acme", "things.plain", 0]["same"] == "data"
    assert calls["acme.AsyncAcme", "things.names", 0]["answer"] != []
    assert [(each["method"], each["raised"]) for each in found["calls"] if "raised" in each] == []


def test_a_client_that_can_not_be_made_is_no_client_without_methods(tmp_path: Path) -> None:
    """What is seen of the other one says nothing of it: a comparison would find no difference."""
    made = install(tmp_path) / "acme" / "client.py"
    made.write_text(made.read_text("utf-8").replace("max_retries: int = 3", "licence: str"), "utf-8")

    with pytest.raises(VendorError, match=r"acme\.Acme can't be made of a key and an address: TypeError.*licence"):
        recorded(PACKAGE, RELEASE, folder=tmp_path)

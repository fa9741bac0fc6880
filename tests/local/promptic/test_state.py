"""Proves that the local Promptic's records have ids and moments that repeat with a seed and never come twice."""

from __future__ import annotations

from pathlib import Path

import httpx

from promptport_local import Server

from ..conftest import PROMPTIC_KEY, Clock
from .calls import IDS
from .seeded import COMPONENT


def test_changes_move_the_moment(promptic_client: httpx.Client, clock: Clock) -> None:
    body = {"aiComponentId": IDS["componentId"], "targetModel": "m"}
    made = promptic_client.post("/api/v1/experiments", json=body).json()
    assert made["createdAt"] == made["updatedAt"] == "2026-01-15T09:30:00.123Z"
    clock.forward(minutes=1)
    changed = promptic_client.patch(f"/api/v1/experiments/{made['id']}", json={}).json()
    assert (changed["createdAt"], changed["updatedAt"]) == (made["createdAt"], "2026-01-15T09:31:00.123Z")


def test_the_newest_are_first_even_of_one_moment(promptic_client: httpx.Client) -> None:
    made = [promptic_client.post("/api/v1/components", json={"name": str(n)}).json()["id"] for n in range(5)]
    listed = [each["id"] for each in promptic_client.get("/api/v1/components").json()["data"]]
    assert listed == [*reversed(made), IDS["componentId"]]


def test_the_same_seed_gives_the_same_ids(clock: Clock) -> None:
    seen = []
    for _ in range(2):
        with Server(seed=7, now=clock) as server:
            backend = server.backend("promptic")
            me = backend.caller("pk_local_dev")
            seen.append([backend.create_component(me, {"name": "c"})["id"] for _ in range(2)])
            server.reset()
            seen.append([backend.create_component(me, {"name": "c"})["id"] for _ in range(2)])
    assert all(each == seen[0] for each in seen)
    assert len(set(seen[0])) == 2


def test_a_file_keeps_it_and_ids_do_not_come_again(tmp_path: Path, clock: Clock) -> None:
    ids = []
    for _ in range(3):
        with Server(data=tmp_path / "state.db", seed=1, now=clock) as server:
            with httpx.Client(headers={"Authorization": f"Bearer {PROMPTIC_KEY}"}, trust_env=False) as client:
                url = server.url("promptic") + "/api/v1/components"
                ids.append(client.post(url, json={"name": "c"}).json()["id"])
                assert [each["id"] for each in client.get(url).json()["data"]] == [*reversed(ids), COMPONENT]
            assert server.violations == []
    assert len(set(ids)) == 3

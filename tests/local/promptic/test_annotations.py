"""Proves that the local Promptic keeps an annotation a user."""

from __future__ import annotations

import httpx

from promptport_local import Server

from .calls import IDS, WORKSPACE


def test_annotations_are_of_who_wrote_them(promptic_client: httpx.Client, server: Server) -> None:
    server.backend("promptic").add_session("st_two", userId="user_2")
    server.backend("promptic").add_workspace(WORKSPACE, members=["user_1", "user_2"])
    path = f"/api/v1/components/{IDS['componentId']}/runs/{IDS['runId']}/annotations"
    body = {"traceDbId": "c4d8f2a6-0b1e-4d39-8a7c-5e9f1b3d6c68", "rating": "negative"}
    theirs = {"Authorization": "Bearer st_two", "X-Workspace-Id": WORKSPACE}
    answers = [promptic_client.post(path, json=body, headers=headers) for headers in ({}, theirs, theirs)]
    assert [each.status_code for each in answers] == [200, 201, 200]
    assert [each.json()["userId"] for each in answers] == ["user_1", "user_2", "user_2"]

"""Proves that the local Promptic returns to its fixture, and shows no credential."""

from __future__ import annotations

import httpx

from promptport_local import Server
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .calls import login, poll
from .seeded import COMPONENT


def test_reset_returns_to_it(promptic: Backend, me: Caller) -> None:
    before = promptic.state()
    promptic.options.strict = False
    promptic.delete_component(me, COMPONENT)
    promptic.create_component(me, {"name": "c"})
    promptic.reset()
    assert promptic.state() == before


def test_no_credential_is_shown(server: Server, promptic_client: httpx.Client, control: httpx.Client) -> None:
    server.backend("promptic").options.login_pending = 0
    codes = login(promptic_client)
    _, answer = poll(promptic_client, codes)
    tokens = ["st_local_dev", answer["access_token"]]
    assert len(server.backend("promptic").state()["sessions"]) == len(tokens)
    for path in ("", "_local/state", "_local/requests"):
        text = control.get(path).text
        for secret in ("pk_local_dev", codes["device_code"], *tokens):
            assert secret not in text

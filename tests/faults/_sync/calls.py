# Made from tests/faults/_async/calls.py by `python tools/unasync.py`: change that file, never this one.
"""The calls that meet the faults: one for each table, blocking or not."""

from __future__ import annotations

from typing import Any, NamedTuple

from promptport.errors import CallError
from promptport.langfuse import LangfuseClient
from promptport.scope import ScopeClient, ScopeError
from promptport.xr2 import xR2Client

from .. import langfuse_rows
from ..rows import Row
from ..scope_rows import WHO
from ..xr2_rows import SECRET


class Outcome(NamedTuple):
    """What came of a call.

    Attributes:
        error: Its error; None where it succeeded.
        seen: What the application has in hand afterwards.
    """

    error: CallError | ScopeError | None
    seen: tuple[Any, ...]


def langfuse(row: Row, address: str, other: str) -> Outcome:
    """Langfuse's, which raises its error."""
    pair = (langfuse_rows.PUBLIC, langfuse_rows.SECRET)
    with LangfuseClient(*pair, base_url=address, timeout=row.timeout, max_retries=3) as client:
        try:
            version = client.with_options(deadline=60.0).prompts.get("welcome")
        except CallError as error:
            return Outcome(error, (client, vars(client)))
    return Outcome(None, (client, vars(client), version))


def xr2(row: Row, address: str, other: str) -> Outcome:
    """xR2's, which answers its error as a value."""
    with xR2Client(SECRET, base_url=address, timeout=row.timeout, backoff_factor=0) as client:
        response = client.get_prompt(slug="welcome")
    error = response.exception
    assert error is None or isinstance(error, CallError)
    assert error is None or response.status_code == error.status_code
    return Outcome(error, (response, client, vars(client)))


def xr2_event(row: Row, address: str, other: str) -> Outcome:
    """xR2's, with an event of a prompt that was fetched before."""
    with xR2Client(SECRET, base_url=other) as client:
        trace_id = (client.get_prompt(slug="welcome")).unwrap().trace_id
    with xR2Client(SECRET, base_url=address, timeout=row.timeout, backoff_factor=0) as client:
        response = client.track_event(trace_id=trace_id, event_name="sign_up")
    error = response.exception
    assert error is None or isinstance(error, CallError)
    return Outcome(error, (response, client, vars(client)))


def scope(row: Row, address: str, other: str) -> Outcome:
    """Scope's, with faults of the prompt API."""
    return _scope(row, base_url=address, auth_api_url=other)


def scope_exchange(row: Row, address: str, other: str) -> Outcome:
    """Scope's, with faults of the token exchange."""
    return _scope(row, base_url=other, auth_api_url=address)


def _scope(row: Row, base_url: str, auth_api_url: str) -> Outcome:
    with ScopeClient(
        WHO, base_url=base_url, auth_api_url=auth_api_url, timeout=row.timeout, retry_base_delay=0
    ) as client:
        try:
            version = client.get_prompt_version("welcome")
        except ScopeError as error:
            return Outcome(error, (client, vars(client)))
    return Outcome(None, (client, vars(client), version))

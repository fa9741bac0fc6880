# Made from tests/http/_async/test_keys.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that a function may answer the key, in every room: asked when it is needed, again after a 401, by one for all."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from promptport.errors import CallError, ClosedError, Error
from promptport.http.clock import Deadline
from promptport.platform import Query

from ...base.blocking import FORMS, open_source
from ...base.keyed import Keyed, Vault
from ...base.rooms import ROOMS, secret_of
from ...base.shown import chain, reachable, texts
from ...together.blocking import begin, ended, together, until

ADDRESS = "http://platform.test"
FIRST, SECOND, THIRD = "first-key-0123", "second-key-0123", "third-key-0123"


def opened(room: str, platform: Keyed, function: Any, **more: Any) -> Any:
    """A source whose key a function answers."""
    return open_source(room, ADDRESS, transport=platform.transport, **{secret_of(room): function}, **more)


def call(source: Any) -> CallError | None:
    """What became of a call: None where the key was good."""
    try:
        if source.traits.name in ("promptrails", "promptic"):
            source.client.send(*_listing(source.traits.name))
        else:
            source.fetch(_query(), 5.0)
    except CallError as error:
        return error if error.status_code != 404 else None
    except Error:
        return None
    return None


def _listing(room: str) -> tuple[Any, Any]:
    if room == "promptrails":
        from promptport_api.promptrails.api.prompts import prompts_list

        return prompts_list.request(page=1, limit=1), prompts_list.parse
    from promptport_api.promptic.api.client import list_components

    return list_components.request(), list_components.parse


def _query() -> Any:
    return Query("welcome")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("room", ROOMS)
def test_it_is_asked_once(room: str, form: str) -> None:
    """Not when the client is built, but when the key is first needed; then its answer is kept."""
    platform, vault = Keyed(FIRST), Vault(FIRST, SECOND)
    with opened(room, platform, FORMS[form](vault)) as source:
        assert vault.asked == 0
        assert source.traits.credential == ""
        for _ in range(3):
            assert call(source) is None
        assert vault.asked == 1
        assert source.traits.credential
    assert set(platform.seen) == {FIRST}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("room", ROOMS)
def test_after_a_401_it_is_asked_again(room: str, form: str) -> None:
    """The call is repeated once, with the other key, and its caller sees nothing of it; the credential is another one now."""
    platform, vault = Keyed(SECOND), Vault(FIRST, SECOND)
    with opened(room, platform, FORMS[form](vault)) as source:
        assert call(source) is None
        assert platform.seen == [FIRST, SECOND]
        assert vault.asked == 2
        second = source.traits
    with opened(room, Keyed(FIRST), Vault(FIRST)) as source:
        assert call(source) is None
        assert source.traits.credential != second.credential


@pytest.mark.parametrize("room", ROOMS)
def test_a_call_asks_again_once(room: str) -> None:
    """The refusal is raised where the other key is refused as well, or where there is none; the next call asks anew."""
    platform, vault = Keyed(), Vault(FIRST, SECOND, SECOND)
    with opened(room, platform, vault) as source:
        error = call(source)
        assert error is not None
        assert error.refused
        assert (platform.seen, vault.asked) == ([FIRST, SECOND], 2)
        error = call(source)
        assert error is not None
        assert error.refused
        assert (platform.seen, vault.asked) == ([FIRST, SECOND, SECOND], 3)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("room", ROOMS)
def test_those_who_come_at_once_ask_once(room: str, form: str) -> None:
    """Before their first request, and after they were all refused."""
    platform, vault = Keyed(SECOND), Vault(FIRST, SECOND, THIRD)
    with opened(room, platform, FORMS[form](vault)) as source:
        assert together(8, lambda: call(source)) == [None] * 8
        assert vault.asked == 2
        platform.known = {THIRD}
        assert together(8, lambda: call(source)) == [None] * 8
        assert vault.asked == 3


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("room", ROOMS)
def test_what_it_raises_is_told_as_ours(room: str, form: str, caplog: pytest.LogCaptureFixture) -> None:
    """Its text may hold anything, so its class alone is told; the next call asks again, and the client is none the worse."""
    caplog.set_level("INFO", "promptport")
    trouble = RuntimeError(f"planted-vault-token refused for {FIRST}")
    platform, vault = Keyed(FIRST), Vault(trouble, FIRST, trouble)
    with opened(room, platform, FORMS[form](vault)) as source:
        error = call(source)
        assert error is not None
        assert (error.kind, error.status_code, error.passing, error.refused) == ("credential", 0, True, False)
        assert f"`{secret_of(room)}` is a function, and it raised RuntimeError" in str(error)
        assert platform.seen == []
        assert call(source) is None
        platform.known = set()
        refused = call(source)  # it is asked again, and raises
        assert refused is not None
        assert refused.refused
        assert f"`{secret_of(room)}` is a function, and it raised RuntimeError" in str(refused)
        shown = [*texts(error), *texts(refused), *reachable(source), caplog.text]
    assert [type(each).__module__.partition(".")[0] for each in chain(error)] == ["promptport"]
    assert not [each for each in shown if "planted-vault-token" in each or FIRST in each]
    assert "there is no other" in caplog.text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "must be a string, not NoneType"),
        (b"planted-key", "must be a string, not bytes"),
        (7, "must be a string, not int"),
        ("", "is blank"),
        (" planted-key\n", "has white space or a line break"),
        ("planted key", "has a character inside that no key has"),
    ],
)
def test_what_is_no_key_is_refused(form: str, answer: Any, words: str) -> None:
    """By its type, and never by its value; nothing is sent."""
    platform = Keyed()
    with opened("xr2", platform, FORMS[form](Vault(answer))) as source:
        error = call(source)
    assert error is not None
    assert error.kind == "credential"
    assert f"The answer of the function `api_key` {words}" in str(error)
    assert not [each for each in texts(error) if "planted" in each]
    assert platform.seen == []


@pytest.mark.parametrize("room", ROOMS)
def test_one_that_does_not_answer(room: str) -> None:
    """It holds up nobody for longer than they have; when it has answered, the key is there."""
    go = Event()
    vault = Vault(FIRST)

    def slow() -> Any:
        go.wait(30)
        return vault()

    with opened(room, Keyed(FIRST), slow) as source:
        with pytest.raises(CallError, match="did not answer within") as caught:
            source.client.keys.ready(Deadline(0.05))
        assert caught.value.kind == "credential"
        go.set()
        assert call(source) is None
        assert vault.asked == 1


def test_a_client_that_is_closed_waits_no_longer() -> None:
    """Whoever waits for a key when the client is closed is told so at once."""
    go = Event()
    source = opened("xr2", Keyed(FIRST), lambda: go.wait(30))
    waiting = begin(lambda: source.fetch(_query(), 20.0))
    until(lambda: source.client.rules.asked[0].busy)
    source.close()
    assert isinstance(ended(waiting), ClosedError)
    go.set()


def test_clients_with_other_options_share_it() -> None:
    """Whoever asks for all of them does so once."""
    platform, vault = Keyed(FIRST), Vault(FIRST, SECOND)
    with opened("xr2", platform, vault) as source:
        other = source.with_options(timeout=3)
        assert call(other) is None
        assert call(source) is None
        assert vault.asked == 1
        assert other.traits == source.traits


def test_a_vendor_client_answers_it_as_a_value() -> None:
    """xR2's calls do not raise, whatever became of the key."""
    from promptport.xr2 import XR2Error

    with opened("xr2", Keyed(), Vault(RuntimeError("planted"))) as source:
        response = source.client.get_prompt(slug="welcome")
    assert not response.ok
    assert "it raised RuntimeError" in str(response.error)
    assert isinstance(response.exception, XR2Error)

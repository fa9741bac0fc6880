"""Proves the login of a device: what is asked, how often and how long, what ends it, and what is kept of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from promptport.base import credentials
from promptport.cli.app import app
from promptport.errors import ConfigurationError
from promptport.promptic import PrompticAPIError, PrompticClient
from promptport.promptic.login import DeviceLogin
from promptport.testing import Platform, without_waiting

from .wire import Wire, example

WORKSPACES = {"data": [{"id": "w1", "name": "One"}, {"id": "w2", "name": "Two\x1b[2J"}]}
TOKEN = {"access_token": "planted-session-token", "token_type": "Bearer"}
CODES = example("login_request_code").json()


def refusal(error: str, **more: Any) -> httpx.Response:
    """An answer without a token, as OAuth has it."""
    return httpx.Response(400, json={"error": error, **more})


def token() -> httpx.Response:
    """An answer with one."""
    return httpx.Response(200, json=TOKEN)


def codes(**changes: Any) -> httpx.Response:
    """The codes."""
    return httpx.Response(200, json={**CODES, **changes})


def logged_in(*answers: httpx.Response | Exception) -> tuple[str, list[float], Wire]:
    """The token that these answers lead to, the waits before it, and the requests."""
    wire = Wire(*answers)
    with without_waiting() as waits, DeviceLogin(transport=wire.transport) as login:
        found = login.wait_for_token(login.codes())
    return found, waits, wire


def test_what_is_asked() -> None:
    """The codes for one device, then the token for its code, both without credentials."""
    found, waits, wire = logged_in(codes(), refusal("authorization_pending"), token())

    assert (found, waits) == (TOKEN["access_token"], [5, 5])
    assert [(each.method, str(each.url)) for each in wire.seen] == [
        ("POST", "https://promptic.eu/api/auth/device/code"), *[("POST", "https://promptic.eu/api/auth/device/token")] * 2,
    ]  # fmt: skip
    assert httpx.Response(200, content=wire.seen[0].content).json() == {
        "client_id": "promptic-cli", "scope": "openid profile email",
    }  # fmt: skip
    assert wire.body == {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": CODES["device_code"],
        "client_id": "promptic-cli",
    }  # fmt: skip
    assert not [each for each in wire.seen if "authorization" in each.headers or "x-workspace-id" in each.headers]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([refusal("slow_down"), refusal("authorization_pending"), refusal("slow_down")], [5, 10, 10, 15]),
        ([httpx.Response(200, json={"error": "authorization_pending"})], [5, 5]),
        (
            [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), httpx.Response(502, html="<h1>?</h1>")],
            [5, 5, 5, 5],
        ),
        ([httpx.Response(429, headers={"Retry-After": "40"}, json={"error": "Too many"})], [5, 40]),
        ([httpx.Response(429, json={"error": "slow_down"})], [5, 10]),
    ],
)
def test_how_often(answers: list[httpx.Response | Exception], expected: list[float]) -> None:
    """As often as the platform allows; what passes does not end it."""
    assert logged_in(codes(), *answers, token())[1] == expected


@pytest.mark.parametrize(
    ("interval", "first"),
    [(None, 5), (1, 1), (0, 0.2), (-3, 5), ("soon", 5), (True, 5), (1.5, 1.5)],
)
def test_the_interval_is_the_platforms(interval: Any, first: float) -> None:
    """Where it is a sensible number."""
    assert logged_in(codes(interval=interval), token())[1] == [first]


@pytest.mark.parametrize(("lives", "polls"), [(21, 4), (4, 0), (None, 359), (10**9, 359), ("x", 359)])
def test_how_long(lives: Any, polls: int) -> None:
    """As long as the codes live, and half an hour at the most."""
    wire = Wire(codes(expires_in=lives), *[refusal("authorization_pending") for _ in range(400)])
    with without_waiting(), DeviceLogin(transport=wire.transport) as login:
        found = login.codes()
        with pytest.raises(TimeoutError, match="not confirmed in time"):
            login.wait_for_token(found)

    assert len(wire.seen) == 1 + polls


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (refusal("access_denied", error_description="You said no"), "You said no"),
        (refusal("expired_token"), "expired_token"),
        (refusal("invalid_client"), "invalid_client"),
        (httpx.Response(200, json={"error": "access_denied"}), "access_denied"),
        (httpx.Response(200, json={}), "no token"),
        (httpx.Response(200, html="<p>hello</p>"), "expected JSON"),
        (httpx.Response(404, html="<title>Not here</title>"), "Not here"),
    ],
)
def test_what_ends_it(answer: httpx.Response, words: str) -> None:
    """A refusal, or an answer that can't be understood, at the first time."""
    with pytest.raises(PrompticAPIError, match=words) as caught:
        logged_in(codes(), answer)
    assert CODES["device_code"] not in f"{caught.value!r} {caught.value} {vars(caught.value)}"


def test_codes_are_secret() -> None:
    """Neither the device's code nor a token is shown, though the platform echoes it."""
    wire = Wire(codes(), refusal("invalid_grant", error_description=f"unknown {CODES['device_code']}"))
    with without_waiting(), DeviceLogin(transport=wire.transport) as login:
        found = login.codes()
        with pytest.raises(PrompticAPIError, match=r"unknown \[hidden\]"):
            login.wait_for_token(found)

    assert CODES["device_code"] not in repr(found)
    assert CODES["user_code"] in repr(found)


@pytest.mark.parametrize("value", ["a\nb", "", " a"])
def test_a_token_that_is_none(value: str) -> None:
    """It is refused, and not kept."""
    with pytest.raises(ConfigurationError, match="`access_token`"):
        logged_in(codes(), httpx.Response(200, json={"access_token": value}))


# The command


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A person with nothing of Promptic yet, and with a file of the vendor's."""
    for name in ("API_KEY", "ACCESS_TOKEN", "WORKSPACE_ID", "ENDPOINT"):
        monkeypatch.delenv(f"PROMPTIC_{name}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".promptic").mkdir()
    (tmp_path / ".promptic" / "config.toml").write_text('access_token = "the vendor\'s own"\n')
    return tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that would have been opened."""
    found: list[str] = []
    monkeypatch.setattr("webbrowser.open", found.append)
    return found


def run(platform: Platform, *arguments: str, typed: str = "") -> tuple[int, str, str]:
    """Run a command against the platform; its exit code and what it says."""
    with without_waiting():
        done = CliRunner().invoke(app, [*arguments, "--endpoint", platform.url("promptic")], input=typed)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def script(platform: Platform, operation: str, status: int, body: object) -> None:
    """What an operation meets next."""
    platform.script("promptic", {"operation": operation, "status": status, "json": body})


def begun(platform: Platform, workspaces: object = WORKSPACES, status: int = 200) -> None:
    """Let a login come as far as the workspaces."""
    script(platform, "login_request_code", 200, CODES)
    script(platform, "login_poll_token", 200, TOKEN)
    script(platform, "workspaces_list", status, workspaces)


def kept(platform: Platform) -> dict[str, str]:
    """What is kept for the platform."""
    return dict(credentials.stored("promptic", platform.url("promptic")))


def test_login_and_logout(platform: Platform, home: Path, opened: list[str]) -> None:
    """One workspace is chosen by itself; a client then needs nothing; logout forgets, and the vendor's file is not touched."""
    begun(platform, {"data": WORKSPACES["data"][:1]})

    code, said, _ = run(platform, "login", "promptic")

    assert code == 0
    assert CODES["user_code"] in said
    assert "You act in the workspace One (w1)" in said
    assert TOKEN["access_token"] not in said
    assert opened == [CODES["verification_uri_complete"]]
    assert kept(platform) == {"access_token": TOKEN["access_token"], "workspace_id": "w1"}
    script(platform, "get_workspace", 200, WORKSPACES["data"][0])
    with PrompticClient(endpoint=platform.url("promptic")) as client:
        assert client.get_workspace().name == "One"
    assert platform.requests[-1].header("authorization") == f"Bearer {TOKEN['access_token']}"
    assert platform.requests[-1].header("x-workspace-id") == "w1"

    asked = len(platform.requests)
    assert "is forgotten" in run(platform, "logout", "promptic")[1]
    assert "There is no login" in run(platform, "logout", "promptic")[1]
    assert len(platform.requests) == asked
    assert kept(platform) == {}
    assert (home / ".promptic" / "config.toml").read_text() == 'access_token = "the vendor\'s own"\n'


@pytest.mark.parametrize(
    ("arguments", "typed", "workspace", "code", "words"),
    [
        ((), "7\nx\n2\n", "w2", 0, "You act in the workspace Two?[2J (w2)"),
        ((), "", None, 0, "--workspace ID"),
        (("--workspace", "w1"), "", "w1", 0, "You act in the workspace One (w1)"),
        (("--workspace", "w9"), "", None, 1, "There is no workspace w9"),
    ],
)
def test_several_workspaces(
    platform: Platform, home: Path, opened: list[str], arguments: tuple[str, ...], typed: str, workspace: str | None, code: int,
    words: str,
) -> None:  # fmt: skip
    """The person chooses, here and now or by an option; the login holds in any case, and nothing steers the terminal."""
    begun(platform)

    ended, said, complained = run(platform, "login", "promptic", "--no-browser", *arguments, typed=typed)

    assert (ended, kept(platform).get("workspace_id")) == (code, workspace)
    assert kept(platform)["access_token"] == TOKEN["access_token"]
    assert words in said + complained
    assert "\x1b" not in said
    assert opened == []


@pytest.mark.parametrize(("status", "body", "words"), [
    (200, {"data": []}, "You have no workspace yet"), (403, {"error": "no"}, "can't be listed: no"),
])  # fmt: skip
def test_no_workspace(platform: Platform, home: Path, opened: list[str], status: int, body: object, words: str) -> None:
    """The login holds, and what is to do is told; a client says what is missing."""
    begun(platform, body, status)

    code, said, complained = run(platform, "login", "promptic")

    assert code == 0
    assert words in said + complained
    assert kept(platform) == {"access_token": TOKEN["access_token"]}
    with pytest.raises(ConfigurationError, match="needs a workspace"):
        PrompticClient(endpoint=platform.url("promptic"))


@pytest.mark.parametrize(("operation", "body", "words"), [
    ("login_request_code", {"error": "invalid_client"}, "invalid_client"),
    ("login_poll_token", {"error": "access_denied"}, "denied"),
])  # fmt: skip
def test_login_that_fails(
    platform: Platform, home: Path, opened: list[str], operation: str, body: object, words: str
) -> None:
    """One line, exit code 1, and nothing is kept."""
    if operation != "login_request_code":
        script(platform, "login_request_code", 200, {**CODES, "verification_uri_complete": "file:///etc/passwd"})
    script(platform, operation, 400, body)

    code, _, complained = run(platform, "login", "promptic")

    assert code == 1
    assert words in complained
    assert complained.startswith("promptport login: ")
    assert kept(platform) == {}
    assert opened == []


def test_logins_at_two_places(platform: Platform, home: Path, opened: list[str]) -> None:
    """A login at one place leaves that at another alone."""
    file = credentials.store("promptic", "https://promptic.eu", {"access_token": "other"})
    begun(platform, {"data": []})
    run(platform, "login", "promptic")
    run(platform, "logout", "promptic")

    assert tomllib.loads(file.read_text()) == {"promptic": {"https://promptic.eu": {"access_token": "other"}}}


def test_platform_without_a_login(home: Path) -> None:
    """The others know no login, and the command says which do."""
    done = CliRunner().invoke(app, ["login", "xr2"])

    assert done.exit_code == 2
    assert "promptic" in done.stderr

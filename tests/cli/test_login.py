"""Proves that a person logs in and out at a terminal, what is asked there, and what is kept."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport.base import credentials
from promptport.cli.app import app
from promptport.errors import ConfigurationError
from promptport.promptic import PrompticClient
from promptport.testing import Platform, without_waiting

from ..promptic.wire import example

WORKSPACES = {"data": [{"id": "w1", "name": "One"}, {"id": "w2", "name": "Two\x1b[2J"}]}
TOKEN = {"access_token": "planted-session-token", "token_type": "Bearer"}
CODES = example("login_request_code").json()


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A person with nothing of Promptic yet, and with a file of the vendor's."""
    for name in ("API_KEY", "ACCESS_TOKEN", "AI_APPLICATION_ID", "WORKSPACE_ID", "ENDPOINT"):
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
    script(platform, "ai_applications_list", status, workspaces)


def kept(platform: Platform) -> dict[str, str]:
    """What is kept for the platform."""
    return dict(credentials.stored("promptic", platform.url("promptic")))


def test_login_and_logout(platform: Platform, home: Path, opened: list[str]) -> None:
    """One workspace is chosen by itself; a client then needs nothing; logout forgets, and the vendor's file is not touched."""
    begun(platform, {"data": WORKSPACES["data"][:1]})

    code, said, _ = run(platform, "login", "promptic")

    assert code == 0
    assert CODES["user_code"] in said
    assert "You act in the AI application One (w1)" in said
    assert TOKEN["access_token"] not in said
    assert opened == [CODES["verification_uri_complete"]]
    assert kept(platform) == {
        "access_token": TOKEN["access_token"],
        "ai_application_id": "w1",
        "workspace_id": "w1",
    }
    script(platform, "get_workspace", 200, WORKSPACES["data"][0])
    with PrompticClient(endpoint=platform.url("promptic")) as client:
        assert client.get_workspace()["name"] == "One"
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
        ((), "7\nx\n2\n", "w2", 0, "You act in the AI application Two?[2J (w2)"),
        ((), "", None, 0, "--application ID"),
        (("--workspace", "w1"), "", "w1", 0, "You act in the AI application One (w1)"),
        (("--application", "w9"), "", None, 1, "There is no AI application w9"),
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
    (200, {"data": []}, "You have no AI application yet"), (403, {"error": "no"}, "can't be listed: [403] no"),
])  # fmt: skip
def test_no_workspace(platform: Platform, home: Path, opened: list[str], status: int, body: object, words: str) -> None:
    """The login holds, and what is to do is told; a client says what is missing."""
    begun(platform, body, status)

    code, said, complained = run(platform, "login", "promptic")

    assert code == 0
    assert words in said + complained
    assert kept(platform) == {"access_token": TOKEN["access_token"]}
    with pytest.raises(ConfigurationError, match="needs an AI application"):
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


@pytest.mark.parametrize("obstacle", ["file", "link", "others", "pipe"])
def test_a_token_that_could_not_be_kept(platform: Platform, home: Path, opened: list[str], obstacle: str) -> None:
    """It is not asked for: nobody confirms a code for a token that is then lost."""
    folder = home / "config" / "promptport"
    if obstacle == "file":
        (home / "config").write_text("no folder")
    else:
        folder.mkdir(parents=True)
        file = folder / "credentials.toml"
        if obstacle == "link":
            file.symlink_to(home / "elsewhere")
        elif obstacle == "pipe":
            os.mkfifo(file)
        else:
            file.touch()
            file.chmod(0o666)
    asked = len(platform.requests)

    code, said, complained = run(platform, "login", "promptic")

    assert (code, said) == (1, "")
    assert "credentials.toml can't be" in complained
    assert len(platform.requests) == asked
    assert opened == []
    assert not (home / "elsewhere").exists()

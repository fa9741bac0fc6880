"""Proves what of a project file reaches a client and its platform, and that a misspelt name is told with the closest one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from promptport import Client, ConfigurationError
from promptport.platform import Registration

from ..project.folders import say, work_in


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, deep inside a project."""
    return work_in(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("tll = 3", "no setting 'tll' in {file}; did you mean ttl?"),
        ('sorce = "xr2"', "no setting 'sorce' in {file}; did you mean source?"),
        ("disks = true", "did you mean disk?"),
        ("colour = 3", "there are source, ttl, stale"),
        ('store = "redis://evil.example"', "`store`, which is an object"),
        ('on_get = "evil"', "`on_get`, which is an object"),
        ("[tool.promptport.xr3]\ntimeout = 3", "'tool.promptport.xr3' in {file}; did you mean tool.promptport.xr2?"),
        ("[tool.promptport.acme]\ntimeout = 3", "'tool.promptport.acme'"),
        ("[tool.promptport.xr2]\ntimeot = 3", "'timeot' in [tool.promptport.xr2] of {file}; did you mean timeout?"),
        ("[tool.promptport.xr2]\nbase_ulr = 'http://127.0.0.1'", "did you mean base_url?"),
        ("[tool.promptport.xr2]\nttl = 3", "`ttl` in [tool.promptport.xr2] of {file} belongs above"),
        ("[tool.promptport.xr2]\ntimeout = 'x'", "`timeout` must be a number"),
        ("[[tool.promptport.xr2]]\ntimeout = 3", "no table of settings"),
        ("xr2 = 3", "no table of settings"),
        ("local = 3", "no table of settings"),
        (f"{'a' * 10_000} = 3", "no setting 'aaaa"),
    ],
)
def test_names_that_are_none(project: Path, table: str, words: str) -> None:
    """In the client's own table as in those of platforms, by what each says that it takes."""
    file = say(project, f"[tool.promptport]\n{table}\n")
    with pytest.raises(ConfigurationError, match=re.escape(words.format(file=file))) as caught:
        Client("xr2", api_key="k")
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("promts = 'x'", "did you mean prompts?"),
        ("base_ulr = 'http://127.0.0.1'", "did you mean base_url?"),
    ],
)
def test_names_that_no_local_platform_has(project: Path, table: str, words: str) -> None:
    say(project, f"[tool.promptport.local]\n{table}\n")
    with pytest.raises(ConfigurationError, match=re.escape(words)):
        Client("local:xr2")


def test_settings_of_the_client(project: Path) -> None:
    """They count whatever the platform is, and an argument goes before them."""
    say(project, "[tool.promptport]\nttl = 1\nstale = 2\ndeadline = 3.5\ntimeout = 4\nretries = 5\ndisk = false\n")
    with Client("xr2", api_key="k") as client:
        settings = client._cache.state.settings
        assert (settings.ttl, settings.stale, settings.deadline) == (1, 2, 3.5)
        assert client._store is None
        sender = client._source.client._pipeline  # type: ignore[attr-defined] # xR2's own client
        assert (sender.options.timeout, sender.options.policy.retries) == (4, 5)
    with Client("xr2", api_key="k", ttl=6, disk=True) as client:
        assert client._cache.state.settings.ttl == 6
        assert client._store is not None


def test_an_outside_platform(project: Path, tmp_path: Path) -> None:
    """The client's own settings count for a registration, too; tables are for platforms that have a name."""
    from promptport.files.source import AsyncFiles, Files

    say(project, "[tool.promptport]\ndeadline = 2\n")
    folder = str(tmp_path)
    outside = Registration(lambda place: Files(folder), lambda place: AsyncFiles(folder))
    with Client(outside) as client:
        assert client._cache.state.settings.deadline == 2


@pytest.mark.parametrize("argument", ["ai_application_id", "workspace_id"])
@pytest.mark.parametrize("said", ["ai_application_id", "workspace_id"])
def test_a_setting_by_another_name(project: Path, argument: str, said: str) -> None:
    """Promptic's AI applications were workspaces once: an argument goes before a file, whatever name each has used."""
    say(
        project,
        f"[tool.promptport.promptic]\n{said} = 'from-the-file'\n[tool.promptport.local]\n{said} = 'from-the-file'\n",
    )
    settings: dict[str, Any] = {"access_token": "st_local_dev", "disk": False}
    for source in ("promptic", "local:promptic"):
        for given, found in (({}, "from-the-file"), ({argument: "given"}, "given")):
            with Client(source, **{**settings, **given}) as client:
                assert acts_in(client) == found


@pytest.mark.parametrize("variable", ["PROMPTIC_AI_APPLICATION_ID", "PROMPTIC_WORKSPACE_ID"])
@pytest.mark.parametrize("said", ["ai_application_id", "workspace_id"])
def test_a_setting_gives_way_to_the_variable_of_another_name(
    project: Path, monkeypatch: pytest.MonkeyPatch, variable: str, said: str
) -> None:
    say(project, f"[tool.promptport.promptic]\n{said} = 'from-the-file'\n")
    monkeypatch.setenv(variable, "from-the-environment")
    with Client("promptic", access_token="t", disk=False) as client:
        assert acts_in(client) == "from-the-environment"


def acts_in(client: Client) -> object:
    """The AI application that Promptic's own client behind a client acts in."""
    source: Any = client._source
    return source.client.ai_application_id

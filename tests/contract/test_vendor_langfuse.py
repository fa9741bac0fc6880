"""Proves that Langfuse's own client, unmodified, finds in the local platform what it knows, with state.

Texts, chats with places, folders, references, labels, the list, errors and the fallback; scores; spans that name the version
they were made with. Its requests keep to the contract.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from langfuse import Langfuse
from langfuse.api.commons.errors import Error, NotFoundError, UnauthorizedError

from promptport_local import Server
from promptport_local.langfuse import settings

from ..docs.pages import Page, record
from .langfuse_clients import spans, vendor

PAGE = Page("docs/coming-from-langfuse.md")
THEIRS = PAGE.blocks(title="langfuse")
BESIDE = PAGE.blocks(title="beside")
TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(seed=0) as running:
        yield running
        assert running.violations == []


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[Langfuse]:
    with vendor(server) as made:
        yield made


def test_texts_chats_folders_and_references(client: Langfuse) -> None:
    text = client.get_prompt("welcome")
    assert text.compile(customer_name="Alice", language="French") == (
        "You are a friendly assistant. Answer in French.\n\nWelcome Alice and offer your help."
    )
    assert (text.version, text.labels, text.config["model"], text.is_fallback) == (
        1, ["production", "latest"], "gpt-4o", False,
    )  # fmt: skip
    chat = client.get_prompt("support-chat", type="chat")
    shown = [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4"}]
    assert chat.compile(customer_name="Alice", language="French", examples=shown, history=[]) == [
        {"role": "system", "content": "Answer in French, as in these examples."},
        *shown,
        {"role": "user", "content": "My name is Alice."},
    ]
    assert [client.get_prompt("mail/welcome", label=each).version for each in ("production", "staging")] == [2, 3]
    first = client.get_prompt("mail/welcome", version=1)
    assert (first.prompt, first.commit_message) == ("Hi {{customer_name}}.", "A first try.")
    assert client.get_prompt("greeting").prompt == "Be friendly, and brief. Greet {{customer_name}}."


def test_versions_are_made_and_labels_move(client: Langfuse) -> None:
    """Text and chat; what is made is found, a label leaves the version that had it, and all of it is listed and deleted."""
    for number, text in enumerate(("Hi {{x}}", "Hello {{x}}"), 1):
        made = client.create_prompt(
            name="notes/short",
            prompt=text,
            labels=["production"],
            tags=["n"],
            config={"n": number},
            commit_message=f"m{number}",
        )
        assert (made.version, made.labels, made.tags, made.config) == (
            number,
            ["production", "latest"],
            ["n"],
            {"n": number},
        )
    kept = client.get_prompt("notes/short", version=1, cache_ttl_seconds=0)
    assert (kept.labels, kept.compile(x="you")) == ([], "Hi you")
    client.update_prompt(name="notes/short", version=1, new_labels=["production", "stable"])
    back = client.get_prompt("notes/short", cache_ttl_seconds=0)
    assert (back.version, sorted(back.labels), back.commit_message) == (1, ["production", "stable"], "m1")

    messages = [{"role": "system", "content": "{{tone}}"}, {"type": "placeholder", "name": "history"}]
    chat = client.create_prompt(name="notes/chat", type="chat", prompt=messages)  # type: ignore[call-overload]
    assert (chat.version, chat.labels) == (1, ["latest"])
    newest = client.get_prompt("notes/chat", label="latest", type="chat")
    assert newest.compile(tone="Brief.", history=[{"role": "user", "content": "Hi"}]) == [
        {"role": "system", "content": "Brief."},
        {"role": "user", "content": "Hi"},
    ]
    listed = {each.name: each for each in client.api.prompts.list(limit=100).data}
    assert (listed["notes/short"].versions, listed["notes/short"].type) == ([1, 2], "text")
    assert [each.name for each in client.api.prompts.list(tag="n").data] == ["notes/short"]
    client.api.prompts.delete("notes%2Fshort", version=2)
    assert client.get_prompt("notes/short", label="latest", cache_ttl_seconds=0).version == 1
    client.api.prompts.delete("notes%2Fshort")
    with pytest.raises(NotFoundError):
        client.get_prompt("notes/short", max_retries=0, cache_ttl_seconds=0)


def test_refusals_are_the_errors_that_it_knows(server: Server, client: Langfuse) -> None:
    with pytest.raises(NotFoundError):
        client.get_prompt("welcom", max_retries=0)
    spare = client.get_prompt("welcom", max_retries=0, fallback="Hi {{x}}")
    assert (spare.is_fallback, spare.compile(x="you")) == (True, "Hi you")
    with pytest.raises(Error):
        client.create_prompt(name="welcome", type="chat", prompt=[{"role": "user", "content": "Hi"}])
    with pytest.raises(Error):
        client.create_prompt(name="a|b", prompt="Hi")
    with pytest.raises(Error):
        client.update_prompt(name="welcome", version=1, new_labels=["latest"])
    with vendor(server, known=False) as stranger, pytest.raises(UnauthorizedError):
        stranger.get_prompt("welcome", max_retries=0)


def test_the_project_and_the_platform(client: Langfuse) -> None:
    assert client.auth_check()
    assert client.get_trace_url(trace_id=TRACE) is not None
    assert client.api.health.health().status == "OK"


def test_scores_arrive(server: Server, client: Langfuse) -> None:
    client.create_score(name="helpfulness", value=0.9, trace_id=TRACE, comment="good")
    client.create_score(name="kind", value="warm", trace_id=TRACE, data_type="CATEGORICAL")
    client.create_score(name="right", value=1, trace_id=TRACE, data_type="BOOLEAN")
    client.flush()

    found = {each["name"]: each for each in server.backend("langfuse").scores}
    assert {name: (each["value"], each["dataType"]) for name, each in found.items()} == {
        "helpfulness": (0.9, "NUMERIC"), "kind": ("warm", "CATEGORICAL"), "right": (1, "BOOLEAN"),
    }  # fmt: skip
    assert all(each["traceId"] == TRACE for each in found.values())


def test_a_generation_names_its_version(server: Server, client: Langfuse) -> None:
    """The spans arrive, and of these the generation has the prompt; one that was made with a fallback has none."""
    prompt = client.get_prompt("mail/welcome")
    spare = client.get_prompt("welcom", max_retries=0, fallback="Hi")
    with client.start_as_current_observation(name="request", as_type="span"):
        with client.start_as_current_observation(name="answer", as_type="generation", prompt=prompt) as answer:
            answer.update(output="Hello")
        with client.start_as_current_observation(name="spare", as_type="generation", prompt=spare):
            pass
    before = len(server.requests)
    client.flush()

    exports = [each for each in server.requests[before:] if each.operation == "opentelemetry_export_traces"]
    assert [each.status for each in exports] == [200]
    arrived = spans(gzip.decompress(exports[0].body))
    name, version = "langfuse.observation.prompt.name", "langfuse.observation.prompt.version"
    assert sorted(arrived) == ["answer", "request", "spare"]
    assert (arrived["answer"][name], arrived["answer"][version]) == ("mail/welcome", 2)
    assert name not in arrived["request"] | arrived["spare"]
    linked = {
        each["name"]: (each["promptName"], each["promptVersion"]) for each in server.backend("langfuse").observations
    }
    assert linked == {"answer": ("mail/welcome", 2), "request": (None, None), "spare": (None, None)}


def run_as_written(server: Server, *programs: str) -> str:
    """Run programs as one, in a process of its own: their client is one of the whole process."""
    keys = {f"LANGFUSE_{name.upper()}": value for name, value in settings(server.url("langfuse")).items()}
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(programs)],
        env={**os.environ, **keys},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@PAGE.runs(*THEIRS)
def test_what_our_page_shows_of_it_runs(server: Server) -> None:
    """The vendor's half of `docs/coming-from-langfuse.md`."""
    before, scores = len(server.requests), len(server.backend("langfuse").scores)
    said = run_as_written(server, *THEIRS)
    for each in THEIRS:
        record(each)
    assert said.splitlines() == [
        "As a expert movie critic, do you like Dune 2?", "gpt-4o", "I love Dune.", "['production', 'staging', 'latest']",
    ]  # fmt: skip
    assert all(each.status in (200, 201, 202) for each in server.requests[before:])
    assert [each["dataType"] for each in server.backend("langfuse").scores[scores:]] == ["BOOLEAN"]


@PAGE.runs(*BESIDE)
def test_its_tracing_goes_on_beside_ours(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its generation has the prompt that is ours, and ours adds nothing; without `telemetry=False` it does, as the page says."""
    for kind in ("CACHE", "OUTBOX"):
        monkeypatch.setenv(f"PROMPTPORT_{kind}_DIR", str(tmp_path / kind))
    [program], backend = BESIDE, server.backend("langfuse")
    before, scores = len(backend.observations), len(backend.scores)
    run_as_written(server, program)
    record(program)
    [answer] = backend.observations[before:]
    assert (answer["name"], answer["promptName"], answer["promptVersion"]) == ("answer", "movie-critic", 1)
    [score] = backend.scores[scores:]
    assert (score["name"], score["traceId"]) == ("helpful", answer["traceId"])

    before += 1
    run_as_written(server, program.replace(", telemetry=False", ""))
    traces = {each["name"]: each["traceId"] for each in backend.observations[before:]}
    assert {*traces} == {"answer", "get_prompt movie-critic", "render_prompt movie-critic"}
    assert len({*traces.values()}) == 3

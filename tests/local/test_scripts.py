"""Proves that scripted answers meet the requests they are for, with every fault that HTTP can express."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.scripts import Scripts, read_script

GOOD = {"slug": "welcome", "source_name": "x"}


def fetch(client: httpx.Client) -> httpx.Response:
    return client.post("/get-prompt", json=GOOD)


def test_answers_come_in_their_order_and_so_many_times(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 503, "times": 2}, {"status": 500, "json": {"detail": None}})
    assert [fetch(client).status_code for _ in range(4)] == [503, 503, 500, 200]
    assert [each.status for each in server.requests] == [503, 503, 500, 200]
    assert [each.scripted for each in server.requests] == [True, True, True, False]
    assert len(server.backend("xr2").traces) == 1


def test_throttling_in_json_and_in_html(server: Server, client: httpx.Client) -> None:
    server.script(
        "xr2",
        {"status": 429, "headers": {"Retry-After": "300"}, "json": {"detail": "slow down", "retry_after": 300}},
        {"status": 429, "body": "<html><h1>429</h1></html>"},
        {"status": 502, "body": "bad gateway"},
        {"status": 520},
    )
    first, second, third, fourth = (fetch(client) for _ in range(4))
    assert (first.headers["Retry-After"], first.json()["retry_after"]) == ("300", 300)
    assert (second.headers["Content-Type"], "Retry-After" in second.headers) == ("text/html; charset=utf-8", False)
    assert (third.text, third.headers["Content-Type"]) == ("bad gateway", "text/plain; charset=utf-8")
    assert (fourth.status_code, fourth.content, "Content-Type" in fourth.headers) == (520, b"", False)


def test_an_answer_can_be_for_one_operation_or_path(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 503, "operation": "check_api_key"}, {"status": 502, "path": "/api/v1/events"})
    assert fetch(client).status_code == 200
    assert [each["status"] for each in server.unused["xr2"]] == [503, 502]
    assert client.get("/check-api-key").status_code == 503
    assert client.post("/events", json={}).status_code == 502
    assert server.unused == {}


def test_without_a_number_of_times_it_stays(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 503, "times": None})
    assert {fetch(client).status_code for _ in range(5)} == {503}
    server.reset()
    assert fetch(client).status_code == 200


def test_an_answer_may_break_the_contract(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 200, "json": {"slug": 5}}, {"status": 200, "body": "{"}, {"status": 204})
    assert [fetch(client).status_code for _ in range(3)] == [200, 200, 204]
    assert server.violations == []


def test_a_header_may_replace_the_content_type(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 200, "json": {}, "headers": {"content-type": "text/html"}})
    assert fetch(client).headers.get_list("content-type") == ["text/html"]


def test_a_delay_with_and_without_an_answer(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"delay": 0.2}, {"delay": 0.2, "status": 503})
    for status in (200, 503):
        begun = time.perf_counter()
        assert fetch(client).status_code == status
        assert time.perf_counter() - begun >= 0.2
    assert all((each.seconds or 0) >= 0.2 for each in server.requests)


def test_a_delay_does_not_hold_up_others(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"delay": 20, "operation": "check_api_key"})
    with pytest.raises(httpx.ReadTimeout):
        client.get("/check-api-key", timeout=0.1)
    begun = time.perf_counter()
    assert fetch(client).status_code == 200
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("commit", [False, True])
def test_a_dropped_connection(server: Server, client: httpx.Client, commit: bool) -> None:
    server.script("xr2", {"drop": True, "commit": commit})
    with pytest.raises(httpx.RemoteProtocolError):
        fetch(client)
    assert server.requests[0].status is None
    assert len(server.backend("xr2").traces) == commit
    assert fetch(client).status_code == 200


def test_an_answer_that_hides_what_was_done(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 502, "commit": True}, {"status": 502})
    assert [fetch(client).status_code for _ in range(2)] == [502, 502]
    assert len(server.backend("xr2").traces) == 1


@pytest.mark.parametrize("size", [0, 10])
def test_a_truncated_body(server: Server, client: httpx.Client, size: int) -> None:
    server.script("xr2", {"truncate": size}, {"truncate": size, "status": 500, "body": "x" * 100})
    for status in (200, 500):
        request = client.build_request("POST", "/get-prompt", json=GOOD)
        answer = client.send(request, stream=True)
        assert answer.status_code == status
        assert int(answer.headers["Content-Length"]) >= 100
        with pytest.raises(httpx.RemoteProtocolError, match=rf"received {size} bytes, expected"):
            answer.read()
    assert [each.status for each in server.requests] == [200, 500]
    assert fetch(client).status_code == 200


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({}, "needs a status, a delay, a pause, drop or truncate"),
        ({"state": 503}, "has no state; it has status, headers"),
        ({"status": 199}, "status must be a number from 200"),
        ({"status": 600}, "status must be from 200 to 599"),
        ({"status": True}, "status must be a number"),
        ({"status": "503"}, "status must be a number"),
        ({"status": 200, "json": 1, "body": ""}, "json, body or parts, not two of them"),
        ({"status": 200, "json": float("nan")}, "JSON compliant"),
        ({"status": 200, "body": 5}, "body must be text"),
        ({"delay": 1, "json": {}}, "need a status"),
        ({"pause": 1, "parts": ["x"]}, "need a status"),
        ({"status": 200, "parts": []}, "parts must be a list of texts, and not empty"),
        ({"status": 200, "parts": ["x", 1]}, "parts must be a list of texts, and not empty"),
        ({"status": 200, "parts": "x"}, "parts must be of type list"),
        ({"pause": -1}, "pause must be a number from 0 on"),
        ({"status": 503, "headers": {"A": "b\r\nC: d"}}, "headers must be names and values"),
        ({"status": 503, "headers": {"A b": "c"}}, "headers must be names and values"),
        ({"status": 503, "headers": {"Content-Length": "5"}}, "the server's own"),
        ({"status": 503, "headers": [["a", "b"]]}, "headers must be of type dict"),
        ({"status": 503, "times": 0}, "times must be a number from 1"),
        ({"status": 503, "delay": -1}, "delay must be a number from 0"),
        ({"status": 503, "delay": float("inf")}, "delay must be a number from 0"),
        ({"truncate": 1.5}, "truncate must be a number"),
        ({"drop": "yes"}, "drop must be of type bool"),
        ({"status": 503, "path": "api/v1/events"}, "path must begin with a slash"),
    ],
)
def test_a_slip_is_named(data: dict[str, Any], text: str) -> None:
    with pytest.raises(ValueError, match=text):
        read_script(data)


def test_a_slip_lets_none_of_them_wait(server: Server) -> None:
    with pytest.raises(ValueError, match="has no state"):
        server.script("xr2", {"status": 503}, {"state": 503})
    with pytest.raises(ValueError, match=r"no platform 'xr3'; there are .*xr2"):
        server.script("xr3", {"status": 503})
    with pytest.raises(ValueError, match=r"xr2 has no operation 'events'; it has .*track_event"):
        server.script("xr2", {"status": 503, "operation": "events"})
    assert server.unused == {}


def test_an_answer_comes_in_parts(server: Server, client: httpx.Client) -> None:
    """It is an event stream whose length nobody tells, and the connection goes on after it."""
    server.script("xr2", {"status": 200, "parts": ["data: 1\n\n", "data: Grüße\n\n"], "pause": 0.01})
    answer = fetch(client)
    assert answer.text == "data: 1\n\ndata: Grüße\n\n"
    assert "Content-Length" not in answer.headers
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert fetch(client).status_code == 200


def test_parts_of_another_type(server: Server, client: httpx.Client) -> None:
    server.script("xr2", {"status": 500, "headers": {"Content-Type": "text/x-log"}, "parts": ["a", "b"]})
    answer = fetch(client)
    assert (answer.status_code, answer.text, answer.headers["Content-Type"]) == (500, "ab", "text/x-log")


@pytest.mark.parametrize(("size", "text"), [(0, ""), (2, "ab"), (3, "abc"), (4, "abcd"), (9, "abcdef")])
def test_a_stream_is_cut(server: Server, client: httpx.Client, size: int, text: str) -> None:
    server.script("xr2", {"status": 200, "parts": ["abc", "def"], "truncate": size})
    read: list[str] = []
    with (
        pytest.raises(httpx.RemoteProtocolError),
        client.stream("POST", "/get-prompt", json=GOOD) as answer,
    ):
        read.extend(answer.iter_text())
    assert "".join(read) == text


def test_nobody_waits_for_a_slow_stream() -> None:
    """A part is read before the next is sent; neither a client that goes nor a server that stops waits for the rest."""
    with Server() as server, httpx.Client(base_url=server.url("xr2") + "/api/v1", trust_env=False) as client:
        server.script("xr2", {"status": 200, "parts": ["a", "b"], "pause": 600, "times": 2})
        with client.stream("POST", "/get-prompt", json=GOOD) as left:
            assert next(left.iter_text()) == "a"
        with client.stream("POST", "/get-prompt", json=GOOD) as held:
            parts = held.iter_text()
            assert next(parts) == "a"
            server.stop()
            with pytest.raises(httpx.RemoteProtocolError):
                next(parts)


def test_for_so_many_seconds() -> None:
    """A script that waits for a time is gone after it, whoever it has met; the list says how much of it is left."""
    now, changed = [100.0], list[str]()
    scripts = Scripts(lambda: now[0], changed.append)
    scripts.add("xr2", [read_script({"status": 503, "times": None, "for": 60}), read_script({"status": 500})])
    assert [_status(scripts) for _ in range(3)] == [503, 503, 503]
    now[0] += 59.5
    assert [each["for"] for each in scripts.unused()["xr2"]] == [0.5, None]
    now[0] += 0.5
    assert [_status(scripts), _status(scripts)] == [500, None]
    assert scripts.unused() == {}
    assert changed == ["xr2", "xr2"]  # when they were given, and when one was used up


def test_those_of_one_platform_are_forgotten() -> None:
    scripts = Scripts()
    scripts.add("xr2", [read_script({"status": 503})])
    scripts.add("scope", [read_script({"status": 503})])
    scripts.clear("xr2")
    assert list(scripts.unused()) == ["scope"]


def _status(scripts: Scripts) -> int | None:
    found = scripts.take("xr2", None, "/")
    return found.answer.status if found and found.answer else None

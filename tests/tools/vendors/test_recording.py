"""Proves that the server keeps what it is sent as it was sent, and answers what it is told to."""

from __future__ import annotations

import httpx

from tools.vendors.recording import Answer, RecordingServer


def test_what_is_kept() -> None:
    """Verb, path and query, headers that mean something, and the body."""
    with RecordingServer() as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        client.put("/a%2Fb?x=1&x=&y=%C3%A4", json={"b": 1}, headers={"X-Key": "k"})
        client.request("DELETE", "/gone", content=b"\xff")
        (first, second) = server.taken()
        assert server.taken() == []
    assert (first.method, first.path, first.query) == ("PUT", "/a%2Fb", [("x", "1"), ("x", ""), ("y", "ä")])
    assert first.headers == [("accept", "*/*"), ("x-key", "k"), ("content-type", "application/json")]
    assert first.body == '{"b":1}'
    assert second.json() == {
        "method": "DELETE", "path": "/gone", "query": [], "headers": [["accept", "*/*"]], "body": {"$bytes": "/w=="},
    }  # fmt: skip


def test_what_is_answered() -> None:
    """What it is told to; an event to whoever wants events; and no more to what would go on for ever."""
    with RecordingServer() as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        assert client.get("/").json() == {}
        server.answer = Answer(status=201, media="text/plain", body=b"hello")
        answer = client.get("/")
        assert (answer.status_code, answer.headers["content-type"], answer.text) == (201, "text/plain", "hello")
        assert client.get("/", headers={"Accept": "text/event-stream"}).text == "data: hello\n\n"
        assert client.head("/").headers["content-length"] == "5"
        assert {client.get("/").status_code for _ in range(20)} == {201, 418}

"""Proves what an artifact is made of, and by whose key."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.errors import MissingCredential
from promptport.promptic import PrompticClient, artifact, init
from promptport.promptic.tracing.manual import content_of
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

KEY = "pk_local_dev"


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"# hello")
    (tmp_path / "plain").write_bytes(b"x")
    for value in (path, str(path)):
        content = content_of(value, None, None)
        assert (content.data, content.mime_type, content.name) == (b"# hello", "text/markdown", "notes.md")
        assert (content.source_path, content.source_field, content.preview) == (str(path), "manual", "# hello")
    named = content_of(path, "n", "x/y")
    assert (named.name, named.mime_type, named.preview) == ("n", "x/y", None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for text in ("plain", "./plain", "~/plain"):
        assert content_of(text, None, None)[:2] == (b"x", "application/octet-stream")
    with pytest.raises(FileNotFoundError):
        content_of(tmp_path / "none", None, None)


@pytest.mark.parametrize(
    "text",
    ["C:\\a", "c:/a b", "~/a", "./a", "../a", "/a", "a/b", "a\\b", "yes and/or no", "notes.txt", "a.b.c"],
)
def test_what_looks_like_a_path_is_one(text: str) -> None:
    with pytest.raises(FileNotFoundError, match="There is no file") as refused:
        content_of(text, None, None)
    assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize(
    "text",
    ["", "hello", "Hello. There", "a/b\n", " a/b", "two words.txt", "https://a/b", "mailto:a/b",
        "a.123", "a.toolong1", "x" * 9999, "a\0b"],
)  # fmt: skip
def test_other_texts_are_texts(text: str) -> None:
    content = content_of(text, None, None)
    preview = text if len(text) <= 4096 else text[:4096] + "..."
    assert content == (text.encode(), "text/plain", "$", "manual", None, preview)


def test_whatever_is_called_a_text_has_its_beginning_beside_it() -> None:
    assert content_of(b"bad \xff" + b"x" * 5000, None, "text/csv").preview == "bad " + "x" * 4092 + "..."
    assert content_of("{}", None, "application/json").preview is None


def test_bytes_and_nothing_else() -> None:
    assert content_of(b"a", "n", None) == (b"a", "application/octet-stream", "$", "manual", "n", None)
    for value in (None, 7, bytearray(b"a"), ["a"]):
        with pytest.raises(TypeError, match="an artifact is made of a path, bytes or a text"):
            content_of(value, None, None)


def test_by_whose_key(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the call; else the first that `init` was given; else the environment's."""
    url = platform.url("promptic")
    with pytest.raises(MissingCredential, match=r"^Promptic API key is required\."):
        artifact(b"a", endpoint=url)
    made = artifact(b"hello", name="n", mime_type="text/x", api_key=KEY, endpoint=url + "/")
    assert (made.name, made.mime_type, made.size_bytes) == ("n", "text/x", 5)
    monkeypatch.setenv("PROMPTIC_API_KEY", "pk_other_0123456789")
    monkeypatch.setenv("PROMPTIC_ENDPOINT", url)
    with pytest.raises(RuntimeError, match="401"):
        artifact(b"hello")
    init(api_key=KEY, endpoint=url, auto_instrument=False)
    init(api_key="pk_third_0123456789", endpoint="http://127.0.0.1:1", auto_instrument=False)
    found = artifact("hello")
    with PrompticClient(KEY, endpoint=url) as client:
        assert client.get_artifact_content(found.id) == b"hello"
        assert client.get_artifact(found.id)["preview"] == "hello"

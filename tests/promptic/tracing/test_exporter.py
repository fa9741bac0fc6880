"""Proves what OpenTelemetry's own variables change of how spans are sent, and that a malformed one harms nothing."""

from __future__ import annotations

import gzip
import ssl
import zlib
from pathlib import Path

import pytest
import trustme

from promptport.promptic.tracing.credentials import Destination
from promptport.promptic.tracing.exporter import ExporterSettings, exporter_settings
from promptport.testing import Platform

from .traced import begin, flush, received, sent, span

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

PLACE = Destination("pk_planted_0123456789", "http://127.0.0.1:1")


def variables(monkeypatch: pytest.MonkeyPatch, **values: str) -> ExporterSettings:
    for name, value in values.items():
        monkeypatch.setenv(f"OTEL_EXPORTER_OTLP_{name}", value)
    return exporter_settings()


def test_without_any(caplog: pytest.LogCaptureFixture) -> None:
    found = exporter_settings()
    assert tuple(found) == ((), "", 10.0, True)
    assert (found.options(PLACE).timeout, found.options(PLACE).deadline, found.options(PLACE).policy.retries) == (
        10,
        10,
        0,
    )
    assert caplog.records == []


def test_those_of_traces_go_before_those_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    found = variables(
        monkeypatch, HEADERS="a=1", TRACES_HEADERS="B=x%20y, c = 2=3,,", TIMEOUT="3", TRACES_TIMEOUT="0.5",
        COMPRESSION="gzip", TRACES_COMPRESSION="Deflate ",
    )  # fmt: skip
    assert found[:3] == ((("b", "x y"), ("c", "2=3")), "deflate", 0.5)
    assert "x y" not in repr(found)
    assert dict(found.options(PLACE).headers) == {"b": "x y", "c": "2=3"}


def test_what_is_malformed_is_told_and_does_not_count(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    found = variables(
        monkeypatch, HEADERS="secret word,=x,content-type=text/html,a=b%0Ac", TIMEOUT="soon", COMPRESSION="br",
        CERTIFICATE=str(tmp_path / "none"), CLIENT_CERTIFICATE=str(tmp_path / "none"),
    )  # fmt: skip
    assert (found.compression, found.timeout, found.verify) == ("", 10.0, True)
    assert found.options(PLACE).headers == ()
    assert [each.levelname for each in caplog.records] == ["WARNING"] * 7
    assert "secret" not in caplog.text


def test_a_key_in_the_headers_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """`init` was given one: another account's traces would be mixed with its own."""
    assert variables(monkeypatch, HEADERS="Authorization=Bearer other,user-agent=x").headers == ()


def test_certificates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("client.example")
    trusted, shown = tmp_path / "trusted.pem", tmp_path / "shown.pem"
    authority.cert_pem.write_to_path(trusted)
    issued.private_key_and_cert_chain_pem.write_to_path(shown)
    assert variables(monkeypatch, CERTIFICATE=str(trusted)).verify == str(trusted)
    found = variables(monkeypatch, CLIENT_CERTIFICATE=str(shown), CLIENT_KEY=str(shown)).verify
    assert isinstance(found, ssl.SSLContext)
    assert found.verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize(
    ("coding", "unpack"), [("gzip", gzip.decompress), ("deflate", zlib.decompress), ("none", bytes)]
)
def test_the_platform_is_sent_what_they_say(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, coding: str, unpack: object
) -> None:
    variables(monkeypatch, COMPRESSION=coding, HEADERS="X-Team=blue")
    begin(platform)
    span("a")
    assert flush()
    (request,) = sent(platform)
    assert request.header("content-encoding") == (None if coding == "none" else coding)
    assert (request.header("content-type"), request.header("x-team")) == ("application/x-protobuf", "blue")
    assert request.header("authorization") == "Bearer pk_local_dev"
    assert b"telemetry.sdk.name" in unpack(request.body)  # type: ignore[operator]
    assert {*received(platform)} == {"a"}

"""What OpenTelemetry's own environment variables say of how spans are sent: OTEL_EXPORTER_OTLP_…, and …_TRACES_… before it."""

from __future__ import annotations

import logging
import os
import ssl
from typing import NamedTuple
from urllib.parse import unquote

from ...errors import ConfigurationError
from ...http.network import Verify
from ...http.options import Options
from ...settings import number
from ..settings import HOST
from .credentials import Destination

logger = logging.getLogger("promptport")
TIMEOUT = 10.0  # seconds
CODINGS = ("gzip", "deflate")
OURS = frozenset(
    {"accept", "accept-encoding", "authorization", "content-encoding", "user-agent"}
)  # beside those of `Options`


class ExporterSettings(NamedTuple):
    """How spans are sent.

    Attributes:
        headers: What is sent besides, by names in small letters.
        compression: `gzip`, `deflate`, or empty for neither.
        timeout: Seconds that one delivery may take.
        verify: What is trusted.
    """

    headers: tuple[tuple[str, str], ...] = ()
    compression: str = ""
    timeout: float = TIMEOUT
    verify: Verify = True

    def __repr__(self) -> str:
        return "ExporterSettings([hidden])"  # headers may hold keys

    def options(self, destination: Destination) -> Options:
        """The behaviour of the road that spans go by: a delivery is tried once, since the outbox tries again."""
        options = Options.checked(
            timeout=self.timeout, retries=0, factor=0.0, hosts={HOST: destination.endpoint}, verify=self.verify
        )
        for name, value in self.headers:
            try:
                options = options.changed(headers={name: value})
            except ConfigurationError as error:
                logger.warning("OTEL_EXPORTER_OTLP_HEADERS: %s", error)
        return options


def exporter_settings() -> ExporterSettings:
    """How spans are sent, as the environment says it now. What is malformed is told in the log, and does not count."""
    compression = (_variable("COMPRESSION") or "none").strip().lower()
    if compression not in (*CODINGS, "none"):
        logger.warning("OTEL_EXPORTER_OTLP_COMPRESSION: %r is none of gzip, deflate, none.", compression)
    return ExporterSettings(
        tuple(_headers(_variable("HEADERS")).items()),
        compression if compression in CODINGS else "",
        _timeout(),
        _verify(),
    )


def _variable(name: str) -> str:
    return os.environ.get(f"OTEL_EXPORTER_OTLP_TRACES_{name}") or os.environ.get(f"OTEL_EXPORTER_OTLP_{name}") or ""


def _headers(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in text.split(","):
        name, given, value = each.partition("=")
        name = unquote(name).strip().lower()
        if not each.strip() or name in OURS:
            continue  # among them the key, which `init` was given
        if not given or not name:
            logger.warning("OTEL_EXPORTER_OTLP_HEADERS: a part of it is no `name=value`, and does not count.")
            continue
        found[name] = unquote(value).strip()
    return found


def _timeout() -> float:
    text = _variable("TIMEOUT")
    try:
        return number(float(text), argument="OTEL_EXPORTER_OTLP_TIMEOUT", least=0.1) if text else TIMEOUT
    except ValueError:
        logger.warning("OTEL_EXPORTER_OTLP_TIMEOUT: %r is no number of seconds; %g count.", text, TIMEOUT)
        return TIMEOUT


def _verify() -> Verify:
    """What is trusted: the file of OTEL_EXPORTER_OTLP_CERTIFICATE; with a client's certificate, a context that shows it."""
    trusted, shown, key = (_variable(each) for each in ("CERTIFICATE", "CLIENT_CERTIFICATE", "CLIENT_KEY"))
    try:
        if not shown:
            return Options.checked(timeout=1, retries=0, factor=0, hosts={}, verify=trusted or True).network.verify
        context = ssl.create_default_context(cafile=trusted or None)
        context.load_cert_chain(shown, key or None)
    except (OSError, ConfigurationError) as error:
        logger.warning("OTEL_EXPORTER_OTLP_CERTIFICATE, …_CLIENT_CERTIFICATE, …_CLIENT_KEY don't count: %s", error)
        return True
    return context

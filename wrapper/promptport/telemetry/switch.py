"""Whether a client tells OpenTelemetry anything: an application may begin to use it at any time."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from sys import modules
from types import ModuleType
from typing import Any, Literal

from ..errors import ConfigurationError
from .faults import Harmless
from .propagation import TRACING, silent

Setting = bool | Literal["values"] | None
METERING = "opentelemetry.metrics"
TRACERS, METERS = "_TRACER_PROVIDER", "_METER_PROVIDER"  # where the API keeps what an application has set
NOBODY: Mapping[str, Any] = {TRACERS: None, METERS: None}
PERHAPS: Mapping[str, Any] = {TRACERS: True, METERS: True}
NONE_OF_THEM = frozenset({"ProxyTracerProvider", "NoOpTracerProvider", "_ProxyMeterProvider", "NoOpMeterProvider"})


class Switch:
    """Tells whether a client's calls are to be told.

    Args:
        setting: What the client was given: True, False, `values`, or None for wherever a provider is set.

    Attributes:
        values: Whether the values of variables are told as well.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.values = setting == "values"
        self._tracing = self._metering = NOBODY if setting is False else PERHAPS

    def quiet(self) -> AbstractContextManager[None]:
        """A block whose requests tell the platform of no trace, where nothing is ever to be told."""
        return silent() if self._setting is False else nullcontext()

    def idle(self) -> bool:
        """Whether it is certain that nobody listens: a look, which takes no longer than a look.

        Asking the API takes a microsecond while no provider is set, so that what it keeps is looked at in its stead; where that
        is not where it was, it is asked.
        """
        return self._tracing[TRACERS] is None and (METERING not in modules or self._metering[METERS] is None)

    def on(self) -> bool:
        """Whether the calls are told."""
        if self._setting is None:
            return TRACING in modules and self._provided()
        return bool(self._setting)

    def _provided(self) -> bool:
        tracing, metering = modules.get(TRACING), modules.get(METERING)
        with Harmless("looking for its providers"):
            found = tracing is not None and _real(tracing.get_tracer_provider())
            found = found or (metering is not None and _real(metering.get_meter_provider()))
            self._tracing = _kept(tracing, TRACERS)
            self._metering = _kept(modules.get(f"{METERING}._internal"), METERS)
            return found
        return False


def _real(provider: object) -> bool:
    """Whether it is one that an application has set."""
    return type(provider).__name__ not in NONE_OF_THEM


def _kept(module: ModuleType | None, name: str) -> Mapping[str, Any]:
    """Where a module of the API keeps the provider under a name, as far as it does."""
    found = PERHAPS if module is None else vars(module)
    return found if name in found else PERHAPS


def check_setting(value: Any) -> Setting:
    """See that a setting is one, and that what it asks for is installed.

    Args:
        value: True or `values`, False, or None for wherever the application uses OpenTelemetry.

    Raises:
        ConfigurationError: It is none, or OpenTelemetry's API is not installed, which it needs.
    """
    if value is not None and not isinstance(value, bool) and value != "values":
        raise ConfigurationError(
            f'`telemetry` must be True, False or "values", not {value!r}; without it, spans and metrics are made '
            "wherever the application has given OpenTelemetry a provider."
        )
    if value:
        try:
            import opentelemetry.metrics
            import opentelemetry.trace  # noqa: F401 # who asks for it need not have imported it
        except ImportError:
            raise ConfigurationError('`telemetry` needs OpenTelemetry: `pip install "promptport[otel]"`.') from None
    found: Setting = value
    return found

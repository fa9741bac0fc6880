"""Whether a client tells OpenTelemetry anything: an application may begin to use it at any time."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from sys import modules
from typing import Any, Literal

from ..errors import ConfigurationError
from .faults import Harmless
from .propagation import TRACING, Silent

Setting = bool | Literal["values"] | None
METERING = "opentelemetry.metrics._internal"
TRACERS, METERS = "_TRACER_PROVIDER", "_METER_PROVIDER"  # where the API keeps what an application has set
NONE_OF_THEM = frozenset({"ProxyTracerProvider", "NoOpTracerProvider", "_ProxyMeterProvider", "NoOpMeterProvider"})


class Instead:
    """Stands in for the modules of the API that keep providers.

    Args:
        provider: What they would keep.
    """

    __slots__ = (TRACERS, METERS)

    def __init__(self, provider: object) -> None:
        setattr(self, TRACERS, provider)
        setattr(self, METERS, provider)


NOBODY, PERHAPS = Instead(None), Instead(True)  # nobody is to be told; nobody knows


class Switch:
    """Tells whether a client's calls are to be told.

    Args:
        setting: What the client was given: True, False, `values`, or None for wherever a provider is set.

    Attributes:
        values: Whether the values of variables are told as well.
        tracing: The module of the API that keeps the provider of tracers, for a look in a hurry.
        metering: The one that keeps the provider of meters.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.values = setting == "values"
        self.tracing: Any = NOBODY if setting is False else PERHAPS
        self.metering: Any = self.tracing

    def quiet(self) -> AbstractContextManager[None]:
        """A block whose requests tell the platform of no trace, where nothing is ever to be told."""
        return Silent() if self._setting is False else nullcontext()

    def idle(self) -> bool:
        """Whether it is certain that nobody listens.

        Asking the API takes a microsecond while no provider is set, so that what it keeps is looked at in its stead; where that
        is not where it was, it is asked by whoever is told that this is not certain.
        """
        unset = getattr(self.tracing, TRACERS) is None and getattr(self.metering, METERS) is None
        return unset or TRACING not in modules

    def on(self) -> bool:
        """Whether the calls are told."""
        if self._setting is None:
            return TRACING in modules and self._provided()
        return bool(self._setting)

    def _provided(self) -> bool:
        with Harmless("looking for its providers"):
            from opentelemetry import metrics, trace

            found = _real(trace.get_tracer_provider()) or _real(metrics.get_meter_provider())
            if PERHAPS in (self.tracing, self.metering):
                self.tracing, self.metering = _keeping(TRACING, TRACERS), _keeping(METERING, METERS)
            return found
        return False


def _real(provider: object) -> bool:
    """Whether it is one that an application has set."""
    return type(provider).__name__ not in NONE_OF_THEM


def _keeping(module: str, name: str) -> Any:
    """A module of the API, as far as it keeps a provider under this name."""
    found = modules.get(module)
    return found if hasattr(found, name) else PERHAPS


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
        except ImportError as error:
            from ..extras import missing_extra

            raise missing_extra(error, "otel", "`telemetry`") from None
    found: Setting = value
    return found

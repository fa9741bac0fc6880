"""The backends of a running server, each of its own type where it is named by a literal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, overload

from promptport_local.local_platform import LocalPlatform

if TYPE_CHECKING:
    from promptport_local.promptic.backend import Backend as PrompticBackend
    from promptport_local.promptrails.backend import Backend as PromptRailsBackend
    from promptport_local.scope.backend import Backend as ScopeBackend
    from promptport_local.xr2.backend import Backend as Xr2Backend


class Backends:
    """Gives the backend of a platform, by the platform's name.

    A platform that has no overload here is found all the same, and needs none: to a type checker its backend is `Any`,
    since types are found by literals only where they are written down.

    Args:
        local: Gives what the server serves, or raises LocalError where it does not run.
    """

    def __init__(self, local: Callable[[], LocalPlatform]) -> None:
        self._local = local

    @overload
    def __call__(self, platform: Literal["promptic"]) -> PrompticBackend: ...

    @overload
    def __call__(self, platform: Literal["promptrails"]) -> PromptRailsBackend: ...

    @overload
    def __call__(self, platform: Literal["scope"]) -> ScopeBackend: ...

    @overload
    def __call__(self, platform: Literal["xr2"]) -> Xr2Backend: ...

    @overload
    def __call__(self, platform: str) -> Any: ...

    def __call__(self, platform: str) -> Any:
        """State and behaviour of a platform without HTTP, to seed and to inspect; None where it has only a contract.

        Raises:
            ValueError: There is no such platform.
            LocalError: The server does not run.
        """
        return self._local().vendor(platform).backend

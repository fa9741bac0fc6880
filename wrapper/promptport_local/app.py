"""The application: every platform under its name, the control surface, and the page."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from promptport_local.answer import Answer
from promptport_local.asgi import send_answer
from promptport_local.control import control_routes
from promptport_local.desk import desk_routes
from promptport_local.endpoint import Endpoint
from promptport_local.guard import Guard
from promptport_local.local_platform import LocalPlatform


class App:
    """The whole local platform as an ASGI application.

    The platforms are told apart here and not by routes, since a router sees the path decoded: in a contract's path an
    encoded slash belongs to a name, and an encoded line end is nothing to stumble over.

    Args:
        local: What it serves.
        guard: Whom it lets in.
    """

    def __init__(self, local: LocalPlatform, guard: Guard) -> None:
        self._guard = guard
        self._platforms: dict[str, ASGIApp] = {
            name: Endpoint(platform, local.requests, local.scripts, local.violations, local.stopping)
            for name, platform in local.vendors.items()
        }
        self._rest = Starlette(routes=[*desk_routes(), *control_routes(local)])
        self._rest.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        name = scope["raw_path"].decode("ascii", "replace").split("/", 2)[1:2]
        platform = self._platforms.get(name[0]) if name else None
        objection = self._guard.objection(scope, control=platform is None)
        if objection is not None:
            await send_answer(send, Answer.text(objection, 400))
        elif platform is not None:
            await platform(scope, receive, send)
        else:
            await self._rest(scope, receive, send)

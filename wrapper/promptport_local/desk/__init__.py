"""The desk: the page at `/`, for a person's eyes and hands. All that it shows and does goes through the control surface."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            # No text can become HTML or a script, not even by a slip of the page's own.
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

_FOLDER = Path(__file__).parent
_MEDIA = {".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml"}


def desk_routes() -> list[Route]:
    """The routes of the page: `desk.html` at `/`, each other file of this folder under its own name."""
    files = sorted(each for each in _FOLDER.iterdir() if each.suffix in _MEDIA)
    return [_route("/" if each.name == "desk.html" else f"/{each.name}", each) for each in files]


def _route(path: str, file: Path) -> Route:
    content = file.read_bytes()

    async def endpoint(_: Request) -> Response:
        return Response(content, media_type=_MEDIA[file.suffix], headers=SECURITY_HEADERS)

    return Route(path, endpoint, methods=["GET"])

"""Pictures, speech and films: made without any model, and kept as assets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from urllib.parse import quote

from promptport_local.clock import written
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.resources import WORKSPACE
from promptport_local.promptrails.state import State

_FILES = "https://files.promptrails.example"
_GOOD_FOR = timedelta(hours=1)


class _Form(NamedTuple):
    """What is made: the media type and the ending of its file, its price in dollars, and how long it takes."""

    mime: str
    ending: str
    cost: float
    milliseconds: int


_FORMS = {
    "image": _Form("image/png", "png", 0.04, 4_000),
    "speech": _Form("audio/mpeg", "mp3", 0.015, 1_500),
    "video": _Form("video/mp4", "mp4", 0.5, 30_000),
}
_OTHER = _Form("application/octet-stream", "bin", 0.01, 1_000)


class Media:
    """Makes media. No file is behind their addresses.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def generate(
        self,
        provider: str,
        media_type: str,
        model: str,
        prompt: str | None = None,
        input_url: str | None = None,
        config: Mapping[str, Any] | None = None,
        guardrails: Sequence[Mapping[str, Any]] | None = None,
    ) -> Json:
        """Make a picture, speech or a film; an asset stays behind, with everything that was given in its metadata."""
        form = _FORMS.get(media_type, _OTHER)
        given = {"prompt": prompt, "input_url": input_url, "config": config, "guardrails": guardrails}
        metadata = {name: value for name, value in given.items() if value is not None}
        with self._state.environment.transaction():
            ident = self._state.mint("assets")
            file_name = f"{ident}.{form.ending}"
            asset = self._state.add(
                "assets",
                id=ident,
                type=media_type,
                provider=provider,
                model=model,
                file_name=file_name,
                file_size=self._state.environment.random.randint(10_000, 1_000_000),
                mime_type=form.mime,
                storage_path=f"{WORKSPACE}/{file_name}",
                metadata=metadata,
            )
            return {
                "asset_id": ident,
                "url": self._address(asset),
                "media_type": media_type,
                "provider": provider,
                "model": model,
                "duration_ms": form.milliseconds,
                "cost": form.cost,
                "metadata": metadata,
            }

    def sign(self, asset_id: str) -> Json:
        """An address of an asset that is good for an hour.

        Raises:
            Refusal: 404; there is no such asset.
        """
        asset = self._state.need("assets", asset_id)
        return {"url": self._address(asset), "expires_at": written(self._state.environment.now() + _GOOD_FOR)}

    def _address(self, asset: Json) -> str:
        return f"{_FILES}/{quote(asset['storage_path'])}?signature={self._state.digits(32)}"

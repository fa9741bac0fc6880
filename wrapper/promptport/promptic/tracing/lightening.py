"""Takes what is large out of spans before they are sent, and brings it to the platform as artifacts."""

from __future__ import annotations

import logging
from contextlib import suppress
from hashlib import sha256

from ...http._async.pipeline import AsyncPipeline
from ...http.aio import breathe
from ...outbox.accounts import Notes
from .._async.uploads import AsyncUploads
from ..artifacts.reference import Content
from ..artifacts.uploading import UploadError, road
from .credentials import Destination
from .offloading import contents, may_hold_any, read, replace, spans

logger = logging.getLogger("promptport")


class Lightening:
    """Makes artifacts of what is large in spans. What can't become one stays where it is.

    Args:
        destination: Where artifacts go.
    """

    def __init__(self, destination: Destination) -> None:
        self._destination = destination
        self._uploads: AsyncUploads | None = None
        self._unreachable = False  # in this delivery
        self._warned = False

    async def lightened(self, body: bytes, notes: Notes) -> bytes:
        """An export with references in the place of what is large in it.

        Args:
            body: The export of one span.
            notes: Which artifacts were made of what: of one content in one trace there is one, however often it is sent.
        """
        if not may_hold_any(body):
            return body
        await breathe()
        export = read(body)
        if export is None:
            return body  # the platform says what is wrong with it
        trace = next((each.trace_id.hex() for each in spans(export)), "")
        made: dict[str, str] = {}
        for each in contents(export):
            key = _key(trace, each)
            if key not in made and (found := notes.recall(key) or await self._uploaded(each)):
                made[key] = found
                with suppress(ValueError):  # what the platform calls it is too long for a note
                    notes.keep(key, found)
        if not made:
            return body
        replace(export, lambda each: made.get(_key(trace, each)))
        return export.SerializeToString()

    async def _uploaded(self, content: Content) -> str | None:
        """The reference to a new artifact; None where there is none, and the value stays."""
        if self._unreachable:
            return None
        if self._uploads is None:
            self._uploads = AsyncUploads(AsyncPipeline(*road(*self._destination)))
        try:
            return (await self._uploads.upload(content)).uri
        except UploadError as error:
            self._unreachable = error.unreachable
            level = logging.DEBUG if self._warned else logging.WARNING
            self._warned = True
            logger.log(level, "A value stays in its span: %s", error)
            return None

    def end(self) -> None:
        """A delivery is over; with the next one the platform may be there again."""
        self._unreachable = False

    async def aclose(self) -> None:
        """Let go of the connections."""
        if self._uploads is not None:
            await self._uploads.aclose()


def _key(trace: str, content: Content) -> str:
    """Under what it is noted which artifact was made of a content."""
    return f"artifact {trace} {sha256(content.mime_type.encode()).hexdigest()[:8]} {content.sha256}"

"""Brings artifacts to the platform. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

import logging
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from ...errors import ArgumentError, CallError
from ...http._async.pipeline import AsyncClosing, AsyncPipeline
from ...http.clock import Deadline
from ..artifacts.operations import create, presign, read_object, target_of
from ..artifacts.reference import MOST, ArtifactReference, Content
from ..artifacts.uploading import UploadError, is_settled

logger = logging.getLogger("promptport")


class AsyncUploads(AsyncClosing):
    """Brings artifacts to the platform: to where it says that their bytes go, or by itself where that fails.

    Args:
        pipeline: The road to the wire.
    """

    def __init__(self, pipeline: AsyncPipeline) -> None:
        self._pipeline = pipeline

    async def upload(self, content: Content) -> ArtifactReference:
        """Make an artifact.

        Raises:
            UploadError: It is too large, or there is none: the cause says why.
        """
        if len(content.data) > MOST:
            raise UploadError(f"{shown(content)}: {len(content.data):,} bytes are too many, {MOST:,} are the most.")
        options = self._pipeline.options
        deadline = Deadline(options.deadline, options.clock.monotonic)
        try:
            answer = await self._stored(content, deadline)
            if answer is None:
                whole = {"contentBase64": b64encode(content.data).decode()}
                answer = await self._pipeline.send(create(content, whole), read_object, deadline)
        except (CallError, ArgumentError) as error:
            raise UploadError(f"{shown(content)} could not be uploaded: {error}", error) from error
        found = content.reference(answer)
        if found is None:
            raise UploadError(f"{shown(content)} could not be uploaded: the platform did not say which artifact it is.")
        return found

    async def _stored(self, content: Content, deadline: Deadline) -> Mapping[str, Any] | None:
        """The artifact, by where its bytes were stored; None where that is no way.

        Raises:
            CallError: There is no other way either, or nobody knows whether the artifact was made.
        """
        try:
            answer = await self._pipeline.send(presign(content), read_object, deadline)
        except CallError as error:
            if is_settled(error):
                raise
            _log_detour(content, error)
            return None
        target = target_of(answer, self._pipeline.options.host(presign(content).operation.server))
        if target is None:
            _log_detour(content, "the platform does not say where its bytes go")
            return None
        for each in target.secrets:
            self._pipeline.rules.secrets.add_token(each)
        self._pipeline.options.network.reach(target.server + "/")
        try:
            await self._pipeline.send(target.request(content), bytes, deadline)
        except (CallError, ArgumentError) as error:
            _log_detour(content, error)
            return None
        digest = {"sizeBytes": len(content.data), "sha256": content.sha256, "source": "direct_upload"}
        try:
            request = create(content, {"storageObjectId": target.place, **digest})
            return await self._pipeline.send(request, read_object, deadline)
        except CallError as error:
            if error.kind in ("connection", "timeout"):  # it may be there: another would be a second one
                raise
            _log_detour(content, error)
            return None

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._pipeline.aclose()


def shown(content: Content) -> str:
    """What a content is called in messages."""
    return "The artifact" if content.source_path == "$" else content.source_path


def _log_detour(content: Content, why: object) -> None:
    logger.info("%s goes through the platform itself: %s", shown(content), why)

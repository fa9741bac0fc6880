"""Follows where a platform sends a request on to. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from typing import Any

from ..aio import header
from ..network import Network
from ..redirects import Redirects
from ..wire import RawResponse, TransportError, Wire
from .carriers import AsyncCarriers


async def followed(wire: Wire[Any], reply: RawResponse, carriers: AsyncCarriers, network: Network) -> RawResponse:
    """What is answered in the end, within the time of the attempt.

    Args:
        wire: The request.
        reply: What the platform has answered.
        carriers: What carries requests.
        network: How addresses are reached.

    Raises:
        TransportError: No whole answer came.
    """
    way = Redirects(wire, network, header)
    while (further := way.next(reply)) is not None:
        try:
            reply = await carriers.carrier(further.url).send(further)
        except TransportError as error:
            raise way.lost(error) from None
    return way.marked(reply)

# Made from wrapper/promptport/client/tracking/_async.py by `python tools/unasync.py`: change that file, never this one.
"""Events and scores of a client. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ...errors import ClosedError
from ...prompt.prompt import RenderedPrompt
from ..opened._sync import Opened

if TYPE_CHECKING:
    from ...outbox.books import Books
    from ..reporting.receipt import Receipt
    from ..reporting.reporting import Reporting


class Invocation:
    """What `Client.invocation` answers.

    Args:
        reporting: What the client reports by.
        timeout: Seconds that its end takes at the most.
    """

    def __init__(self, reporting: Reporting, timeout: float) -> None:
        self._reporting, self._timeout = reporting, timeout

    def __enter__(self) -> None:
        self._reporting.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(
            ClosedError
        ):  # whoever has closed it within the block has had it delivered, and nothing hides an error
            self._reporting.flush(self._timeout)


class Tracking(Opened):
    """A platform that is open, which is told what happened; see `Client`."""

    def track(
        self,
        rendered: RenderedPrompt | str,
        event: str,
        *,
        user_id: str | None = None,
        session_id: str | None = None,
        value: float | None = None,
        currency: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Receipt:
        """Report what happened to what came of a prompt. It returns at once; the event is kept and delivered in the background.

        Nothing that was accepted is lost: what this process does not deliver the next one does. All events of one rendered
        prompt belong to one trace, and no other rendered prompt's do.

        Args:
            rendered: The rendered prompt; or the id of a trace, in the platform's terms.
            event: What happened, such as `sign_up`.
            user_id: Whom it is about.
            session_id: The session that it belongs to.
            value: An amount, such as revenue.
            currency: The amount's currency, such as `USD`.
            metadata: What else there is to say, as JSON has it.

        Returns:
            A receipt, whose `id` is None where there was no room. It can be awaited, for nothing.

        Raises:
            NotSupported: The platform has no events; the text says what there is instead.
            MissingCredential: The client was built without a key.
            ArgumentError: An argument can't be sent; the text names it.
        """
        self._lifetime.check()
        return self._reporting.needed.track(rendered, event, user_id, session_id, value, currency, metadata)

    def score(
        self, trace: RenderedPrompt | str, name: str, value: float | str | bool, *, comment: str | None = None
    ) -> Receipt:
        """Say how good what came of a trace is. It returns at once; the score is kept and delivered in the background.

        Args:
            trace: The trace's id; or a rendered prompt, where the platform gives these traces.
            name: What is judged, such as `helpfulness`.
            value: A number, a category, or whether it is so.
            comment: Why.

        Returns:
            A receipt, as of `track`.

        Raises:
            NotSupported: The platform has no scores, or has said so by now; the text says what there is instead.
            MissingCredential: The client was built without a key.
            ArgumentError: An argument can't be sent; the text names it.
        """
        self._lifetime.check()
        return self._reporting.needed.score(trace, name, value, comment)

    def flush(self, timeout: float = 10.0) -> Books:
        """Deliver what was reported, now, and wait for it; and what earlier processes have left.

        Args:
            timeout: Seconds to wait at the most.

        Returns:
            The books, of all clients of the account in this process. What still waits is delivered later.

        Raises:
            ArgumentError: The timeout is no number of seconds.
        """
        self._lifetime.check()
        return self._reporting.needed.flush(_seconds(timeout))

    def invocation(self, timeout: float = 5.0) -> Invocation:
        """A block at whose end what was reported is delivered, also where it raises: for functions of serverless platforms.

            with client.invocation():
                ...

        Args:
            timeout: Seconds that its end takes at the most.

        Raises:
            ArgumentError: The timeout is no number of seconds.
        """
        self._lifetime.check()
        return Invocation(self._reporting.needed, _seconds(timeout))


def _seconds(timeout: float) -> float:
    from ..reporting.checks import checked_seconds  # whoever reports nothing needs none of it

    return checked_seconds("timeout", timeout)

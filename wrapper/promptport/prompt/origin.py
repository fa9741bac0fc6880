"""Where a prompt came from."""

from __future__ import annotations

import time

from attrs import field, frozen

Source = str  # `network`, `cache`, `stale`, `disk`, `file`, `bundle` or `fallback`


@frozen
class Origin:
    """Where a prompt came from.

    Attributes:
        platform: The platform's name.
        source: `network` (fetched just now), `cache` (kept, and fresh), `stale` (kept, and being fetched anew, or not to be had
            anew), `disk` (kept by an earlier process), `file` (a folder), `bundle` (what was
            pulled from the platform), or `fallback` (the caller's own).
        version: Which version it is, in the platform's terms.
        label: The label that it was found by.
        since: Seconds since 1970 at which the platform gave it.
        unit: Whom it was got for, as `get(..., unit=)` was told.
        experiment: What has chosen the version: the prompt's own name where the choice was ours, by the weights of its versions
            and for the unit; in the platform's terms where an A/B test of its own has; None where nothing has.
    """

    platform: str
    source: Source
    version: int | str | None = None
    label: str | None = None
    since: float = field(factory=time.time)
    unit: str | None = None
    experiment: str | None = None

    @property
    def age(self) -> float:
        """Seconds since the platform gave it."""
        return max(time.time() - self.since, 0.0)

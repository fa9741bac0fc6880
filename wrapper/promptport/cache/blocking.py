"""Where something goes on while nobody waits: blocking clients share one thread."""

from __future__ import annotations

from ..background import background

spawn = background.spawn

"""What a client is told, under the name that `promptrails.config` has for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..http.timeouts import Timeout


@dataclass
class Config:
    """The arguments of a client, for programs that keep them in one place: `PromptRails(**vars(config))`.

    Attributes:
        api_key: The API key. It is not in the `repr`.
        base_url: Where the platform is; slashes at its end are taken off.
        timeout: Seconds that one attempt takes at the most; an `httpx.Timeout`, or None.
        max_retries: How often a failed request is sent again at the most.
    """

    api_key: str = field(repr=False)
    base_url: str = "https://api.promptrails.ai"
    timeout: Timeout = 30.0
    max_retries: int = 3

    def __post_init__(self) -> None:
        self.base_url = self.base_url.rstrip("/")

    @property
    def headers(self) -> dict[str, str]:
        """What a request of one's own must carry."""
        return {"X-API-Key": self.api_key, "Content-Type": "application/json", "Accept": "application/json"}

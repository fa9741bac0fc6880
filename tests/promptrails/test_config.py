"""Proves that a client's arguments can be kept in a `Config`."""

from __future__ import annotations

from promptport.promptrails import PromptRails
from promptport.promptrails.config import Config


def test_a_config() -> None:
    """The documented defaults; slashes at the end of the address go; the key is in the headers, and in no `repr`."""
    config = Config("key-0123456789", base_url="http://127.0.0.1:9//")
    assert (config.base_url, config.timeout, config.max_retries) == ("http://127.0.0.1:9", 30.0, 3)
    assert Config("k").base_url == "https://api.promptrails.ai"
    assert config.headers["X-API-Key"] == "key-0123456789"
    assert "key-0123456789" not in repr(config)
    with PromptRails(**vars(config)) as client:
        assert client.base_url == config.base_url

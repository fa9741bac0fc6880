"""Headers that say who asks. They are settings of a client and never options of a call, since copies are kept by account."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ConfigurationError

# What such headers are called, by whatever platform or gateway: whole words of a name, and what stands within one.
WORDS = frozenset({"auth", "org", "orgid", "jwt"})
PARTS = (
    "accesskey", "account", "apikey", "authentic", "authkey", "authoriz", "cookie", "credential", "organisation",
    "organization", "password", "secret", "subscriptionkey", "tenant", "token", "workspace",
)  # fmt: skip
OTHERS = "the settings of the other account"


def check_account_headers(
    headers: Mapping[str, str] | None, settings: Mapping[str, str] | None = None, others: str = OTHERS
) -> None:
    """See that no header says who asks.

    Args:
        headers: The headers that a caller wants to send besides.
        settings: The platform's own such headers, by their names in small letters, and the setting to use instead.
        others: The setting to use instead of any other.

    Raises:
        ConfigurationError: One does; the text names the setting to use instead, and never shows a value.
    """
    for name in map(str, headers or ()):  # what is no text is refused by those who would send it
        plain = name.strip().lower().replace("_", "-")  # many servers take both for the same
        setting = (settings or {}).get(plain) or (others if _names_an_account(plain) else None)
        if setting is not None:
            raise ConfigurationError(
                f"The header {name[:80]!r} says who asks, and copies are kept by who asks: it is no option. "
                f"Open another client with {setting}."
            )


def _names_an_account(name: str) -> bool:
    compact = name.replace("-", "")
    return not WORDS.isdisjoint(name.split("-")) or any(part in compact for part in PARTS)

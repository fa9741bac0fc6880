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
        setting = says_who_asks(name, settings or {}, others)
        if setting:
            raise ConfigurationError(
                f"The header {name[:80]!r} says who asks, and copies are kept by who asks: it is no option. "
                f"Open another client with {setting}."
            )


def says_who_asks(name: str, settings: Mapping[str, str], others: str = OTHERS) -> str:
    """The setting to use instead of a header that says who asks; empty of any other header.

    Args:
        name: The header's name.
        settings: The platform's own such headers, by their names in small letters, and the setting to use instead.
        others: The setting to use instead of any other.
    """
    plain = name.strip().lower().replace("_", "-")  # many servers take both for the same
    return settings.get(plain) or (others if _names_an_account(plain) else "")


def _names_an_account(name: str) -> bool:
    compact = name.replace("-", "")
    return not WORDS.isdisjoint(name.split("-")) or any(part in compact for part in PARTS)

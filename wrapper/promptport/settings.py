"""What makes a setting good, and where it comes from: the argument first, then the environment."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from .errors import ConfigurationError, MissingCredential
from .hidden import Secret

LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
ADDRESS = re.compile(
    rf"https?://(?:{LABEL}(?:\.{LABEL})*+\.?|\[[0-9a-fA-F:.]+\])(?::[0-9]{{1,5}})?(?:/[!$-.0-;=@-Z_a-z~%/]*)?"
)


def credential(value: str | None, *, argument: str, variable: str) -> str:
    """A key that can be sent in a header.

    Args:
        value: What the caller gave; None looks at the environment.
        argument: The name of the argument, for the error.
        variable: The environment variable that stands in for it.

    Raises:
        MissingCredential: There is none.
        ConfigurationError: It has characters that no key has. The text never shows the key.
    """
    source = f"`{argument}`" if value is not None else f"the environment variable {variable}"
    found = os.environ.get(variable) if value is None else value
    if isinstance(found, str):
        found = value = Secret(found)  # a traceback may show what variables hold
    if found is None:
        raise MissingCredential(f"There is no API key: pass `{argument}`, or set the environment variable {variable}.")
    if isinstance(found, str) and not found.strip():
        raise MissingCredential(f"{source} is blank: give it the API key, or pass it as `{argument}`.")
    return well_formed(found, source)


def well_formed(value: object, source: str) -> Secret:
    """A key that can be sent in a header.

    Args:
        value: What should be one.
        source: Where it comes from, for the error.

    Raises:
        ConfigurationError: It is none, or has characters that no key has. The text never shows it.
    """
    if not isinstance(value, str):
        raise ConfigurationError(f"{source} must be a string, not {type(value).__name__}.")
    found = value = Secret(value)  # a traceback may show what variables hold
    if not found.strip():
        raise ConfigurationError(f"{source} is blank.")
    if found != found.strip():
        raise ConfigurationError(f"{source} has white space or a line break around the key: strip it.")
    if not re.fullmatch(r"[\x21-\x7e]+", found):
        raise ConfigurationError(f"{source} has a character inside that no key has, such as a blank or a line break.")
    return found


def account_name(value: str | None, variable: str) -> str | None:
    """What an account is called, so that its copies outlive a change of keys; None where nobody says.

    Args:
        value: What the caller gave as `account`; None looks at the environment.
        variable: The environment variable that stands in for it.

    Raises:
        ConfigurationError: It is no text, or blank.
    """
    found = value if value is not None else os.environ.get(variable) or None
    if found is not None and (not isinstance(found, str) or not found.strip()):
        raise ConfigurationError(
            f"`account` (or {variable}) must be a name of your own for the account, such as `prod`."
        )
    return found


def address(value: str | None, *, argument: str, variable: str, default: str) -> str:
    """The root of a platform's interface, without a slash at its end.

    Args:
        value: What the caller gave; None looks at the environment.
        argument: The name of the argument, for the error.
        variable: The environment variable that stands in for it.
        default: The platform's own address.

    Raises:
        ConfigurationError: It is not an http or https address.
    """
    found = value or os.environ.get(variable) or default
    if not isinstance(found, str) or not ADDRESS.fullmatch(found):
        raise ConfigurationError(
            f"`{argument}` (or {variable}) must be an address such as {default}: with http:// or https:// before it, and "
            "without user, query or fragment."
        )
    port = urlsplit(found).netloc.rpartition(":")[2]
    if port.isdigit() and not 0 < int(port) < 65_536:
        raise ConfigurationError(
            f"`{argument}` (or {variable}) names the port {port}; there are ports from 1 to 65535."
        )
    return found.rstrip("/")


def number(value: object, *, argument: str, least: float = 0.0, most: float = 86_400.0) -> float:
    """An option that is a number within bounds: Python's own, or what says that it is one, such as a Decimal.

    Raises:
        ConfigurationError: It is no number, or out of bounds.
    """
    if not isinstance(value, int | float | str) and hasattr(value, "__float__"):
        try:
            value = float(value)
        except Exception as error:  # whatever an object of the application's raises
            raise ConfigurationError(f"`{argument}` must be a number, not {type(value).__name__}.") from error
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ConfigurationError(f"`{argument}` must be a number from {least:g} to {most:g}, not {value!r}.")
    return value

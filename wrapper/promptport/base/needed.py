"""What a prompt can't be made without, of an answer that may hold anything: where it is missing, the error names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..errors import CallError
from ..model import Model, kind_of

HINT = "Check that the address is the platform's; if it is, its contract has changed."


class Needed(NamedTuple):
    """Where an answer comes from, for the error of one that lacks something.

    Attributes:
        platform: The platform's name.
        operation: The operation's id in the contract.
    """

    platform: str
    operation: str

    def lacking(self, field: str, expected: str, found: Any = None) -> CallError:
        """The error of an answer in which a field is missing, or of another kind.

        Args:
            field: The field's name on the wire.
            expected: What a prompt needs there, such as `a text`.
            found: What came; None where nothing did.
        """
        what = "it is missing" if found is None else f"found {kind_of(found)}"
        message = f"The answer makes no prompt: `{field}` must be {expected}, {what}."
        return CallError(message, kind="unreadable", platform=self.platform, operation=self.operation, hint=HINT)

    def records(self, version: Model, field: str) -> list[Any]:
        """The objects of a list, such as the messages of a chat. Raises CallError where there is none, or one is no object."""
        found = version.get(field)
        if not isinstance(found, list):
            raise self.lacking(field, "a list", found)
        for each in found:
            if not isinstance(each, Model):
                raise self.lacking(field, "a list of objects", each)
        return found

    def texts(self, version: Model, roles: Mapping[str, str]) -> tuple[dict[str, str], ...]:
        """The messages of a version, each a text under a name of its own; what is null or empty is none.

        Args:
            version: The version.
            roles: The roles of the messages, by the names of the texts on the wire.

        Raises:
            CallError: None of the texts came, or one is no text.
        """
        for name in roles:
            if version[name] is not None and not isinstance(version[name], str):
                raise self.lacking(name, "a text", version[name])
        if not any(name in version for name in roles):
            raise self.lacking("` or `".join(roles), "a text")
        return tuple({"role": role, "content": version[name]} for name, role in roles.items() if name in version)

    def number(self, version: Model, field: str) -> int | str:
        """The number, or the name, of a version. Raises CallError where it has none."""
        found = version.get(field)
        if isinstance(found, bool) or not isinstance(found, int | str) or found == "":
            raise self.lacking(field, "a number or a name", None if found == "" else found)
        return found

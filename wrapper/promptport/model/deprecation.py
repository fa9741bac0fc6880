"""What a platform calls deprecated: type checkers and editors mark it (PEP 702), and at run time nobody is warned."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message):
        """Mark a function or a class, so that a program which makes errors of its warnings goes on.

        Args:
            message: What a type checker says to who uses it; `__deprecated__` holds it.
        """

        def mark(found):
            found.__deprecated__ = message
            return found

        return mark

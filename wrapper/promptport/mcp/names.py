"""Names of prompts as hosts take them: many make a command of a name, which must not hold blanks or quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 128  # characters, as MCP has it for tools
_OTHERS = re.compile(r"[^\w./-]+")


def hosted(names: Iterable[str]) -> dict[str, str]:
    """The prompts by the names that hosts see.

    A name of letters, digits, `_`, `.`, `/` and `-` stays as it is. In others `_` stands for what is none of these, and a number
    is added where that is the name of another prompt.

    Args:
        names: The prompts' own names.
    """
    own = sorted(set(names))
    found = {name: name for name in own if len(name) <= LONGEST and name and not _OTHERS.search(name)}
    for name in own:
        if name not in found:
            begin = _OTHERS.sub("_", name)[:LONGEST] or "_"
            made, number = begin, 1
            while made in found:
                number += 1
                made = f"{begin[: LONGEST - 8]}-{number}"
            found[made] = name
    return found

"""JSON in prompt files: behind a role, and where TOML has no word for what it says."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any

DEEPEST = 200  # how deep objects and lists may be nested, as in the answers of platforms
_UNSEEN = re.compile("[\x7f\ud800-\udfff]")  # what TOML, or UTF-8, has no place for


class NoJson(ValueError):
    """A text is no JSON.

    Attributes:
        at: Where in it that is seen.
    """

    def __init__(self, why: str, at: int = 0) -> None:
        super().__init__(why)
        self.at = at


def read_json(text: str) -> Any:
    """What a JSON text says.

    Raises:
        NoJson: It is none, has a key twice, a number that is none in JSON, or is nested too deeply.
    """
    try:
        value = json.loads(text, parse_constant=_constant, parse_float=_float, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise NoJson(f"{error.msg[:1].lower()}{error.msg[1:]}", error.pos) from None
    except RecursionError:
        raise NoJson("it is nested too deeply") from None
    except NoJson:
        raise
    except ValueError:
        raise NoJson("a number has too many digits") from None
    if too_deep(value, DEEPEST):
        raise NoJson(f"it is nested more than {DEEPEST} deep")
    return value


def write_json(value: Any, indent: int | None = None) -> str:
    """A JSON text that `read_json` reads as the value; in one line where it is not to be indented.

    Raises:
        ValueError: It holds a number that is none in JSON.
        TypeError: It holds what is of no type that JSON has.
    """
    made = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def too_deep(value: Any, deepest: int) -> bool:
    """Whether objects and lists are nested so deeply that what reads, copies or writes them would fail."""
    level = [value]
    for _ in range(deepest + 1):
        inside = (each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list))
        level = [each for several in inside for each in several]
        if not level:
            return False
    return True


def _constant(word: str) -> Any:
    raise NoJson(f"JSON has no {word}")


def _float(digits: str) -> float:
    made = float(digits)
    if not math.isfinite(made):
        raise NoJson(f"{digits[:20]} is too large a number")
    return made


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise NoJson(f"the key {name!a} stands there twice")
        made[name] = value
    return made

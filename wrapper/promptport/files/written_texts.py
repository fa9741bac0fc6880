"""The texts of messages as they stand in a file: with a backslash before what would else be syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..platform import Variable
from ..prompt.rewriting import pieces_of
from .constructs import constructs
from .front_matter import ONLY
from .messages import read_text


class WrittenTexts(NamedTuple):
    """Texts as they stand in a file.

    Attributes:
        texts: The texts.
        placeholders: What front matter has to say of their placeholders.
    """

    texts: list[str]
    placeholders: bool | str


def written_texts(texts: Sequence[str], *, declared: Sequence[Variable] | None, parts: bool) -> WrittenTexts:
    """How texts in the syntax `escaped` stand in a file.

    Args:
        texts: The texts.
        declared: What the file declares; None where it declares nothing.
        parts: Whether the texts name parts.
    """
    pieces = [pieces_of(text, (), "escaped") for text in texts]
    bare = all(each.name is None for several in pieces for each in several)
    plain = ["".join(each.text for each in several) for several in pieces]
    written = [_written(text, parts) for text in texts]
    if bare and not declared and not parts and written != plain:
        return WrittenTexts(plain, False)
    doubtful = declared is None and any(each.doubt and not each.literal for text in texts for each in constructs(text))
    found = [each for each in written if each is not None]
    if doubtful or len(found) < len(texts):
        return WrittenTexts(list(texts), ONLY)
    return WrittenTexts(found, True)


def _written(text: str, parts: bool) -> str | None:
    """A text with backslashes before what would be wrong; None where they can't help, as between a brace and a placeholder."""
    made: list[str] = []
    at = 0
    for each in constructs(text):
        if each.name or (each.part and parts):
            continue
        pieces = pieces_of(text[each.begin : each.end], (), "escaped")
        raw = "".join(one.text for one in pieces)
        made += text[at : each.begin - each.slashes], "\\" * (2 * each.slashes + 1), raw
        at = each.end
    found = "".join([*made, text[at:]])
    return found if read_text(found, parts=parts) == text else None

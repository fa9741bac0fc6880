"""Forms in parts (multipart/form-data), as far as uploads of files need them."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message

from promptport_local.promptic.errors import refused


@dataclass(frozen=True)
class Part:
    """One field of a form.

    Attributes:
        name: Its name.
        content: Its bytes.
    """

    name: str
    content: bytes


def parts_of(body: bytes, media: str) -> list[Part]:
    """The fields of a form, in their order.

    Args:
        body: The body.
        media: Its `Content-Type`, which says what stands between the parts.

    Raises:
        Refusal: 400; it is no form.
    """
    said = Message()
    said["content-type"] = media
    boundary = said.get_param("boundary")
    if said.get_content_type() != "multipart/form-data" or not isinstance(boundary, str) or not boundary:
        raise refused(400, "The body must be multipart/form-data")
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("utf-8"))
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise refused(400, "The form has no end")
    return [_part(each) for each in pieces[1:-1]]


def _part(piece: bytes) -> Part:
    head, found, content = piece.partition(b"\r\n\r\n")
    about = Message()
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-disposition":
            about["content-disposition"] = value.strip()
    name_given = about.get_param("name", header="content-disposition")
    if not found or not isinstance(name_given, str):
        raise refused(400, "A part of the form has no name")
    return Part(name_given, content)

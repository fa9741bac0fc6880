"""What can be sent as a file."""

from __future__ import annotations

from os import PathLike
from typing import IO

Content = bytes | bytearray | PathLike[str] | IO[bytes]
"""The bytes of a file, the path where it lies, or a stream that is open for reading bytes."""

File = Content | tuple[str, Content] | tuple[str, Content, str]
"""A file: its content alone, or with the name, and the media type, under which it goes out."""

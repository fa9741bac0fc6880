"""Files that are a person's alone: what they have logged in to, and what they trust."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import ELOOP, EPERM
from pathlib import Path
from stat import S_ISDIR, S_ISLNK
from typing import Any

from ..errors import ConfigurationError
from .locks import locked
from .reading import exposed, is_own, read_regular, reason

MOST = 1 << 20  # bytes
PLAIN = {chr(each) for each in range(0x20, 0x7F)} - set('"\\')  # what TOML has as it is within quotes
TIMEOUT = 10.0  # seconds that one who writes waits for others

Table = dict[str, Any]


class PrivateFile:
    """A TOML file of tables of texts, in a folder that is the person's alone.

    It is changed under a lock and replaced as a whole: several may change it at once, and no moment has half of it. Neither the
    file nor its folder may be a symbolic link, somebody else's, or open to others.

    Args:
        path: The file.
        depth: How deep its texts lie: 2 where a table holds them, 3 where a table of tables does.
        head: A line that says what it is.
        remedy: What to do where it is not what we have written.
    """

    def __init__(self, path: Path, depth: int, head: str, remedy: str) -> None:
        self.path = path
        self._depth, self._head, self._remedy = depth, head, remedy

    def read(self) -> Table:
        """What it says; nothing where it is not there.

        Raises:
            ConfigurationError: It can't be read, is not what we have written, or is not the person's alone.
        """
        import tomllib  # only who has no key given, or a project to trust, looks here

        try:
            self._check_folder()
            data, _ = read_regular(self.path, MOST, private=True)
            found = tomllib.loads(data.decode())
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise ConfigurationError(f"{self.path} can't be read: {reason(error)}.") from None
        except (ValueError, RecursionError, MemoryError):  # never with the parser's words, which may quote a token
            raise ConfigurationError(f"{self.path} is no TOML any more: {self._remedy}.") from None
        if not _of_texts(found, self._depth):
            raise ConfigurationError(f"{self.path} is not what promptport writes: {self._remedy}.")
        return found

    def check(self) -> None:
        """See that it can be changed, by writing it as it is.

        Raises:
            ConfigurationError: It can't.
        """
        with self._changing():
            found = self.read()
            handle, beside = self._beside()
            try:
                self._fill(handle, found)
            finally:
                beside.unlink(missing_ok=True)

    @contextmanager
    def changing(self) -> Iterator[Table]:
        """What it says, to be changed in a block; then it is replaced. Empty tables are left out.

        Raises:
            ConfigurationError: It can't be read or written, or somebody else is at it all the time.
        """
        with self._changing():
            found = self.read()
            yield found
            try:
                self._write(found)
            except ValueError as error:
                raise ConfigurationError(f"{self.path} can't be written: {error}.") from None

    @contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            self._make_folder()
            with locked(self.path.with_suffix(".lock"), TIMEOUT):
                yield
        except (OSError, MemoryError) as error:
            raise ConfigurationError(f"{self.path} can't be written: {reason(error)}.") from None

    def _make_folder(self) -> None:
        folder = self.path.parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._check_parent()
        if not os.path.lexists(folder):
            folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()
        if S_ISLNK(about.st_mode):
            raise OSError(ELOOP, "its folder is a symbolic link")
        if not is_own(about):
            raise PermissionError(EPERM, "its folder belongs to somebody else")
        folder.chmod(0o700)

    def _check_folder(self) -> None:
        """See that nobody else can have put the file there."""
        about = self.path.parent.lstat()
        if S_ISLNK(about.st_mode):
            raise OSError(ELOOP, "its folder is a symbolic link")
        if not S_ISDIR(about.st_mode):
            raise NotADirectoryError
        if problem := exposed(about):
            raise PermissionError(EPERM, f"its folder is not yours alone, {problem}")
        self._check_parent()

    def _check_parent(self) -> None:
        """See that nobody else can put another folder in the place of ours; a link of the person's own is no harm."""
        above = self.path.parent.parent
        sticky = above.stat().st_mode & 0o1000
        for about in (above.lstat(), above.stat()):
            if not is_own(about) or (about.st_mode & 0o002 and not sticky and not S_ISLNK(about.st_mode)):
                raise PermissionError(EPERM, f"others decide what is in {above}")

    def _write(self, found: Table) -> None:
        handle, beside = self._beside()
        try:
            self._fill(handle, found)
            beside.replace(self.path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise

    def _beside(self) -> tuple[int, Path]:
        """A new file of mode 0600, beside the one that is to be replaced."""
        import tempfile

        if self.path.is_symlink():
            raise OSError(ELOOP, "it is a symbolic link")
        handle, name = tempfile.mkstemp(prefix=f".{self.path.stem}-", dir=self.path.parent)
        return handle, Path(name)

    def _fill(self, handle: int, found: Table) -> None:
        with os.fdopen(handle, "w", encoding="utf-8") as new:
            if hasattr(os, "fchmod"):
                os.fchmod(handle, 0o600)  # the process may have a umask that takes even its own rights
            new.write("\n".join([f"# {self._head}", *_lines(found, ())]) + "\n")
            new.flush()
            os.fsync(new.fileno())


def _of_texts(found: object, depth: int) -> bool:
    if depth == 0:
        return isinstance(found, str)
    return isinstance(found, dict) and all(_of_texts(each, depth - 1) for each in found.values())


def _lines(table: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[str]:
    """Tables of texts, as TOML."""
    texts = {name: value for name, value in table.items() if isinstance(value, str)}
    if texts:
        yield from ("", f"[{'.'.join(map(_quoted, above))}]")
        yield from (f"{_quoted(name)} = {_quoted(value)}" for name, value in texts.items())
    for name, value in table.items():
        if not isinstance(value, str):
            yield from _lines(value, (*above, name))


def _quoted(text: str) -> str:
    """A text as TOML has it: in ASCII, since no editor then spoils it."""
    if any("\ud800" <= each <= "\udfff" for each in text):
        raise ValueError("a text is no UTF-8")
    escaped = "".join(each if each in PLAIN else f"\\U{ord(each):08x}" for each in text)
    return f'"{escaped}"'

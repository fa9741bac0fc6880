# Made from wrapper/promptport/client/writing/_async.py by `python tools/unasync.py`: change that file, never this one.
"""What a client writes. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar

from ...cache.overwriting import doubt
from ...errors import CallError, Error
from ...platform import Fetched, NewVersion, Query, Variable
from ...prompt.prompt import Prompt
from ..query import checked_deadline, checked_query
from ..tracking._sync import Tracking

T = TypeVar("T")


class Writing(Tracking):
    """A platform that is open, whose prompts can be written; see `Client`."""

    def check_writable(
        self,
        method: Literal["create_version", "label", "delete"] = "create_version",
        version: NewVersion | None = None,
    ) -> None:
        """See that the platform takes a kind of writes, before anything is done. Nothing is sent.

        Args:
            method: The method that is to be called.
            version: What is to be made, where that is known: the platform must be able to hold it, as far as it tells.

        Raises:
            NotSupported: It does not; the text says what there is instead.
        """
        self._lifetime.check()
        if not hasattr(self._source, method):
            from .given import lacking  # few applications write

            raise lacking(self._source, method, self._source.traits)
        if version is not None:
            for each in version.labels:
                checked_query(self._source.traits, version.name, None, each)
            check: Any = getattr(self._source, "check_version", None)
            if check is not None:
                check(version)

    def create_version(
        self,
        name: str,
        messages: str | Iterable[Mapping[str, Any]],
        *,
        kind: Literal["text", "chat"] | None = None,
        variables: Iterable[Variable | str] | None = None,
        config: Any = None,
        labels: Iterable[str] = (),
        tags: Iterable[str] = (),
        note: str = "",
        description: str = "",
        version: int | str | None = None,
        deadline: float = 30.0,
    ) -> Prompt:
        """Make a version of a prompt, and the prompt where there is none of this name.

        It is sent once: what may have arrived is never sent again, and the error says whether it may. The client's copies of the
        prompt are dropped, in memory and where they outlive the process.

        Args:
            name: The prompt's name.
            messages: What it says: a text, or messages, each a mapping with `role` and `content`; `{"slot": "history"}` is the
                place of a conversation. Placeholders are `{{name}}`; a backslash before one makes a text of it.
            kind: `text` or `chat`; else what `messages` are.
            variables: What it declares, by name or in full.
            config: Settings for a model, and whatever else is kept with it: any JSON.
            labels: The labels that the version gets, which other versions lose; `production` puts it into production.
            tags: What the prompt is filed under.
            note: What there is to say of this version.
            description: What the prompt is for.
            version: What the version is to be called, where the platform leaves that to its author.
            deadline: Seconds that it takes at the most. It is more than a `get` has: nobody knows what becomes of a creation that
                is cut off.

        Returns:
            The version, as the platform has it.

        Raises:
            NotSupported: The platform makes no versions here, or can't hold what this one says; the text says what, and what
                there is instead. Nothing was sent.
            ArgumentError: An argument is of the wrong type, or nothing that can be sent.
            CallError: The call failed; `may_have_arrived` says whether the version may be there all the same.
            MissingCredential: The client was built without a key.
        """
        from .given import new_version  # few applications write

        self.check_writable()
        traits = self._source.traits
        made = new_version(
            traits,
            name,
            messages,
            kind=kind,
            variables=variables,
            config=config,
            labels=labels,
            tags=tags,
            note=note,
            description=description,
            version=version,
        )
        once: Any = self._source.with_options(retries=0)
        seconds = checked_deadline(deadline)
        fetched: Fetched = self._write(name, made.labels, lambda: once.create_version(made, seconds))
        return Prompt.of(fetched, traits.name, "file" if traits.local else "network")

    def label(self, name: str, label: str, *, version: int | str, deadline: float = 30.0) -> None:
        """Give a label to a version; the one that had it loses it. The client's copies of the prompt are dropped.

        Args:
            name: The prompt's name.
            label: The label, such as `production`.
            version: The version, in the platform's terms.
            deadline: Seconds that it takes at the most.

        Raises:
            NotFound: There is no such prompt or version.
            NotSupported: The platform has no such label, or moves none; the text says what there is instead.
            ArgumentError: An argument is of the wrong type.
            CallError: The call failed; `may_have_arrived` says whether the label may have moved all the same.
            MissingCredential: The client was built without a key.
        """
        from .given import checked_label  # few applications write

        self.check_writable("label")
        source: Any = self._source
        checked_label(source.traits, name, label, version)
        seconds = checked_deadline(deadline)
        self._write(name, (label,), lambda: source.label(Query(name, version), label, seconds))

    def delete(self, name: str, *, version: int | str | None = None, deadline: float = 30.0) -> None:
        """Delete a version; without `version`, the prompt with all its versions. The client's copies of the prompt are dropped.

        Args:
            name: The prompt's name.
            version: The version, in the platform's terms.
            deadline: Seconds that it takes at the most.

        Raises:
            NotFound: There is no such prompt or version.
            NotSupported: The platform deletes nothing here, or whole prompts alone, or versions alone; the text says what there
                is instead.
            ArgumentError: An argument is of the wrong type.
            CallError: The call failed; `may_have_arrived` says whether it may be gone all the same.
            MissingCredential: The client was built without a key.
        """
        self.check_writable("delete")
        source: Any = self._source
        query = checked_query(source.traits, name, version, None)
        seconds = checked_deadline(deadline)
        self._write(name, (), lambda: source.delete(query, seconds), deleted=True)

    def _write(
        self, name: str, labels: Iterable[str], work: Callable[[], T], deleted: bool = False
    ) -> T:
        """Write, and see that no copy answers for what may be another thing now."""
        try:
            with self._watching.switch.quiet():
                answer = work()
        except CallError as error:
            from .fate import fate_of  # few applications write

            if fate_of(error):
                doubt(self._cache.state, name)
            raise
        except Error:
            raise  # nothing was sent, or the platform says that there is nothing to write to
        except BaseException:  # as where the caller gave up
            doubt(self._cache.state, name)
            raise
        self._cache.overwrite(name, labels, deleted)
        return answer

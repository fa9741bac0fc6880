"""A prompt of any platform, and what it becomes when values are put in."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, Self

from attrs import evolve, frozen

from ..errors import Error
from ..platform import Fetched, Variable
from .message import Message, dict_of, filled, texts_of
from .origin import Origin, Source
from .template import Template


@frozen(eq=False)
class Prompt:
    """A version of a prompt. It can't be changed, and can be shared by threads and tasks.

    Attributes:
        name: Its name.
        origin: Where it came from.
        fetched: The version as the platform gave it.
    """

    fetched: Fetched
    origin: Origin
    _template: Template
    _strict: bool = True
    _history: Sequence[Mapping[str, Any]] | None = None

    @classmethod
    def of(cls, fetched: Fetched, platform: str, source: Source, since: float | None = None) -> Self:
        """A prompt from what a platform answered."""
        texts = [text for message in fetched.messages for text in texts_of(message)]
        origin = Origin(platform, source, fetched.version, fetched.label, time.time() if since is None else since)
        return cls(fetched, origin, Template(texts, fetched.syntax, fetched.variables))

    def with_source(self, source: Source) -> Self:
        """The same prompt from another source. Only the network's own has the trace of its fetch."""
        return evolve(self, origin=evolve(self.origin, source=source), fetched=self.fetched._replace(trace=None))

    @property
    def name(self) -> str:
        """Its name."""
        return self.fetched.name

    @property
    def version(self) -> int | str | None:
        """Which version it is, in the platform's terms."""
        return self.fetched.version

    @property
    def label(self) -> str | None:
        """The label that it was found by."""
        return self.fetched.label

    @property
    def id(self) -> str | None:
        """The platform's own id for this version."""
        return self.fetched.id

    @property
    def messages(self) -> tuple[Message, ...]:
        """Its messages, with their placeholders."""
        return tuple(Message.of(deepcopy(each)) for each in self.fetched.messages if "slot" not in each)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """What it declares; where it declares nothing, the names of its placeholders."""
        declared = self.fetched.variables
        return tuple(Variable(name) for name in self._template.names) if declared is None else tuple(declared)

    @property
    def config(self) -> dict[str, Any]:
        """Settings for a model, and whatever else the platform keeps with it; a copy."""
        return deepcopy(dict(self.fetched.config))

    @property
    def history(self) -> tuple[Mapping[str, Any], ...]:
        """The messages of a conversation that are passed on, as `options` was given them."""
        return tuple(self._history or ())

    def options(self, *, strict: bool | None = None, history: Sequence[Mapping[str, Any]] | None = None) -> Self:
        """The same prompt, to be rendered in another way.

        Args:
            strict: Whether missing, unknown and wrongly typed values are errors. Without, a missing one leaves its
                placeholder, and one too many is ignored.
            history: Messages of a conversation, as the model's library has them. They are passed on untouched: where the
                prompt has a place for them, else before its last message of the user, else behind all.
        """
        return evolve(
            self,
            strict=self._strict if strict is None else strict,
            history=self._history if history is None else history,
        )

    def render(self, values: Mapping[str, object] | None = None, /, **variables: object) -> RenderedPrompt:
        """Put values in, in one pass: a value that looks like a placeholder stays text.

        Args:
            values: A value for each variable that has no default.
            variables: Values by the names of their variables; they go before `values`.

        A fallback takes the values that it has a place for.

        Raises:
            RenderError: Variables are missing, unknown, wrongly typed or not declared; it names all of them.
        """
        if values is not None:
            variables = {**values, **variables}
        made = _Draft()
        made.prompt = self
        try:
            made.texts = self._template.render(variables, self._strict)
        except Error as error:
            if self.origin.source != "fallback" or variables.keys() <= set(self._template.names):
                raise _about(error, self) from None
            # What stands in for a prompt in an outage need not have a place for each of its values.
            return self.render({name: variables[name] for name in self._template.names if name in variables})
        made.__class__ = RenderedPrompt
        return made  # type: ignore[return-value] # which it has become

    def __repr__(self) -> str:
        version = "" if self.version is None else f", version {self.version}"
        return f"<Prompt {self.name!r}{version}, from {self.origin.platform} ({self.origin.source})>"


class _Draft:
    """A rendered prompt while it is made: making a frozen one in place takes twice as long."""

    __slots__ = ("prompt", "texts")
    prompt: Prompt
    texts: Sequence[str]


class RenderedPrompt(_Draft):
    """A prompt with values put in, ready for a model. It can't be changed.

    Attributes:
        prompt: The prompt that it was made from.
        texts: Its texts, in their order, those of the history left out.
    """

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a rendered prompt can't be changed: {name}")

    @property
    def origin(self) -> Origin:
        """Where the prompt came from."""
        return self.prompt.origin

    @property
    def messages(self) -> tuple[Message, ...]:
        """Its messages, those of the history among them."""
        return tuple(Message.of(each) for each in self.to_openai())

    @property
    def text(self) -> str:
        """What it says, without roles and history: its texts, with an empty line between them."""
        return "\n\n".join(text for text in self.texts if text)

    def to_openai(self) -> list[dict[str, Any]]:
        """The `messages` of OpenAI's chat completions. Messages of the history are those that were given."""
        history = list(self.prompt.history)
        texts = iter(self.texts)
        made: list[dict[str, Any]] = []
        for message in self.prompt.fetched.messages:
            if "slot" in message:
                made += [dict_of(each) for each in history]
                history = []
            else:
                made.append(filled(message, texts))
        if history:
            users = [at for at, each in enumerate(made) if each.get("role") == "user"]
            at = users[-1] if users else len(made)
            made[at:at] = [dict_of(each) for each in history]
        return made

    def to_anthropic(self) -> dict[str, Any]:
        """The `system` and `messages` of Anthropic's messages: `client.messages.create(**rendered.to_anthropic(), ...)`."""
        from .anthropic import converted

        return converted(self.to_openai())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RenderedPrompt):
            return NotImplemented
        return self.to_openai() == other.to_openai() and self.prompt.name == other.prompt.name

    __hash__ = None  # type: ignore[assignment] # equality goes by content, and content holds lists

    def __repr__(self) -> str:
        return f"<RenderedPrompt of {self.prompt!r}>"  # what was put in may be private

    def __getstate__(self) -> tuple[Prompt, Sequence[str]]:
        return self.prompt, self.texts

    def __setstate__(self, state: tuple[Prompt, Sequence[str]]) -> None:
        object.__setattr__(self, "prompt", state[0])
        object.__setattr__(self, "texts", state[1])


def _about(error: Error, prompt: Prompt) -> Error:
    version = "" if prompt.version is None else f", version {prompt.version}"
    version = ", the fallback" if prompt.origin.source == "fallback" else version
    error.message = f"{prompt.name}{version}: {error.message}"
    error.args = (error.message, *error.args[1:])
    return error

"""A prompt of any platform, and what it becomes when values are put in."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, Literal, Self

from attrs import evolve, frozen

from ..errors import ArgumentError, Error
from ..platform import Fetched, Variable
from .claim import OLDEST, Claim, FetchTrace, claims
from .conversation import Misplaced, conversation, misplaced
from .described import Described
from .history import ALONE, Messages, read_history
from .items import in_chat
from .message import Message, fixed_texts, texts_of
from .openai import to_openai
from .origin import Origin, Source
from .template import Template
from .values import LENIENT, STRICT, RenderError, Strictness, named

History = Iterable[Any] | Mapping[str, Iterable[Any]]  # messages, of which `history.read_history` says what they may be
OPTIONS = ("history", "strict", "missing", "extra")


@frozen(eq=False)
class Prompt(Described):
    """A version of a prompt. It can't be changed, and can be shared by threads and tasks.

    Attributes:
        name: Its name.
        origin: Where it came from.
        fetched: The version as the platform gave it.
        places: The names of its places for messages, such as `history`.
        given: The messages that are passed on, by the names of their places, as `options` was given them.
        fetch_trace: The trace of its fetch, for the first who reports what came of it; None where it came from elsewhere.
    """

    fetched: Fetched
    origin: Origin
    _template: Template
    places: tuple[str, ...] = ()
    _strictness: Strictness = STRICT
    given: Mapping[str, Messages] = {}
    fetch_trace: FetchTrace | None = None

    @classmethod
    def of(cls, fetched: Fetched, platform: str, source: Source, since: float | None = None) -> Self:
        """A prompt from what a platform answered."""
        texts = [text for message in fetched.messages for text in texts_of(message)]
        fixed = [text for each in fetched.messages if "slot" not in each for text in fixed_texts(each) if "{" in text]
        since = time.time() if since is None else since
        origin = Origin(platform, source, fetched.version, fetched.label, since, experiment=fetched.experiment)
        places = tuple(dict.fromkeys(str(each["slot"]) for each in fetched.messages if "slot" in each))
        trace = FetchTrace(fetched.trace) if source == "network" and fetched.trace else None
        template = Template(texts, fetched.syntax, fetched.variables, fixed)
        return cls(fetched, origin, template, places, fetch_trace=trace)

    def with_source(self, source: Source) -> Self:
        """The same prompt from another source. Only the network's own has the trace of its fetch."""
        fetched = self.fetched._replace(trace=None)
        return evolve(self, origin=evolve(self.origin, source=source), fetched=fetched, fetch_trace=None)

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
    def history(self) -> tuple[Mapping[str, Any], ...]:
        """The messages of conversations that are passed on, as `options` was given them."""
        return tuple(each for messages in self.given.values() for each in messages)

    def options(
        self,
        *,
        strict: bool | None = None,
        missing: Literal["error", "keep"] | None = None,
        extra: Literal["error", "ignore"] | None = None,
        history: History | None = None,
    ) -> Self:
        """The same prompt, to be rendered in another way. What is left out stays as it was.

        Args:
            strict: False relaxes `missing`, `extra` and the types of values, which are then written as `str` has them.
            missing: What becomes of variables and places without a value: an error, or their placeholders stay and the places
                are left out.
            extra: What becomes of values without a variable: an error, or nothing, as where all prompts get the same values.
            history: Messages of a conversation, or of several by the names of their places. They are passed on untouched, a dict
                as the object that it is; objects of the libraries of OpenAI, Anthropic and LangChain as these send them. Messages
                for no place in particular go to the place `history`, or to the only one; where the prompt has none, before its
                last message of the user, or else behind all.

        Raises:
            ArgumentError: Something in the history is no message, or an option is none.
        """
        if missing not in (None, "error", "keep") or extra not in (None, "error", "ignore"):
            raise ArgumentError('The options are missing="error" or "keep", and extra="error" or "ignore".')
        if strict is not None and not isinstance(strict, bool):
            raise ArgumentError("`strict` is True or False.")
        strictness = self._strictness if strict is None else STRICT if strict else LENIENT
        if missing is not None:
            strictness = strictness._replace(missing=missing == "error")
        if extra is not None:
            strictness = strictness._replace(extra=extra == "error")
        given = self.given
        if history is not None:
            given = read_history(history)
            if (
                ALONE in given
                and not isinstance(history, Mapping)
                and ALONE not in self.places
                and len(self.places) == 1
            ):
                given = {self.places[0]: given[ALONE]}
        return evolve(self, strictness=strictness, given=given)

    def render(self, values: Mapping[str, object] | None = None, /, **variables: object) -> RenderedPrompt:
        """Put values in, in one pass: a value that looks like a placeholder stays text.

        Args:
            values: A value for each variable that has no default.
            variables: Values by the names of their variables; they go before `values`.

        A fallback takes the values that it has a place for.

        Raises:
            RenderError: Variables are missing, unknown, wrongly typed or not declared, placeholders stand where no values are put
                in, or places have no messages; it names all.
            ArgumentError: What was given has no names.
        """
        if values is not None:
            variables = {**named(values, self._template.names, self.name), **variables}
        made = _Draft()
        made.prompt = self
        try:
            made.texts = self._template.render(variables, self._strictness)
            if (self.places or self.given) and any(self._misplaced()):
                raise RenderError
        except RenderError as error:
            if self.origin.source == "fallback" and self._strictness.extra:
                # What stands in for a prompt in an outage need not have a place for each of its values.
                return Prompt.render(evolve(self, strictness=self._strictness._replace(extra=False)), variables)
            raise _about(error.with_places(*self._misplaced()), self, variables) from None
        made.__class__ = RenderedPrompt
        return made  # type: ignore[return-value] # which it has become

    def _misplaced(self) -> Misplaced:
        return misplaced(self.places, self.given, self._strictness, anywhere=self.origin.source == "fallback")

    def __repr__(self) -> str:
        version = "" if self.version is None else f", version {self.version}"
        return f"<Prompt {self.name!r}{version}, from {self.origin.platform} ({self.origin.source})>"

    def _repr_html_(self) -> str:
        """How a notebook shows it: with its messages, their placeholders and places."""
        from .notebook import html

        return html(repr(self), self.fetched.messages)


class _Draft:
    """A rendered prompt while it is made: making a frozen one in place takes twice as long.

    Attributes:
        prompt: The prompt that it is made from.
        texts: Its texts.
    """

    __slots__ = ("_claim", "prompt", "texts")
    _claim: Claim
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
        """Its messages, those of the history among them; what only the Responses API has is a message of the model."""
        return tuple(Message.of(each) for _, each in in_chat(self._conversation(), keep=True))

    def claim(self) -> Claim:
        """What its events have in common, the same each time, also for what is copied or unpickled from it.

        Of the prompts that are rendered from one fetch, the first whose events are reported gets the trace of the fetch.
        """
        found: Claim | None = getattr(self, "_claim", None)
        return self._claimed() if found is None else found

    def _claimed(self) -> Claim:
        with claims.lock:
            if not hasattr(self, "_claim"):
                own = self.prompt.fetch_trace
                trace = own.take() if own is not None and own.unclaimed and self.origin.age < OLDEST else None
                object.__setattr__(self, "_claim", claims.new(trace))
        return self._claim

    @property
    def text(self) -> str:
        """What it says, without roles and history: its texts, with an empty line between them."""
        return "\n\n".join(text for text in self.texts if text)

    def attributes(self) -> dict[str, str | int | float]:
        """What a span of the application's own may say of it: which prompt it was made from, and nothing of the values."""
        return self.prompt.attributes()

    def to_openai(self) -> list[Any]:
        """The `messages` of OpenAI's chat completions: `client.chat.completions.create(messages=rendered.to_openai(), ...)`.

        Messages of a history are those that were given; Anthropic's blocks and the Responses API's items among them become what
        chat completions have for them.

        Returns:
            Dicts. They are of no type, so that type checkers take them for the library's own.

        Raises:
            ArgumentError: A block or item has no form there.
        """
        return to_openai(self._conversation())

    def to_openai_responses(self) -> list[Any]:
        """The `input` of OpenAI's Responses API: `client.responses.create(input=rendered.to_openai_responses(), ...)`.

        That API's own items and messages in a history stay as they are.

        Raises:
            ArgumentError: A message or part is none that the API takes.
        """
        from .responses import to_responses

        return to_responses(self._conversation())

    def to_anthropic(self) -> dict[str, Any]:
        """The `system` and `messages` of Anthropic's messages: `client.messages.create(**rendered.to_anthropic(), ...)`.

        Raises:
            ArgumentError: A message or part is none that Anthropic takes; it says which.
        """
        from .anthropic import to_anthropic

        return to_anthropic(self._conversation())

    def _conversation(self) -> list[dict[str, Any]]:
        return conversation(self.prompt.fetched.messages, self.texts, self.prompt.places, self.prompt.given)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RenderedPrompt):
            return NotImplemented
        return self.messages == other.messages and self.prompt.name == other.prompt.name

    __hash__ = None  # type: ignore[assignment] # equality goes by content, and content holds lists

    def __repr__(self) -> str:
        return f"<RenderedPrompt of {self.prompt!r}>"  # what was put in may be private

    def __getstate__(self) -> tuple[Prompt, Sequence[str], Claim]:
        return self.prompt, self.texts, self.claim()  # else each copy would make one of its own

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        for name, value in zip(("prompt", "texts", "_claim"), state, strict=False):  # of 0.1 there is no claim
            object.__setattr__(self, name, value)


def _about(error: Error, prompt: Prompt, given: Mapping[str, object]) -> Error:
    version = "" if prompt.version is None else f", version {prompt.version}"
    version = ", the fallback" if prompt.origin.source == "fallback" else version
    unknown = getattr(error, "unknown", {}).keys() - prompt.given.keys()  # among them messages without a place
    options = [each for each in OPTIONS if each in unknown]
    hint = f" `{options[0]}` is an option: prompt.options({options[0]}=...).render(...)." if options else ""
    missing = set(getattr(error, "missing", ()))
    if wrapped := [each for each in unknown if isinstance(found := given.get(each), Mapping) and missing & set(found)]:
        hint += f" What is in `{wrapped[0]}` is given itself: render({wrapped[0]})."
    error.message = f"{prompt.name}{version}: {error.message}{hint}"
    error.args = (error.message, *error.args[1:])
    return error

"""What platforms hold: a version of a prompt as data, which one is asked for, and what a platform can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Variable(NamedTuple):
    """A variable that a prompt declares.

    Attributes:
        name: Its name.
        type: `string`, `number`, `integer`, `boolean`, `array` or `object`; None where it is not declared.
        required: Whether a value must be given where it has no default.
        default: What stands in for a value; None where there is none.
        description: What it is for.
        enum: The values that it can have; None where it can have any of its type.
    """

    name: str
    type: str | None = None
    required: bool = True
    default: Any = None
    description: str = ""
    enum: Sequence[Any] | None = None


class Principal(NamedTuple):
    """Who asks a platform.

    Attributes:
        account: The account, as `Traits.account` tells it.
        credential: The credential, as `Traits.credential` tells it.
    """

    account: str
    credential: str


class Fetched(NamedTuple):
    """A version of a prompt, as a platform answers it: data alone, so that it can be kept on disk.

    Attributes:
        name: The name by which it was asked for.
        messages: What it says: each a mapping with `role` and `content` (a text, a list of parts, or None), and whatever
            else the platform has there. `{"slot": NAME}` is the place of a chat history.
        variables: What it declares; None where the platform declares nothing.
        syntax: How its placeholders look: a name in `promptport.prompt.syntax.SYNTAXES`.
        version: Which version it is, in the platform's terms.
        label: The label that it was found by.
        id: The platform's own id for this version.
        config: Settings for a model, and whatever else the platform keeps with it: any JSON, an object mostly.
        cacheable: Whether it may answer the next caller as well; not so while an A/B test chooses.
        trace: A name that the platform gave to this fetch alone, for events.
        fixed: Whether this version never changes, nor its number is given to another, so that whoever asks for it by number or
            id never needs to ask again.
        principal: Who the platform answered, where the source knows; else it is whoever has asked. What a key was answered that
            another has replaced meanwhile is nobody's copy.
        kind: `text` where it is one text, `chat` where it is messages; empty where the platform tells no such kinds apart.
        labels: All labels that this version has, where the platform tells.
        tags: What its prompt is filed under, where the platform has such a thing.
        note: What its author said of this version.
        description: What the prompt is for.
        experiment: The A/B test that has chosen this version, in the platform's terms; None where none has.
        attributes: What a span says besides of what a model answers to it, by which the platform finds this version again: in the
            platform's own words, where it has any.
    """

    name: str
    messages: Sequence[Mapping[str, Any]]
    variables: Sequence[Variable] | None = None
    syntax: str = "spaced"
    version: int | str | None = None
    label: str | None = None
    id: str | None = None
    config: Any = {}  # noqa: RUF012 # nobody changes it: whoever shows it shows a copy
    cacheable: bool = True
    trace: str | None = None
    fixed: bool = False
    principal: Principal | None = None
    kind: str = ""
    labels: Sequence[str] = ()
    tags: Sequence[str] = ()
    note: str = ""
    description: str = ""
    experiment: str | None = None
    attributes: Mapping[str, str | int | float] = {}  # nobody changes it


class Query(NamedTuple):
    """Which version of which prompt. Of `version` and `label` one is given at the most.

    Attributes:
        name: The prompt's name.
        version: A version, in the platform's terms: a number, or an id.
        label: A name for whichever version carries it now, such as `production`.
    """

    name: str
    version: int | str | None = None
    label: str | None = None


class Traits(NamedTuple):
    """What a platform can do, and who it is.

    Attributes:
        name: The platform's name, such as `xr2`.
        origin: Where its prompts come from: an address, or a folder.
        account: What tells one account from another at the same address, without giving the key away. It may outlive a
            change of keys.
        labels: The labels that it has; None where any may exist, empty where it has none.
        versions: How versions are named: `number`, `id`, or `` where there is only one.
        lists: Whether it can list its prompts.
        local: Whether its prompts lie on this machine, as in a folder, so that no copy of them is kept.
        credential: What tells one key of an account from another, without giving it away; empty where there is none.
        secret: What only those know who have the key, to prove copies by that lie where others can write. It is no key, and is
            never kept beside a copy; empty where nobody needs it, or the account says as much.
        instance: Which local platform it is, where its address is one's: a restart is another one. Clients fill it in.
    """

    name: str
    origin: str
    account: str = ""
    labels: tuple[str, ...] | None = None
    versions: str = "number"
    lists: bool = True
    local: bool = False
    credential: str = ""
    secret: str = ""
    instance: str = ""

"""Signatures that no `def` has: what attrs and `NamedTuple` make of fields, and the keywords that a `TypedDict` names."""

from __future__ import annotations

from collections.abc import Iterator

import griffe

MADE = (
    "made-of-fields"  # the label of such a constructor: its arguments are told of as fields, but for how they are given
)
ATTRS = frozenset({"attrs.define", "attrs.frozen", "attrs.mutable"})
Kind = griffe.ParameterKind


def complete(module: griffe.Module) -> None:
    """Add to the classes of a module what programs give them, and to functions the keywords that they take by `Unpack`."""
    for each in [*module.members.values()]:
        if isinstance(each, griffe.Class) and not module.path.startswith(
            "promptport_api."
        ):  # whose objects programs get
            _construct(each)
            for member in each.members.values():
                _spread(member)
        else:
            _spread(each)


def _construct(made: griffe.Class) -> None:
    if "__init__" in made.members or not _makes(made):
        return
    try:
        parents = [each for each in reversed(made.mro()) if _makes(each)]
    except ValueError:  # the bases contradict each other, as no class that runs has them
        parents = []
    fields = {name: each for parent in (*parents, made) for name, each in _fields(parent)}
    order = sorted(fields.values(), key=lambda each: each.kind is Kind.keyword_only)
    first = griffe.Parameter("self", kind=Kind.positional_or_keyword)
    made.set_member("__init__", griffe.Function("__init__", parent=made, parameters=griffe.Parameters(first, *order)))
    made.members["__init__"].labels.add(MADE)


def _makes(made: griffe.Class) -> bool:
    """Whether the fields of a class are the arguments of its constructor."""
    decorators = [each for each in made.decorators if each.callable_path in ATTRS]
    if any("init=False" in str(each.value) for each in decorators):
        return False
    return bool(decorators) or any(_path(each) == "typing.NamedTuple" for each in made.bases)


def _fields(made: griffe.Class) -> Iterator[tuple[str, griffe.Parameter]]:
    for name, each in made.members.items():
        if not isinstance(each, griffe.Attribute) or each.annotation is None or "instance-attribute" not in each.labels:
            continue
        value, said = each.value, {}
        if isinstance(value, griffe.ExprCall) and value.canonical_path == "attrs.field":
            arguments = [one for one in value.arguments if isinstance(one, griffe.ExprKeyword)]
            said = {one.name: one.value for one in arguments}
            value = said.get("default", said.get("factory"))
        if str(said.get("init")) != "False":
            kind = Kind.keyword_only if str(said.get("kw_only")) == "True" else Kind.positional_or_keyword
            called = str(said["alias"]).strip("'\"") if "alias" in said else name.lstrip("_")
            yield name, griffe.Parameter(called, annotation=each.annotation, kind=kind, default=value)


def _spread(member: griffe.Object | griffe.Alias) -> None:
    """Give a function the keywords that it, or a form of it, takes by `**name: Unpack[…]`."""
    if not isinstance(member, griffe.Function):
        return
    fields = {name: each for form in (member, *(member.overloads or ())) for name, each in _keywords(form)}
    if fields:
        own = [each for each in member.parameters if each.kind is not Kind.var_keyword]
        known = {each.name for each in own}
        for each in own:
            each.annotation = fields[each.name].annotation if each.name in fields else each.annotation
        member.parameters = griffe.Parameters(*own, *(each for name, each in fields.items() if name not in known))


def _keywords(form: griffe.Function) -> Iterator[tuple[str, griffe.Parameter]]:
    for each in form.parameters:
        given = each.annotation
        if not isinstance(given, griffe.ExprSubscript) or _path(given.left) != "typing.Unpack":
            continue
        try:
            named = form.modules_collection[_path(given.slice)]
            found = named.final_target if isinstance(named, griffe.Alias) else named
        except (KeyError, griffe.AliasResolutionError, griffe.CyclicAliasError):
            continue  # of another package
        for name, member in found.all_members.items() if isinstance(found, griffe.Class) else ():
            field = member.final_target if isinstance(member, griffe.Alias) else member
            if isinstance(field, griffe.Attribute):
                kind = Kind.keyword_only
                yield name, griffe.Parameter(name, annotation=field.annotation, kind=kind, default="...")


def _path(found: object) -> str:
    return found.canonical_path if isinstance(found, griffe.Expr) else str(found)

"""An OpenAPI Overlay 1.0 beside a document: our extensions and repairs, so that what others publish is used as it is."""

from __future__ import annotations

from copy import deepcopy
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import jsonpath_rfc9535 as jsonpath

from .places import Place, Refusal, Refusals
from .quoting import short
from .reading import Json, Mark, read

HEAD = ("overlay", "info", "extends", "actions")
ACTION = ("target", "description", "update", "remove")


class Overlay(NamedTuple):
    """An overlay as it was read.

    Attributes:
        file: Its name.
        value: What it says.
        mark: Where it says it.
    """

    file: str
    value: Json
    mark: Mark


def beside(source: Path) -> Path:
    """Where the overlay of a document is, if it has one: `NAME.overlay.yaml` beside it."""
    return source.with_name(f"{source.stem}.overlay.yaml")


def load(path: Path, refusals: Refusals) -> Overlay | None:
    """Read an overlay, and check its form; None where it can't be used."""
    known, found = len(refusals.all), Refusals()
    value, mark = read(path, found)
    if not isinstance(value, dict):
        raise Refusal("this is no Overlay: write overlay: 1.0.0, info, actions", line=1, file=path.name)
    overlay = Overlay(path.name, value, mark)
    _check_keys(value, HEAD, (), found)
    if not str(value.get("overlay", "")).startswith("1.0."):
        found.add(
            f"{short(value.get('overlay'))} is no version of an Overlay that is known here: write overlay: 1.0.0",
            ("overlay",),
        )
    info = value.get("info")
    if not isinstance(info, dict) or not {"title", "version"} <= info.keys():
        found.add("an Overlay says what it is: write info: {title: …, version: …}", ("info",))
    if "extends" in value:
        _check_extends(value["extends"], path, found)
    actions = value.get("actions")
    if not isinstance(actions, list) or not actions:
        found.add("an Overlay has a list of actions: write [{target: …, update: …}]", ("actions",))
    for number, action in enumerate(actions if isinstance(actions, list) else []):
        with found.at("actions", number):
            _check_action(action, found, number)
    refusals.all += [_placed(each, overlay) for each in found.all]
    return overlay if len(refusals.all) == known else None


def _check_keys(node: Json, known: tuple[str, ...], place: Place, found: Refusals) -> None:
    for key in node:
        if key not in known and not key.startswith("x-"):
            closest = get_close_matches(key, known, 1)
            found.add(
                f"an Overlay has no {short(key)}: write {closest[0] if closest else ', '.join(known)}", (*place, key)
            )


def _check_extends(given: Any, path: Path, found: Refusals) -> None:
    """Refuse an overlay that says that it is of another file; an address on the network is that of the vendor's own document."""
    stem = path.name.removesuffix(".overlay.yaml")
    if not isinstance(given, str):
        found.add(f"{short(given)} is not a text: write the name of the document", ("extends",))
    elif not urlsplit(given).scheme and PurePosixPath(unquote(given)).stem != stem:
        found.add(
            f"this stands beside {stem}, and extends {short(given)}: write {stem}.yaml, or take it out", ("extends",)
        )


def _check_action(action: Any, found: Refusals, number: int) -> None:
    if not isinstance(action, dict):
        raise ValueError("an action is a mapping: write {target: …, update: …}")
    _check_keys(action, ACTION, ("actions", number), found)
    if not isinstance(action.get("target"), str):
        raise ValueError("an action has a target: write one such as $.paths")
    if not isinstance(action.get("remove", False), bool):
        raise Refusal("remove is true or false", ("remove",))
    if "update" not in action and not action.get("remove"):
        raise ValueError("an action does something: write update: …, or remove: true")
    try:
        jsonpath.compile(action["target"])
    except (jsonpath.JSONPathError, RecursionError) as problem:
        what = " ".join(str(problem).split())
        raise Refusal(f"{short(action['target'])} is no JSONPath: {what}", ("target",)) from None


def _placed(refused: Refusal, overlay: Overlay) -> Refusal:
    mark = overlay.mark.find(refused.place)
    return Refusal(str(refused), (), refused.line or mark.line, overlay.file)


def apply(overlay: Overlay, document: Any, mark: Mark, refusals: Refusals) -> None:
    """Do an overlay's actions, in their order, to a document and to the marks of it."""
    for number, action in enumerate(overlay.value["actions"]):
        found = Refusals()
        with found.at("actions", number):
            places = {tuple(node.location) for node in jsonpath.compile(action["target"]).find(document)}
            if not places:
                raise Refusal(
                    f"nothing stands at {short(action['target'])}: write a target that the document has", ("target",)
                )
            source = overlay.mark.inside["actions"].inside[number].inside.get("update", overlay.mark)
            # From the last to the first, so that indexes hold while parts of lists go.
            for place in sorted(
                places, key=lambda each: [(isinstance(part, int), part) for part in each], reverse=True
            ):
                if action.get("remove"):
                    _remove(document, mark, place)
                else:
                    _update(document, mark, place, deepcopy(action["update"]), deepcopy(source))
        refusals.all += [_placed(each, overlay) for each in found.all]


def _parent(document: Any, mark: Mark, place: Place) -> tuple[Any, Mark]:
    for part in place[:-1]:
        document, mark = document[part], mark.inside[part]
    return document, mark


def _remove(document: Any, mark: Mark, place: Place) -> None:
    if not place:
        raise ValueError("the whole document can't be removed: write a target in it")
    holder, marks = _parent(document, mark, place)
    part = place[-1]
    del holder[part]
    if isinstance(holder, dict):
        marks.inside.pop(part, None)
        return
    for index in range(int(part), len(holder)):
        marks.inside[index] = marks.inside[index + 1]
    marks.inside.pop(len(holder), None)


def _update(document: Any, mark: Mark, place: Place, update: Any, source: Mark) -> None:
    holder, marks = _parent(document, mark, (*place, ""))
    if isinstance(holder, list):
        marks.inside[len(holder)] = source
        holder.append(update)
    elif not isinstance(holder, dict):
        raise ValueError("an update is for an object or a list: write the target that holds this value")
    elif not isinstance(update, dict):
        raise ValueError("the update of an object is a mapping of what is to be in it")
    else:
        _merge(holder, marks, update, source)


def _merge(holder: Json, marks: Mark, update: Json, source: Mark) -> None:
    for key, each in update.items():
        there = holder.get(key)
        if isinstance(there, dict) and isinstance(each, dict):
            _merge(there, marks.inside[key], each, source.inside[key])
        elif isinstance(there, list) and isinstance(each, list):
            for number, value in enumerate(each):
                marks.inside[key].inside[len(there)] = source.inside[key].inside[number]
                there.append(value)
        else:
            holder[key] = each
            marks.inside[key] = source.inside[key]

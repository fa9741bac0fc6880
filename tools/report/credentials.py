"""What a change of the security of a contract means to users: which credentials they need, and where these are sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.report.entry import BREAKING, CHANGED, Json, Meaning


def _schemes(document: Json) -> Json:
    found: Json = document.get("components", {}).get("securitySchemes", {})
    return {name: {word: each[word] for word in each if word != "description"} for name, each in found.items()}


def renamed(old: Json, new: Json) -> dict[str, str]:
    """The schemes that have another name, and are the same."""
    was, now = _schemes(old), _schemes(new)
    fresh = [name for name in now if name not in was]
    return {
        name: other
        for name, each in was.items()
        if name not in now
        for other in fresh
        if now[other] == each
    }  # fmt: skip


def of_document(old: Json, new: Json) -> Iterator[Meaning]:
    """What has become of the schemes of a contract."""
    was, now = _schemes(old), _schemes(new)
    for name in sorted(was.keys() & now.keys()):
        if (was[name].get("type"), was[name].get("scheme")) != (now[name].get("type"), now[name].get("scheme")):
            kinds = f"{_kind(now[name])}; it was {_kind(was[name])}"
            yield BREAKING, f"the credentials {name} are of another kind ({kinds})"
        elif (was[name].get("in"), was[name].get("name")) != (now[name].get("in"), now[name].get("name")):
            yield CHANGED, f"the credentials {name} are sent as {now[name].get('in')} {now[name].get('name')}"
    for name in sorted(was.keys() ^ now.keys()):
        yield CHANGED, f"the credentials {name} are {'new' if name in now else 'gone'}"


def of_operation(old: Json, new: Json, names: Mapping[str, str]) -> Iterator[Meaning]:
    """What has become of the credentials that an operation asks for: breaking where those of before are not enough.

    Args:
        old: The operation as it was.
        new: As it is.
        names: The schemes that have another name now.
    """
    was = [frozenset(names.get(name, name) for name in each) for each in old.get("security", ())] or [frozenset()]
    now = [frozenset(each) for each in new.get("security", ())] or [frozenset()]
    if was != now:
        asked = " or ".join(" and ".join(sorted(each)) or "nothing" for each in now)
        enough = all(any(other <= each for other in now) for each in was)
        yield CHANGED if enough else BREAKING, f"asks for {asked} as credentials"


def _kind(scheme: Json) -> str:
    return str(scheme.get("scheme") or scheme.get("type"))

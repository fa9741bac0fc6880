"""Names in Python for the names of prompts and variables, which can be anything."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Iterable
from hashlib import sha256
from unicodedata import normalize

from .quoting import Code

LONGEST = 60  # characters; a longer name is cut
DIGEST = 6  # characters of a hash, where names would else be the same
_NO_WORD = re.compile(r"\W+")


def identifiers(names: Iterable[str], taken: Collection[str], stand_in: str) -> dict[str, Code]:
    """An identifier for each name, whichever order they come in.

    What an identifier can't have becomes an underscore, and one behind it tells a name that Python or `taken` has. Where several
    names become the same one, the name that is an identifier keeps it, and the others get a part of a hash of their own, so that
    a name which comes or goes never gives its identifier to another one.

    Args:
        names: The names.
        taken: Identifiers that mean something else.
        stand_in: What is used where nothing of a name can be.
    """
    every = dict.fromkeys(names)
    wanted = {name: _identifier(name, taken, stand_in) for name in every}
    found = {name: each for name, each in wanted.items() if name == each}
    used = {*taken, *found.values()}
    counts: dict[str, int] = {}
    for each in wanted.values():
        counts[each] = counts.get(each, 0) + 1
    for name in sorted(every.keys() - found.keys()):
        made, length = wanted[name], DIGEST
        alone = counts[made] == 1 and len(name) <= LONGEST
        while made in used or not alone:
            made = f"{wanted[name]}_{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:length]}"
            length, alone = length + 1, True
        used.add(made)
        found[name] = made
    return {name: Code(found[name]) for name in every}


def class_name(*names: Code, taken: Collection[str]) -> Code:
    """The name of a class for a part of a function, in capitals.

    Args:
        names: The identifiers of function, parameter and so on.
        taken: Names that mean something else; with one of those underscores are put behind it.
    """
    made = "".join(part[:1].upper() + part[1:] for each in names for part in each.split("_"))
    made = made if made.isidentifier() and not keyword.iskeyword(made) else f"_{made}"
    while made in taken:
        made += "_"
    return Code(made)


def _identifier(name: str, taken: Collection[str], stand_in: str) -> str:
    """The identifier that a name would have if it were alone."""
    plain = normalize("NFKC", name)  # as Python reads its own source
    made = plain if plain.isidentifier() else _NO_WORD.sub("_", "".join(map(_allowed, plain))).strip("_")
    if made.startswith("__"):  # which Python or type checkers take for something of their own
        made = f"_{made.strip('_')}".rstrip("_")
    made = normalize("NFKC", made[:LONGEST])
    made = made if made.isidentifier() or not f"_{made}".isidentifier() else f"_{made}"
    made = made if made.isidentifier() and made.strip("_") else stand_in
    return f"{made}_" if keyword.iskeyword(made) or made in taken else made


def _allowed(character: str) -> str:
    return character if f"_{character}".isidentifier() else " "

"""A vendor's package of any release, installed into a folder of its own and driven in a process of its own.

`installed("promptrails", "0.9.2")` is the folder; `Vendor(...)` a process that has nothing else on its path, with `surface()`,
`client()` and `call()`; `recorded("promptrails", "0.9.2")` is all that can be told of a release without knowing it, as JSON.

A recording is one object:

- `package`, `release`, `import` (the name that programs import) and `surface`, `calls`.
- `surface.modules`: by name, each public module's `names` (what it exports: its `__all__`, else its own public names) and `homes`
  (the module that defines a name, where that can be told).
  `surface.unimportable`: the modules that could not be imported, and why (an extra that is not installed).
- `surface.functions`: the exported functions, by full name; each is a signature.
- `surface.clients`: the classes that take a key and an address, by full name: `asyncio` (whether calls are awaited), `init` (a
  signature), `resources` (attributes that have methods), and `methods`, by path: `agents.create`, or `create_component` where the
  client is flat. Each is a signature. One that can't be made of these two has no methods, and `failed` says why.
- A signature has `kind` (`function`, `coroutine`, `generator`, `async generator`), `parameters` and `returns` (text). A
  parameter has `name`, `kind` (as `inspect` calls it), and, where there is one, `default` and `type`, both as text.
- `surface.types`: by full name (of the module that defines it), `kind` and what goes with it. `dataclass`, `typed dict` and
  `pydantic` have `fields`, by name, each with `type` (text), `required` and, where there is one, `default` (text) and `alias` (on
  the wire). `literal`, `enum`: `values`. `union`: `members`, as text. `exception`, `class`: `init` and `methods`, signatures.
  Classes but typed dicts and enums have `bases`, full names of the package's own classes that they are made of.
- `calls`: of every method of every client, with what it needs, and with everything that it takes. Each has
  - `client`, `method`, and `arguments` by name (positional-only ones in `positional`). An object of the vendor's is
    `{"$new": "package.Kind", "named": {…}}`, bytes are `{"$bytes": base64}`.
  - `requests`: what went out: `method`, `path` (percent-encoded as sent), `query` (pairs, decoded), `headers` (pairs, lower case,
    without what only HTTP libraries care about) and `body`, a text or None (bytes that are no text: base64 in `$bytes`).
  - `answer`, what it answered, as JSON (an object is `{"$type": its full name, …}`), or `raised`: `type`, `text`, `fields`.
    `warned`: the warnings that it gave.
  - `read`: which keys of the answer's JSON it asked for, in their order, and whether they were there:
    `{"data": true, "data.items": false}`. The items of a list are `[]`: `data.[].id`. `*` stands for all keys of an object (it
    was copied, or iterated over).
  - `same`: the path of the answer's object that was answered as it came (`""` is the whole), or None where it became something
    else. `kept`: the paths of the objects in the answer's JSON that the caller finds in what was answered.
  - `answered`: the JSON with which the server answered, which grew from an object by what was asked for.
"""

from __future__ import annotations

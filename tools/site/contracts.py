"""A contract as a page to read: operations by resource, objects, errors; in lists, which fit a telephone as tables do not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tools.site.sources import ROOT

Node = Mapping[str, Any]

GENERATED = ROOT / "generated" / "promptport_api"
BOUNDS = (
    "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "pattern",
)  # fmt: skip


def contracts() -> dict[str, Node]:
    """Every contract by its platform, as the generator has resolved it: what an operation inherits stands in it."""
    found = sorted(GENERATED.glob("*/contract.json"))
    return {path.parent.name: json.loads(path.read_text("utf-8")) for path in found}


def page(platform: str, contract: Node) -> str:
    """The page of a contract."""
    return "\n".join(_Page(platform, contract).lines())


def link(name: str) -> str:
    """A link to an object of the page."""
    return f"[{name}](#object-{name.lower()})"


def kind(schema: Node) -> str:
    """What a value is, in words, with links to the objects of the page."""
    if "$ref" in schema:
        return link(schema["$ref"].rpartition("/")[2])
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return " or ".join(kind(each) for each in schema[word])
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return " or ".join(f"`{json.dumps(each)}`" for each in schema["enum"])
    kinds = schema.get("type", "anything")
    return " or ".join(_one_kind(each, schema) for each in ([kinds] if isinstance(kinds, str) else kinds))


def _one_kind(name: str, schema: Node) -> str:
    if name == "array":
        return f"list of {kind(schema.get('items') or {})}"
    more = schema.get("additionalProperties")
    if name == "object" and isinstance(more, dict) and more and not schema.get("properties"):
        return f"object with values of {kind(more)}"
    return f"{name} ({schema['format']})" if name == "string" and "format" in schema else name


def history(node: Node) -> str:
    """Which releases have something, and what has taken its place."""
    said = f" Since {node['x-since']}." if "x-since" in node else ""
    if "x-until" in node:
        said += f" Until {node['x-until']}."
    elif node.get("deprecated"):
        said += " Deprecated."
    if "x-replaced-by" in node:
        instead = node["x-replaced-by"]
        names = [instead] if isinstance(instead, str) else instead
        said += f" In its place: {', '.join(f'`{each}`' for each in names)}."
    return said


def item(name: str, schema: Node, words: list[str], node: Node, indent: str = "") -> Iterator[str]:
    """A parameter or a field as an item of a list: name, what it is, what it is for, history; then values that have one."""
    about = [*words, kind(schema)] + [f"{each} `{schema[each]}`" for each in BOUNDS if each in schema]
    if "default" in schema:
        about.append(f"`{json.dumps(schema['default'])}` by default")
    described = node.get("description") or schema.get("description") or ""
    called = f" In Python `{node['x-python-name']}`." if "x-python-name" in node else ""
    yield f"{indent}- `{name}` ({', '.join(about)}) {described}{called}{history(node)}".rstrip()
    for value, each in (schema.get("x-values") or {}).items():
        if said := history(each):
            yield f"{indent}    - `{value}`:{said}"


def fields(schema: Node, indent: str = "") -> Iterator[str]:
    """The fields of an object, the required ones first, each with those that it holds itself."""
    required = schema.get("required", ())
    for name, each in sorted(schema.get("properties", {}).items(), key=lambda pair: pair[0] not in required):
        yield from item(name, each, ["required"] if name in required else [], each, indent)
        inner = each if "properties" in each else each.get("items") or {}
        yield from fields(inner, indent + "    ")


def example(title: str, value: Any) -> Iterator[str]:
    """An example, folded."""
    yield from (f'??? example "{title}"', "", "    ```json")
    yield from (f"    {line}" for line in json.dumps(value, indent=2, ensure_ascii=False).splitlines())
    yield from ("    ```", "")


class _Page:
    def __init__(self, platform: str, contract: Node) -> None:
        self.platform = platform
        self.contract = contract
        self.components: Node = contract["components"]

    def lines(self) -> Iterator[str]:
        info = self.contract["info"]
        yield from (f"# {info['title']}: the contract", "", info["description"], "")
        yield f"What the client is generated from, to read. The file is [`openapi/{self.platform}.yaml`]({self.platform}.yaml)."
        yield from ("", *(f"- Address: `{each['url']}`" for each in self.contract["servers"]))
        if releases := self.contract.get("x-releases"):
            yield f"- Releases of `{self.contract['x-package']}`: {', '.join(releases)}. What has no mark is in all of them."
        for name, scheme in self.components.get("securitySchemes", {}).items():
            where = f"{scheme['in']} `{scheme['name']}`" if "name" in scheme else scheme.get("scheme", "")
            yield f"- Credentials `{name}`: {scheme['type']}, {where}. {scheme.get('description', '')}".rstrip()
        yield ""
        described = {each["name"]: each.get("description", "") for each in self.contract["tags"]}
        tagged = [*self.tagged()]
        for tag in [*dict.fromkeys([*described, *(each for each, _, _ in tagged)])]:
            yield from (f"## {tag}", "", described.get(tag, ""), "")
            for mine, line, operation in tagged:
                if mine == tag:
                    yield from self.operation(line, operation)
        yield from ("## Objects", "")
        for name, schema in self.components["schemas"].items():
            yield from (f"### {name} {{ #object-{name.lower()} }}", "")
            shape = "" if "properties" in schema else f"{kind(schema)}. "
            yield from (f"{shape}{schema.get('description', '')}{history(schema)}", "", *fields(schema), "")
        yield from self.errors()

    def tagged(self) -> Iterator[tuple[str, str, Node]]:
        """Every operation, behind its resource and its verb with the path."""
        for path, methods in self.contract["paths"].items():
            for method, operation in methods.items():
                yield operation["tags"][0], f"{method.upper()} {path}", operation

    def operation(self, line: str, operation: Node) -> Iterator[str]:
        name, tag = operation["operationId"], operation["tags"][0]
        method = name.removeprefix(f"{tag}_")
        called = method if tag == "client" or operation.get("x-hidden") else f"{tag}.{method}"
        yield from (f"### {called} {{ #{name.replace('_', '-')} }}", "", f"`{line}`", "")
        yield f"{operation['summary']} {operation.get('description', '')}".rstrip() + history(operation)
        if operation.get("x-hidden"):
            yield "No client of ours sends it."
        if servers := [each["url"] for each in operation["servers"] if each not in self.contract["servers"]]:
            yield f"Its address is `{servers[0]}`."
        yield ""
        if parameters := operation["parameters"]:
            yield from ("Parameters:", "")
            for each in parameters:
                words = [each["in"], *(["required"] if each.get("required") else [])]
                yield from item(each["name"], each.get("schema", {}), words, each)
            yield ""
        yield from self.body(operation.get("requestBody"))
        for status, answer in operation["responses"].items():
            if status < "400":
                yield from self.answer(status, self.resolved(answer), operation)
        failures = [each for each in operation["responses"] if each >= "400"]
        yield from (f"Errors: {', '.join(self.failure(each, operation) for each in failures)}.", "")

    def body(self, body: Node | None) -> Iterator[str]:
        for media, content in self.resolved(body or {}).get("content", {}).items():
            schema = content.get("schema", {})
            yield from (f"Body, `{media}`: {kind(schema)}", "", *fields(self.resolved(schema)), "")
            if "example" in content:
                yield from example("A body", content["example"])

    def answer(self, status: str, answer: Node, operation: Node) -> Iterator[str]:
        contents = answer.get("content", {})
        if not contents:
            yield from (f"Answer {status}: {answer['description']}", "")
        for media, content in contents.items():
            unwrapped = operation.get("x-unwrap", [])
            path = ".".join([unwrapped] if isinstance(unwrapped, str) else unwrapped)
            taken = f" The client answers what stands in `{path}`." if path else ""
            yield from (
                f"Answer {status}, `{media}`: {kind(content.get('schema', {}))}. {answer['description']}{taken}",
                "",
            )
            if "example" in content:
                yield from example(f"An answer, {status}", content["example"])

    def failure(self, status: str, operation: Node) -> str:
        reference = operation["responses"][status].get("$ref")
        return f"[{status}](#error-{reference.rpartition('/')[2].lower()})" if reference else status

    def errors(self) -> Iterator[str]:
        """The answers beside success that operations name."""
        named: dict[str, set[str]] = {}
        for _, _, operation in self.tagged():
            for status, answer in operation["responses"].items():
                if status >= "400" and "$ref" in answer:
                    named.setdefault(answer["$ref"].rpartition("/")[2], set()).add(status)
        yield from ("## Errors", "")
        for name, statuses in sorted(named.items(), key=lambda pair: (min(pair[1]), pair[0])):
            found = self.components["responses"][name]
            yield from (
                f"### {name} {{ #error-{name.lower()} }}",
                "",
                f"{', '.join(sorted(statuses))}. {found['description']}",
                "",
            )
            for media, content in found.get("content", {}).items():
                yield from (f"`{media}`: {kind(content.get('schema', {}))}", "")
                if "example" in content:
                    yield from example("An answer", content["example"])

    def resolved(self, node: Node) -> Node:
        """What a reference names, or the node itself."""
        if "$ref" not in node:
            return node
        _, _, section, name = node["$ref"].split("/")
        found: Node = self.components[section][name]
        return found

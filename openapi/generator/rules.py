"""What OpenAPI says of words that are right each by itself, and whose combination may yet mean nothing."""

from __future__ import annotations

import re
from contextlib import suppress

from .grammar import METHODS
from .media import kind as kind_of
from .names import tag_name
from .places import Place, Refusals
from .quoting import short
from .reading import Json
from .rules_of_history import HistoryRules
from .rules_of_parameters import TOKEN, ParameterRules
from .rules_of_schemas import SchemaRules
from .words import named

MEDIA = re.compile(rf"{TOKEN.pattern}/{TOKEN.pattern}(; ?{TOKEN.pattern}=({TOKEN.pattern}|\"[ !#-~]*\"))*+")
SERVER = re.compile(r"(?!//)(https?://[A-Za-z0-9._~:%\[\]-]+)?(/[A-Za-z0-9._~:/%@-]*)?")
USER = re.compile(r"(?:[a-z]+:)?//[^/?#]*@", re.IGNORECASE)
STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
SCHEMES = ("apiKey", "http", "oauth2", "openIdConnect")


class Rules:
    """Looks at the combinations of words in a document.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
        whole: Whether nothing of it was left out.
    """

    def __init__(self, document: Json, refusals: Refusals, whole: bool = True) -> None:
        self._document, self._refusals = document, refusals
        self._history = HistoryRules(document, refusals, whole)
        self._schemas = SchemaRules(document, refusals)
        self._parameters = ParameterRules(document, refusals, self._schemas)

    def check(self) -> None:
        """Refuse each combination that means nothing, or two things."""
        document = self._document
        if not document.get("servers") and not self._own_servers():
            self._refusals.add("the document has no servers: write servers: [{url: https://HOST}]", ())
        if "x-answers" in document and "x-itself" in document:
            self._refuse("x-itself means nothing where answers are dicts (x-answers): take it out", "x-itself")
        self._servers(document.get("servers", []), ("servers",))
        self._names(document["paths"])
        for template, item in document["paths"].items():
            self._path(template, item, ("paths", template))
        components = document.get("components", {})
        for name, each in components.get("schemas", {}).items():
            self._schemas.check(each, ("components", "schemas", name))
        for name, each in components.get("parameters", {}).items():
            self._parameters.check(each, ("components", "parameters", name))
        for section in ("requestBodies", "responses"):
            for name, each in components.get(section, {}).items():
                self._content(each, ("components", section, name))
        for name, each in components.get("securitySchemes", {}).items():
            self._scheme(each, ("components", "securitySchemes", name))
        self._requirements(document.get("security", []), ("security",))
        self._history.check()

    def _own_servers(self) -> bool:
        items = self._document["paths"].values()
        return all(
            item.get("servers") or all(item[method].get("servers") for method in METHODS if method in item)
            for item in items
        ) and bool(items)

    def _names(self, paths: Json) -> None:
        """Refuse paths, and tags, that are written otherwise and are yet the same."""
        templates: dict[str, str] = {}
        tags: dict[str, str] = {}
        for template, item in paths.items():
            known = templates.setdefault(re.sub(r"\{[^{}]*\}", "{}", template), template)
            if known != template:
                self._refuse(f"this is the path {known}, with other names: write one of them", "paths", template)
            for method in METHODS:
                for number, tag in enumerate(item[method].get("tags", [])[:1] if method in item else []):
                    with suppress(ValueError):  # what has no name is refused where that is made
                        known = tags.setdefault(tag_name(tag), tag)
                        if known != tag:
                            what = f"{short(tag)} is {tag_name(tag)} in Python, as is {short(known)}: write one of them"
                            self._refuse(what, "paths", template, method, "tags", number)

    def _refuse(self, problem: str, *place: str | int) -> None:
        self._refusals.add(problem, place)

    def _servers(self, servers: list[Json], place: Place) -> None:
        for number, server in enumerate(servers):
            url, variables = server["url"], server.get("variables", {})
            filled = _filled(url, variables)
            if USER.match(filled):  # which no message shows
                self._refuse("an address has no user and no password: take them out, and write a security scheme",
                             *place, number, "url")  # fmt: skip
                continue
            for name in re.findall(r"\{([^{}]*)\}", url):
                if name not in variables:
                    self._refuse(f"the variable {short(name)} is not declared: write it in variables, with a default",
                                 *place, number, "url")  # fmt: skip
            for name, variable in variables.items():
                if f"{{{name}}}" not in url:
                    self._refuse(f"the address has no {{{name}}}: write it there, or take the variable out",
                                 *place, number, "variables", name)  # fmt: skip
                if "enum" in variable and variable["default"] not in variable["enum"]:
                    self._refuse(f"{short(variable['default'])} is none of its values: write one of them",
                                 *place, number, "variables", name, "default")  # fmt: skip
            if not filled or not SERVER.fullmatch(filled):
                self._refuse(f"{short(url)} is no server: write https://HOST", *place, number, "url")

    def _path(self, template: str, item: Json, place: Place) -> None:
        self._servers(item.get("servers", []), (*place, "servers"))
        shared = self._parameters.all(item.get("parameters", []), (*place, "parameters"))
        for method in METHODS:
            if method not in item:
                continue
            operation, there = item[method], (*place, method)
            own = self._parameters.all(operation.get("parameters", []), (*there, "parameters"))
            self._in_path(template, {name for name, where in {*shared, *own} if where == "path"}, there)
            if "requestBody" in operation:
                self._content(operation["requestBody"], (*there, "requestBody"))
                if method in ("get", "head", "trace"):
                    self._refuse(f"{method.upper()} has no body: take the requestBody out, or write post",
                                 *there, "requestBody")  # fmt: skip
            for status, answer in operation["responses"].items():
                if not STATUS.fullmatch(status):
                    self._refuse(
                        f"{short(status)} is no status of an answer: write one such as 200", *there, "responses", status
                    )
                self._content(answer, (*there, "responses", status))
            self._parameters.keys(item, operation, {*shared, *own}, there)
            self._requirements(operation.get("security", []), (*there, "security"))
            self._servers(operation.get("servers", []), (*there, "servers"))

    def _in_path(self, template: str, names: set[str], place: Place) -> None:
        found = re.findall(r"\{([^{}]*)\}", template)
        for name in sorted({each for each in found if found.count(each) > 1}):
            self._refuse(f"{{{name}}} stands twice in the path: give each a name of its own", *place)
        for name in dict.fromkeys(found):
            if name not in names:
                self._refuse(f"the path has {{{name}}}, which is no parameter: write one with in: path", *place)
        for name in sorted(names - set(found)):
            what = f"the path lacks {{{name}}}, which is a parameter of it: write it in braces"
            self._refuse(what, *place, "parameters", f"path {name}")

    def _there(self, node: Json, section: str) -> Json:
        """What a reference stands for; such as loop are refused where they are resolved."""
        met: list[str] = []
        while "$ref" in node and node["$ref"] not in met:
            met.append(node["$ref"])
            node = self._document.get("components", {}).get(section, {}).get(named(node["$ref"], section), {})
        return node

    def _content(self, holder: Json, place: Place) -> None:
        for media, each in holder.get("content", {}).items():
            if not MEDIA.fullmatch(media) and "*" not in media:
                self._refuse(
                    f"{short(media)} is no media type: write one such as application/json", *place, "content", media
                )
            if "schema" in each:
                self._schemas.check(each["schema"], (*place, "content", media, "schema"))
            if "encoding" in each:
                self._encoding(media, each, (*place, "content", media))

    def _encoding(self, media: str, about: Json, place: Place) -> None:
        if kind_of(media) not in ("form", "multipart"):
            self._refuse(f"an encoding is of a form, or of parts: take it out of {short(media)}", *place, "encoding")
        schema = about.get("schema", {})
        schema = self._there(schema, "schemas") if isinstance(schema, dict) else {}
        for name, each in about["encoding"].items():
            if "properties" in schema and "allOf" not in schema and name not in schema["properties"]:
                known = ", ".join(short(field) for field in schema["properties"])
                self._refuse(f"{short(name)} is no field: write {known}", *place, "encoding", name)
            if each.get("allowReserved"):
                what = "reserved characters are always encoded: take allowReserved out"
                self._refuse(what, *place, "encoding", name, "allowReserved")

    def _requirements(self, requirements: list[Json], place: Place) -> None:
        for number, each in enumerate(requirements):
            for name in each:
                schemes = self._document.get("components", {}).get("securitySchemes", {})
                scheme = self._there(schemes.get(name, {}), "securitySchemes")
                if scheme.get("type") not in (None, *SCHEMES):
                    what = f"{short(name)} is of {short(scheme['type'])}, which no request can carry"
                    self._refuse(f"{what}: write one of {', '.join(SCHEMES)}", *place, number, name)

    def _scheme(self, scheme: Json, place: Place) -> None:
        kind = scheme.get("type")
        if kind == "apiKey":
            if scheme.get("in") not in ("header", "query", "cookie") or not scheme.get("name"):
                self._refuse("an apiKey says where it goes: write name, and in: header, query or cookie", *place)
            elif scheme["in"] != "query" and not TOKEN.fullmatch(scheme["name"]):
                self._refuse(f"{short(scheme['name'])} is no name of a {scheme['in']}: write letters, digits and dashes",
                             *place, "name")  # fmt: skip
        elif kind == "http" and str(scheme.get("scheme", "")).lower() not in ("basic", "bearer"):
            self._refuse(
                f"{short(scheme.get('scheme'))} is no scheme that is known here: write basic or bearer", *place
            )
        elif kind not in (*SCHEMES, "mutualTLS") and "$ref" not in scheme:
            self._refuse(
                f"{short(kind)} is no type of a securityScheme: write one of {', '.join(SCHEMES)}", *place, "type"
            )


def _filled(url: str, variables: Json) -> str:
    """The address of a server with the defaults of its variables; what is not declared is an `x`."""
    return re.sub(r"\{([^{}]*)\}", lambda found: str(variables.get(found[1], {}).get("default", "x")), url)

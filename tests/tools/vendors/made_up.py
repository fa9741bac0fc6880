"""A vendor's package that is made up, installed as `installed` would have it: a client of each kind, on urllib alone."""

from __future__ import annotations

from pathlib import Path

from tools.vendors.installed import place

PACKAGE, RELEASE = "acme-sdk", "1.0"
FILES = {
    "acme/__init__.py": '''
"""Acme."""
from acme.client import Acme, AsyncAcme
from acme.models import Config, Simple, Thing, Colour, Order, Pick
__all__ = ["Acme", "AsyncAcme", "Config", "Simple", "Thing", "Colour", "Order", "Pick", "VERSION"]
VERSION = "1.0"
print("what a package prints comes between no lines")
''',
    "acme/models.py": """
from __future__ import annotations
from dataclasses import dataclass, field
from typing import Any, Literal, NotRequired, TypedDict, Union
Colour = Literal["red", "blue"]
class Config:
    type = ""
    def to_dict(self) -> dict[str, Any]: raise NotImplementedError
@dataclass
class Simple(Config):
    prompt_id: str
    n: int = 0
    def to_dict(self): return {"type": "simple", "prompt_id": self.prompt_id}
@dataclass
class Thing:
    id: str = ""
    parts: list[Thing] = field(default_factory=list)
    @property
    def short(self) -> str: return self.id[:1]
class Order(TypedDict):
    amount: int
    note: NotRequired[str]
Pick = Union[Order, Thing]
""",
    "acme/client.py": """
from __future__ import annotations
import json, warnings
from typing import Any, Optional
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen
from urllib.error import HTTPError
from acme.models import Colour, Config, Order, Pick, Thing
class AcmeError(Exception):
    def __init__(self, status): super().__init__(f"status {status}"); self.status = status
def send(client, verb, path, body=None, **query):
    data = None if body is None else json.dumps(body).encode()
    url = client.base_url + path + ("?" + urlencode(query) if query else "")
    try:
        with urlopen(Request(url, data, {"X-API-Key": client._key, "Content-Type": "application/json"}, method=verb)) as answer:
            return json.loads(answer.read())
    except HTTPError as error:
        raise AcmeError(error.code) from None
def thing(found): return Thing(found.get("id", ""), [thing(each) for each in found.get("parts") or []])
class Things:
    def __init__(self, client): self._client = client
    def get(self, thing_id: str, *, colour: Optional[Colour] = None, deep: bool = True) -> Thing:
        more = {"colour": colour} if colour else {}
        return thing(send(self._client, "GET", f"/things/{quote(thing_id, safe='')}", deep=str(deep).lower(), **more)["data"])
    def create(self, config: Config, /, *, orders: list[Order] | None = None, pick: Pick | None = None, **fields: Any) -> Thing:
        return thing(send(self._client, "POST", "/things", {**config.to_dict(), "orders": orders, **fields})["data"])
    def plain(self) -> dict[str, Any]:
        warnings.warn("old", DeprecationWarning)
        return send(self._client, "GET", "/plain").get("data", {})
    def names(self): yield from (each["name"] for each in send(self._client, "GET", "/names")["items"])
    def content(self) -> bytes: return b"\\x00\\x01"
class AsyncThings:
    def __init__(self, client): self._client = client
    async def get(self, thing_id: str, *, colour: Optional[Colour] = None, deep: bool = True) -> Thing:
        return Things.get(self, thing_id, colour=colour, deep=deep)
    async def names(self):
        for each in Things.names(self): yield each
class Acme:
    def __init__(self, api_key: str, *, base_url: str = "https://acme.example", max_retries: int = 3):
        self.base_url, self._key, self.things = base_url, api_key, Things(self)
    def ping(self, wait: float = 1.0): return send(self, "GET", "/ping")["ok"]
    def close(self): pass
class AsyncAcme:
    def __init__(self, api_key: str, *, base_url: str = "https://acme.example"):
        self.base_url, self._key, self.things = base_url, api_key, AsyncThings(self)
""",
    "acme/extra.py": "import no_such_module\n",
    "acme/inner/__init__.py": "def hidden(): pass\n",
    "acme_sdk-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acme-sdk\nVersion: 1.0\n",
    "acme_sdk-1.0.dist-info/RECORD": "acme/__init__.py,,\nacme/client.py,,\nacme/inner/__init__.py,,\n",
}


def install(folder: Path) -> Path:
    """Write the package where its release belongs below a folder. Answers where it is."""
    home = place(PACKAGE, RELEASE, folder)
    for name, text in FILES.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    return home

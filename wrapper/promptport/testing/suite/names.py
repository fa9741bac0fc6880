"""Names that are none, and what is not there."""

from __future__ import annotations

import pytest

from ...errors import Error, NotFound
from ...platform import Query
from ..variants import Example, Variant
from .checks import unseen
from .fixtures import SuiteFixtures

HOSTILE = (
    "..", ".", "../..", "../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "a?b=c", "a#b", "a%2fb", "%2e%2e", "a\r\nX-Evil: 1",
    "a\x00b", "\ud800", "no-such-prompt-ü", "🙂" * 50, "n" * 5000, " ", "a;b", "{x}", "~root", "CON", "*", "-rf",
)  # fmt: skip
ABSENT: dict[str, int | str] = {"number": 987_654, "id": "no-such-version"}


class NameTests(SuiteFixtures):
    """Of names: one never becomes anything but a name."""

    def test_what_is_not_there(self, variant: Variant, example: Example) -> None:
        """An unknown name, version or label is `NotFound`, which says what was asked for."""
        queries = [Query("no-such-prompt-here")]
        if variant.traits.versions:
            queries.append(Query(example.name, version=ABSENT[variant.traits.versions]))
        if variant.traits.labels is None:
            queries.append(Query(example.name, label="no-such-label"))
        for query in queries:
            with pytest.raises(NotFound) as caught:
                variant.fetch(query)
            assert (caught.value.name, caught.value.version, caught.value.label) == query
            assert str(caught.value)
            unseen(example, caught.value)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_hostile_names(self, variant: Variant, example: Example, name: str) -> None:
        """A name never becomes anything but a name: it is not found, or refused."""
        with pytest.raises(Error):
            variant.fetch(Query(name))

    @pytest.mark.parametrize(
        "form", ["x/{}", "../{}", "./{}", "/{}", "{}/", "{}/.", "{}?x=1", "{}#x", "{}%00", "{}\x00", "{}\n"]
    )
    def test_names_that_hold_another(self, variant: Variant, example: Example, form: str) -> None:
        """A name that holds the name of a prompt and more finds nothing."""
        with pytest.raises(Error):
            variant.fetch(Query(form.format(example.name)))

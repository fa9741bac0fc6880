"""Promises C3 (values are never code) and C4 (nothing silent), on `template.py` and on xR2's rules."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from promptport.platform import Variable
from promptport.prompt.syntax import anything, exact
from promptport.prompt.template import Template, Text
from promptport.prompt.values import RenderError

from . import reference

FORMS = (("{{", "}}"), ("{", "}"))
NAMES = ["a", "b", "ab", "name", "a b", "", "}", "{a}", "x.y", "__class__", "é", "0", "a}}{{b"]
PIECES = [*NAMES, "{", "}", "{{", "}}", "{{ name }}", "{{{a}}}", "$a", "%s", "\\1", "\n", "text ", "{0}", "{a.b}"]
PIECES += [before + name + after for name in NAMES for before, after in FORMS]


def pairs(count: int, seed: int) -> Callable[[], tuple[str, dict[str, str]]]:
    """Templates and values that look like each other, from a seeded generator."""
    chance = random.Random(seed)

    def made() -> tuple[str, dict[str, str]]:
        def text() -> str:
            return "".join(chance.choices(PIECES, k=chance.randrange(8)))

        return text(), {name: text() for name in chance.sample(NAMES, k=chance.randrange(1, 6))}

    return made


@pytest.mark.promise("C3")
def test_c3_values_are_never_code(size: float) -> None:
    """C3: what is rendered equals the reference, byte for byte, in both kinds of placeholders."""
    count = int(1_000_000 * size)
    make = pairs(count, seed=7)
    find = exact(*FORMS)
    replaced = 0
    for _ in range(count):
        text, values = make()
        rendered = Text(text, values, find).render(values, strict=False)
        assert rendered == reference.render(text, values, list(values), FORMS), (text, values)
        assert Text(text).render(values, strict=False) == reference.render_spaced(text, values), (text, values)
        replaced += rendered != text
    print(f"C3: {count} pairs equal the reference, {replaced} of them with something replaced")
    assert replaced > count / 3


def test_reference_is_not_the_renderer() -> None:
    """The reference knows what the renderer must not do: it says so for a value that holds a placeholder."""
    values = {"name": "{{secret}}", "secret": "S3CR3T"}

    assert reference.render("Hi {{name}} / {{secret}}", values, list(values), FORMS) == "Hi {{secret}} / S3CR3T"


@pytest.mark.parametrize(
    ("values", "missing", "unknown", "wrong"),
    [
        ({"user_name": "A"}, ["language"], {}, {}),
        ({}, ["user_name", "language"], {}, {}),
        ({"usr_name": "A", "language": "en"}, ["user_name"], {"usr_name": "user_name"}, {}),
        ({"user_name": "A", "language": "en", "zzz": 1}, [], {"zzz": None}, {}),
        ({"user_name": ["A"], "language": "en"}, [], {}, {"user_name": "list, not a text, number or truth value"}),
        ({"user_name": None, "language": "en"}, [], {}, {"user_name": "NoneType, not a text, number or truth value"}),
        ({"user_name": {}, "lang": 1}, ["language"], {"lang": "language"},
         {"user_name": "dict, not a text, number or truth value"}),
    ],
)  # fmt: skip
def test_c4_strict_names_everything_at_once(
    values: dict[str, object], missing: list[str], unknown: dict[str, str | None], wrong: dict[str, str]
) -> None:
    """C4: missing, unknown and wrongly typed values are in one error, with the closest spelling; one flag relaxes."""
    text = Text("{{user_name}} speaks {{ language }}, says {{user_name}}")

    with pytest.raises(RenderError) as caught:
        text.render(values)

    error = caught.value
    assert (list(error.missing), error.unknown, error.wrong) == (missing, unknown, wrong)
    for name in [*missing, *unknown, *wrong, *(guess for guess in unknown.values() if guess)]:
        assert name in str(error)
    assert isinstance(text.render(values, strict=False), str)


def test_values_are_written_plainly() -> None:
    """Numbers as Python writes them, truth values in lower case, texts byte for byte: no escaping of anything."""
    assert (
        Text("{{a}} {{b}} {{c}} {{d}}").render({"a": 1, "b": 1.5, "c": True, "d": '<b>&"\u00e9'})
        == '1 1.5 true <b>&"\u00e9'
    )


def test_lenient_leaves_placeholders_and_ignores_the_rest() -> None:
    """Without `strict` a missing value leaves its placeholder as it was written, blanks included."""
    assert Text("{{ a }} {{b}}").render({"b": "B", "c": "C"}, strict=False) == "{{ a }} B"


def test_json_and_code_are_not_placeholders() -> None:
    """Braces that hold no name are text."""
    text = '{"a": {"b": 1}} a{color: red} {{}} {{"x": 1}} {% if %} ${x}'

    assert Text(text).names == ()
    assert Text(text).render({}) == text


def test_texts_share_their_values() -> None:
    """A value needs a place in one of the texts; a default fills in; declared and unused is no mistake."""
    template = Template(["{{a}}", "{{b}}{{a}}"])

    assert template.render({"a": "1", "b": "2"}) == ["1", "21"]
    with pytest.raises(RenderError, match="missing: b; unknown: c"):
        template.render({"a": "1", "c": "2"})
    assert template.render({"a": "1", "c": "2"}, strict=False) == ["1", "{{b}}1"]
    declared = [Variable("a"), Variable("b", default="B"), Variable("unused", "number")]
    assert Template(["{{a}}{{b}}"], declared=declared).render({"a": "1"}) == ["1B"]
    assert Template(["{{a}}{{b}}"], declared=declared).render({"a": "1", "b": "", "unused": 2}) == ["1"]


def test_c4_of_a_declared_template_everything_is_told_at_once() -> None:
    """C4: missing, unknown, wrongly typed and undeclared, in one error; a value resolves what is not declared."""
    declared = [Variable("count", "integer"), Variable("name", "string"), Variable("left")]
    template = Template(["{{count}} {name}", "{{nmae}} {{left}} {other}"], "braces", declared)

    with pytest.raises(RenderError) as caught:
        template.render({"count": "3", "naem": "x"})
    error = caught.value
    assert (error.missing, error.unresolved) == (("name", "left"), ("nmae",))
    assert (error.wrong, error.unknown) == ({"count": "str, not integer"}, {"naem": "name"})
    given = {"count": 3, "name": "N", "nmae": "M", "left": "L"}
    assert template.render(given) == ["3 N", "M L {other}"]
    assert template.render({"name": 1}, strict=False) == ["{{count}} 1", "{{nmae}} {{left}} {other}"]


def test_rendering_again_starts_afresh() -> None:
    """A parsed text keeps nothing of a rendering."""
    text = Text("{{a}}-{{a}}")

    assert [text.render({"a": each}) for each in "xyx"] == ["x-x", "y-y", "x-x"]


@pytest.mark.parametrize(("default", "written"), [("", "<>"), (0, "<0>"), (False, "<false>")])
def test_a_default_that_is_empty_is_one(default: object, written: str) -> None:
    """C4: what is declared with a value needs none, whatever the value is; null is none."""
    template = Template(["<{{x}}>"], declared=[Variable("x", default=default)])
    assert template.render({}) == [written]
    with pytest.raises(RenderError, match="missing: x"):
        Template(["<{{x}}>"], declared=[Variable("x")]).render({})


def test_a_value_that_is_nested_too_deeply_is_an_error_of_ours() -> None:
    """`str` gives up on it."""
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(RenderError, match="nested too deeply"):
        Template(["{{a}}"], "spaced", [Variable("a", "array")]).render({"a": deep})
    with pytest.raises(RenderError, match="nested too deeply"):
        Text("{{a}}").render({"a": deep}, strict=False)


def test_values_of_any_kind_have_one_form() -> None:
    """In `Client`, on every platform; what no model can read is refused."""
    template = Template(["{{a}}"])
    assert template.render({"a": ["x", "\u00e9"]}) == ['["x", "\u00e9"]']
    assert template.render({"a": {"b": None}}) == ['{"b": null}']
    for wrong in (None, {1}, b"x", object()):
        with pytest.raises(RenderError, match="of a wrong type: a"):
            template.render({"a": wrong})
    assert Template(["{{a}}"], "spaced", [Variable("a", "array")]).render({"a": ("x",)}) == ['["x"]']


def test_names_with_dots_are_found_in_mappings() -> None:
    """By keys alone: an attribute is never looked at. A value of the whole name goes before."""
    template = Template(["{{user.name}} {{ user.address.city }}"])
    assert template.render({"user": {"name": "A", "address": {"city": "B"}}}) == ["A B"]
    assert template.render({"user": {"name": "A", "address": {}}, "user.address.city": "C"}) == ["A C"]
    with pytest.raises(RenderError, match=r"missing: user\.address\.city"):
        template.render({"user": {"name": "A", "address": "B"}})
    with pytest.raises(RenderError, match=r"city; of a wrong type: user \(User, not object\)"):
        template.render({"user": type("User", (), {"name": "A"})()})
    assert template.render({"user": {"name": "A"}}, strict=False) == ["A {{ user.address.city }}"]
    assert Template(["{{user}} {{user.name}}"]).render({"user": {"name": "A"}}) == ['{"name": "A"} A']
    declared = [Variable("user", "object")]
    assert Template(["{{user.name}}"], "spaced", declared).render({"user": {"name": "A"}}) == ["A"]
    with pytest.raises(RenderError, match=r"missing: user\.name\."):
        Template(["{{user.name}}"], "spaced", declared).render({"user": {}})
    default = [Variable("user", "object", default={"name": "B"})]
    assert Template(["{{user.name}}"], "spaced", default).render({}) == ["B"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"usr": {"name": "A"}}, r"missing: user\.name; unknown: usr \(did you mean user\?\)\."),
        (
            {"user": {"nmae": "A", "age": 3}},
            r"missing: user\.name; unknown: user\.nmae \(did you mean user\.name\?\)\.",
        ),
        ({"user": {"age": 3}}, r"missing: user\.name\."),
        ({"user": ["A"]}, r"missing: user\.name; of a wrong type: user \(list, not object\)\."),
    ],
)
def test_a_misspelt_part_of_a_name_is_guessed(values: dict[str, object], words: str) -> None:
    """The object, or what is in it; what else is in it is no error."""
    with pytest.raises(RenderError, match=words):
        Template(["{{user.name}}"]).render(values)
    assert Template(["{{user.name}}"]).render({"user": {"name": "A", "nmae": "B"}}) == ["A"]
    assert Template(["{{user.name}}"]).render({"user": {"nmae": "B"}}, strict=False) == ["{{user.name}}"]


def test_placeholders_where_no_values_are_put_in() -> None:
    """C4: they would go to the model as they stand; `missing` relaxes that, and a file can leave all braces alone."""
    template = Template(["{{a}}"], fixed=["{{b}} {{a}}"])
    assert template.names == ("a",)
    with pytest.raises(RenderError, match=r"; where no values are put in: b, a\.$") as caught:
        template.render({"a": "1"})
    assert caught.value.fixed == ("b", "a")
    assert template.render({"a": "1"}, strict=False) == ["1"]
    assert Template(["\\{{a}}"], "escaped", fixed=["{{b}}"]).render({}) == ["{{a}}"]
    with pytest.raises(RenderError, match="put in: b"):
        Template(["{{a}}"], "escaped", fixed=["{{b}}"]).render({"a": "1"})


def test_a_value_that_can_t_be_written_is_named() -> None:
    """Also a number that Python does not write."""
    for wrong in ([b"x"], 10**5_000):
        with pytest.raises(RenderError, match=r"^b: ") as caught:
            Template(["{{a}} {{b}}"]).render({"a": 1, "b": wrong})
        assert caught.value.wrong.keys() == {"b"}


def test_a_misspelt_name_of_a_variable_with_a_default_is_guessed() -> None:
    """It has a value, and that was not what the caller meant."""
    template = Template(["{{language}}"], declared=[Variable("language", default="en")])
    with pytest.raises(RenderError, match=r"unknown: langauge \(did you mean language\?\)"):
        template.render({"langauge": "fr"})


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("{{x}} {{a.b}}", {"x": "1"}, "1 {{a.b}}"),
        ("{{x}} {{a.b}}", {"x": "1", "a.b": "2"}, "1 2"),
        ("{{x}} {{ a-b }} {{}}", {"x": "{{a-b}}", "a-b": "2", "": 3}, "{{a-b}} 2 3"),
        ('{{"k": 1}}', {}, '{{"k": 1}}'),
        ("{{a.b}} {{a}}", {"a": {"b": 1}}, '{{a.b}} {"b": 1}'),
    ],
)
def test_what_may_be_text(text: str, values: dict[str, object], said: str) -> None:
    """What no variable is called stays as it stands, unless there is a value of that very name."""
    template = Template([text, "{{a-b}}"], "any")
    assert template.render(values)[0] == said
    assert template.render(values, strict=False)[0] == said
    assert all(map(str.isidentifier, template.names))
    with pytest.raises(RenderError, match=r"unknown: b\.a"):
        template.render({**values, "b.a": "1"})


def test_a_text_that_may_be_a_placeholder() -> None:
    text = Text("{{x}} {{a.b}}", find=anything)
    assert (text.names, sorted(text.optional)) == (("x",), ["a.b"])
    assert text.render({"x": "1"}) == "1 {{a.b}}"
    assert text.render({"x": "1", "a.b": "2"}) == "1 2"
    with pytest.raises(RenderError, match="missing: x"):
        text.render({"a.b": "2"})

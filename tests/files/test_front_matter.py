"""Proves where each error of a file's front matter is told, and how."""

from __future__ import annotations

from textwrap import dedent

import pytest

from promptport.files import PromptFileError
from promptport.files.prompt_file import read_prompt_file


def told(text: str, file: str = "p.md") -> list[str]:
    """What is wrong with a file, as `LINE:COLUMN: TEXT`."""
    with pytest.raises(PromptFileError) as caught:
        read_prompt_file(dedent(text).encode(), file)
    assert [each.file for each in caught.value.problems] == [file] * len(caught.value.problems)
    return [str(each).removeprefix(f"{file}:") for each in caught.value.problems]


@pytest.mark.parametrize(
    ("head", "problems"),
    [
        ("label = ", ["2:9: The front matter is no TOML: Invalid value."]),
        ("a = 1\n[config\n", ["3:8: The front matter is no TOML"]),
        ("a = '''x\ny", ["3:2: The front matter is no TOML: Expected \"'''\"."]),
        ("a = " + "[" * 5000, ["2:5005: The front matter is no TOML: it is nested too deeply"]),
        ("a = " + "1" * 5000, ["2:5005: The front matter is no TOML"]),
        ("labl = 'a'", ["2:1: `labl` is no key of a prompt (did you mean label?): there are description,"]),
        ("  'labl' = 'a'", ["2:3: `labl` is no key"]),
        ("label = 'a'\n\n[varables]\na = 'string'", ["4:2: `varables` is no key of a prompt (did you mean variables?)"]),
        ("label = 1", ["2:1: `label` must be a text"]),
        ("label = ''", ["2:1: A label is a text that is not empty"]),
        ("label = 'latest'", ["2:1: `latest` is no label to give"]),
        ("labels = [\n  'a',\n  2\n]", ["2:1: A label is a text"]),
        ("labels = 'a'", ["2:1: `labels` must be a list of texts"]),
        ("label = 'a'\nlabels = ['b']", ["2:1: `label` is short for `labels`"]),
        ("description = ['a']", ["2:1: `description` must be a text"]),
        ("config = 'a'", ["2:1: `config` must be a table"]),
        ("[config]\na = 1\nb = {c = inf}", ["4:1: inf is a number that JSON"]),
        ("variables = ['a']", ["2:1: `variables` must be a table"]),
        ("[variables]\na = 1", ["3:1: A variable is a type"]),
        ("[variables]\na = 'strng'", ["3:1: 'strng' is no type (did you mean string?): there are string, number,"]),
        ("[variables]\n'a b' = 'string'", ["3:1: No placeholder can name 'a b'"]),
        ("[variables.a]\ntype = 'list'", ["3:1: 'list' is no type"]),
        ("[variables.a]\ntype = 1", ["3:1: `type` must be a text"]),
        ("[variables]\nb = 'string'\na = { tpye = 'string' }", ["4:7: `tpye` is no key of a variable (did you mean type?)"]),
        ("[variables.a.b]\ntype = 'string'",
            ["2:14: `b` is no key of a variable: a name with a dot is quoted, as in [variables.\"a.b\"]."]),
        ("[variables.a]\ntype = 'integer'\ndefault = 'x'", ["4:1: The default is of a wrong type: str, not integer"]),
        ("[variables.a]\ntype = 'integer'\ndefault = true", ["4:1: The default is of a wrong type: bool, not integer"]),
        ("[variables.a]\ndefault = []", ["3:1: The default is of a wrong type: list, not a text, number"]),
        ("[variables.a]\nrequired = false", ["3:1: The variable a is not required and has no default: give it one"]),
        ("[variables.a]\nrequired = true\ndefault = 1", ["3:1: The variable a is required and has a default"]),
        ("[variables.a]\nrequired = 'yes'", ["3:1: `required` must be true or false"]),
        ("[variables.a]\ndescription = 1", ["3:1: `description` must be a text"]),
        ("x = 1\n[variables]\na = 'x'\n[config]\ny = nan", ["2:1: `x`", "4:1: 'x' is no type", "6:1: nan is a number"]),
    ],
)  # fmt: skip
def test_errors_in_front_matter(head: str, problems: list[str]) -> None:
    """Each names the key's own place; the text below is looked at all the same."""
    found = told(f"+++\n{head}\n+++\nHi.")

    assert [each[: len(problem)] for each, problem in zip(found, problems, strict=True)] == problems

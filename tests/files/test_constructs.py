"""Proves what counts as syntax in a prompt file, where what is none of ours is told, and that a backslash makes text of it."""

from __future__ import annotations

import random
import re

import pytest

from promptport.files import PromptFileError
from promptport.files.constructs import FENCE, constructs
from promptport.files.prompt_file import PromptFile, read_prompt_file
from promptport.prompt.template import Template

NEAR = [
    # what stands in the file, the column in its line, and what is told
    ("a {{\u00a0name}}", 3, "has other blanks than spaces in it: a placeholder is `{{name}}`"),
    ("a {{name\u200b}}", 3, "has other blanks than spaces in it"),
    ("a {{\tname\t}}", 3, "has other blanks than spaces in it"),
    ("{{\n name\n}}", 1, "has other blanks than spaces in it"),
    ("{{~name~}}", 1, "is no placeholder"),
    ("{{- name -}}", 1, "is no placeholder"),
    ("{{ name | upper }}", 1, "is no placeholder"),
    ("{{ user['x'] }}", 1, "is no placeholder"),
    ("{{ f(x) }}", 1, "is no placeholder"),
    ("{{#if a}}", 1, "is no placeholder"),
    ("{{else if b}}", 1, "is no placeholder"),
    ("{{/if}}", 1, "is no placeholder"),
    ("{{^a}}", 1, "is no placeholder"),
    ("{{! a}}", 1, "is no placeholder"),
    ("{{&a}}", 1, "is no placeholder"),
    ("{{@index}}", 1, "is no placeholder"),
    ("{{$a}}", 1, "is no placeholder"),
    ("{{.Name}} {{.}}", 1, "is no placeholder"),
    ("{{../name}}", 1, "is no placeholder"),
    ("{% set x = '" + "a" * 300 + "' %}", 1, "is a statement of Jinja or Liquid"),
    ("- a\n    ```\n    {{x}}\n    ```", 5, "stands in a code fence"),
    ("> ```\n> {{x}}", 3, "stands in a code fence"),
    ("1. ```\n   {{x}}", 4, "stands in a code fence"),
    ("--- {history}", 1, "begins no message"),
    ("\ufeff--- user", 1, r"`\ufeff--- user` begins no message"),
    ('{{"x"}}', 1, "is no placeholder"),
    ("{{ 'x' | upper }}", 1, "is no placeholder"),
    ("{{'{{x}}'}}", 1, "is no placeholder"),
    ("{{7*7}}", 1, "is no placeholder"),
    ("{{ [a, b] }}", 1, "is no placeholder"),
    ("{{::name}}", 1, "is no placeholder"),
    ("{{% name %}}", 1, "is no placeholder"),
    ("{{<b>name</b>}}", 1, "is no placeholder"),
    ("{{ $('Node').json }}", 1, "is no placeholder"),
    ("{{~#user}}", 1, "is no placeholder"),
    ("{{ . }}", 1, "is no placeholder"),
    ("{{\u3164name}}", 1, "has other blanks than spaces in it"),
    ("{{name-}}", 1, "ends with `-`"),
    ("{{this.name}}", 1, "is a word of Handlebars"),
    ("{ { name } }", 1, "a placeholder with blanks between its braces"),
    (r"\{\{name\}\}", 1, "a placeholder with a backslash before each brace"),
    ("https://a/%7B%7Bname%7D%7D", 11, "a placeholder whose braces are encoded"),
    ("{# " + "a" * 300 + " #}", 1, "is a comment of Jinja"),
    ("<% " + "a" * 300 + " %>", 1, "is ERB or EJS"),
    ("{% if a", 1, "is a statement of Jinja or Liquid without an end"),
    ("{#if a}", 1, "a section of Qute or Svelte"),
    ("<#if a>", 1, "FreeMarker"),
    ("#if($a)", 1, "a directive of Velocity"),
    ("<?= $a ?>", 1, "PHP"),
    ("{!! $a !!}", 1, "Blade"),
    ("[% a %]", 1, "a directive of the Template Toolkit"),
    ("[INST] a [/INST]", 1, "a mark of a model's own format"),
    ("<\uff5cUser\uff5c>", 1, "a mark of a model's own format"),
    ('<message role="user">', 1, "a message of Semantic Kernel"),
    ('{{role "system"}}', 1, "is no placeholder"),
    ("{{> shared/tone}}", 1, "would put in another file"),
    ("x {{{name}}}", 3, "is a placeholder with a brace before it"),
    ('x {{{name}}: 1}', 3, "is a placeholder with a brace before it"),
    ("{{name", 1, "has no end in its line"),
    ("{{name}", 1, "has no end in its line"),
    ("a {% if x %} b", 3, "is a statement of Jinja or Liquid"),
    ("{%- for a in b -%}", 1, "is a statement of Jinja or Liquid"),
    ("{# note #}", 1, "is a comment of Jinja"),
    ("<%= name %>", 1, "is ERB or EJS"),
    ("<|im_start|>system", 1, "is a mark of a model's own format"),
    ("\uff5b\uff5bname\uff5d\uff5d", 1, "is in wide braces"),
    ("costs ${{price}}", 8, "stands behind a `$`"),
    ("${{ secrets.TOKEN }}", 2, "stands behind a `$`"),
    (r"\frac{{a}}{{b}}", 6, "stands where LaTeX has an argument"),
    ("x^{{n}}", 3, "stands where LaTeX has an argument"),
    ("{{0}}", 1, "begins with a digit"),
    ("```python\nprint({{x}})\n```", 7, "stands in a code fence"),
    ("~~~\n{{x}}", 1, "stands in a code fence"),
    ("{{history}}", 1, "is a line of its own, and the place of a chat history is `--- {{history}}`"),
    ("system: You are a poet.", 1, "`--- system` does, at the beginning of its line"),
    ("System:", 1, "`--- system` does"),
    ("user:\nHi", 1, "`--- user` does"),
    ("  --- user", 1, "`--- user` does, at the beginning of its line"),
    ("\u2014 user", 1, "`--- user` does"),
    ("-- user", 1, "`--- user` does"),
    ("---- user", 1, "`--- user` does"),
    ("---\u00a0user", 1, "begins no message"),
    ("  --- {{history}}", 1, "`--- {{history}}` does"),
    ("--- {{histroy}}", 1, "did you mean `--- {{history}}`?"),
    ("- --- user", 1, "`--- user` does"),
    ("\u200bsys\u00adtem\uff1a a", 1, "`--- system` does"),
    ("\uff0d\uff0d\uff0d user", 1, "begins no message"),
    ("--- [user]", 1, "`--- user` does"),
    ("=== user ===", 1, "`--- user` does"),
    ("## System", 1, "`--- system` does"),
    ("**System:**", 1, "`--- system` does"),
    ("[system]", 1, "`--- system` does"),
    ("  system: a", 1, "`--- system` does"),
    ("--- Image https://a/b.png", 1, "`--- image` does"),
    ("--- image <https://a/b.png>", 1, "`--- image` does"),
    ("--- parts {}", 1, "`--- part` does"),
    ("--- {{history}} ---", 1, "begins no message"),
    ("- role: system\n  content: a", 1, "A message begins with a line such as `--- user`"),
    ("Human: a\n\nAssistant:", 1, "`Human:` begins no message"),
    ("+++\nlabel = 'draft'\n+++\nHi", 1, "Front matter stands at the very top"),
    ("---\nname: x\n---\nHi", 1, "Front matter is TOML between two lines `+++`"),
]  # fmt: skip


def told(text: str) -> list[tuple[int, int, str]]:
    """What is wrong with a file."""
    with pytest.raises(PromptFileError) as caught:
        read_prompt_file(text.encode(), "p.md")
    return [(each.line, each.column, each.text) for each in caught.value.problems]


@pytest.mark.parametrize(("text", "column", "words"), NEAR)
def test_what_is_nearly_syntax_is_told(text: str, column: int, words: str) -> None:
    """With line and column, wherever in a file it stands."""
    first = next(at for at, line in enumerate(text.split("\n")) if column <= len(line) and not FENCE.match(line))
    problems = told(f"Intro.\n\n{text}\n\nEnd.")
    assert (problems[0][:2], words in problems[0][2]) == ((3 + first, column), True), problems


@pytest.mark.parametrize("text", ["\n+++\nlabel = 'draft'\n+++\nHi", "<!-- by us -->\n+++\nlabel = 'draft'\n+++\nHi"])
def test_front_matter_that_is_not_at_the_top(text: str) -> None:
    """It went to the model, and the draft to production."""
    assert "Front matter stands at the very top" in told(text)[0][2]


@pytest.mark.parametrize("text", ["\n\n---\nname: x\n---\nHi", "# Title\n---\nname: x\nmodel: y\n---\nHi"])
def test_front_matter_in_yaml(text: str) -> None:
    assert "Front matter is TOML" in told(text)[0][2]


# Behind a backslash, a line `--- {{history}}` has a placeholder, which needs one of its own.
@pytest.mark.parametrize(("text", "column", "words"), [each for each in NEAR if "--- {{" not in each[0]])
def test_a_backslash_makes_text_of_it(text: str, column: int, words: str) -> None:
    """What is told is text behind a backslash, as the error says, and comes out without it."""
    lines = text.split("\n")
    if any(each.startswith(("+++", "---")) for each in lines):
        lines = [f"\\{each}" if each.startswith(("+++", "---")) else each for each in lines]
    else:
        at = next(at for at, line in enumerate(lines) if column <= len(line) and not FENCE.match(line))
        lines[at] = f"{lines[at][: column - 1]}\\{lines[at][column - 1 :]}"
    escaped = "\n".join(lines)
    escaped = re.sub(r"(\{\{b\}\}| \{\{\.\}\}| \[/)", lambda found: re.sub(r"\{\{|\[", r"\\\g<0>", found[0]), escaped)
    file = read_prompt_file(f"Intro.\n\n{escaped}\n\nEnd.".encode(), "p.md")
    (text_of_it,) = rendered(file, {})
    assert text_of_it == f"Intro.\n\n{text}\n\nEnd."


DECLARED = "+++\nvariables = { price = 'string', a = {}, 0 = {}, x = {}, history = {} }\n+++\n"


@pytest.mark.parametrize("text", ["${{price}}", r"\frac{{a}}", "{{0}}", "```\n{{x}}\n```", "{{history}}"])
def test_what_is_declared_is_no_doubt(text: str) -> None:
    assert len(read_prompt_file((DECLARED + text).encode(), "p.md").placeholders) == 1


def test_backslashes_before_a_value() -> None:
    """One makes text of a placeholder, two are one before a value, three are one before a text."""
    file = read_prompt_file(rb"\{{x}} \\{{x}} \\\{{ x }} /a{{x}} \\", "p.md")
    assert file.placeholders == ("x",)
    assert rendered(file, {"x": "V"}) == [r"{{x}} \V \{{ x }} /aV \\"]


def test_a_file_without_placeholders() -> None:
    """`placeholders = false` leaves a whole file alone; what begins messages begins them still."""
    body = "{{x}} \\{{y}} {% if %} {{#a}} ${{ b }} system: c\nsystem: d\n+++\n  --- user"
    file = read_prompt_file(f"+++\nplaceholders = false\n+++\n--- system\n{body}\n--- user\nHi".encode(), "p.md")
    assert file.placeholders == ()
    assert rendered(file, {}) == [body, "Hi"]
    assert "nothing to put the values" in told("+++\nplaceholders = false\nvariables = { a = {} }\n+++\nHi")[0][2]
    assert "true or false" in told("+++\nplaceholders = 'no'\n+++\nHi")[0][2]


def rendered(file: PromptFile, values: dict[str, object]) -> list[str]:
    """The texts of a file with values put in."""
    return Template([each["content"] for each in file.messages if "content" in each], "escaped", file.variables).render(
        values
    )


STYLES = {
    "jinja": [
        "{% for a in b %}",
        "{{ a.b | join }}",
        "{# c #}",
        "{%- endif -%}",
        "{{ a if b else c }}",
        "{{ super() }}",
    ],
    "handlebars": ["{{#each a}}", "{{/each}}", "{{{a}}}", "{{> part}}", "{{^a}}", "{{! c }}", "{{~a~}}", "{{@first}}"],
    "dotprompt": ['{{role "user"}}', "{{media url=a}}", "{{#if a}}", "{{/if}}"],
    "prompty": ["---\nname: a\nmodel:\n  api: chat\n---", "system:", "user:"],
    "go": ["{{.Name}}", "{{ range .Items }}", "{{- end }}", "{{$x := 1}}"],
    "erb": ["<%= a %>", "<% if b %>"],
    "chatml": ["<|im_start|>user", "<|system|>"],
    "github": ["${{ secrets.A }}", "${{ matrix.os }}"],
    "latex": [r"\frac{{a}}{{b}}", r"\textbf{{x}}", "x^{{n}}"],
    "fences": ["```vue\n<p>{{ msg }}</p>\n```", "~~~yaml\nkey: {{ value }}\n~~~"],
}
TEXTS = [
    "Hello there.",
    '{"a": {"b": 1}}',
    "a { color: red }",
    "f(x) { return {}; }",
    "100 % sure",
    "User: Hi",
    "a | b",
    "# Title",
    "---\nInput: a\nOutput: b\n---",
    "## User",
    "- system: a",
    "<<<<<<< SEARCH\n>>>>>>> REPLACE",
]
OURS = ["Hi {{name}}.", "{{ user.name }}:", "by {{author-id}}"]
FOREIGN = re.compile(r"\{%.*%\}|\{#.*#\}|<%.*%>|<\|\w+\|>|\{\{(?! *[^\W\d][\w.\-]* *\}\})|\{\{\{|\$\{\{")


@pytest.mark.one_python("what it reads is read the same way everywhere")
@pytest.mark.promise("C13")
def test_c13_files_of_many_styles() -> None:
    """C13: of 1,000 files of ten styles none goes to a model with a construct that was not ours, and none of ours is refused."""
    dice = random.Random(16)
    for number in range(1_000):
        style = dice.choice(list(STYLES))
        foreign = [dice.choice(STYLES[style]) for _ in range(number % 3)]
        parts = [*dice.choices(TEXTS, k=3), *dice.choices(OURS, k=2), *foreign]
        dice.shuffle(parts)
        text = "Begin.\n\n" + "\n".join(parts)
        if foreign:
            assert told(text)
        else:
            file = read_prompt_file(text.encode(), "p.md")
            assert not FOREIGN.search(text)
            assert set(file.placeholders) <= {"name", "user.name", "author-id"}


def test_it_takes_each_construct_once() -> None:
    found = list(constructs(r"\\\{{a}} {{{b}}} {{c}}"))
    assert [(each.name, each.slashes, bool(each.problem)) for each in found] == [
        ("a", 3, False),
        ("", 0, True),
        ("c", 0, False),
    ]
    assert found[0].literal

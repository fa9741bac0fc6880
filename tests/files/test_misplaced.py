"""Proves that front matter in another form or place is told, as are messages of other formats, and that data are text."""

from __future__ import annotations

import pytest

from promptport.files import PromptFileError
from promptport.files.prompt_file import read_prompt_file

DRAFT = 'label = "draft"'
YAML = "name: x\nlabel: draft"
TOP = "Front matter is TOML between two lines `+++` at the very top"
FOREIGN = [
    # a file, the line in it, and what is told
    (f"\u00a0---\n{YAML}\n---\nHi", 1, TOP),
    (f"+++\n+++\n\n---\n{YAML}\n---\nHi", 4, TOP),
    (f"--- system\nHi\n\n---\n{YAML}\n---", 4, TOP),
    (f"Hi\n\n---\n{DRAFT}\n---", 3, TOP),
    ("Hi\n\n---\nlabel: draft\nHi", 3, TOP),
    (f"Hi\n\n  ---\n  {DRAFT}\n  name: x\n  ---", 3, "Front matter is TOML"),
    ('---json\n{"label": "draft"}\n---\nHi', 1, "begins no message"),
    (f"\uff0b\uff0b\uff0b\n{DRAFT}\n\uff0b\uff0b\uff0b\nHi", 1, "Front matter stands at the very top"),
    (f"+++ toml\n{DRAFT}\n+++\nHi", 1, "Front matter stands at the very top"),
    (f"{DRAFT}\n\nHi", 1, TOP),
    ("[variables]\nname = 'string'\n\nHi {{name}}", 1, TOP),
    (f"{YAML}\n\nHi", 1, TOP),
    ("name: x\nmodel: y\n---\nHi", 1, TOP),
    (f"<!--\n{DRAFT}\n-->\nHi", 1, TOP),
    (f"```yaml\n{YAML}\n```\nHi", 1, TOP),
    (';;;\n{"label": "draft"}\n;;;\nHi', 1, TOP),
    ('{\n  "label": "draft",\n  "model": "x"\n}\n\nHi', 1, TOP),
    ('[{"role": "system", "content": "x"}]', 1, "Messages begin with lines such as `--- user`"),
    ('{"messages": [{"role": "system", "content": "x"}]}', 1, "Messages begin with lines such as `--- user`"),
    ("messages:\n- role: 'system'\n  content: x", 2, "A message begins with a line such as `--- user`"),
    (f"+++\r{DRAFT}\r+++\rHi", 1, "Lines end in LF or CRLF"),
    ("--- user\u2028Hi\u2028--- assistant\u2028Hi", 1, "Lines end in LF or CRLF"),
]
DATA = [
    "Hi\n\n---\n\nInput: a\nOutput: b\n\n---\n\nInput: c\n\n---",
    "```\n+++\nlabel = 1\n+++\n---\nname: x\n---\n- role: user\n  content: x\n```",
    '{"a": 1}\n\nHi',
    '{"name": "x", "model": "y"}',
    "<!-- by us -->\nHi",
    "```yaml\nname: x\n```\nHi",
    "name: x\nage: 3\n\nHi",
    "label\n\nHi",
    'Hi\n{"role": "user"}',
    "Your role: user",
    "Human: a\nAssistant: b\nHuman:",
    "Hi\rthere\u2028you",
    "# Title\n\n---\n\nText: more\n\nother\n\n---",
]


@pytest.mark.parametrize(("text", "line", "words"), FOREIGN)
def test_what_another_format_would_mean(text: str, line: int, words: str) -> None:
    """It went to the model, and a draft to production."""
    with pytest.raises(PromptFileError) as caught:
        read_prompt_file(text.encode(), "p.md")
    first = caught.value.problems[0]
    assert (first.line, first.column, words in first.text) == (line, 1, True), caught.value


@pytest.mark.parametrize(
    "text", [text for text, line, words in FOREIGN if (line, words) == (1, TOP) and "---" not in text]
)
def test_front_matter_above_makes_text_of_it(text: str) -> None:
    """As the error says; between lines of dashes a backslash does, wherever they stand."""
    (message,) = read_prompt_file(f"+++\n+++\n{text}".encode(), "p.md").messages
    assert message["content"] == text


@pytest.mark.parametrize("text", DATA)
def test_data_and_examples_are_text(text: str) -> None:
    (message,) = read_prompt_file(text.encode(), "p.md").messages
    assert message["content"] == text

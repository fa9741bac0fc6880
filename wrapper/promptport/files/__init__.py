r"""A folder of prompt files: prompts without a platform.

`Client("files:./prompts")` reads them, `promptport prompts check` says what is wrong in them, and `promptport serve --prompts`
lets the local platforms hold them.

A file is one version of a prompt:

    +++
    description = "Welcomes a customer."

    [variables]
    customer_name = "string"
    language = { enum = ["en", "de"], default = "en", description = "What to answer in." }

    [config]
    model = "gpt-4o"
    temperature = 0.2
    +++
    --- system
    You are a friendly assistant. Answer in {{language}}.

    --- {{history}}

    --- user
    Welcome {{ customer_name }}.

**Names.** `welcome.md` is the prompt `welcome`, `mail/welcome.md` the prompt `mail/welcome`. `README.md`, whatever does not end
in `.md`, and whatever begins with a dot are no prompts. The parts of a name do not begin or end with a dot or a blank, and have
no `\`, `:`, `@` or control characters. Composed and decomposed accents are one name; names that differ in case alone are told by
`check`. Links to folders are not followed, and links to files only within the folder.

**Versions.** `welcome@2.md` is version 2, and `welcome.md` is short for `welcome@1.md`. The one in production is the highest
that has the label `production`; where none has it, the highest that has not the label `draft`. A label finds the highest
version that carries it, and `latest` the highest of all.

**Front matter** is TOML between two lines `+++`, the first of them the first of the file. It can be left out, as can each of its
keys:

| key | is |
|---|---|
| `description` | what the prompt is for |
| `note` | what its author says of this version |
| `kind` | `"text"` or `"chat"`; left out, it is a text where no line begins a message, and else a chat |
| `label`, `labels` | a label of this version, or a list of them |
| `tags` | what the prompt is filed under |
| `weight` | how many users get this version of those who share the versions that have a weight (`get(..., unit=)`) |
| `[variables]` | what can be put in. Where there is such a table, it names all of them; else the placeholders do |
| `[config]` | settings for a model: `prompt.config`. `config` can also be a text in JSON, for what TOML has no word for |
| `placeholders` | `false` leaves all braces alone, and what else looks like syntax; `"only"` what is no placeholder |

A variable is a type (`string`, `number`, `integer`, `boolean`, `array`, `object`) or a table of `type` (where it is left out, a
text, number or truth value fits), `enum` (the values that it can have), `default`, `required` and `description`. One without a
default is required; `required` only says so once more. Moments of TOML are texts.

**Messages.** A line `--- system`, `--- user`, `--- assistant` or `--- developer` begins a message, and text before any such
line is one of the user. `--- {{history}}` is the place of a chat history, and `--- {{examples}}` one of another name. Empty lines
around a message are no part of it, nor is the end of its last line. Other lines with dashes, such as `---`, `--- | ---` or
`--- Example 1 ---`, are text.

**Tools and images.** JSON behind a role is what the message has besides: `--- assistant {"tool_calls": [...]}`, which says
nothing where no text follows, and `--- tool {"tool_call_id": "1"}`. `--- image https://example.org/{{name}}.png` is a part of the
message above, and the text below it the next one; `--- part {JSON}` is any other part, and of a `{"type": "text"}` the text
stands below. `--- message {JSON}` is a message of whatever form. Values are put into the texts in such JSON, and its backslashes
are JSON's.

**Parts.** `{{> shared/tone}}` puts in the text of `shared/tone.md`, in its version in production, which is one message without
parts; what it declares is declared here, too, and it can put in others. Names begin with the folder of all prompts. A change
there is a change here. One that is missing, malformed or puts in itself is told where it is named.

**Placeholders** are `{{name}}`, with spaces around the name or without. Braces around what is nothing like a name (`{{}}`,
`{{"a": 1}}`, `{{1, 2}, {3}}`) are text.

**A backslash** makes text of a placeholder: `\{{name}}`. Two stand for one before a value: `\\{{name}}`. At the beginning of
a line one is dropped before `---`, before `+++`, where nothing but blanks follows, and where the line would else be an error:
`\--- user` is text, and `\` an empty line that counts, even at the edge of a message; `\\` is a line with one backslash.

**What looks like syntax and is none** is an error with line and column, never text that goes to a model; the backslash makes text
of it:

- a placeholder that is none: `{{na me}}`, `{{name`, `{{name|upper}}`, `{{"name"}}`, `{{1 + 1}}`, `{{~name~}}`, `{{{name}}}`,
  `{ { name } }`, `\{\{name\}\}`, a tab or another blank around a name;
- another language: `{{#if name}}`, `{{! note }}`, `{% if name %}`, `{# note #}`, `<%= name %>`, `{#if name}`, `<#if name>`,
  `[% name %]`, `<|im_start|>`, `[INST]`;
- a line that was meant to begin a message: `--- sytem`, `--- System prompt`, `--- [user]`, an indented `--- user`, also in a
  list, `-- user`, `=== user ===`, `system: ...`, `## System`, `[system]`, and `user:` in a line of its own; `--- Image https:`;
  `- role: user` with its content below; `Human:` before `Assistant:`, with an empty line before each;
- front matter below the top, or in another form: a line `+++`, fields between two lines `---`, in a comment or in JSON, a key
  such as `label = ...` at the top without lines `+++`; messages in JSON;
- a placeholder that may be meant as text, where `[variables]` does not declare its name: behind `$` (`${{ secrets.KEY }}`),
  in a code fence, as an argument of LaTeX (`\frac{{a}}`), one that begins with a digit or ends with `-` or `.`, `{{else}}` and
  `{{this}}`, and `{{history}}` in a line of its own.

What other languages write with one brace or none is text: `{name}`, `${name}`, `$name`, `<name>`, `[[name]]`.

**Writing.** `Client.create_version` writes the next version, `NAME@NUMBER.md`, and never over a file; `label` changes the labels
in files and nothing else of them; `delete` takes files away. `promptport prompts new` begins a prompt, and `prompts fmt` brings
files into one form, which says the same.

**Text** is UTF-8, with or without a byte order mark. Line ends may be CRLF, and are LF in messages.

**Changes.** A file is read again when it has changed, without a restart. It is never seen half: while it is being saved,
renamed or replaced, and where it has become malformed, what it said before goes on until the process ends, with a warning in
the log `promptport`; `promptport prompts check` tells at once. What was not written for 50 ms counts as saved. One that was
malformed from the start harms its own prompt alone: `get` raises a `PromptFileError`, or goes on with `fallback`. A file that
is taken away is gone after a quarter of a second.
"""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        ".errors": ["Problem", "PromptFileError"],
        ".conversion": ["file_of", "version_of"],
        ".export": ["export"],
        ".folder": ["Folder", "PromptVersions"],
        ".prompt_file": ["PromptFile", "read_prompt_file"],
        ".writing": ["write_prompt_file"],
    },
)

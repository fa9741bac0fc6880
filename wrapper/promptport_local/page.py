"""The page at `/`: what the local platform holds, and the last requests, for a person's eyes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from html import escape

from promptport_local.backend import Table
from promptport_local.local_platform import LocalPlatform
from promptport_local.request_log import LoggedRequest

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

_SHOWN_REQUESTS = 30
_LONGEST_CELL = 400

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --dim: #5d6979; --ground: #f6f7f9; --card: #fff; --line: #dfe4ea;
  --accent: #1f5fbf; --good: #1a7f45; --bad: #b3261e; --warn: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ee; --dim: #95a2b3; --ground: #12161c; --card: #1a2029;
  --line: #2c3541; --accent: #82b1ff; --good: #6fd79a; --bad: #ff8a80; --warn: #f0c060; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
h3 { font-size: .8rem; margin: 0; padding: .6rem .9rem; color: var(--dim); text-transform: uppercase;
  letter-spacing: .05em; }
p { margin: .25rem 0; color: var(--dim); }
code, td.text { font: 13px/1.5 ui-monospace, monospace; }
code { color: var(--accent); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: .75rem 0;
  overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem; border-top: 1px solid var(--line); }
th { font-weight: 600; font-size: .8rem; color: var(--dim); white-space: nowrap; }
td.text { white-space: pre-wrap; overflow-wrap: break-word; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.none { padding: 0 .9rem .7rem; }
"""


def render_page(local: LocalPlatform, base_url: str) -> str:
    """The page as HTML. Whatever a platform or a request holds is escaped, and credentials are masked.

    Args:
        local: What is served.
        base_url: Where, with a slash at the end.
    """
    platforms = "".join(_platform(local, name, base_url) for name in local.vendors)
    requests = local.requests.all()
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>promptport: the local platform</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>The local platform</h1>
<p>{_words(local)}</p>
{platforms}
<h2>Requests</h2>
{_requests(requests[: -_SHOWN_REQUESTS - 1 : -1], len(requests))}
{_violations(local)}
</main>
</body>
</html>
"""


def _words(local: LocalPlatform) -> str:
    waiting = sum(len(each) for each in local.scripts.unused().values())
    scripted = f" {waiting} scripted answers wait." if waiting else ""
    keys = " Any key will do." if local.any_key else ""
    clock = f" Its clock says {local.now().astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC."
    served = escape(", ".join(local.vendors))
    return f"Serves {served} from the checked-in contracts.{keys}{clock}{scripted} Reload to see changes."


def _platform(local: LocalPlatform, name: str, base_url: str) -> str:
    backend = local.vendors[name].backend
    release = local.releases[name]
    served = f", as its release {escape(release)}" if release else ""
    head = f"<h2>{escape(name)}</h2>\n<p>Base URL <code>{escape(base_url + name)}</code>{served}</p>\n"
    if backend is None:
        return head + "<p>Every operation answers the example of its contract.</p>\n"
    return head + "".join(_table(table) for table in backend.tables())


def _table(table: Table) -> str:
    rows = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in table.rows)
    total = len(table.rows) if table.total is None else table.total
    return _section(table.title, total, len(table.rows), table.columns, rows)


def _requests(newest: Sequence[LoggedRequest], total: int) -> str:
    rows = "".join(
        f"<tr><td>{each.time.astimezone().strftime('%H:%M:%S')}</td><td>{escape(each.platform)}</td>"
        f"<td>{escape(each.method)}</td>{_cell(each.shown_path)}<td>{escape(each.operation or '')}</td>{_status(each)}"
        f"<td>{'' if each.seconds is None else f'{each.seconds * 1000:.1f} ms'}</td></tr>"
        for each in newest
    )
    columns = ("Time", "Platform", "Verb", "Path", "Operation", "Status", "Took")
    return _section("Last requests", total, len(newest), columns, rows)


def _violations(local: LocalPlatform) -> str:
    if not local.violations:
        return ""
    rows = "".join(
        f"<tr>{_cell(each.platform)}{_cell(each.operation)}{_cell(each.text)}</tr>" for each in local.violations[-30:]
    )
    return _section("Broken contracts", len(local.violations), 30, ("Platform", "Operation", "What is wrong"), rows)


def _section(title: str, total: int, shown: int, columns: Sequence[str], rows: str) -> str:
    count = f"{total}" if total <= shown else f"{total}, the newest {shown} shown"
    head = f"<h3>{escape(title)} ({count})</h3>"
    if not rows:
        return f'<section>{head}<p class="none">None yet.</p></section>\n'
    heads = "".join(f"<th>{escape(column)}</th>" for column in columns)
    return f"<section>{head}<table><tr>{heads}</tr>{rows}</table></section>\n"


def _cell(text: str) -> str:
    short = text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…"
    return f'<td class="text">{escape(short)}</td>'


def _status(entry: LoggedRequest) -> str:
    if entry.status is None:
        kind, text = "bad", "no answer"
    else:
        kind = {4: "warn", 5: "bad"}.get(entry.status // 100, "good")
        text = str(entry.status)
    return f'<td class="{kind}">{text}{" (scripted)" if entry.scripted else ""}</td>'

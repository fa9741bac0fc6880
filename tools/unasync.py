"""Make the blocking twin of what is written for asyncio: `python tools/unasync.py [--check]`.

Every `_async.py` has a `_sync.py` beside it, every `_async/` a `_sync/`. A rule that fits nowhere is
an error, so that none outlives its use.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEADER = "# Made from {source} by `python tools/unasync.py`: change that file, never this one.\n"
RULES = [
    (
        r'    async def close\(self\) -> None:\n        """Another name for `aclose`\."""\n        await self\.aclose\(\)\n\n',
        "",
    ),
    (
        r"The blocking twin is made from this file by `tools/unasync.py`\.",
        "The asyncio twin is the source of this file.",
    ),
    (r"\basync (def|with|for)\b", r"\1"),
    (r"\bawait ", ""),
    (r"Coroutine\[Any, Any, (\w+)\]", r"\1"),
    (r"Callable, Coroutine", "Callable"),
    (r"\b(_?)Async(?=[A-Zx])", r"\1"),
    (r"\bAwaitable\[(\w+)\]", r"\1"),
    (r"Awaitable, Callable", "Callable"),
    (r"\baiter_raw\b", "iter_raw"),
    (r"\baread\b", "read"),
    (r"__a(enter|exit|iter)__", r"__\1__"),
    (r"__anext__", "__next__"),
    (r"\banext\(", "next("),
    (r"\baclose\b", "close"),
    (r"\baflush\b", "flush"),
    (r"aiter_sse", "iter_sse"),
    (r"handle_async_request", "handle_request"),
    (r"\.aio import", ".blocking import"),
    (r"\bwalk_async as walk\b", "walk"),
    (r"\b_async\b", "_sync"),
    (r", for asyncio\.", "."),
    (r"A function, or one to await, called", "A function, called"),
    (r"function that answers one of these, which may be awaited\.", "function that answers one of these."),
    (r"shared between tasks and used in one event loop after the other", "shared between threads"),
]


def unasync(text: str, used: set[str]) -> str:
    """The blocking form of a text.

    Args:
        text: Python for asyncio.
        used: Takes the rules that fitted.
    """
    for pattern, replacement in RULES:
        text, count = re.subn(pattern, replacement, text)
        if count:
            used.add(pattern)
    return text


def main(check: bool) -> int:
    """Write the blocking files, or with `check` only compare them. Answers the exit code."""
    used: set[str] = set()
    stale = []
    sources = {path: path.with_name("_sync.py") for path in sorted((ROOT / "wrapper").rglob("_async.py"))}
    for path in sorted(path for folder in ("wrapper", "tests") for path in (ROOT / folder).rglob("_async/*.py")):
        sources[path] = path.parent.with_name("_sync") / path.name
    for source, target in sources.items():
        made = HEADER.format(source=source.relative_to(ROOT).as_posix()) + unasync(
            source.read_text(encoding="utf-8"), used
        )
        if not target.exists() or target.read_text(encoding="utf-8") != made:
            stale.append(target.relative_to(ROOT).as_posix())
            if not check:
                target.parent.mkdir(exist_ok=True)
                target.write_text(made, encoding="utf-8")
    if unused := [pattern for pattern, _ in RULES if pattern not in used]:
        sys.exit(f"rules that fit nowhere: {', '.join(unused)}")
    print(f"{len(sources)} files, {len(stale)} {'stale' if check else 'written'} {' '.join(stale)}".rstrip())
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))

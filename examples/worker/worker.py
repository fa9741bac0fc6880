"""A worker that answers jobs, a line of JSON each, and goes on where the platform is down: its reports wait for the next run.

Run it beside `promptport serve`, with xR2's settings as that names them: `python worker.py <jobs.jsonl`.
"""

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import promptport

sources: Counter[str] = Counter()


def count(result: promptport.GetResult) -> None:
    """Where prompts came from, as for metrics."""
    sources[result.source or "nowhere"] += 1


def ask_a_model(messages: list[dict[str, object]]) -> str:
    """The library of your model stands here."""
    return f"An answer to {messages[-1]['content']!r}"


def answer(client: promptport.Client, line: str) -> str:
    """Answer a job, and report it. A user gets the same variant each time."""
    job = json.loads(line)
    prompt = client.get("welcome", unit=job["user"])
    rendered = prompt.render(customer_name=job["name"], language="en")
    said = ask_a_model(rendered.to_openai())
    client.track(rendered, "sign_up", user_id=job["user"])
    return said


def main() -> None:
    """Answer all jobs of stdin, four at a time, in their order."""
    with promptport.Client("xr2", on_get=count) as client:
        with ThreadPoolExecutor(4) as pool:
            for said in pool.map(partial(answer, client), sys.stdin):
                print(said)
        books = client.flush(timeout=2.0)
    print("prompts from", ", ".join(sorted(sources)), "|", books.delivered, "delivered,", books.waiting, "waiting")


if __name__ == "__main__":
    main()

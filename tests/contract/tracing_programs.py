"""Programs that trace, as PromptRails' guides tell to write them: run with the vendor's package and with ours.

Each knows `tracer`, and `client`, whose imports are the vendor's; the spans that reach the platform are what they show.
"""

from __future__ import annotations

BEFORE = """
from promptrails import PromptRails
from promptrails.tracing import Span, SpanExporter, Tracer

client = PromptRails(api_key="your-api-key", base_url=URL)
tracer = Tracer(api_key="your-api-key", base_url=URL, flush_interval=3600)
"""

AFTER = "tracer.flush(); tracer.shutdown()"

FAKES = """
from types import SimpleNamespace as Some
"""

PROGRAMS = {
    "a tree": """
with tracer.span("run", kind="agent") as root:
    root.set_input({"q": "Is it open?"})
    with tracer.span("ask", kind="llm") as ask:
        ask.set_model("gpt-4o").set_usage(prompt_tokens=12, completion_tokens=3)
        ask.set_output({"text": "It is."})
    with tracer.span("look", kind="datasource") as look:
        look.set_attributes(index="hours", hit=False).set_tags("prod", "search").set_session("s-1").set_cost(0.0023)
""",
    "an exception": """
try:
    with tracer.span("outer"), tracer.span("inner", kind="tool", session_id="s"):
        raise LookupError("nothing there")
except LookupError:
    pass
try:
    with tracer.span("interrupted"):
        raise KeyboardInterrupt
except KeyboardInterrupt:
    pass
""",
    "decorated": """
@tracer.trace(kind="tool")
def search(query, limit=3):
    return inner(query)

@tracer.trace("custom-name")
def inner(query):
    return [query]

search("x")
search(query="y", limit=1)
""",
    "by hand": """
with tracer.span("root", session_id="s") as root:
    step = tracer.start_span("step", kind="agent_step")
    below = tracer.start_span("below", parent=step, session_id="t")
    assert tracer.current_span() is root
    below.end()
    step.end()
    step.end()
tracer.start_span("alone").end()
""",
    "what is empty, and what is none": """
span = tracer.start_span("x", kind="memory")
span.set_input({}).set_output("").set_cost(0).set_usage(0, 0).set_model("").set_session("")
span.set_attributes().set_tags()
span.end()
span = tracer.start_span("y").set_input(0).set_output(False).set_usage(prompt_tokens=1)
span.set_usage(total_tokens=9).end()
tracer.start_span("z").set_input([None, 1.5, {"a": None}]).set_output(None).set_error(ValueError()).end()
""",
    "other letters": """
tracer.start_span("Grüße").set_input({"q": "ä😀\\u2028", "n": 12345678901234567890}).set_tags("日本").end()
""",
    "more than a batch": """
small = Tracer(api_key="your-api-key", base_url=URL, max_batch_size=3, flush_interval=3600)
for number in range(8):
    small.start_span(f"span {number}").end()
small.flush()
small.shutdown()
""",
    "by a client": """
other = Tracer(http=client._http, max_batch_size=50, flush_interval=1.0)
other.start_span("by a client").end()
other.flush()
exporter = SpanExporter(client._http, max_batch_size=2, flush_interval=2.0, max_queue_size=10)
last = Tracer(exporter=exporter)
last.start_span("by an exporter").end()
exporter.submit(Span("submitted", kind="llm", trace_id="t" * 32, parent_span_id="p" * 16, session_id="s").to_payload())
exporter.flush()
last.shutdown()
""",
    "an exporter of the application's own": """
class Own:
    spans = []

    def submit(self, payload):
        self.spans.append(payload)

    def flush(self):
        client.traces.ingest(self.spans)

    def shutdown(self):
        self.spans = []

own = Tracer(exporter=Own())
with own.span("own"):
    own.start_span("child", kind="tool").end()
own.flush()
own.shutdown()
""",
    "OpenAI's shape": """
from promptrails.tracing.integrations.openai import trace_openai

usage = Some(prompt_tokens=5, completion_tokens=6, total_tokens=12)
answers = [
    Some(model="gpt-4o-2024", usage=usage, choices=[Some(message=Some(content="hello"))]),
    Some(model=None, usage=Some(input_tokens=1, output_tokens=2), choices=[Some(message=Some(content=None), text="old")]),
    Some(model="m", usage=None, choices=[]),
    Some(choices=[Some(message=Some(content=""))]),
]
ai = trace_openai(Some(chat=Some(completions=Some(create=lambda **_: answers.pop(0)))), tracer)
for model in ("gpt-4o", "old", "m", ""):
    ai.chat.completions.create(model=model, messages=[{"role": "user", "content": "hi"}])
failing = trace_openai(Some(chat=Some(completions=Some(create=lambda **_: 1 / 0))), tracer, span_name="mine")
try:
    failing.chat.completions.create(messages=None)
except ZeroDivisionError:
    pass
""",
    "Anthropic's shape": """
from promptrails.tracing.integrations.anthropic import trace_anthropic

answers = [
    Some(model="claude-4", usage=Some(input_tokens=5, output_tokens=6), content=[Some(thinking="…"), Some(text="hello")]),
    Some(model=None, usage=None, content=[]),
]
ai = trace_anthropic(Some(messages=Some(create=lambda **_: answers.pop(0))), tracer)
ai.messages.create(model="claude", system="Be brief.", messages=[{"role": "user", "content": "hi"}])
ai.messages.create(model="claude", messages=[])
""",
    "Google's shape": """
from promptrails.tracing.integrations.google import trace_google

usage = Some(prompt_token_count=5, candidates_token_count=None, total_token_count=7)
answers = [Some(model_version="gemini-001", usage_metadata=usage, text="hello"), Some(usage_metadata=None, text=None)]
ai = trace_google(Some(models=Some(generate_content=lambda **_: answers.pop(0))), tracer)
ai.models.generate_content(model="gemini", contents="hi")
ai.models.generate_content(model="gemini", contents=["a", "b"])
""",
    "LangChain's callbacks": """
from promptrails.tracing.integrations.langchain import PromptRailsCallbackHandler

handler = PromptRailsCallbackHandler(tracer, session_id="s-1")
with tracer.span("request"):
    handler.on_chain_start({"name": "Agent"}, {"q": "hi"}, run_id=1)
    handler.on_llm_start({"id": ["a", "b", "OpenAI"]}, ["p"], run_id=2, parent_run_id=1, invocation_params={"model": "asked"})
    output = {"token_usage": {"prompt_tokens": 3, "completion_tokens": 4}, "model_name": "gpt-4o"}
    handler.on_llm_end(Some(llm_output=output, generations=[[Some(text="hi")]]), run_id=2)
    handler.on_chat_model_start({}, [[Some(content="c"), Some(content=[{"type": "text"}])]], run_id=3, parent_run_id=1)
    output = {"usage": {"input_tokens": 3, "output_tokens": 4, "total_tokens": 8}, "model": "m"}
    handler.on_llm_end(Some(llm_output=output, generations=[[Some(text="t")]]), run_id=3)
    handler.on_tool_start({"name": "search"}, "query", run_id=4, parent_run_id=1)
    handler.on_tool_end({"a": 1}, run_id=4)
    handler.on_tool_start(None, "query", run_id=5, parent_run_id=1)
    handler.on_tool_error(ValueError("boom"), run_id=5)
    handler.on_retriever_start({"name": "Shelf"}, "query", run_id=6, parent_run_id=1)
    handler.on_retriever_end([1, 2], run_id=6)
    handler.on_retriever_start({"id": []}, "query", run_id=7, parent_run_id=99)
    handler.on_retriever_end(None, run_id=7)
    handler.on_llm_start({"name": "F"}, ["p"], run_id=8, parent_run_id=1)
    handler.on_llm_error(TimeoutError("late"), run_id=8)
    handler.on_chain_end({"answer": "hi"}, run_id=1)
    handler.on_chain_end({"answer": "hi"}, run_id=1)
""",
    "OpenTelemetry's spans": """
from promptrails.tracing.integrations.otel import otel_span_to_payload

def made(code, parent, **attributes):
    named = {name.replace("__", "."): value for name, value in attributes.items()}
    return Some(
        name="chat", context=Some(trace_id=0x0AF7, span_id=0xB7AD), parent=parent, attributes=named or None,
        start_time=1_700_000_000_123_456_789, end_time=1_700_000_001_000_000_000, status=Some(status_code=Some(name=code)),
    )

shown = [
    made("OK", None),
    made("UNSET", Some(span_id=0xEEC0), gen_ai__operation__name="chat", gen_ai__request__model="asked"),
    made("ERROR", None, gen_ai__operation__name="execute_tool", gen_ai__response__model="a", gen_ai__request__model="b"),
    made("OK", None, gen_ai__operation__name="embeddings", gen_ai__usage__input_tokens=3, list=("a", "b")),
    made("OK", None, gen_ai__operation__name="text_completion", gen_ai__usage__input_tokens=3, gen_ai__usage__output_tokens=4),
    made("OK", None, gen_ai__operation__name="anything"),
]
client.traces.ingest([otel_span_to_payload(each) for each in shown])
""",
}

/** One platform: how a program is connected to it, what its next requests meet, and what it holds. */

import * as door from "./door.js";
import { button, foreign, h, keyed, labelled, select, visible } from "./dom.js";
import { drawPrompts } from "./prompts.js";
import { attempt, copy, say } from "./talk.js";

const OUTAGE = 60; // seconds
const DELAYS = [["1", "1 s"], ["2", "2 s"], ["5", "5 s"], ["20", "20 s"]];

/** The names of the platforms; of each, whether something scripted waits for its requests. */
export function drawPlatforms(nav, { platforms, chosen, scripts, read }) {
  const link = ({ name }) => {
    const waiting = scripts[name] ?? [];
    const ends = Math.max(0, ...waiting.map((each) => end(each, read)));
    const sign = () => h("span", { class: "sign", "data-ends": ends || null }, ends ? remaining(ends) : "scripted");
    return {
      key: name,
      stamp: JSON.stringify([name === chosen, waiting.length, Math.round(ends / 2000)]),
      make: () =>
        h(
          "a",
          { href: `#${encodeURIComponent(name)}`, "aria-current": name === chosen && "true", "data-focus": `platform ${name}` },
          visible(name),
          waiting.length > 0 && sign(),
        ),
    };
  };
  keyed(nav, platforms.map(link));
}

/** Everything about the chosen platform. */
export function drawPanel(panel, state) {
  const platform = state.platforms.find((each) => each.name === state.chosen);
  if (!platform) {
    keyed(panel, [{ key: "none", make: () => h("p", { class: "empty" }, "No platform is served.") }]);
    return;
  }
  const { name } = platform;
  const waiting = state.scripts[name] ?? [];
  const ends = waiting.map((each) => Math.round(end(each, state.read) / 2000));
  const still = JSON.stringify(platform);
  keyed(panel, [
    { key: `connect ${name}`, stamp: still, make: () => connection(platform) },
    { key: `faults ${name}`, stamp: still, make: () => faults(platform) },
    {
      key: `waiting ${name}`,
      stamp: JSON.stringify([waiting.map((each) => ({ ...each, for: null })), ends]),
      make: () => scripted(name, waiting, state.read),
    },
    { key: `prompts ${name}`, stamp: still, make: () => h("section", { class: "prompts", "aria-label": "Prompts" }) },
    { key: `tables ${name}`, stamp: "", make: () => h("section", { class: "tables", "aria-label": "What else it holds" }) },
  ]);
  drawPrompts(panel.querySelector(".prompts"), platform, state.prompts);
  drawTables(panel.querySelector(".tables"), state.tables);
}

/** Say how many seconds are left of what ends by itself; look anew when it has ended. */
export function tick(look) {
  for (const each of document.querySelectorAll("[data-ends]")) {
    const ends = Number(each.dataset.ends);
    each.textContent = remaining(ends);
    if (ends <= performance.now()) {
      delete each.dataset.ends;
      look();
    }
  }
}

const end = (script, read) => (script.for ? read + script.for * 1000 : 0);
const remaining = (ends) => `${Math.max(0, Math.ceil((ends - performance.now()) / 1000))} s`;

function connection(platform) {
  const settings = Object.entries(platform.settings ?? {});
  const lines = settings.map(([name, value]) => `export ${name}='${String(value).replaceAll("'", "'\\''")}'`).join("\n");
  const row = ([name, value]) =>
    h(
      "div",
      {},
      h("dt", {}, h("code", {}, visible(name))),
      h("dd", {}, foreign("code", value)),
      button("Copy", () => copy(String(value), name), { "aria-label": `Copy ${name}`, "data-focus": `copy ${name}` }),
    );
  return h(
    "section",
    { "aria-label": "Connection" },
    h(
      "div",
      { class: "heading" },
      h("h3", {}, "Connect"),
      h("p", { class: "quiet" }, platform.release ? `as its release ${visible(platform.release)}` : "with what all its releases have"),
      settings.length > 0 && button("Copy all for a shell", () => copy(lines, "What a shell takes"), { "data-focus": "copy all" }),
    ),
    settings.length
      ? h("dl", { class: "settings" }, settings.map(row))
      : h("p", { class: "quiet" }, "Base URL ", foreign("code", platform.base_url)),
  );
}

function faults(platform) {
  const { name } = platform;
  const ended = { label: "End it", act: () => door.endScripts(name) };
  const delay = select(DELAYS, "2", { "data-focus": "delay" });
  const outage = async () => {
    await door.script(name, { status: 503, times: null, for: OUTAGE });
    say(`${name} answers 503 for ${OUTAGE} seconds.`, { offer: ended });
  };
  const slow = async () => {
    await door.script(name, { delay: Number(delay.value), times: null, for: OUTAGE });
    say(`${name} answers ${delay.value} s late for ${OUTAGE} seconds.`, { offer: ended });
  };
  const tokens = async () => {
    await door.expireTokens(name);
    say(`The tokens of ${name} have expired.`);
  };
  return h(
    "section",
    { class: "faults", "aria-label": "Faults" },
    h("div", { class: "heading" }, h("h3", {}, "Let it fail")),
    h(
      "div",
      { class: "row" },
      button("Outage for a minute", () => attempt(outage), { "data-focus": "outage" }),
      h(
        "span",
        { class: "joined" },
        button("Slow for a minute", () => attempt(slow), { "data-focus": "slow" }),
        labelled("by", delay),
      ),
      platform.tokens && button("Expire tokens", () => attempt(tokens), { "data-focus": "tokens" }),
    ),
    !platform.tokens && platform.lacks?.tokens && h("p", { class: "quiet" }, visible(platform.lacks.tokens)),
  );
}

function scripted(name, waiting, read) {
  if (!waiting.length) return h("section", { hidden: true });
  const row = (each) => {
    const ends = end(each, read);
    const times = each.times === null ? "each request" : each.times === 1 ? "the next request" : `the next ${each.times} requests`;
    return h(
      "li",
      {},
      h("strong", {}, met(each)),
      ` for ${times}`,
      each.operation && [" of ", foreign("code", each.operation)],
      each.path && [" at ", foreign("code", each.path)],
      ends > 0 && [", ", h("span", { "data-ends": ends, class: "seconds" }, remaining(ends)), " left"],
    );
  };
  return h(
    "section",
    { class: "waiting", "aria-label": "Scripted answers that wait" },
    h("ul", {}, waiting.map(row)),
    button(waiting.length > 1 ? "End them" : "End it", () => attempt(() => door.endScripts(name)), { "data-focus": "end scripts" }),
  );
}

function met(script) {
  const late = script.delay ? `${script.delay} s late` : "";
  if (script.drop) return ["The connection is closed without an answer", late].filter(Boolean).join(", ");
  const status = script.status === null ? "The platform's own answer" : `Status ${script.status}`;
  const paused = script.pause ? `${script.pause} s between parts` : "";
  const cut = script.truncate === null || script.truncate === undefined ? "" : `cut after ${script.truncate} bytes`;
  return [status, late, paused, cut].filter(Boolean).join(", ");
}

function drawTables(section, tables) {
  const shown = tables.map((table) => ({
    key: table.title,
    stamp: JSON.stringify(table),
    make: () => tableOf(table, opened.has(table.title)),
  }));
  const head = { key: "", make: () => h("div", { class: "heading" }, h("h3", {}, "What else it holds")) };
  const none = { key: "none", make: () => h("p", { class: "empty" }, "Nothing else.") };
  keyed(section, [head, ...(shown.length ? shown : [none])]);
}

const opened = new Set(); // the tables that a person has opened

function tableOf({ title, columns, rows, total }, open) {
  const all = total ?? rows.length;
  const count = all > rows.length ? `${all}, the newest ${rows.length} shown` : `${all}`;
  return h(
    "details",
    {
      open,
      ontoggle: (event) => (event.target.open ? opened.add(title) : opened.delete(title)),
    },
    h("summary", { "data-focus": `table ${title}` }, visible(title), " ", h("span", { class: "quiet" }, count)),
    rows.length
      ? h(
          "div",
          { class: "scroll", tabindex: "0", role: "region", "aria-label": visible(title) },
          h(
            "table",
            {},
            h("thead", {}, h("tr", {}, columns.map((each) => h("th", { scope: "col" }, visible(each))))),
            h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => foreign("td", short(String(cell))))))),
          ),
        )
      : h("p", { class: "empty" }, "None yet."),
  );
}

const short = (text) => (text.length > 400 ? `${text.slice(0, 400)}…` : text);

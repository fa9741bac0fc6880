/** The desk: what the local platform holds and what arrives, as it happens. This file loads, and tells the parts when to draw. */

import * as door from "./door.js";
import { foreign, h, keyed } from "./dom.js";
import { drawPanel, drawPlatforms, tick } from "./platform.js";
import { MOST_REQUESTS, addRequest, catchUp, chooseAmong } from "./requests.js";
import { ask, listenForNotices, say } from "./talk.js";

const PAUSE = 400; // milliseconds between two looks at what is held, while it keeps changing
const CLOCK_DIFFERS = 5000;

const byId = (id) => document.getElementById(id);
const state = { platforms: [], chosen: null, prompts: [], scripts: {}, tables: [], violations: [], read: 0 };
let looking = false;
let again = false;

/** Look at everything that is held, and draw it; once more where something has changed meanwhile. */
async function look() {
  again = true;
  if (looking) return;
  looking = true;
  while (again) {
    again = false;
    try {
      await read();
      draw();
      byId("failure")?.remove();
    } catch (error) {
      failed(error);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  looking = false;
}

async function read() {
  const { platforms, clock, any_key: anyKey } = await door.platforms();
  const names = platforms.map((each) => each.name);
  const asked = names.find((each) => `#${encodeURIComponent(each)}` === location.hash);
  const talking = async () => (await door.requests(1))[0]?.platform; // whom a program talks to
  const wanted = asked ?? state.chosen ?? (await talking());
  const name = names.includes(wanted) ? wanted : (names[0] ?? null);
  const [prompts, scripts, tables, violations] = await Promise.all([
    door.prompts(name),
    door.scripts(),
    door.tables(),
    door.violations(),
  ]);
  Object.assign(state, { platforms, clock, anyKey, chosen: name, prompts, scripts, violations, read: performance.now() });
  state.tables = tables[name] ?? [];
}

function draw() {
  byId("reset").disabled = false;
  byId("clock").textContent = about(state);
  byId("platform").setAttribute("aria-busy", "false");
  drawPlatforms(byId("platforms"), state);
  byId("platform-name").textContent = state.chosen ?? "No platform";
  drawPanel(byId("panel"), state);
  chooseAmong(state.platforms.map((each) => each.name));
  drawViolations(state.violations);
}

function about({ clock, anyKey }) {
  const there = Date.parse(clock);
  const time = `Its clock says ${new Date(there).toISOString().replace("T", " ").slice(0, 19)} UTC.`;
  return [anyKey && "Any key will do.", Math.abs(there - Date.now()) > CLOCK_DIFFERS && time].filter(Boolean).join(" ");
}

function failed(error) {
  byId("platform").setAttribute("aria-busy", "false");
  const text = `What is held can't be shown. ${error.message}`;
  if (byId("failure")) byId("failure").firstChild.textContent = text;
  else byId("panel").prepend(h("div", { id: "failure", class: "notice bad", role: "alert" }, h("p", {}, text)));
}

function drawViolations(violations) {
  const newest = violations.slice(-30).reverse();
  const list = () =>
    h(
      "section",
      { class: "violations", "aria-label": "Broken contracts" },
      h("h2", {}, `Broken contracts: ${violations.length}`),
      h("p", { class: "quiet" }, "Answers of the local platform that its contract forbids: mistakes of ours, not of your program."),
      h("ul", {}, newest.map((each) => h("li", {}, foreign("code", `${each.platform} ${each.operation}`), " ", foreign("span", each.text)))),
    );
  keyed(byId("violations"), violations.length ? [{ key: "all", stamp: JSON.stringify(newest) + violations.length, make: list }] : []);
}

function reset() {
  ask({
    title: "Return to the beginning?",
    content: [
      h("p", {}, "Every platform goes back to what it held when it began. This can't be undone:"),
      h(
        "ul",
        {},
        h("li", {}, "prompts, versions, labels, tests, keys, events and traces that came since are gone"),
        h("li", {}, "scripted answers no longer wait, and outages end"),
        h("li", {}, "the list of requests is empty"),
      ),
      h("p", { class: "quiet" }, "Contracts that were broken stay listed."),
    ],
    submit: "Reset",
    danger: true,
    act: async () => {
      await door.reset();
      await catchUp([]);
      say("Everything is as it was in the beginning.");
    },
  });
}

function live(connection, text) {
  byId("live").dataset.state = connection;
  byId("live").textContent = text;
}

byId("reset").addEventListener("click", reset);
addEventListener("hashchange", look);
document.addEventListener("changed", look);
setInterval(() => tick(look), 1000);
listenForNotices();
look();
door.listen({
  open: async () => {
    live("open", "Live");
    look();
    try {
      await catchUp(door.requests(MOST_REQUESTS));
    } catch (error) {
      say(error.message, { bad: true });
    }
  },
  disconnected: () => live("disconnected", "Connection lost, trying again"),
  request: (request) => {
    addRequest(request);
    if (request.status === 500) look(); // a contract may be broken
  },
  dropped: (requests) => say(`${requests} requests were over too fast to be shown.`, { bad: true }),
  changed: look,
});

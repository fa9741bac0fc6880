/** What arrives at the platforms, as it arrives: the newest first, as many as a person reads. */

import * as door from "./door.js";
import { button, foreign, h, keyed, visible } from "./dom.js";
import { laidOut } from "./json.js";
import { attempt, copy } from "./talk.js";

export const MOST_REQUESTS = 1000;
const MOST_ROWS = 200;
const REST = 100; // milliseconds between two drawings
const SAID_EVERY = 1500; // milliseconds between two sentences about what arrived

const byId = (id) => document.getElementById(id);
const [platform, status, operation, text] = ["by-platform", "by-status", "by-operation", "by-text"].map(byId);
const opened = new Set(); // the requests that a person has opened
const drawn = { soon: false };

let entries = []; // the newest first
let waiting = []; // what has come while the list is held
let paused = false;
let count = 0; // of all entries, for a key
let unsaid = 0;

/** Take one more request into the list. */
export function addRequest(request) {
  const list = paused ? waiting : entries;
  list.unshift(entryOf(request));
  if (list.length > MOST_REQUESTS) list.pop();
  if (!unsaid++) setTimeout(sayArrived, SAID_EVERY);
  drawSoon();
}

/** Make the list that of the server, `asking` for it, oldest first; what is in it already stays as it is. */
export async function catchUp(asking) {
  const before = new Map([...waiting, ...entries].map((each) => [same(each.request), each]));
  const over = (await asking).filter((each) => each.id !== null); // the others come when they are answered
  const listed = over.slice(-MOST_REQUESTS).reverse();
  const there = new Set(listed.map(same));
  const late = [...waiting, ...entries].filter((each) => !before.has(same(each.request)) && !there.has(same(each.request)));
  const all = [...late, ...listed.map((each) => before.get(same(each)) ?? entryOf(each))];
  const read = new Set(entries);
  entries = paused ? all.filter((each) => read.has(each)) : all;
  waiting = paused ? all.filter((each) => !read.has(each)) : [];
  drawSoon();
}

// What the server counts begins anew with each server.
const same = (request) => `${request.id} ${request.time}`;

/** Offer these platforms among the filters. */
export function chooseAmong(names) {
  const options = [["", "all"], ...names.map((each) => [each, each])];
  const wanted = platform.value;
  keyed(platform, options.map(([value, label]) => ({ key: value, make: () => h("option", { value }, visible(label)) })));
  platform.value = options.some(([value]) => value === wanted) ? wanted : "";
}

function entryOf(request) {
  return { key: `${count++}`, request, searched: null };
}

function drawSoon() {
  if (drawn.soon) return;
  drawn.soon = true;
  setTimeout(() => {
    drawn.soon = false;
    draw();
  }, REST);
}

function draw() {
  const matching = entries.filter(matches);
  const shown = matching.filter((each, index) => index < MOST_ROWS || opened.has(each.key));
  const none = entries.length ? "No request matches." : "No request yet. Copy a platform's settings into a program, and run it.";
  keyed(
    byId("requests"),
    shown.length
      ? shown.map((each) => ({ key: each.key, make: () => rowOf(each) }))
      : [{ key: "none", stamp: none, make: () => h("li", { class: "empty" }, none) }],
  );
  byId("count").textContent = counted(matching.length, shown.length);
  const operations = [...new Set(entries.map((each) => each.request.operation).filter(Boolean))].sort();
  keyed(byId("operations"), operations.map((value) => ({ key: value, make: () => h("option", { value }) })));
}

function counted(matching, shown) {
  const all = entries.length === 1 ? "1 request" : `${entries.length} requests`;
  const of = matching === entries.length ? all : `${matching} of ${all} match`;
  const newest = shown < matching ? `; the newest ${shown} are shown` : "";
  const pausing = paused ? `; paused: ${waiting.length} more` : "";
  return `${of}${newest}${pausing}`;
}

function matches(entry) {
  const { request } = entry;
  if (platform.value && request.platform !== platform.value) return false;
  if (status.value === "scripted" ? !request.scripted : status.value && hundreds(request) !== status.value) return false;
  if (operation.value && !(request.operation ?? "").includes(operation.value.trim())) return false;
  if (!text.value) return true;
  entry.searched ??= searched(request);
  return entry.searched.includes(text.value.toLowerCase());
}

function searched({ method, path, query, headers, body, answer }) {
  const answered = [...(answer?.headers ?? []).flat(), answer?.body];
  return [`${method} ${path}?${query}`, ...headers.flat(), body, ...answered].join("\n").toLowerCase();
}

const hundreds = (request) => (request.status === null ? "0" : String(Math.floor(request.status / 100)));

function rowOf(entry) {
  const { request } = entry;
  const path = request.path + (request.query ? `?${request.query}` : "");
  const took = request.seconds === null ? "" : `${(request.seconds * 1000).toFixed(request.seconds < 0.01 ? 1 : 0)} ms`;
  const body = h("div", { class: "body" });
  const details = h(
    "details",
    {
      ontoggle: () => {
        if (details.open) opened.add(entry.key);
        else opened.delete(entry.key);
        body.replaceChildren(...(details.open ? inside(request) : []));
      },
    },
    h(
      "summary",
      { "data-focus": `request ${entry.key}` },
      h("time", { datetime: request.time }, clockTime(request.time)),
      h("span", { class: `status s${hundreds(request)}` }, request.status === null ? "none" : String(request.status)),
      h("span", { class: "platform" }, visible(request.platform)),
      h("span", { class: "path" }, h("b", {}, visible(request.method)), " ", h("bdi", {}, visible(path))),
      h(
        "span",
        { class: "quiet operation" },
        request.operation ? visible(request.operation) : "not of the contract",
        request.scripted && h("span", { class: "chip test" }, "scripted"),
      ),
      h("span", { class: "quiet took" }, took),
    ),
    body,
  );
  return h("li", {}, details);
}

function clockTime(written) {
  const time = new Date(written);
  return Number.isNaN(time.getTime()) ? visible(written) : time.toTimeString().slice(0, 8);
}

function inside(request) {
  const { answer } = request;
  const parts = [
    request.ignored?.length > 0 &&
      h("p", { class: "quiet" }, "Not of the release that is served, and passed over: ", foreign("code", request.ignored.join(", "))),
    part("Request", request.headers, request.body),
  ];
  if (answer) parts.push(part(`Answer ${answer.status ?? ""}`, answer.headers, answer.body));
  else if (request.status === null) parts.push(h("p", { class: "quiet" }, "It was never answered."));
  return parts.filter(Boolean);
}

function part(title, headers, body) {
  return h(
    "section",
    { "aria-label": title },
    h("h3", {}, title),
    headers.length > 0 &&
      h("dl", { class: "headers" }, headers.map(([name, value]) => h("div", {}, h("dt", {}, visible(name)), foreign("dd", value)))),
    body
      ? [
          h("pre", { dir: "auto", tabindex: "0", role: "region", "aria-label": `Body of the ${title.toLowerCase()}` }, visible(laidOut(body))),
          button("Copy body", () => copy(body, "The body"), { class: "small" }),
        ]
      : h("p", { class: "quiet" }, "No body."),
  );
}

function sayArrived() {
  byId("arrived").textContent = unsaid === 1 ? "1 request arrived." : `${unsaid} requests arrived.`;
  unsaid = 0;
}

function pause() {
  paused = !paused;
  byId("pause").textContent = paused ? "Resume" : "Pause";
  if (!paused) {
    entries = [...waiting, ...entries].slice(0, MOST_REQUESTS);
    waiting = [];
  }
  draw();
}

byId("pause").addEventListener("click", pause);
byId("clear").addEventListener("click", () =>
  attempt(async () => {
    await door.forgetRequests();
    await catchUp([]);
  }),
);
for (const each of [platform, status, operation, text]) each.addEventListener("input", draw);

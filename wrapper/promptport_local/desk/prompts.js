/** The prompts of a platform: their versions and labels, what differs between two, and a rendering tried with values. */

import { diffLines } from "./diff.js";
import * as door from "./door.js";
import { button, foreign, h, keyed, labelled, select, visible } from "./dom.js";
import { labelDialog, publishDialog, testDialog } from "./edit.js";
import { attempt, say } from "./talk.js";

const FEW = 6; // prompts that need no field to find one
const LONGEST = 200_000; // characters of a text that are shown
const AROUND = 3; // lines that are alike, around those that differ
const MOST_LINES = 2000; // of a comparison
const VIEWS = { messages: "Messages", compare: "Compare", try: "Try" };

const views = new Map(); // what a person has opened, chosen and written, by platform and prompt
let wanted = ""; // what the names must contain
let redraw = () => {}; // as it was drawn last

function viewOf(platform, name) {
  const key = JSON.stringify([platform, name]);
  if (!views.has(key)) views.set(key, { open: false, shown: "messages", version: null, before: null, values: {} });
  return views.get(key);
}

/** Draw the prompts of a platform into a section. */
export function drawPrompts(section, platform, prompts) {
  const names = prompts.map((each) => each.name);
  redraw = () => drawPrompts(section, platform, prompts);
  const matching = prompts.length > FEW ? prompts.filter((each) => each.name.toLowerCase().includes(wanted.toLowerCase())) : prompts;
  const heading = () =>
    h(
      "div",
      { class: "heading" },
      h("h3", {}, "Prompts"),
      platform.publish && button("New prompt…", () => publishDialog(platform, null, { taken: names }), { "data-focus": "new prompt" }),
    );
  const find = () => {
    const field = h("input", { type: "search", value: wanted, autocomplete: "off", spellcheck: "false", "data-focus": "find" });
    field.addEventListener("input", () => {
      wanted = field.value;
      redraw();
    });
    return labelled("Name", field, { class: "find" });
  };
  const none = prompts.length ? "No prompt has a name like this." : "No prompt yet.";
  const lacking = ["publish", "labels", "ab_tests"].map((act) => platform.lacks?.[act]).filter(Boolean).join(" ");
  keyed(section, [
    { key: "heading", stamp: JSON.stringify([platform.publish, names]), make: heading },
    ...(prompts.length > FEW ? [{ key: "find", make: find }] : []),
    ...matching.map((each) => ({
      key: `prompt ${each.name}`,
      stamp: JSON.stringify([each, platform]),
      make: () => promptOf(platform, each),
    })),
    ...(matching.length ? [] : [{ key: "none", stamp: none, make: () => h("p", { class: "empty" }, none) }]),
    ...(lacking ? [{ key: "lacking", stamp: lacking, make: () => h("p", { class: "quiet lacking" }, visible(lacking)) }] : []),
  ]);
}

function promptOf(platform, prompt) {
  const view = viewOf(platform.name, prompt.name);
  const body = h("div", { class: "body" });
  const labels = prompt.versions.flatMap((each) => each.labels.map((label) => [label, each.version]));
  const weighed = prompt.versions.some((each) => each.weight !== null && each.weight !== undefined);
  const details = h(
    "details",
    { class: "prompt", open: view.open },
    h(
      "summary",
      { "data-focus": `prompt ${prompt.name}` },
      foreign("span", prompt.name, { class: "name" }),
      h("span", { class: "quiet" }, prompt.versions.length === 1 ? "1 version" : `${prompt.versions.length} versions`),
      labels.map(([label, version]) => h("span", { class: "chip" }, visible(label), h("span", { class: "of" }, ` ${visible(version)}`))),
      weighed && h("span", { class: "chip test" }, "A/B test"),
    ),
    body,
  );
  const fill = () => {
    view.open = details.open;
    if (!details.open) body.replaceChildren();
    else if (!body.firstChild) body.append(...inside(platform, prompt, view));
  };
  details.addEventListener("toggle", fill);
  fill();
  return details;
}

function inside(platform, prompt, view) {
  const { versions } = prompt;
  if (!versions.length) return [actions(platform, prompt, view), h("p", { class: "empty" }, "It has no version.")];
  if (!versions.some((each) => each.version === view.version)) view.version = versions[0].version;
  const area = h("div", { class: "view" });
  const draw = () => area.replaceChildren(...SHOW[view.shown](platform, prompt, view));
  const radio = (each) =>
    h("input", {
      type: "radio",
      name: `version of ${prompt.name}`,
      value: each.version,
      checked: each.version === view.version,
      "aria-label": `Version ${visible(each.version)}`,
      "data-focus": `version ${each.version} of ${prompt.name}`,
      onchange: () => {
        view.version = each.version;
        view.before = null;
        draw();
      },
    });
  const row = (each) =>
    h(
      "label",
      { class: "version" },
      radio(each),
      h("span", { class: "number" }, visible(each.version)),
      h("span", { class: "marks" }, each.title && each.title !== each.version && foreign("span", each.title), each.labels.map((label) => foreign("span", label, { class: "chip" })), marks(each)),
      h("time", { class: "quiet", datetime: each.created }, each.created ? visible(each.created.replace("T", " ").replace(/(:\d\d)\.\d+/, "$1")) : ""),
    );
  const choose = (shown) => {
    view.shown = shown;
    for (const each of group.children) each.setAttribute("aria-pressed", String(each.dataset.view === shown));
    draw();
  };
  const group = h(
    "div",
    { class: "group", role: "group", "aria-label": "What is shown" },
    Object.entries(VIEWS).map(([shown, label]) =>
      button(label, () => choose(shown), {
        "aria-pressed": String(view.shown === shown),
        "data-view": shown,
        "data-focus": `${shown} ${prompt.name}`,
      }),
    ),
  );
  draw();
  return [
    h("fieldset", { class: "versions" }, h("legend", { class: "unseen" }, "Version"), versions.map(row)),
    h("div", { class: "row apart" }, group, actions(platform, prompt, view)),
    area,
  ];
}

function marks(version) {
  const share = version.weight === null || version.weight === undefined ? null : h("span", { class: "chip test" }, `A/B ${percent(version.weight)}`);
  return [version.status && !version.labels.includes(version.status) ? foreign("span", version.status, { class: "quiet" }) : null, share];
}

const percent = (weight) => `${Math.round(weight * 1000) / 10} %`;

function actions(platform, prompt, view) {
  const weighed = prompt.versions.some((each) => each.weight !== null && each.weight !== undefined);
  const endTest = async () => {
    await door.endTest(platform.name, prompt.name);
    say(`The A/B test of ${prompt.name} has ended.`);
  };
  const published = (version) => Object.assign(view, { version, before: null });
  const named = (does) => ({ "data-focus": `${does} ${prompt.name}` });
  return h(
    "div",
    { class: "row" },
    platform.publish && button("Publish…", () => publishDialog(platform, prompt, { done: published }), named("publish")),
    platform.labels &&
      prompt.versions.length > 0 &&
      button("Move label…", () => labelDialog(platform, prompt, view.version), named("label")),
    platform.ab_tests && !weighed && prompt.versions.length > 1 && button("A/B test…", () => testDialog(platform, prompt), named("test")),
    platform.ab_tests && weighed && button("End A/B test", () => attempt(endTest), named("test")),
  );
}

const SHOW = {
  messages: (_, prompt, view) => messagesOf(chosen(prompt, view).messages),
  compare: comparison,
  try: trial,
};

const chosen = (prompt, view) => prompt.versions.find((each) => each.version === view.version);

function messagesOf(messages) {
  if (!messages.length) return [h("p", { class: "empty" }, "It has no messages.")];
  return messages.map((each) =>
    h("div", { class: "message" }, foreign("h4", each.role), h("pre", { dir: "auto" }, marked(each.content))),
  );
}

function marked(content) {
  const text = content.length > LONGEST ? `${content.slice(0, LONGEST)}… (${content.length} characters in all)` : content;
  return text.split(/(\{\{[^{}\n]{1,200}\}\})/).map((part, index) => (index % 2 ? h("mark", {}, visible(part)) : visible(part)));
}

const asText = (version) => version.messages.map((each) => `${each.role}:\n${each.content}`).join("\n\n");

function comparison(_, prompt, view) {
  const { versions } = prompt;
  if (versions.length < 2) return [h("p", { class: "empty" }, "There is one version. A second can be compared with it.")];
  const numbers = versions.map((each) => each.version);
  const after = chosen(prompt, view);
  view.before ??= numbers[numbers.indexOf(after.version) + 1] ?? numbers.find((each) => each !== after.version);
  const list = h("div");
  const draw = () => {
    const before = versions.find((each) => each.version === view.before) ?? versions.at(-1);
    list.replaceChildren(differences(asText(before), asText(after)));
  };
  const choice = select(numbers, view.before, { "data-focus": `before ${prompt.name}` });
  choice.addEventListener("change", () => {
    view.before = choice.value;
    draw();
  });
  draw();
  return [h("div", { class: "row" }, labelled("From version", choice), h("span", {}, `to ${visible(after.version)}`)), list];
}

function differences(before, after) {
  const lines = diffLines(before, after);
  const inContext = new Set();
  lines.forEach(([sign], index) => {
    if (sign !== " ") for (let i = index - AROUND; i <= index + AROUND; i++) inContext.add(i);
  });
  if (!inContext.size) return h("p", { class: "empty" }, "Nothing differs in their messages.");
  const rows = [];
  let alike = 0;
  lines.forEach(([sign, line], index) => {
    if (!inContext.has(index)) {
      alike++;
      return;
    }
    if (alike) rows.push(gap(alike));
    alike = 0;
    const [tag, said] = { "+": ["ins", "added: "], "-": ["del", "removed: "], " ": ["span", ""] }[sign];
    rows.push(h(tag, {}, h("span", { class: "line", "aria-hidden": "true" }, sign), h("span", { class: "unseen" }, said), foreign("bdi", line)));
  });
  if (alike) rows.push(gap(alike));
  const more = rows.length - MOST_LINES;
  return h("div", { class: "diff" }, rows.slice(0, MOST_LINES), more > 0 && h("p", { class: "quiet" }, `${more} more lines are not shown.`));
}

const gap = (count) => h("span", { class: "gap" }, count === 1 ? "1 line is alike" : `${count} lines are alike`);

function trial(platform, prompt, view) {
  const version = chosen(prompt, view);
  const result = h("div", { class: "result", "aria-live": "polite" });
  const go = h("button", { class: "primary" }, "Render");
  const field = (name, index) => {
    const control = h("textarea", { rows: 1, name: `value ${index}`, spellcheck: "false", "data-focus": `value ${name} of ${prompt.name}` });
    control.value = view.values[name] ?? "";
    control.addEventListener("input", () => {
      view.values[name] = control.value;
    });
    return labelled(visible(name), control);
  };
  const form = h(
    "form",
    { class: "try" },
    version.variables.map(field),
    version.variables.length
      ? h("p", { class: "quiet" }, "A value that reads as a list or an object of JSON goes as one; an empty one is left out.")
      : h("p", { class: "quiet" }, "It has no variables."),
    h("div", { class: "row" }, go),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const filled = version.variables.filter((name) => (view.values[name] ?? "") !== "");
    const values = Object.fromEntries(filled.map((name) => [name, valueOf(view.values[name])]));
    go.disabled = true;
    try {
      const rendered = await door.render({ platform: platform.name, name: prompt.name, version: version.version, values });
      result.replaceChildren(...messagesOf(rendered.messages));
    } catch (error) {
      result.replaceChildren(foreign("p", error.message, { class: "failure", role: "alert" }));
    }
    go.disabled = false;
  });
  return [form, result];
}

function valueOf(text) {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The dialogs that change a prompt: a version is published, a label moved, an A/B test started. */

import * as door from "./door.js";
import { button, h, labelled, select, visible } from "./dom.js";
import { ask, say } from "./talk.js";

const ROLES = ["system", "user", "assistant"];
const NEW = [
  { role: "system", content: "" },
  { role: "user", content: "" },
];

/** Publish a version of a prompt, written from its newest; or, without a prompt, a new one. `done` is told which version it is. */
export function publishDialog(platform, prompt, { taken = [], done = () => {} }) {
  const newest = prompt?.versions[0];
  const name = h("input", { required: true, autocomplete: "off", spellcheck: "false" });
  const labels = h("input", { autocomplete: "off", spellcheck: "false", placeholder: (platform.label_names ?? ["production", "beta"]).join(", ") });
  const list = h("ol", { class: "editor" });
  const add = (message) => {
    list.append(editorOf(message, () => list.children.length > 1));
    list.lastChild.querySelector("textarea").focus();
  };
  list.append(...(newest?.messages.length ? newest.messages : NEW).map((each) => editorOf(each, () => list.children.length > 1)));
  (prompt ? list.querySelector("textarea") : name).autofocus = true;
  ask({
    title: prompt ? `Publish a version of ${prompt.name}` : `Publish a new prompt on ${platform.name}`,
    content: [
      !prompt && labelled("Name", name),
      list,
      h("div", { class: "row" }, button("Add a message", () => add({ role: "user", content: "" }))),
      platform.labels && labelled("Labels, with commas between; without any it goes into production", labels),
    ],
    submit: "Publish",
    act: async () => {
      const written = [...list.children].map((each) => ({
        role: each.querySelector("select").value,
        content: each.querySelector("textarea").value,
      }));
      const messages = prompt ? written : written.filter((each) => each.content !== "");
      if (!prompt && taken.includes(name.value)) throw new Error(`There is a prompt ${name.value} already. Publish a version of it.`);
      if (!messages.length) throw new Error("A prompt needs a message.");
      const chosen = labels.value.split(",").map((each) => each.trim()).filter(Boolean);
      const called = prompt ? prompt.name : name.value;
      const { version } = await door.publish({ platform: platform.name, name: called, messages, labels: chosen });
      done(version);
      say(`Version ${version} of ${called} is published.`);
    },
  });
}

function editorOf(message, mayGo) {
  const roles = ROLES.includes(message.role) ? ROLES : [...ROLES, message.role];
  const text = h("textarea", { rows: Math.min(10, Math.max(3, message.content.split("\n").length)), spellcheck: "false" });
  text.value = message.content;
  const item = h(
    "li",
    {},
    h(
      "div",
      { class: "row apart" },
      labelled("Role", select(roles, message.role)),
      button("Remove", () => {
        if (!mayGo()) return;
        const next = item.nextElementSibling ?? item.previousElementSibling;
        item.remove();
        next.querySelector("textarea").focus();
      }),
    ),
    labelled("Text", text, { class: "block" }),
  );
  return item;
}

/** Move a label to a version; the notice offers to move it back. */
export function labelDialog(platform, prompt, version) {
  const known = [...new Set(prompt.versions.flatMap((each) => each.labels))];
  const names = platform.moved_labels; // null where a label can have any name
  const usual = known.includes("production") ? "production" : (known[0] ?? names?.[0] ?? "");
  const label = names ? select(names, usual) : h("input", { required: true, list: "labels", autocomplete: "off", spellcheck: "false" });
  label.value = usual;
  const target = select(prompt.versions.map((each) => each.version), version);
  ask({
    title: `Move a label of ${prompt.name}`,
    content: [
      !names && h("datalist", { id: "labels" }, known.map((each) => h("option", { value: each }))),
      labelled("Label", label),
      labelled("To version", target),
    ],
    submit: "Move",
    act: async () => {
      const moved = { platform: platform.name, name: prompt.name, label: label.value };
      const before = prompt.versions.find((each) => each.labels.includes(moved.label))?.version;
      await door.label({ ...moved, version: target.value });
      const back = async () => {
        await door.label({ ...moved, version: before });
        say(`${moved.label} of ${prompt.name} is at version ${before} again.`);
      };
      const from = before ? `from version ${before} to ${target.value}` : `to version ${target.value}`;
      say(`${moved.label} of ${prompt.name} has moved ${from}.`, {
        offer: before && before !== target.value ? { label: "Undo", act: back } : null,
      });
    },
  });
}

/** Start an A/B test of two versions, each of which has half of the calls. */
export function testDialog(platform, prompt) {
  const numbers = prompt.versions.map((each) => each.version);
  const first = select(numbers, numbers[1]);
  const second = select(numbers, numbers[0]);
  ask({
    title: `Start an A/B test of ${prompt.name}`,
    content: [labelled("Version A", first), labelled("Version B", second), h("p", { class: "quiet" }, "Each has half of the calls.")],
    submit: "Start",
    act: async () => {
      if (first.value === second.value) throw new Error("A test needs two versions that differ.");
      const weights = { [first.value]: 50, [second.value]: 50 };
      await door.startTest({ platform: platform.name, name: prompt.name, weights });
      const end = async () => {
        await door.endTest(platform.name, prompt.name);
        say(`The A/B test of ${prompt.name} has ended.`);
      };
      say(`Versions ${visible(first.value)} and ${visible(second.value)} of ${prompt.name} are tested.`, { offer: { label: "End it", act: end } });
    },
  });
}

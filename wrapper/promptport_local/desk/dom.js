/** Builds the page. Foreign text becomes text alone: nothing here, or anywhere, reads it as HTML. */

// Control characters, and those that turn the direction of the text behind them around.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it is shown: what can't be seen in it is named, so that no name looks like another. */
export function visible(text) {
  const named = (each) => `⟨U+${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
  return String(text).replace(HIDDEN, named);
}

/**
 * An element. Properties are attributes, or listeners where they begin with `on`; null, undefined and false are left out.
 * Children are elements and texts.
 */
export function h(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}

/** An element with a foreign text, in the text's own direction. */
export function foreign(tag, text, properties = {}) {
  return h(tag, { dir: "auto", ...properties }, visible(text));
}

/** A button. */
export function button(label, act, properties = {}) {
  return h("button", { type: "button", onclick: act, ...properties }, label);
}

/** A labelled control: the label, then the control. */
export function labelled(label, control, properties = {}) {
  return h("label", properties, h("span", {}, label), control);
}

/** A choice among texts, or among pairs of value and label. */
export function select(choices, chosen, properties = {}) {
  const options = choices.map((each) => {
    const [value, label] = Array.isArray(each) ? each : [each, each];
    return h("option", { value, selected: value === chosen }, visible(label));
  });
  return h("select", properties, options);
}

const made = new WeakMap(); // of each child of a list: its key and its stamp

/**
 * Make the children of an element those of a list, in its order. One whose `stamp` is as before stays the element that it was,
 * with whatever a person has opened, written or chosen in it; where one is made anew, the focus goes to its namesake (`data-focus`).
 */
export function keyed(parent, entries) {
  const before = new Map([...parent.children].map((each) => [made.get(each)?.key, each]));
  const focused = parent.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  const nodes = entries.map(({ key, stamp = "", make }) => {
    const old = before.get(key);
    if (old && made.get(old).stamp === stamp) return old;
    const fresh = make();
    made.set(fresh, { key, stamp });
    return fresh;
  });
  const wanted = new Set(nodes);
  for (const each of [...parent.children]) if (!wanted.has(each)) each.remove();
  nodes.forEach((each, index) => {
    if (parent.children[index] !== each) parent.insertBefore(each, parent.children[index] ?? null);
  });
  if (focused && !parent.contains(document.activeElement)) focusOn(parent, focused);
}

/** Give the focus to what is named so in an element, if it is there. */
export function focusOn(node, name) {
  [...node.querySelectorAll("[data-focus]")].find((each) => each.dataset.focus === name)?.focus();
}

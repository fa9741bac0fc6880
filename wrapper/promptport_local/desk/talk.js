/** What the page says and asks: notices, the dialog, the clipboard. */

import { button, focusOn, h, visible } from "./dom.js";

const MOST_NOTICES = 3;
const SHOWN_FOR = 8000; // milliseconds; one with a button, or about a failure, stays until it is closed

/** Say something. `offer` is a button beside it, such as `{ label: "Undo", act }`; `bad` marks a failure. */
export function say(text, { offer = null, bad = false } = {}) {
  const list = document.getElementById("notices");
  const notice = h("div", { class: bad ? "notice bad" : "notice" }, h("p", {}, visible(text)));
  const close = () => {
    const inside = notice.contains(document.activeElement);
    notice.remove();
    if (inside) back();
  };
  if (offer) {
    notice.append(
      button(offer.label, () => {
        close();
        attempt(offer.act);
      }),
    );
  }
  if (offer) notice.append(h("kbd", { title: "This key goes to the notice, and back" }, "F6"));
  notice.append(button("×", close, { "aria-label": "Close this notice", class: "plain" }));
  list.append(notice);
  while (list.children.length > MOST_NOTICES) list.firstChild.remove();
  if (!offer && !bad) setTimeout(close, SHOWN_FOR);
}

let previous = null; // what had the focus before it went to the notices

/** Let F6 go to the newest notice, and back again. */
export function listenForNotices() {
  addEventListener("keydown", (event) => {
    const list = document.getElementById("notices");
    if (event.key !== "F6" || !list.lastChild) return;
    event.preventDefault();
    if (list.contains(document.activeElement)) back();
    else {
      previous = document.activeElement;
      list.lastChild.querySelector("button").focus();
    }
  });
}

function back() {
  if (previous?.isConnected) previous.focus();
  else if (previous) focusOn(document.body, previous.dataset.focus);
  previous = null;
}

/** Do something that changes what is held: what was done is looked at anew, and a failure is said. */
export async function attempt(act) {
  try {
    await act();
  } catch (error) {
    say(error.message, { bad: true });
  }
  document.dispatchEvent(new Event("changed"));
}

/**
 * Ask for something in the dialog. It closes once `act` has done it; a failure is said in it, and it stays.
 *
 * `content` are the elements between title and buttons, `submit` is what the button says.
 */
export function ask({ title, content, submit, act, danger = false }) {
  const dialog = document.getElementById("dialog");
  const opener = document.activeElement?.dataset.focus;
  const failure = h("p", { role: "alert", class: "failure" });
  const go = h("button", { class: danger ? "danger" : "primary" }, submit);
  const form = h(
    "form",
    { method: "dialog" },
    h("h2", { id: "dialog-name" }, visible(title)),
    content,
    failure,
    h("div", { class: "buttons" }, button("Cancel", () => dialog.close(), { autofocus: danger }), go),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    go.disabled = true;
    failure.textContent = "";
    try {
      await act();
      dialog.close();
      document.dispatchEvent(new Event("changed"));
    } catch (error) {
      failure.textContent = visible(error.message);
    }
    go.disabled = false;
  });
  dialog.replaceChildren(form);
  dialog.onclose = () => {
    dialog.replaceChildren();
    // What had the focus may have been made anew meanwhile.
    if (opener && document.activeElement === document.body) focusOn(document.body, opener);
  };
  dialog.showModal();
}

/** Copy a text. Where the browser refuses, it is shown, chosen, to be copied by hand. */
export async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text); // not there at all where the page is not of this machine
    say(`${name} is copied.`);
  } catch {
    const shown = h("textarea", { readonly: true, rows: Math.min(8, text.split("\n").length), "aria-label": name });
    shown.value = text;
    ask({
      title: "Copy by hand",
      content: [h("p", {}, "The browser keeps the clipboard to itself. The text is selected: copy it with Ctrl+C or ⌘C."), shown],
      submit: "Done",
      act: async () => {},
    });
    shown.focus();
    shown.select();
  }
}

/** The control surface, which tests use too: one function a call. Each rejects with an Error whose message is for a person. */

async function ask(method, path, body) {
  const sent = { method, cache: "no-store" };
  if (body !== undefined) Object.assign(sent, { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  let answer, text;
  try {
    answer = await fetch(path, sent);
    text = await answer.text();
  } catch {
    throw new Error("The local platform does not answer. Does it still run?");
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    value = { error: text };
  }
  if (!answer.ok) throw new Error(value.error || `${method} ${path} was answered ${answer.status}.`);
  return value;
}

const query = (given) => {
  const parameters = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== undefined)).toString();
  return parameters && `?${parameters}`;
};

export const platforms = () => ask("GET", "/_local/platforms");
export const prompts = async (platform) => (await ask("GET", `/_local/prompts${query({ platform })}`)).prompts;
export const tables = async () => (await ask("GET", "/_local/tables")).tables;
export const violations = async () => (await ask("GET", "/_local/violations")).violations;
export const requests = async (newest) => (await ask("GET", `/_local/requests${query({ newest })}`)).requests;
export const scripts = async () => (await ask("GET", "/_local/script")).unused;
export const script = (platform, ...answers) => ask("POST", "/_local/script", { platform, answers });
export const endScripts = (platform) => ask("DELETE", `/_local/script${query({ platform })}`);
export const forgetRequests = () => ask("DELETE", "/_local/requests");
export const reset = () => ask("POST", "/_local/reset");
export const publish = (given) => ask("POST", "/_local/publish", given);
export const label = (given) => ask("POST", "/_local/label", given);
export const startTest = (given) => ask("POST", "/_local/ab-test", given);
export const endTest = (platform, name) => ask("DELETE", `/_local/ab-test${query({ platform, name })}`);
export const expireTokens = (platform) => ask("POST", "/_local/expire-tokens", { platform });
export const render = (given) => ask("POST", "/_local/render", given);

/**
 * Hear what happens, for as long as the page is open. Where the connection ends it is made anew.
 *
 * `on.open` is called whenever it is made, `on.disconnected` when it ends, `on.request` with each request, `on.dropped` with the number of
 * requests that can't be told any more, `on.changed` with the name of the platform that holds something else now, or null.
 */
export function listen(on) {
  const source = new EventSource("/_local/events");
  source.addEventListener("open", () => on.open());
  source.addEventListener("request", (event) => on.request(JSON.parse(event.data)));
  source.addEventListener("changed", (event) => on.changed(JSON.parse(event.data).platform));
  source.addEventListener("dropped", (event) => on.dropped(JSON.parse(event.data).requests));
  source.addEventListener("error", () => {
    on.disconnected();
    if (source.readyState !== EventSource.CLOSED) return; // the browser makes it anew by itself
    source.close();
    setTimeout(() => listen(on), 2000);
  });
}

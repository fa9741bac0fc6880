/** JSON for the eye. It is laid out as text, so that long numbers keep their digits and what was cut is shown as far as it goes. */

const MOST = 20; // times as long as it was, which lists in lists in lists become

/** The text with line ends and indents where it looks like JSON; any other as it is. */
export function laidOut(text) {
  if (!/^\s*[[{]/.test(text)) return text;
  const longest = MOST * text.length + 1000;
  let out = "";
  let depth = 0;
  const line = () => "\n" + "  ".repeat(depth);
  for (let i = 0; i < text.length; i++) {
    if (out.length > longest) return text;
    const each = text[i];
    if (each === '"') {
      const begun = i;
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === "\\") i++;
      out += text.slice(begun, i + 1);
    } else if (each === "{" || each === "[") {
      const closing = each === "{" ? "}" : "]";
      let next = i + 1;
      while (" \t\r\n".includes(text[next] ?? "x")) next++;
      if (text[next] === closing) {
        out += each + closing;
        i = next;
      } else {
        depth++;
        out += each + line();
      }
    } else if (each === "}" || each === "]") {
      depth = Math.max(0, depth - 1);
      out += line() + each;
    } else if (each === ",") out += each + line();
    else if (each === ":") out += ": ";
    else if (!" \t\r\n".includes(each)) out += each;
  }
  return out;
}

/** What differs between two texts, by lines. */

// Where more pairs of lines than these would be compared, everything between the common beginning and end counts as replaced.
const MOST_PAIRS = 4_000_000;

/**
 * The lines of two texts as pairs of a sign and a line: `" "` in both, `"-"` in the first alone, `"+"` in the second alone.
 * As few lines as can be are in one alone (a longest common subsequence).
 */
export function diffLines(first, second) {
  const [a, b] = [first.split("\n"), second.split("\n")];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = (lines) => lines.map((line) => [" ", line]);
  return [
    ...same(a.slice(0, start)),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ];
}

function between(a, b) {
  const width = b.length + 1;
  if (a.length * b.length > MOST_PAIRS) return [...a.map((line) => ["-", line]), ...b.map((line) => ["+", line])];
  const longest = new Uint32Array((a.length + 1) * width); // of what a[i:] and b[j:] have in common
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1] + 1
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push([" ", a[i++]]);
      j++;
    } else if (j === b.length || (i < a.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      lines.push(["-", a[i++]]);
    } else {
      lines.push(["+", b[j++]]);
    }
  }
  return lines;
}

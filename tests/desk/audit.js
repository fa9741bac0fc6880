// What is wrong with the page for people who see little, or read with a screen reader: texts with too little contrast,
// ids that are there twice, headings that skip a level.
() => {
  const wrong = [];
  const parse = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const over = (top, under) => top.slice(0, 3).map((each, i) => each * top[3] + under[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.push(parse(getComputedStyle(each).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), parse(getComputedStyle(document.body).backgroundColor));
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((each) => (each /= 255) && (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let checked = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("option, datalist, :disabled")) continue;
    checked++;
    const style = getComputedStyle(element);
    const [size, bold] = [parseFloat(style.fontSize), Number(style.fontWeight) >= 700];
    const least = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    const under = ground(element);
    const found = contrast(over(parse(style.color), under), under);
    if (found < least) wrong.push(`${found.toFixed(2)}: ${element.className} ${walker.currentNode.data.slice(0, 40)}`);
  }
  if (checked < 30) wrong.push(`only ${checked} texts were seen`);
  // The edge of a control is what shows where it is.
  for (const each of document.querySelectorAll("button:not(.plain), input:not([type=radio]), select, textarea")) {
    if (!each.checkVisibility() || each.disabled) continue;
    const found = contrast(parse(getComputedStyle(each).borderTopColor), ground(each.parentElement));
    if (found < 3) wrong.push(`${found.toFixed(2)}: edge of ${each.textContent || each.id}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  wrong.push(...ids.filter((each, i) => ids.indexOf(each) !== i).map((each) => `two elements are ${each}`));
  let before = 0;
  for (const each of document.querySelectorAll("h1, h2, h3, h4")) {
    const level = Number(each.tagName[1]);
    if (level > before + 1) wrong.push(`after h${before}: ${each.tagName} ${each.textContent}`);
    before = level;
  }
  return wrong;
}

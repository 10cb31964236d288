// Adds to a page that reads without it: links that open their line, filters, a replay by day, copying.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

// A permanent link opens its words; where they are gone, the page says so.
function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const there = id && document.getElementById(id);
  one("#gone").hidden = !(id.startsWith("line-") && !there);
  if (!there) { if (!one("#gone").hidden) one("#gone").scrollIntoView(); return; }
  for (let e = there; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  const words = there.matches(".line") && one("details.words", there);
  if (words) words.open = true;
  there.scrollIntoView();
}
addEventListener("hashchange", follow);
if (location.hash) follow();

// Filters: a line is shown where it fits all that is chosen; an emptied group goes with its lines.
const form = one("#tools");
const slider = form.elements.until;
const days = slider ? slider.dataset.days.split(" ") : [];
const has = (list, wanted) => list.split(" ").some((x) => wanted.split(" ").includes(x));

function dayInWords(iso) {
  const day = new Date(`${iso}T00:00Z`);
  return isNaN(day) ? iso : day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function sift() {
  const value = (name) => form.elements[name]?.value || "";
  const [actor, outlet, issue] = ["actor", "outlet", "issue"].map(value);
  const until = slider ? days[slider.value] : "";
  if (slider) form.elements.day.value = dayInWords(until);
  const last = !slider || Number(slider.value) === days.length - 1;
  const lines = all("main .line");
  let shown = 0;
  for (const line of lines) {
    const { actors = "", sources = "", date = "" } = line.dataset;
    const fits = (!actor || has(actors, actor)) && (!outlet || has(sources, outlet)) && (last || !date || date <= until);
    line.hidden = !fits;
    shown += fits;
  }
  if (actor || outlet) for (const line of lines) if (!line.hidden && line.parentElement.closest("details")) line.parentElement.closest("details").open = true;
  for (const contest of all("[data-issue]")) contest.dataset.out = issue && contest.dataset.issue !== issue ? "1" : "";
  for (const group of all("[data-group]").reverse()) {
    group.hidden = group.dataset.out === "1" || (one(".line", group) && !one(".line:not([hidden])", group));
  }
  for (const step of all(".step")) step.hidden = !one(".line:not([hidden])", step);
  one("#shown").textContent = shown < lines.length ? `${shown} of ${lines.length} lines fit.` : "";
}
if (slider) form.elements.day.value = dayInWords(days.at(-1));
form.addEventListener("input", sift);
form.addEventListener("reset", () => setTimeout(sift));
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.open.addEventListener("click", () => {
  const closed = all("main details.words").filter((d) => !d.open);
  for (const d of closed.length ? closed : all("main details.words")) d.open = closed.length > 0;
});

// Copying a part: its lines with numbered notes, as text, Markdown or HTML, or the part itself to embed.
const squeeze = (text) => text.replace(/\s+/g, " ").trim();
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const safe = (text) => text.replace(/([\\`*_[\]<>#|])/g, "\\$1");

// A line's own words: what a tag says ("New") set off with a colon.
function wordsOf(said) {
  const copy = said.cloneNode(true);
  for (const tag of all(".tag", copy)) tag.append(": ");
  return squeeze(copy.textContent);
}
function cited(line) {
  return all("figcaption", one(":scope > details.words, :scope > td > details.words, :scope > div > details.words", line) || line)
    .filter((caption) => !caption.closest(".also")).map((caption) => {
      const link = one("a[rel]", caption);
      const copy = caption.cloneNode(true);
      for (const a of all("a", copy)) a.remove();
      return `${squeeze(copy.textContent)}\n${link ? link.href : ""}`;
    });
}
// What stands before a line: who says it, when it is, what is counted.
function before(line) {
  const who = line.closest(".step, .stances > div");
  if (who) return [one(".who strong, dt", who)];
  if (line.matches("tr")) return [one("h3", line.closest(".count")), ...all(":scope > th, :scope > td:not(:last-child)", line)];
  return all(":scope > .when, :scope > p > strong", line);
}
// The words of an item that is no quote: a place, a source, a headline.
function bare(item) {
  const copy = item.cloneNode(true);
  for (const inner of all("details", copy)) inner.remove();
  return squeeze(copy.textContent);
}
function gathered(section) {
  const notes = [];
  const found = all(".line:not([hidden])", section);
  const lines = (found.length ? found : all("li.source, ul.plain > li", section)).map((line) => {
    const numbers = [...new Set(cited(line))].map((c) => {
      if (!notes.includes(c)) notes.push(c);
      return notes.indexOf(c) + 1;
    });
    const said = one(".said", line);
    const lead = said ? before(line).filter(Boolean).map((e) => squeeze(e.innerText)).filter(Boolean).join(", ") : "";
    return { text: said ? (lead && `${lead}: `) + wordsOf(said) : bare(line), numbers };
  });
  return { title: one("h2", section).textContent, lines, notes };
}

// A part to embed: a frame that runs nothing and asks for nothing, with the part, its words and its sources.
function embedded(section) {
  const part = section.cloneNode(true);
  const drop = ".copy, [hidden], .permalink, .hidden";
  for (const e of all(drop, part)) e.remove();
  const numbers = new Set(all('a[href^="#source-"]', part).map((a) => a.hash.slice(1)));
  const list = document.createElement("ul");
  for (const id of section.id === "sources" ? [] : numbers) list.append(one(`#${id}`).cloneNode(true));
  for (const e of all("details, [hidden]", list)) e.remove();
  for (const root of [part, list]) {
    for (const a of all("a", root)) {
      if (a.getAttribute("href").startsWith("#")) a.replaceWith(...a.childNodes);
      else a.target = "_blank";
    }
  }
  const inside = [`<!doctype html><html lang="${document.documentElement.lang}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(document.title)}</title>`,
    `<style>${one("style").textContent}</style></head><body class="embedded"><main><p class="small">${escaped(document.title)}</p>${part.outerHTML}`,
    list.firstChild ? `<section class="part"><h2>Sources</h2>${list.outerHTML}</section>` : "", "</main></body></html>"].join("");
  const title = `${one("h2", section).textContent}: ${document.title}`;
  return `<iframe title="${escaped(title)}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" style="width:100%;height:${Math.min(1200, section.offsetHeight + 160)}px;border:0" srcdoc="${escaped(inside)}"></iframe>`;
}
const written = {
  text: ({ title, lines, notes }) => [title, "", ...lines.map((l) => l.text + l.numbers.map((n) => ` [${n}]`).join("")), "",
    ...notes.map((n, i) => `[${i + 1}] ${n.replace("\n", " ")}`)].join("\n"),
  Markdown: ({ title, lines, notes }) => [`## ${safe(title)}`, "", ...lines.map((l) => `- ${safe(l.text)}${l.numbers.map((n) => `[^${n}]`).join("")}`),
    "", ...notes.map((n, i) => `[^${i + 1}]: ${safe(n.split("\n")[0])}${n.split("\n")[1] && ` <${n.split("\n")[1]}>`}`)].join("\n"),
  HTML: ({ title, lines, notes }) => `<section><h2>${escaped(title)}</h2><ul>${lines.map((l) => `<li>${escaped(l.text)}${l.numbers.map((n) => ` <sup>${n}</sup>`).join("")}</li>`).join("")}</ul><ol>${notes.map((n) => `<li>${escaped(n.replace("\n", " "))}</li>`).join("")}</ol></section>`,
};
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const label = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}
const labels = { text: "Text", HTML: "HTML list" };
for (const section of all("main > .part")) {
  const bar = document.createElement("details");
  bar.className = "copy";
  bar.append(Object.assign(document.createElement("summary"), { textContent: "Copy as" }));
  bar.firstChild.append(Object.assign(document.createElement("span"), { className: "hidden", textContent: `: ${one("h2", section).textContent}` }));
  const ways = Object.entries(written).map(([kind, write]) => [labels[kind] || kind, () => write(gathered(section))]);
  for (const [kind, made] of [...ways, ["Embed", () => embedded(section)]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: kind });
    button.addEventListener("click", () => copy(made(), button));
    bar.append(button);
  }
  one(".head", section).append(bar);
}

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
if (matchMedia("(max-width: 40rem)").matches) one(".contents details").open = false;

// Filters: a line is shown where it fits all that is chosen; an emptied group goes with its lines.
const form = one("#tools");
const slider = form.elements.until;
const days = slider ? slider.dataset.days.split(" ") : [];
const has = (list, wanted) => list.split(" ").some((x) => wanted.split(" ").includes(x));

function sift() {
  const value = (name) => form.elements[name]?.value || "";
  const [actor, outlet, issue] = ["actor", "outlet", "issue"].map(value);
  const until = slider ? days[slider.value] : "";
  if (slider) form.elements.day.value = until;
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
form.hidden = false;
form.addEventListener("input", sift);
form.addEventListener("reset", () => setTimeout(sift));
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.open.addEventListener("click", () => {
  const closed = all("main details.words").filter((d) => !d.open);
  for (const d of closed.length ? closed : all("main details.words")) d.open = closed.length > 0;
});

// Copying a part: its lines with numbered notes, as text, Markdown or an HTML snippet of that part alone.
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
function gathered(section) {
  const notes = [];
  const lines = all(".line:not([hidden])", section).filter((l) => one(".said", l)).map((line) => {
    const numbers = [...new Set(cited(line))].map((c) => {
      if (!notes.includes(c)) notes.push(c);
      return notes.indexOf(c) + 1;
    });
    const who = line.closest(".step, .stances > div");
    const name = who ? squeeze(one(".who strong, dt", who).textContent) + ": " : "";
    return { text: name + wordsOf(one(".said", line)), numbers };
  });
  return { title: one("h2", section).textContent, lines, notes };
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
for (const section of all("main > .part")) {
  if (!one(".line .said", section)) continue;
  const bar = document.createElement("details");
  bar.className = "copy";
  bar.append(Object.assign(document.createElement("summary"), { textContent: "Copy as" }));
  bar.firstChild.append(Object.assign(document.createElement("span"), { className: "hidden", textContent: `: ${one("h2", section).textContent}` }));
  for (const [kind, write] of Object.entries(written)) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: kind === "text" ? "Text" : kind });
    button.addEventListener("click", () => copy(write(gathered(section)), button));
    bar.append(button);
  }
  one(".head", section).append(bar);
}

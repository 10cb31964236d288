// Adds to pages that work without it: how reading goes on, files dropped anywhere on the page, the marked words in view.
const one = (selector) => document.querySelector(selector);

// Reading: asks until it has ended, then shows what came of it.
const job = one("#job[data-job]");
async function watch() {
  try {
    const answer = await fetch(job.dataset.job, { headers: { accept: "application/json" } });
    const { ended, says, done, of } = await answer.json();
    if (ended) { location.reload(); return; }
    one("#progress").textContent = says;
    if (of) Object.assign(one("#job progress"), { max: of, value: done });
  } catch {
    one("#progress").textContent = "The app does not answer; it may have been ended.";
  }
  setTimeout(watch, 700);
}
if (job) watch();

// Files: dropped anywhere on the page they go where the field is.
const drop = one("#drop");
if (drop) {
  for (const kind of ["dragenter", "dragover"]) addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) one("#files").files = event.dataTransfer.files;
  });
  one("#adding").addEventListener("submit", (event) => {
    const button = event.target.querySelector("button.main");
    button.textContent = "Sending";
    button.setAttribute("aria-disabled", "true");
  });
}

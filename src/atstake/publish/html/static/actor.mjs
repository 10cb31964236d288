// Adds to a page that reads without it: a permanent link opens its words; where they are gone, the page says so.
function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const there = id && document.getElementById(id);
  const gone = document.querySelector("#gone");
  gone.hidden = !(id.startsWith("line-") && !there);
  if (!there) { if (!gone.hidden) gone.scrollIntoView(); return; }
  for (let e = there; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  const words = there.matches(".line") && there.querySelector("details.words");
  if (words) words.open = true;
  there.scrollIntoView();
}
addEventListener("hashchange", follow);
if (location.hash) follow();
if (matchMedia("(max-width: 40rem)").matches) document.querySelector(".contents details").open = false;

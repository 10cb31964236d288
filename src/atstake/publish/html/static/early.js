// Runs before the page is first painted, so that nothing moves afterwards.
document.documentElement.className = "live";
if (matchMedia("(max-width: 40rem)").matches) document.querySelector(".contents details").open = false;

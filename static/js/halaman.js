/* Menus and printing work without this: then menus stay open until closed, a phone shows them in full. */
"use strict";

const terbuka = () => document.querySelectorAll("details.pilih[open]");

document.addEventListener("keydown", (kejadian) => {
  if (kejadian.key !== "Escape") return;
  for (const menu of terbuka()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (kejadian) => {
  for (const menu of terbuka()) {
    if (!menu.contains(kejadian.target)) menu.open = false;
  }
});

const tombol = document.querySelector(".menu-tombol");
if (tombol) {
  const atur = (buka) => tombol.setAttribute("aria-expanded", String(buka));
  tombol.hidden = false;
  atur(false);
  tombol.addEventListener("click", () => atur(tombol.getAttribute("aria-expanded") === "false"));
}

/* A button that prints the page; without this script the browser's own menu does it. */
for (const cetak of document.querySelectorAll("[data-cetak]")) {
  cetak.hidden = false;
  cetak.addEventListener("click", () => window.print());
}

/* On a narrow screen the ribbon of the year opens where one is in it. */
const kini = document.querySelector(".pita-tahun .kini");
if (kini) kini.parentElement.scrollLeft = kini.offsetLeft - kini.parentElement.offsetLeft;

/* A long list of contents starts folded where it would push the content off the screen. */
if (matchMedia("(max-width: 860px)").matches) {
  for (const isi of document.querySelectorAll("details[data-lipat]")) isi.open = false;
}

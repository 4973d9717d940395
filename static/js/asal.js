/* Dari mana angka ini? Without this the answer stands on top of the page. */
"use strict";

const bingkai = document.createElement("dialog");
bingkai.className = "asal-bingkai";
bingkai.setAttribute("aria-labelledby", "judul-asal");

const tutup = () => bingkai.close();

const tunjukkan = (isi) => {
  const panel = new DOMParser().parseFromString(isi, "text/html").querySelector(".asal");
  bingkai.replaceChildren(...panel.childNodes);
  bingkai.querySelector("[data-tutup]").addEventListener("click", (kejadian) => {
    kejadian.preventDefault();
    tutup();
  });
  bingkai.showModal();
};

const tanyakan = async (tautan) => {
  try {
    const jawaban = await fetch(tautan.href, { headers: { "X-Sakip-Bagian": "asal" } });
    if (!jawaban.ok || jawaban.redirected) throw new Error(jawaban.status);
    tunjukkan(await jawaban.text());
  } catch {
    location.assign(tautan.href); // the page itself says what is wrong, or asks to sign in
  }
};

document.addEventListener("click", (kejadian) => {
  const tautan = kejadian.target.closest("a[data-asal]");
  const lain = kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey || kejadian.button !== 0;
  if (!tautan || lain || bingkai.contains(tautan)) return;
  kejadian.preventDefault();
  tanyakan(tautan);
});

// a click beside the panel closes it: there the dialog itself is what was hit
bingkai.addEventListener("click", (kejadian) => {
  if (kejadian.target === bingkai) tutup();
});

document.body.append(bingkai);

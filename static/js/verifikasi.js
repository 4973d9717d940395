/* Keys of the verification queue. Without this every row is reached by Tab all the same. */
"use strict";

const boleh = (kejadian) => !(kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey);

const arah = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/* Keys act on the row that holds the focus, and nowhere else on the page. */
const siapkan = (daftar) => {
  const baris = [...daftar.querySelectorAll("[data-baris]")];
  const kabar = daftar.querySelector("[data-kabar]");
  const legenda = daftar.querySelector("[data-legenda]");
  if (legenda) legenda.hidden = false;

  const tuju = (nomor) => baris[nomor]?.querySelector("[data-buka]").focus();

  daftar.addEventListener("keydown", (kejadian) => {
    const di = baris.findIndex((satu) => satu.contains(kejadian.target));
    if (di < 0 || !boleh(kejadian)) return;
    const kunci = kejadian.key.length === 1 ? kejadian.key.toLowerCase() : kejadian.key;
    if (kunci in arah) {
      kejadian.preventDefault();
      tuju(di + arah[kunci]);
    } else if (kunci === "x" || kunci === "v") {
      kejadian.preventDefault();
      const sasaran = baris[di].querySelector(kunci === "x" ? "[data-pilih]" : "[data-satu]");
      if (sasaran) sasaran.click();
      else if (kabar) kabar.textContent = "Isian ini perlu dilihat sendiri: tekan Enter untuk membukanya.";
    }
  });
};

for (const daftar of document.querySelectorAll("[data-antrean]")) siapkan(daftar);

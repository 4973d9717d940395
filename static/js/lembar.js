/* The worksheet: each answer is saved as it is given, and keys lead from criterion to criterion.
   Without this the page's button saves the sub-komponen. */

import { KATA, buatAntrean, kirimIsi, pasangan, tombol, umumkan } from "./simpanan.js";

const JEDA_PILIH = 400;
const JEDA_KETIK = 1500;

const borang = document.querySelector("form[data-lembar]");
const sel = new Map(); // cell -> what is known of it
let tujuan; // a page to go to as soon as all is stored

const bagian = (kotak, apa) => borang.elements[`${apa}-${kotak.dataset.sel}`];
const baca = (kotak, awalan = "") => ({
  pilihan: bagian(kotak, `${awalan}pilihan`).value,
  catatan: bagian(kotak, `${awalan}catatan`).value.replace(/\r\n?/g, "\n").trim(),
});
const isi = (kotak) => JSON.stringify(baca(kotak));
const kotor = (kotak) => isi(kotak) !== JSON.stringify(baca(kotak, "semula-"));
const kata = ({ pilihan, catatan }) => [pilihan, catatan].filter(Boolean).join(" — ");
const kabarkan = (teks) => umumkan(borang, teks);

const tulis = (kotak, { pilihan, catatan }) => {
  for (const satu of kotak.querySelectorAll("input[type=radio]")) satu.checked = satu.value === pilihan;
  // not where it says the same: the blank just typed at its end would vanish under the hand
  if (baca(kotak).catatan !== catatan) bagian(kotak, "catatan").value = catatan;
};

const ingat = (kotak, { pilihan, catatan }) => {
  bagian(kotak, "semula-pilihan").value = pilihan;
  bagian(kotak, "semula-catatan").value = catatan;
};

const tandai = (kotak, keadaan, teks = KATA[keadaan]) => {
  sel.get(kotak).keadaan = keadaan;
  const tempat = kotak.querySelector("[data-keadaan]");
  tempat.textContent = teks;
  tempat.className = `sel-keadaan sel-${keadaan}`;
};

/* What is asked about a cell, with the ways to answer; nothing where nothing is asked. */
const tanyakan = (kotak, pesan, ...pilihan) => {
  const tempat = kotak.querySelector("[data-pesan]");
  tempat.textContent = pesan;
  tempat.hidden = !pesan;
  kotak.querySelector("[data-pilih]").replaceChildren(...pilihan);
  for (const satu of kotak.querySelectorAll("input[type=radio], textarea:not([hidden])")) {
    if (pesan) satu.setAttribute("aria-invalid", "true");
    else satu.removeAttribute("aria-invalid");
  }
};

const perbarui = (jawaban) => {
  const saran = borang.querySelector("[data-saran]");
  if (saran && jawaban.saran) saran.textContent = jawaban.saran;
  const dijawab = document.querySelector("[data-dijawab]");
  if (dijawab) {
    dijawab.textContent = jawaban.dijawab;
    dijawab.parentElement.classList.toggle("lke-lengkap", jawaban.dijawab === jawaban.kriteria);
  }
};

const tolak = (kotak, pesan) => {
  tujuan = undefined;
  sel.get(kotak).ditanya = isi(kotak);
  tanyakan(kotak, pesan, tombol("buang", kotak.dataset.sel, "Pakai yang tersimpan"));
  tandai(kotak, "tanya", KATA.ditolak);
  kabarkan(`Belum tersimpan: ${pesan}`);
};

const terima = (kotak, terkirim, jawaban) => {
  const tersimpan = { pilihan: jawaban.pilihan, catatan: jawaban.catatan };
  if (jawaban.hasil === "tanya") tolak(kotak, jawaban.pesan);
  else if (jawaban.hasil === "bentrok") {
    tujuan = undefined;
    tanyakan(
      kotak,
      jawaban.pesan,
      pasangan(["Saat Anda membuka", kata(baca(kotak, "semula-"))], ["Tersimpan sekarang", kata(tersimpan)], ["Ketikan Anda", kata(JSON.parse(terkirim))]),
      tombol("pakai", kotak.dataset.sel, "Pakai ketikan saya"),
      tombol("buang", kotak.dataset.sel, "Pakai yang tersimpan"),
    );
    sel.get(kotak).ditanya = terkirim;
    sel.get(kotak).baru = tersimpan;
    tandai(kotak, "tanya");
    kabarkan(`Belum tersimpan: ${jawaban.pesan}`);
  } else {
    ingat(kotak, tersimpan);
    // what somebody else wrote in the other half of the cell is shown too
    if (isi(kotak) === terkirim) tulis(kotak, tersimpan);
    tanyakan(kotak, "");
    tandai(kotak, kotor(kotak) ? "belum" : "tersimpan", kotor(kotak) ? undefined : `tersimpan pukul ${jawaban.pukul}`);
    kabarkan(`Tersimpan pukul ${jawaban.pukul}.`);
  }
  perbarui(jawaban);
};

const kirim = (kotak, teks) => {
  const kunci = kotak.dataset.sel;
  const { pilihan, catatan } = JSON.parse(teks);
  const semula = baca(kotak, "semula-");
  return kirimIsi(borang.dataset.lembar, {
    sel: kunci,
    [`pilihan-${kunci}`]: pilihan,
    [`catatan-${kunci}`]: catatan,
    [`semula-pilihan-${kunci}`]: semula.pilihan,
    [`semula-catatan-${kunci}`]: semula.catatan,
    sebagai: borang.elements.sebagai.value,
  });
};

/* Nothing waits any more: the page that was asked for meanwhile is opened. */
const bersih = () => {
  if (tujuan) location.assign(tujuan);
};

const perluSimpan = (kotak) => kotor(kotak) && sel.get(kotak).ditanya !== isi(kotak);

const simpan = (kotak) => {
  clearTimeout(sel.get(kotak).jam);
  if (perluSimpan(kotak)) antrean.antrekan(kotak);
};

const berubah = (kotak, jeda) => {
  const milik = sel.get(kotak);
  clearTimeout(milik.jam);
  if (!kotor(kotak)) return;
  tandai(kotak, "belum");
  milik.jam = setTimeout(() => simpan(kotak), jeda);
};

const pilih = (kejadian) => {
  const ditekan = kejadian.submitter;
  if (ditekan?.name !== "pakai" && ditekan?.name !== "buang") return false;
  const kotak = [...sel.keys()].find((satu) => satu.dataset.sel === ditekan.value);
  const milik = sel.get(kotak);
  if (milik.baru) ingat(kotak, milik.baru); // both were seen: what is chosen counts
  milik.baru = milik.ditanya = undefined;
  if (ditekan.name === "buang") tulis(kotak, baca(kotak, "semula-"));
  tanyakan(kotak, "");
  tandai(kotak, kotor(kotak) ? "belum" : "tersimpan", kotor(kotak) ? undefined : "seperti yang tersimpan");
  bagian(kotak, "catatan").focus();
  simpan(kotak);
  return true;
};

/* Keys: on an answer plain letters, in a note only with Alt, where they type nothing. */
const tuju = (kotak) => {
  const radio = [...(kotak?.querySelectorAll("input[type=radio]") ?? [])];
  const sasaran = radio.find((satu) => satu.checked) ?? radio[0];
  if (!sasaran) return;
  sasaran.focus({ preventScroll: true });
  (kotak.closest("article, section") ?? kotak).scrollIntoView({ block: "nearest" });
};

const pergi = (arah) => {
  const tautan = document.querySelector(`.halaman-pindah a[rel=${arah}]`);
  if (!tautan) return;
  const belum = [...sel.keys()].filter(perluSimpan);
  if (!belum.length && !antrean.menunggu.size) location.assign(tautan.href);
  else {
    tujuan = tautan.href;
    belum.forEach(simpan);
  }
};

const tekan = (kejadian) => {
  const kotak = kejadian.target.closest("[data-sel]");
  if (!kotak || kejadian.ctrlKey || kejadian.metaKey || kejadian.isComposing) return;
  const semua = [...sel.keys()];
  const langkah = (jarak) => tuju(semua[semua.indexOf(kotak) + jarak]);
  const alt = { ArrowDown: () => langkah(1), ArrowUp: () => langkah(-1) };
  const polos = {
    j: () => langkah(1),
    k: () => langkah(-1),
    c: () => bagian(kotak, "catatan").focus(),
    n: () => pergi("next"),
    p: () => pergi("prev"),
  };
  const daftar = kejadian.altKey ? alt : kejadian.target.type === "radio" ? polos : {};
  const apa = daftar[kejadian.key.length === 1 ? kejadian.key.toLowerCase() : kejadian.key];
  if (!apa) return;
  kejadian.preventDefault();
  apa();
};

const antrean = borang && buatAntrean({ borang, isi, kotor, kirim, tandai, terima, tolak, bersih });

if (borang) {
  for (const kotak of borang.querySelectorAll("[data-sel]")) {
    const ditanya = !kotak.querySelector("[data-pesan]").hidden;
    sel.set(kotak, { keadaan: "", ditanya: ditanya ? isi(kotak) : undefined });
    kotak.addEventListener("change", ({ target }) => {
      if (target.type === "radio") berubah(kotak, JEDA_PILIH);
      else simpan(kotak);
    });
    kotak.addEventListener("input", ({ target }) => {
      if (target.type !== "radio") berubah(kotak, JEDA_KETIK);
    });
    kotak.addEventListener("focusout", ({ relatedTarget }) => {
      if (!kotak.contains(relatedTarget)) simpan(kotak);
    });
  }
  borang.querySelector("[data-legenda]").hidden = false;
  borang.addEventListener("keydown", tekan);
  borang.addEventListener("submit", (kejadian) => {
    kejadian.preventDefault();
    if (pilih(kejadian)) return;
    const belum = [...sel.keys()].filter(kotor);
    for (const kotak of belum) {
      sel.get(kotak).ditanya = undefined;
      simpan(kotak);
    }
    if (!belum.length) kabarkan("Semua isian sudah tersimpan.");
  });
  addEventListener("online", antrean.jalan);
  addEventListener("focus", antrean.jalan);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) [...sel.keys()].forEach(simpan);
    else antrean.jalan();
  });
  addEventListener("beforeunload", (kejadian) => {
    if (antrean.menunggu.size || [...sel.keys()].some(perluSimpan)) kejadian.preventDefault();
  });
}

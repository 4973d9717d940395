/* Cells are saved as one types, one request after another; without this the page's button does it.
   Nothing is kept in the browser: what is not stored yet stands in the page, and on the server. */

import { KATA, buatAntrean, kirimIsi, pasangan, tombol, umumkan } from "./simpanan.js";

const JEDA_KETIK = 1500;

const borang = document.querySelector("form[data-isian]");
const sel = new Map(); // box -> what is known of it
const langkah = []; // saves that can be undone, each a list of [box, text before]
let gantiKotak = false; // other boxes belong to the row now: the page is opened anew

const isi = (kotak) => (kotak.type === "checkbox" ? (kotak.checked ? "ya" : "") : kotak.value);
const tulis = (kotak, teks) => {
  if (kotak.type === "checkbox") kotak.checked = teks === "ya";
  else kotak.value = teks;
};
const rapi = (teks) => teks.replace(/\r\n?/g, "\n").trim();
const kotor = (kotak) => rapi(isi(kotak)) !== rapi(sel.get(kotak).semula);
const bagian = (kotak, nama) => kotak.closest("[data-sel]").querySelector(`[data-${nama}]`);
const baris = (kotak) => kotak.closest("[data-baris]");
const kabarkan = (teks) => umumkan(borang, teks);

/* The state of a row is that of its worst cell. */
const tandai = (kotak, keadaan, kata = KATA[keadaan]) => {
  sel.get(kotak).keadaan = keadaan;
  sel.get(kotak).kata = kata;
  const milik = baris(kotak);
  const semua = [...sel].filter(([satu, { keadaan: apa }]) => apa && baris(satu) === milik).map(([, satu]) => satu);
  const urut = ["tanya", "gagal", "menyimpan", "belum", "tersimpan"];
  const terburuk = urut.map((apa) => semua.find((satu) => satu.keadaan === apa)).find(Boolean);
  const tempat = milik.querySelector("[data-keadaan]");
  tempat.textContent = terburuk ? terburuk.kata : "";
  tempat.className = `sel-keadaan sel-${terburuk ? terburuk.keadaan : "kosong"}`;
};

/* What is asked about a cell, with the ways to answer; nothing where nothing is asked. */
const tanyakan = (kotak, pesan, ...pilihan) => {
  const tempat = bagian(kotak, "pesan");
  tempat.textContent = pesan;
  tempat.hidden = !pesan;
  bagian(kotak, "pilih").replaceChildren(...pilihan);
  if (pesan) kotak.setAttribute("aria-invalid", "true");
  else kotak.removeAttribute("aria-invalid");
  if (pesan) kotak.closest("details")?.setAttribute("open", "");
};

/* Whether a cell was emptied because of this save: a figure and why there is none exclude each other. */
const tergusur = (kotak, lain, kini) =>
  kini === "" && sel.get(lain).semula !== "" && [kotak, lain].some((satu) => sel.get(satu).kolom === "belum_diukur");

/* `satuLangkah` is the step that undoes the save; what was emptied with it is undone with it. */
const sesuaikan = (kotak, milik, pesan, satuLangkah) => {
  const tempat = baris(kotak);
  const hasil = tempat.querySelector("[data-hasil]");
  const capaian = tempat.querySelector("[data-capaian] .angka") ?? document.querySelector("[data-capaian-sisi] .angka");
  tempat.querySelector("[data-kata]").textContent = milik.kata;
  if (hasil) {
    hasil.textContent = milik.hasil;
    tempat.querySelector("[data-catatan]").textContent = milik.catatan || pesan;
  }
  if (capaian) {
    capaian.textContent = milik.capaian;
    capaian.title = milik.alasan;
  }
  const status = tempat.querySelector("[data-status] .status");
  if (status && !status.querySelector("svg")) {
    status.className = `status status-${milik.jenis}`;
    status.textContent = milik.keadaan;
  }
  for (const [lain, keterangan] of sel) {
    const kini = milik.sel[keterangan.kolom];
    if (baris(lain) !== tempat || lain === kotak || kini === undefined || kotor(lain) || antrean.has(lain)) continue;
    if (tergusur(kotak, lain, kini)) satuLangkah?.push([lain, keterangan.semula]);
    if (rapi(kini) !== rapi(keterangan.semula)) tulis(lain, kini);
    keterangan.semula = kini;
    bagian(lain, "semula").value = kini;
  }
};

const terima = (kotak, terkirim, jawaban) => {
  const milik = sel.get(kotak);
  let satuLangkah;
  if (jawaban.hasil === "tanya") {
    const usul = jawaban.usul.map((teks) => tombol("pakai", `${kotak.name}=${teks}`, `Pakai ${teks}`));
    tanyakan(kotak, jawaban.pesan, ...usul, tombol("buang", kotak.name, "Pakai yang tersimpan"));
    tandai(kotak, "tanya");
    kabarkan(`Belum tersimpan: ${jawaban.pesan}`);
  } else if (jawaban.hasil === "bentrok") {
    milik.baru = jawaban.tersimpan;
    tanyakan(
      kotak,
      `${jawaban.oleh} menyimpan isian ini setelah Anda membukanya. Pilih mana yang berlaku.`,
      pasangan(["Saat Anda membuka", milik.semula], ["Tersimpan sekarang", jawaban.tersimpan], ["Ketikan Anda", terkirim]),
      tombol("pakai", `${kotak.name}=${terkirim}`, "Pakai ketikan saya"),
      tombol("buang", kotak.name, "Pakai yang tersimpan"),
    );
    tandai(kotak, "tanya");
    kabarkan(`Belum tersimpan: ${jawaban.oleh} menyimpan isian yang sama.`);
  } else {
    if (jawaban.hasil === "tersimpan" && !milik.tanpaLangkah) {
      satuLangkah = [[kotak, milik.semula]];
      langkah.push(satuLangkah);
    }
    milik.tanpaLangkah = false;
    milik.lepas = false;
    milik.tertinggal = undefined;
    if (jawaban.hasil === "tersimpan" && milik.kolom === "tanpa_variabel") gantiKotak = true;
    milik.baru = undefined;
    milik.semula = jawaban.tersimpan;
    bagian(kotak, "semula").value = jawaban.tersimpan;
    if (isi(kotak) === terkirim) tulis(kotak, jawaban.tersimpan);
    tanyakan(kotak, "");
    tandai(kotak, kotor(kotak) ? "belum" : "tersimpan", kotor(kotak) ? undefined : `tersimpan pukul ${jawaban.pukul}`);
    kabarkan(jawaban.pesan ? `Tersimpan. ${jawaban.pesan}` : (antrean.size ? "" : `Tersimpan pukul ${jawaban.pukul}.`));
  }
  if (jawaban.baris) sesuaikan(kotak, jawaban.baris, jawaban.hasil === "tersimpan" ? jawaban.pesan : "", satuLangkah);
};

const kirim = (kotak, teks) =>
  kirimIsi(borang.dataset.isian, { kotak: kotak.name, teks, semula: sel.get(kotak).semula, sebagai: borang.elements.sebagai.value });

const tolak = (kotak, pesan, ditahan) => {
  sel.get(kotak).lepas = !ditahan; // nowhere but in this page: leaving it is asked about
  tanyakan(kotak, pesan);
  tandai(kotak, "tanya", KATA.ditolak);
  kabarkan(`Belum tersimpan: ${pesan}`);
};

const bersih = () => {
  if (gantiKotak && ![...sel.keys()].some(kotor)) location.reload();
};

const { menunggu: antrean, antrekan, jalan } = buatAntrean({ borang, isi, kotor, kirim, tandai, terima, tolak, bersih });

const simpan = (kotak) => {
  clearTimeout(sel.get(kotak).jam);
  antrekan(kotak);
};

const perluSimpan = (kotak) => kotor(kotak) && !(sel.get(kotak).keadaan === "tanya" && sel.get(kotak).ditanya === isi(kotak));

const selesaiKetik = (kotak) => {
  // the stored text again, typed by hand: what was kept of the refused one is thrown away
  if (!kotor(kotak) && sel.get(kotak).keadaan === "tanya" && sel.get(kotak).baru === undefined) simpan(kotak);
  if (!perluSimpan(kotak)) return;
  sel.get(kotak).ditanya = isi(kotak);
  simpan(kotak);
};

const batalkan = (kotak) => {
  const terakhir = langkah.pop();
  if (!terakhir) return;
  for (const [lama, teks] of terakhir) {
    tulis(lama, teks);
    sel.get(lama).tanpaLangkah = true;
    simpan(lama);
  }
  (terakhir.length === 1 ? terakhir[0][0] : kotak).focus();
};

const pilih = (kejadian) => {
  const ditekan = kejadian.submitter;
  if (ditekan?.name !== "pakai" && ditekan?.name !== "buang") return false;
  const [nama] = ditekan.value.split("=");
  const kotak = borang.elements[nama];
  const milik = sel.get(kotak);
  if (milik.baru !== undefined) milik.semula = milik.baru; // both were seen: what is chosen counts
  milik.baru = undefined;
  tulis(kotak, ditekan.name === "pakai" ? ditekan.value.slice(nama.length + 1) : milik.semula);
  kotak.focus();
  simpan(kotak);
  return true;
};

const ikuti = (kotak) => {
  const semula = bagian(kotak, "semula");
  if (!semula) return;
  const kolom = kotak.name.split("-").slice(3).join("-");
  const ditanya = kotak.hasAttribute("aria-invalid");
  sel.set(kotak, { semula: semula.value, kolom, keadaan: ditanya ? "tanya" : "", kata: KATA.tanya, ditanya: ditanya ? isi(kotak) : undefined, tertinggal: ditanya ? isi(kotak) : undefined });
  kotak.addEventListener("input", () => {
    const milik = sel.get(kotak);
    clearTimeout(milik.jam);
    if (kotor(kotak)) tandai(kotak, "belum");
    milik.jam = setTimeout(() => selesaiKetik(kotak), JEDA_KETIK);
  });
  kotak.addEventListener("change", () => selesaiKetik(kotak));
  kotak.addEventListener("blur", () => selesaiKetik(kotak));
  kotak.addEventListener("keydown", (kejadian) => {
    const milik = sel.get(kotak);
    if (kejadian.key === "Escape" && (kotor(kotak) || milik.keadaan === "tanya")) {
      kejadian.preventDefault();
      clearTimeout(milik.jam);
      tulis(kotak, milik.baru ?? milik.semula);
      milik.semula = isi(kotak);
      milik.baru = undefined;
      simpan(kotak); // what is stored again: the text kept for later is thrown away
    } else if (kejadian.key === "z" && (kejadian.ctrlKey || kejadian.metaKey) && !kejadian.shiftKey && (!kotor(kotak) || milik.tempelan === isi(kotak))) {
      kejadian.preventDefault();
      batalkan(kotak);
    }
  });
};

if (borang) {
  for (const milik of borang.querySelectorAll("[data-sel]")) {
    ikuti(milik.querySelector("input:not([type=hidden]), textarea"));
  }
  borang.addEventListener("submit", (kejadian) => {
    const { name, value } = kejadian.submitter ?? {};
    if (name === "buang" && !sel.has(borang.elements[value])) return; // of a closed box: the page does it
    kejadian.preventDefault();
    if (pilih(kejadian)) return;
    const berubah = [...sel.keys()].filter(kotor);
    // of a text kept earlier nobody knows what it was to replace: it waits for its own button
    const belum = berubah.filter((kotak) => sel.get(kotak).tertinggal !== isi(kotak));
    belum.forEach(simpan);
    if (!berubah.length) kabarkan("Semua isian sudah tersimpan.");
    else if (!belum.length) kabarkan("Pilih dahulu pada isian yang ditandai: ketikan Anda atau yang tersimpan.");
  });
  // several cells at once, as one step that can be undone
  borang.addEventListener("isian:tempel", ({ detail }) => {
    const milik = detail.filter(([kotak]) => sel.has(kotak));
    const sekali = milik.map(([kotak]) => [kotak, sel.get(kotak).semula]);
    langkah.push(sekali);
    for (const [kotak, teks] of milik) {
      tulis(kotak, teks);
      Object.assign(sel.get(kotak), { tanpaLangkah: true, tempelan: teks, ditanya: teks });
      tandai(kotak, "belum");
      simpan(kotak);
    }
  });
  addEventListener("online", jalan);
  addEventListener("focus", jalan);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) [...sel.keys()].forEach(selesaiKetik);
    else jalan();
  });
  addEventListener("beforeunload", (kejadian) => {
    const lepas = (kotak) => perluSimpan(kotak) || (sel.get(kotak).lepas && kotor(kotak));
    if (antrean.size || [...sel.keys()].some(lepas)) kejadian.preventDefault();
  });
}

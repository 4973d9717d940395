/* A page of evidence beside what it proves. Without this its links load the page anew with the panel;
   with it the panel alone is fetched, so that nothing typed is left, also where nothing can be fetched. */

const JEDA = 200; // quick presses ask once
const SIAP = "Menyiapkan halaman…";
const GAGAL = {
  jaringan: "Server tidak terjangkau. Periksa sambungan Anda, lalu coba lagi.",
  masuk: "Sesi Anda berakhir. Masuk lagi di tab lain, lalu coba lagi.",
  404: "Bukti ini tidak ada, atau sudah dilepas.",
  lain: "Server sedang tidak dapat memberikan halaman ini. Coba lagi sebentar lagi.",
  gambar: "Gambar halaman ini tidak dapat dimuat. Coba lagi sebentar lagi.",
};

const tempat = document.querySelector("[data-berdampingan]");
const kabar = document.createElement("p");
const berdampingan = matchMedia("(min-width: 1100px)"); // it sticks to the window; else it stands on top
let terakhir; // ends the newest request: an answer to an older one is too late

const panel = () => tempat.querySelector(".pratinjau");
const asal = (bukti) => document.querySelector(`#bukti-${bukti} [data-pratinjau="buka"]`);

const unsur = (nama, sifat, ...isi) => {
  const baru = Object.assign(document.createElement(nama), sifat);
  baru.append(...isi);
  return baru;
};

/* A form that says so brings the panel to the page that answers it. */
const catatAlamat = (alamat) => {
  history.replaceState(history.state, "", alamat);
  for (const borang of tempat.querySelectorAll("form[data-bawa-panel]")) borang.action = alamat.split("#")[0];
};

const alamatTertutup = () => {
  const alamat = new URL(location.href);
  for (const nama of ["bukti", "halaman", "besar"]) alamat.searchParams.delete(nama);
  alamat.hash = "";
  return alamat.href;
};

/* Where one was stays under the hand; a panel that is new says its name. */
const fokuskan = (baru, apa) => {
  const sasaran = apa !== "buka" && baru.querySelector(apa === "nomor" ? "#nomor-pratinjau" : `[data-pratinjau="${apa}"]`);
  if (sasaran) sasaran.focus({ preventScroll: true });
  else {
    baru.querySelector("h2").focus({ preventScroll: true });
    if (!berdampingan.matches) baru.scrollIntoView({ block: "start", behavior: "instant" });
  }
};

/* Whoever went on to something else meanwhile is not called away from it. */
const masihDiSini = (pemicu) => {
  const kini = document.activeElement;
  return !kini || kini === document.body || kini === pemicu || Boolean(panel()?.contains(kini));
};

/* What a panel is doing or lacks, in its sight; it may say where the rest of it is. */
const tulisKabar = (teks, ...isi) => {
  const milik = panel();
  const lama = milik.querySelector(".pratinjau-kabar");
  if (lama?.contains(document.activeElement)) milik.querySelector("h2").focus({ preventScroll: true });
  lama?.remove();
  if (teks) milik.querySelector(".pratinjau-kepala").after(unsur("p", { className: `pratinjau-kabar pesan${isi.length ? " pesan-perhatian" : ""}` }, unsur("span", {}, teks), ...isi));
  kabar.textContent = teks;
};

const gagalkan = (teks, alamat, apa) => {
  const ulang = unsur("button", { type: "button", className: "btn btn-sekunder btn-kecil" }, "Coba lagi");
  ulang.addEventListener("click", () => buka(alamat, apa, ulang));
  const penuh = unsur("a", { href: alamat, target: "_blank", rel: "noopener" }, "Buka halaman penuh", unsur("span", { className: "visually-hidden" }, " di tab baru"));
  tulisKabar(teks, ulang, " ", penuh);
};

/* A picture that does not come says why, where the server told. */
const gambarGagal = async (gambar) => {
  let teks = GAGAL.gambar;
  try {
    const jawaban = await fetch(gambar.src);
    if (jawaban.status === 503 && jawaban.headers.get("content-type").startsWith("text/plain")) teks = await jawaban.text();
  } catch {
    teks = GAGAL.jaringan;
  }
  if (gambar.isConnected) gagalkan(teks, location.href, "ulang");
};

const jagaGambar = (milik) => {
  const gambar = milik.querySelector(".pratinjau-gambar img");
  if (!gambar) return;
  if (gambar.complete && !gambar.naturalWidth) gambarGagal(gambar);
  else gambar.addEventListener("error", () => gambarGagal(gambar), { once: true });
};

const pasang = (baru, apa, pemicu) => {
  const pindah = masihDiSini(pemicu);
  if (panel()) panel().replaceWith(baru);
  else tempat.prepend(baru);
  if (pindah) fokuskan(baru, apa);
  const gambar = baru.querySelector("img");
  kabar.textContent = (gambar?.alt ?? baru.querySelector(".pesan")?.textContent) || "";
  jagaGambar(baru);
};

/* A panel that stands until there is one. */
const siapkan = (alamat) => {
  if (!panel()) {
    const tutupnya = unsur("a", { href: alamatTertutup() }, "Tutup", unsur("span", { className: "visually-hidden" }, " bukti ini"));
    tutupnya.dataset.tutup = "";
    const judul = unsur("h2", { id: "judul-pratinjau", tabIndex: -1 }, "Halaman bukti");
    const kepala = unsur("div", { className: "pratinjau-kepala" }, judul, unsur("span", { className: "pratinjau-alat" }, tutupnya));
    const baru = unsur("aside", { className: "pratinjau", id: "pratinjau" }, kepala);
    baru.setAttribute("aria-labelledby", "judul-pratinjau");
    baru.dataset.bukti = new URL(alamat).searchParams.get("bukti");
    tempat.prepend(baru);
  }
  panel().setAttribute("aria-busy", "true");
  tulisKabar(SIAP);
};

/* The panel at an address; throws the key of what is wrong. */
const ambil = async (alamat, signal) => {
  const jawaban = await fetch(alamat, { headers: { "X-Sakip-Bagian": "pratinjau" }, signal }).catch(() => {
    throw new Error("jaringan");
  });
  if (jawaban.redirected) throw new Error("masuk");
  if (!jawaban.ok) throw new Error(jawaban.status);
  const isi = await jawaban.text().catch(() => {
    throw new Error("jaringan");
  });
  const baru = new DOMParser().parseFromString(isi, "text/html").querySelector(".pratinjau");
  if (!baru) throw new Error("lain");
  return baru;
};

const buka = async (alamat, apa, pemicu) => {
  terakhir?.abort();
  const ini = new AbortController();
  terakhir = ini;
  siapkan(alamat);
  await new Promise((lanjut) => setTimeout(lanjut, JEDA));
  if (terakhir !== ini) return;
  try {
    const baru = await ambil(alamat, ini.signal);
    if (terakhir !== ini) return;
    pasang(baru, apa, pemicu);
    catatAlamat(alamat);
  } catch (salah) {
    if (terakhir !== ini) return;
    panel().removeAttribute("aria-busy");
    gagalkan(GAGAL[salah.message] ?? GAGAL.lain, alamat, apa);
  }
};

const tutup = () => {
  const milik = panel();
  const tautan = asal(milik.dataset.bukti);
  terakhir?.abort();
  terakhir = undefined;
  catatAlamat(alamatTertutup());
  milik.remove();
  kabar.textContent = "Bukti ditutup.";
  tautan?.focus({ preventScroll: true });
  tautan?.scrollIntoView({ block: "nearest", behavior: "instant" });
};

const tekan = (kejadian) => {
  const lain = kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey || kejadian.altKey || kejadian.button !== 0;
  const tautan = kejadian.target.closest("a[data-pratinjau], .pratinjau a[data-tutup]");
  if (!tautan || lain) return;
  kejadian.preventDefault();
  if (tautan.matches("[data-tutup]")) tutup();
  else buka(tautan.href, tautan.dataset.pratinjau, tautan);
};

if (tempat) {
  kabar.className = "visually-hidden";
  kabar.setAttribute("role", "status");
  tempat.after(kabar);
  if (panel()) jagaGambar(panel());
  tempat.addEventListener("click", tekan);
  tempat.addEventListener("keydown", (kejadian) => {
    if (kejadian.key !== "Escape" || !kejadian.target.closest(".pratinjau")) return;
    kejadian.preventDefault();
    tutup();
  });
  tempat.addEventListener("submit", (kejadian) => {
    if (!kejadian.target.matches("[data-pratinjau]")) return;
    kejadian.preventDefault();
    const alamat = new URL(location.href);
    alamat.search = new URLSearchParams(new FormData(kejadian.target));
    alamat.hash = "pratinjau";
    buka(alamat.href, "nomor", kejadian.target);
  });
}

/* Saving as one types, shared by the sheets: one request after another, tried again by itself.
   Nothing is kept in the browser: what is not stored yet stands in the page. */

const JEDA_ULANG = [2000, 4000, 8000, 15000, 30000];

export const KATA = {
  belum: "belum disimpan",
  menyimpan: "menyimpan…",
  gagal: "gagal, dicoba lagi",
  tanya: "menunggu pilihan Anda",
  ditolak: "tidak dapat disimpan",
};

const kukis = (nama) => document.cookie.split("; ").find((satu) => satu.startsWith(`${nama}=`))?.slice(nama.length + 1);

export const umumkan = (borang, teks) => {
  borang.querySelector("[data-kabar]").textContent = teks;
};

export const tombol = (nama, nilai, kata) => {
  const baru = document.createElement("button");
  Object.assign(baru, { type: "submit", name: nama, value: nilai, className: "btn btn-sekunder btn-kecil", textContent: kata });
  return baru;
};

export const pasangan = (...isinya) => {
  const senarai = document.createElement("dl");
  senarai.className = "arti";
  for (const [nama, teks] of isinya) {
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = nama;
    dd.textContent = teks || "(kosong)";
    senarai.append(dt, dd);
  }
  return senarai;
};

const mintaMasuk = (borang) => {
  const tempat = borang.querySelector("[data-sesi]");
  if (!tempat.hidden) return;
  const tautan = document.createElement("a");
  Object.assign(tautan, { href: borang.dataset.masuk, target: "_blank", rel: "noopener", textContent: "Masuk lagi di tab baru" });
  tempat.replaceChildren("Sesi berakhir: masuk lagi. Ketikan Anda tetap di halaman ini dan disimpan setelah Anda masuk. ", tautan);
  tempat.hidden = false;
};

/* The answer of the server; what is refused for a while is kept there (`ditahan`), what one may not
   enter is not. Throws "sesi" where somebody must sign in, "server" where it failed. */
export const kirimIsi = async (alamat, isi) => {
  const badan = new URLSearchParams(isi);
  const jawaban = await fetch(alamat, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": kukis("csrftoken") ?? "" },
    body: badan,
    keepalive: badan.toString().length < 60000,
  });
  const json = !jawaban.redirected && jawaban.headers.get("Content-Type")?.startsWith("application/json");
  if (!json) throw new Error(jawaban.status >= 500 ? "server" : "sesi");
  return { diterima: jawaban.ok, ditahan: jawaban.status === 409, isi: await jawaban.json() };
};

/* A queue of boxes. The sheet tells how a box is read (`isi`), whether it differs from what is
   stored (`kotor`), how it is sent, and what is shown; `bersih` is called when nothing waits. */
export const buatAntrean = ({ borang, isi, kotor, kirim, tandai, terima, tolak, bersih }) => {
  const menunggu = new Set();
  let sibuk = false;
  let ulang = 0;
  let tunggu;

  const tunda = (kotak, apa) => {
    tandai(kotak, "gagal", apa === "sesi" ? "gagal, sesi berakhir" : KATA.gagal);
    if (apa === "sesi") mintaMasuk(borang);
    else umumkan(borang, "Belum tersimpan: sambungan terputus. Dicoba lagi dengan sendirinya.");
    clearTimeout(tunggu);
    tunggu = setTimeout(jalan, JEDA_ULANG[Math.min(ulang, JEDA_ULANG.length - 1)]);
    ulang += 1;
  };

  /* One at a time: the newest content of the first box that waits. */
  const jalan = async () => {
    if (sibuk || !menunggu.size) return;
    sibuk = true;
    clearTimeout(tunggu);
    const [kotak] = menunggu;
    const terkirim = isi(kotak);
    tandai(kotak, "menyimpan");
    try {
      const jawaban = await kirim(kotak, terkirim);
      menunggu.delete(kotak);
      ulang = 0;
      borang.querySelector("[data-sesi]").hidden = true;
      if (jawaban.diterima) terima(kotak, terkirim, jawaban.isi);
      else tolak(kotak, jawaban.isi.pesan, jawaban.ditahan);
      if (isi(kotak) !== terkirim && kotor(kotak)) menunggu.add(kotak);
      sibuk = false;
      if (!menunggu.size) bersih();
      jalan();
    } catch (galat) {
      sibuk = false;
      tunda(kotak, galat.message);
    }
  };

  const antrekan = (kotak) => {
    menunggu.add(kotak);
    jalan();
  };
  return { menunggu, antrekan, jalan };
};

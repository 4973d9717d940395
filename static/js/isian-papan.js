/* The keys of a sheet, and a block pasted from one; without this Tab goes from box to box. */

const borang = document.querySelector("form[data-isian]");
const bingkai = document.querySelector("[data-tempel]");

const lajur = () => [...borang.querySelectorAll("[data-lajur]")];

const pindah = (kotak, jarak) => {
  const semua = lajur();
  const tujuan = semua[semua.indexOf(kotak) + jarak];
  if (!tujuan) return;
  tujuan.focus();
  tujuan.select();
};

const tekan = (kejadian) => {
  const kotak = kejadian.target;
  if (!kotak.matches("[data-lajur]") || kejadian.isComposing) return;
  const arah = { ArrowDown: 1, ArrowUp: -1, Enter: kejadian.shiftKey ? -1 : 1 }[kejadian.key];
  if (!arah || kejadian.ctrlKey || kejadian.altKey || kejadian.metaKey) return;
  kejadian.preventDefault();
  pindah(kotak, arah);
};

/* Rows and cells as a sheet copies them: tabs and line ends part them, unless in quotes. */
const urai = (teks) => {
  const baris = [[""]];
  let dikutip = false;
  const sel = () => baris.at(-1);
  for (let i = 0; i < teks.length; i += 1) {
    const huruf = teks[i];
    if (dikutip && huruf === '"' && teks[i + 1] === '"') {
      sel()[sel().length - 1] += '"';
      i += 1;
    } else if (huruf === '"' && (dikutip || sel().at(-1) === "")) dikutip = !dikutip;
    else if (!dikutip && huruf === "\t") sel().push("");
    else if (!dikutip && huruf === "\n") baris.push([""]);
    else sel()[sel().length - 1] += huruf;
  }
  if (baris.length > 1 && baris.at(-1).length === 1 && baris.at(-1)[0] === "") baris.pop();
  return baris;
};

const sebutan = (kotak) =>
  kotak.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id)?.textContent.trim()).filter(Boolean).join(", ");

/* Where each cell of a block goes; what goes nowhere says why. */
const rencanakan = (kotak, blok) => {
  const semua = lajur();
  const awal = semua.indexOf(kotak);
  return blok.flatMap((isi, ke) => {
    const tujuan = semua[awal + ke];
    const nama = tujuan ? sebutan(tujuan) : `Baris ke-${ke + 1} pada salinan`;
    const utama = { tujuan, nama, kini: tujuan?.value ?? "", teks: isi[0].trim(), alasan: "" };
    if (!tujuan) utama.alasan = "dilewati: barisnya lebih banyak daripada kotaknya";
    else if (tujuan.readOnly) utama.alasan = "dilewati: hanya dapat dibaca";
    else if (!utama.teks) utama.alasan = "dilewati: kosong pada salinan";
    const luar = isi.slice(1).filter((teks) => teks.trim());
    const sisa = luar.length ? [{ nama, kini: "", teks: luar.join(" | "), alasan: "dilewati: di sini hanya ada satu lajur" }] : [];
    return [utama, ...sisa];
  });
};

const tunjukkan = (rencana) => {
  const isi = bingkai.querySelector("[data-tempel-isi]");
  isi.replaceChildren(
    ...rencana.map(({ nama, kini, teks, alasan }) => {
      const baris = document.createElement("tr");
      [nama, kini, alasan ? "" : teks, alasan && teks ? `${alasan} (${teks})` : alasan].forEach((apa, ke) => {
        const kolom = document.createElement(ke ? "td" : "th");
        if (!ke) kolom.scope = "row";
        if (ke === 1 || ke === 2) kolom.className = "kanan";
        kolom.textContent = apa;
        baris.append(kolom);
      });
      return baris;
    }),
  );
  const jadi = rencana.filter((satu) => !satu.alasan).length;
  bingkai.querySelector("[data-tempel-ringkas]").textContent = `${jadi} kotak diisi, ${rencana.length - jadi} dilewati.`;
  bingkai.querySelector("[data-tempel-jadi]").disabled = !jadi;
  bingkai.showModal();
};

const tempel = (kejadian) => {
  const kotak = kejadian.target;
  const teks = kejadian.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n") ?? "";
  if (!kotak.matches("[data-lajur]") || !/[\t\n]/.test(teks.replace(/\n$/, ""))) return;
  kejadian.preventDefault();
  const rencana = rencanakan(kotak, urai(teks));
  bingkai.returnValue = "";
  bingkai.onclose = () => {
    if (bingkai.returnValue === "jadi") {
      const isi = rencana.filter((satu) => !satu.alasan).map((satu) => [satu.tujuan, satu.teks]);
      borang.dispatchEvent(new CustomEvent("isian:tempel", { detail: isi }));
    }
    kotak.focus();
  };
  tunjukkan(rencana);
};

if (borang && bingkai) {
  borang.addEventListener("keydown", tekan);
  borang.addEventListener("paste", tempel);
  bingkai.querySelector("[data-tempel-jadi]").addEventListener("click", () => bingkai.close("jadi"));
  bingkai.querySelector("[data-tempel-batal]").addEventListener("click", () => bingkai.close(""));
}

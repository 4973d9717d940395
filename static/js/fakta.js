/* "Menurut data aplikasi": a button fills the answer and the note of its criterion as a person would
   type them. Nothing is sent by it: what is in the cell is saved once it is left, as always. */

const KATA = "diisikan dari data aplikasi; periksa, tersimpan setelah Anda meninggalkan kotaknya";

const isikan = (tekan) => {
  const { fakta, pilihan, catatan } = tekan.dataset;
  const kotak = document.querySelector(`[data-sel="${fakta}"]`);
  const jawaban = [...kotak.querySelectorAll("input[type=radio]")].find((satu) => satu.value === pilihan);
  const tulisan = kotak.querySelector(`[name="catatan-${fakta}"]`);
  if (jawaban) jawaban.checked = true;
  // what a person wrote stays, and the facts follow it once
  if (!tulisan.value.includes(catatan)) tulisan.value = [tulisan.value.trim(), catatan].filter(Boolean).join("\n");
  const tempat = kotak.querySelector("[data-keadaan]");
  tempat.textContent = KATA;
  tempat.className = "sel-keadaan sel-belum";
  tulisan.focus();
};

for (const tekan of document.querySelectorAll("button[data-fakta]")) {
  tekan.hidden = false;
  tekan.addEventListener("click", () => isikan(tekan));
}

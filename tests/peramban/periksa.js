/* What is wrong with the page at hand: what axe finds, as pairs of a rule and where it is broken, and
whether the page is wider than the screen. axe comes from `letak` unless the page has it already.

The rule of contrast takes three quarters of axe's time, because it looks at every text of a table
although hundreds are drawn alike. It is asked about three of each kind: the first, the last and
the longest that axe can judge (seen, enabled, more than one letter). A kind is the colour, size,
weight and shadow of a text and what its ancestors paint behind it; what others paint over it is not
part of it. All other rules see the whole page. */
async (letak) => {
  const WAKIL = "data-wakil-warna";
  const muat = () => new Promise((selesai, gagal) => {
    const skrip = document.createElement("script");
    skrip.src = letak;
    skrip.onload = selesai;
    skrip.onerror = () => gagal(new Error(`${letak} tidak terambil`));
    document.head.append(skrip);
    skrip.remove();
  });
  if (!window.axe) await muat();
  const latar = new Map();
  const dibelakang = (simpul) => {
    if (!simpul) return "";
    if (!latar.has(simpul)) {
      const g = getComputedStyle(simpul);
      const milik = [g.backgroundColor, g.backgroundImage, g.opacity, g.filter, g.mixBlendMode, g.position];
      latar.set(simpul, `${dibelakang(simpul.parentElement)}/${milik.join()}`);
    }
    return latar.get(simpul);
  };
  const teks = (simpul) => {
    if (simpul.matches("select")) return simpul.selectedOptions[0]?.text ?? "";
    if (simpul.matches("input, textarea")) return simpul.value || simpul.placeholder || "";
    return [...simpul.childNodes].map((anak) => (anak.nodeType === Node.TEXT_NODE ? anak.data : "")).join("").trim();
  };
  const terbaca = (simpul) =>
    /[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(teks(simpul)) &&
    simpul.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !simpul.closest(":disabled, [aria-disabled=true]") && !simpul.closest("label")?.control?.disabled;
  const jenis = new Map();
  for (const simpul of [document.body, ...document.body.querySelectorAll("*")].filter(terbaca)) {
    const g = getComputedStyle(simpul);
    const kunci = [dibelakang(simpul), g.color, g.fontSize, g.fontWeight, g.textShadow, simpul.matches("input, select, textarea")].join("|");
    const [awal, , panjang] = jenis.get(kunci) ?? [simpul, simpul, simpul];
    jenis.set(kunci, [awal, simpul, teks(simpul).length > teks(panjang).length ? simpul : panjang]);
  }
  const wakil = [...new Set([...jenis.values()].flat())];
  axe.configure({ rules: [{ id: "color-contrast", selector: `[${WAKIL}]` }] });
  for (const simpul of wakil) simpul.setAttribute(WAKIL, "");
  const hasil = await axe.run({ resultTypes: ["violations"] });
  for (const simpul of wakil) simpul.removeAttribute(WAKIL);
  const keluhan = hasil.violations
    .flatMap((satu) => satu.nodes.map((simpul) => `${satu.id}: ${simpul.target.join(" ")}`));
  const isi = document.documentElement.scrollWidth;
  return isi <= innerWidth ? keluhan : [...keluhan, `${isi} piksel pada layar ${innerWidth}`];
};

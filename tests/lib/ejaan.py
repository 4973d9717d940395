"""Spellings of numbers that are refused, for every reader and every box that uses one."""

RIBUAN = "Titik memisahkan ribuan tiap tiga digit; desimal ditulis dengan koma."
TERBALIK = "Titik memisahkan ribuan dan koma menandai desimal, bukan sebaliknya."
DUA_KOMA = "Ada 2 koma, padahal koma hanya satu, di depan desimal."
SPASI = "Ada spasi di tengah angka."
NEGATIF = "Angka di sini tidak boleh negatif. Tulis 0 atau lebih."
CONTOH = "Tulis seperti 1.234,5."
SEMUA_DIGIT = "Tulis semua digitnya, seperti 1.234.567."
RUMUS = "adalah galat rumus lembar kerja, bukan angka. Perbaiki rumusnya atau tulis angkanya."
ATAU_NOL = "Tulis angkanya, atau 0 bila memang nol."

# text, what is wrong, what may have been meant
BERTANYA = [
    ("12.5", RIBUAN, ("12,5",)),
    ("1.23", RIBUAN, ("1,23",)),
    ("1.5", RIBUAN, ("1,5", "1.500")),
    ("3.5", RIBUAN, ("3,5", "3.500")),
    ("0.5", RIBUAN, ("0,5",)),
    ("0.125", RIBUAN, ("0,125",)),
    ("00.5", RIBUAN, ("0,5",)),
    ("1234.56", RIBUAN, ("1.234,56",)),
    ("1234.567", RIBUAN, ("1.234,567", "1.234.567")),
    ("1.2345", RIBUAN, ("1,2345", "12.345")),
    ("012.345", RIBUAN, ("12,345", "12.345")),
    ("1.2345,6", RIBUAN, ("12.345,6",)),
    ("1234.567,8", RIBUAN, ("1.234.567,8",)),
    ("12.34.567", RIBUAN, ("1.234.567",)),
    ("1.234.567.89", RIBUAN, ("1.234.567,89",)),
    ("12.345.678.9012", RIBUAN, ("12.345.678,9012", "123.456.789.012")),
    ("1,234.56", TERBALIK, ("1.234,56",)),
    ("1,234.567", TERBALIK, ("1.234,567", "1.234.567")),
    ("1.234,567.89", TERBALIK, ("1.234.567,89",)),
    ("1,234,567.89", DUA_KOMA, ("1.234.567,89",)),
    ("1,234,567", DUA_KOMA, ("1.234.567",)),
    ("1.000,", "Di belakang koma belum ada digit.", ("1.000",)),
    ("12.", "Di belakang titik belum ada digit.", ("12",)),
    (",5", "Di depan koma belum ada digit.", ("0,5",)),
    (".5", "Di depan titik belum ada digit.", ("0,5",)),
    ("1..2", "Ada titik atau koma berturut-turut.", ("1,2", "1.200")),
    ("1..234", "Ada titik atau koma berturut-turut.", ("1.234",)),
    ("1,,5", "Ada titik atau koma berturut-turut.", ("1,5",)),
    ("392.697.134.893, 78", SPASI, ("392.697.134.893,78",)),
    ("1 234 567,5", SPASI, ("1.234.567,5",)),
    ("1\xa0234", SPASI, ("1.234",)),
    ("1\u200b2", SPASI, ("1,2", "1.200")),
    ("12 5", SPASI, ("12,5",)),
    ("+5", "Angka ditulis tanpa tanda +.", ("5",)),
    ("5.000,-", "Angka ditulis tanpa akhiran ,-.", ("5.000",)),
    ("1.234,56\xa0€", 'Tulis angkanya saja, tanpa "€".', ("1.234,56",)),
    ("12%", 'Tulis angkanya saja, tanpa "%".', ("12",)),
    ("12.5%", 'Tulis angkanya saja, tanpa "%".', ("12,5",)),
    ("5\x00", 'Tulis angkanya saja, tanpa "�".', ("5",)),
    ("5\ud800", 'Tulis angkanya saja, tanpa "�".', ("5",)),
    ("Rp 5.000", "Tulis angkanya saja, tanpa Rp.", ("5.000",)),
    ("Rp. 12.5", "Tulis angkanya saja, tanpa Rp.", ("12,5",)),
    ("2 rb", 'Tulis semua digitnya, tanpa "rb".', ("2.000",)),
    ("1,5 juta", 'Tulis semua digitnya, tanpa "juta".', ("1.500.000",)),
    ("1.5 Miliar", 'Tulis semua digitnya, tanpa "miliar".', ("1.500.000.000", "1.500.000.000.000")),
    ("١٢٣", "Angka ditulis dengan digit 0 sampai 9.", ("123",)),
    ("１．２３４，５", "Angka ditulis dengan digit 0 sampai 9.", ("1.234,5",)),
    ("1,5000000", "Paling banyak 6 digit di belakang koma, di sini ada 7.", ("1,500000",)),
]  # fmt: skip

# text, whole message
TANPA_USUL = [
    ("", f"Angka belum diisi. {ATAU_NOL}"),
    (" \xa0\t", f"Angka belum diisi. {ATAU_NOL}"),
    ("-", f"Tanda - berarti tidak diukur, bukan angka. {ATAU_NOL}"),
    ("—", f"Tanda - berarti tidak diukur, bukan angka. {ATAU_NOL}"),
    ("N/A", f"N/A berarti datanya tidak ada, bukan angka. {ATAU_NOL}"),
    ("n/a", f"N/A berarti datanya tidak ada, bukan angka. {ATAU_NOL}"),
    ("#DIV/0!", f'"#DIV/0!" {RUMUS}'),
    ("#N/A", f'"#N/A" {RUMUS}'),
    ("NaN", f'"NaN" adalah tanda hitungan gagal, bukan angka. {ATAU_NOL}'),
    ("inf", f'"inf" adalah tanda hitungan gagal, bukan angka. {ATAU_NOL}'),
    ("-Infinity", f'"-Infinity" adalah tanda hitungan gagal, bukan angka. {ATAU_NOL}'),
    ("12,5,6", f"{DUA_KOMA} {CONTOH}"),
    ("1,2,3,4", f"Ada 3 koma, padahal koma hanya satu, di depan desimal. {CONTOH}"),
    ("12.5.6", f"{RIBUAN} {CONTOH}"),
    ("1.5,3", f"{RIBUAN} {CONTOH}"),
    ("1.,5", f"{RIBUAN} {CONTOH}"),
    ("--", f'"--" bukan angka. {CONTOH}'),
    (",", f'"," bukan angka. {CONTOH}'),
    ("tiga", f'"tiga" bukan angka. {CONTOH}'),
    ("Per셀", f'"Per셀" bukan angka. {CONTOH}'),
    ("Persen", f'"Persen" bukan angka. {CONTOH}'),
    ("RPJMD", f'"RPJMD" bukan angka. {CONTOH}'),
    ("(5)", f'"(5)" bukan angka. {CONTOH}'),
    ("#5", f'"#5" bukan angka. {CONTOH}'),
    ("½", f'"½" bukan angka. {CONTOH}'),
    ("1½", f'"½" di belakang angka tidak dikenal. {CONTOH}'),
    ("5²", f'"²" di belakang angka tidak dikenal. {CONTOH}'),
    ("a" * 30, f'"{"a" * 20}…" bukan angka. {CONTOH}'),
    ("1e5", f'Tulisan dengan pangkat sepuluh ("e5") tidak dibaca. {SEMUA_DIGIT}'),
    ("1,5E+05", f'Tulisan dengan pangkat sepuluh ("E+05") tidak dibaca. {SEMUA_DIGIT}'),
    ("5-10", "Tanda + atau - ada di tengah angka. Tulis satu angka saja."),
    ("-5", NEGATIF),
    ("−5", NEGATIF),
    ("–5", NEGATIF),
    ("--5", NEGATIF),
    ("-0", NEGATIF),
    ("1" * 16, "Paling banyak 15 digit di depan koma, di sini ada 16. Periksa lagi angkanya."),
    (
        "0,1234567",
        "Paling banyak 6 digit di belakang koma, di sini ada 7. Bulatkan dahulu angkanya.",
    ),
    ("1" * 41, f"Isian terlalu panjang: 41 karakter, paling banyak 40. {CONTOH}"),
    ("a" * 9999, f"Isian terlalu panjang: 9999 karakter, paling banyak 40. {CONTOH}"),
]

# text, unit of the box, what is wrong, what may have been meant
SATUAN_LAIN = [
    ("87.5%", "Persen", RIBUAN, ("87,5",)),
    ("3.5", "Persen", RIBUAN, ("3,5",)),
    ("85%%", "Persen", 'Satuan di sini Persen, bukan "%%".', ("85",)),
    ("85 Per셀", "Persen", 'Satuan di sini Persen, bukan "Per셀".', ("85",)),
    ("3 Dok.", "Dokumen", 'Satuan di sini Dokumen, bukan "Dok.".', ("3",)),
    ("3 %", "Dokumen", 'Satuan di sini Dokumen, bukan "%".', ("3",)),
    ("3.Dok", "Dokumen", 'Satuan di sini Dokumen, bukan "Dok".', ("3",)),
    ("2 juta dokumen", "Dokumen", 'Tulis semua digitnya, tanpa "juta".', ("2.000.000",)),
    ("٣ dokumen", "Dokumen", "Angka ditulis dengan digit 0 sampai 9.", ("3",)),
]

# text in a box that allows negative numbers, what may have been meant
NEGATIF_BERTANYA = [
    ("–5", ("-5",)), ("- 5", ("-5",)), ("-1.5", ("-1,5", "-1.500")), ("−,5", ("-0,5",)),
    ("+-5", ("-5",)), ("-Rp 5", ("-5",)), ("-2 juta", ("-2.000.000",)), ("-5,-", ("-5",)),
    ("--5", ()), ("5-", ()),
]  # fmt: skip

# text, limits of the box, whole message, what may have been meant
BATAS_DIGIT = [
    (
        "1000",
        {"maks_bulat": 3},
        "Paling banyak 3 digit di depan koma, di sini ada 4. Periksa lagi angkanya.",
        (),
    ),
    ("1,5", {"maks_desimal": 0}, "Angka di sini bulat, tanpa koma. Bulatkan dahulu angkanya.", ()),
    ("1,0", {"maks_desimal": 0}, "Angka di sini bulat, tanpa koma. Maksud Anda 1?", ("1",)),
    (
        "1,234",
        {"maks_desimal": 2},
        "Paling banyak 2 digit di belakang koma, di sini ada 3. Maksud Anda 1.234?",
        ("1.234",),
    ),
    (
        "1,000",
        {"maks_desimal": 2},
        "Paling banyak 2 digit di belakang koma, di sini ada 3. Maksud Anda 1.000 atau 1,00?",
        ("1.000", "1,00"),
    ),
    ("12.5", {"maks_desimal": 0}, f"{RIBUAN} Tulis seperti 1.234.", ()),
]  # fmt: skip

# text in a box for rupiah, what may have been meant
RUPIAH = [
    ("Rp 613.448,549", ("613.448.549",)), ("Rp 1,234.56", ("1.234,56",)),
    ("Rp 392.697.134.893, 78", ("392.697.134.893,78",)), ("Rp 5.000,-", ("5.000",)),
    ("Rp 1,5 juta", ("1.500.000",)), ("1,5 juta rupiah", ("1.500.000",)),
    ("Rp 5 dolar", ("5",)), ("Rp Rp 5", ("5",)), ("Rp -5", ()), ("-Rp 5", ()), ("-5", ()),
    ("85%", ("85",)),
]  # fmt: skip

# text in a box for rupiah, whole message
PESAN_RUPIAH = [
    ("Rp", f"Angka belum diisi. {ATAU_NOL}"),
    ("Rp -", f"Tanda - berarti tidak diukur, bukan angka. {ATAU_NOL}"),
    ("-Rp 5", NEGATIF),
    ("5 dolar", 'Satuan di sini rupiah, bukan "dolar". Maksud Anda 5?'),
    ("1,005", "Paling banyak 2 digit di belakang koma, di sini ada 3. Maksud Anda 1.005?"),
]

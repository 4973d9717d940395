"""How a length of time is written."""

from datetime import timedelta


def tulis_lama(lama: timedelta) -> str:
    """The two largest units: 45 detik; 2 menit 5 detik; 1 jam 3 menit. Negative counts as none."""
    detik = max(int(lama.total_seconds()), 0)
    jam, menit, detik = detik // 3600, detik // 60 % 60, detik % 60
    if jam:
        return f"{jam} jam {menit} menit" if menit else f"{jam} jam"
    if menit:
        return f"{menit} menit {detik} detik" if detik else f"{menit} menit"
    return f"{detik} detik"

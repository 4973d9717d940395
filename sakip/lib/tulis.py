"""Writing files so that a crash or a full disk leaves no half of one."""

import os
import tempfile
from pathlib import Path


def tulis_utuh(berkas: Path, isi: bytes) -> None:
    """The whole content under this name, or nothing of it. Raises OSError.

    What stood there before stays until the new file is complete.
    """
    pegangan, nama = tempfile.mkstemp(dir=berkas.parent, prefix=".sakip-")
    sementara = Path(nama)
    try:
        with os.fdopen(pegangan, "wb") as tujuan:
            tujuan.write(isi)
        sementara.chmod(0o644)
        sementara.replace(berkas)
    except OSError:
        sementara.unlink(missing_ok=True)
        raise

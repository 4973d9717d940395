"""A real mail server on a port of its own, for as long as a test: it keeps what it was sent."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Kotak:
    """What came in, by recipient; `ditolak` are addresses it refuses, `putus` hangs up at them."""

    port: int = 0
    surat: list[tuple[str, str]] = field(default_factory=list)
    ditolak: set[str] = field(default_factory=set)
    putus: set[str] = field(default_factory=set)


class _Percakapan(socketserver.StreamRequestHandler):
    """Just enough of RFC 5321 for one sender."""

    def handle(self) -> None:
        kotak, tujuan = self.server.kotak, ""
        self._jawab(220, "uji")
        while baris := self.rfile.readline().decode().strip():
            kata = baris.upper()
            if kata.startswith("RCPT"):
                tujuan = baris[baris.index("<") + 1 : baris.index(">")]
                if tujuan in kotak.putus:
                    return
                self._jawab(550, "no") if tujuan in kotak.ditolak else self._jawab(250, "ok")
            elif kata == "DATA":
                self._jawab(354, "go on")
                kotak.surat.append((tujuan, self._isi()))
                self._jawab(250, "ok")
            elif kata == "QUIT":
                self._jawab(221, "bye")
                return
            else:
                self._jawab(250, "ok")

    def _isi(self) -> str:
        isi = b""
        while not isi.endswith(b"\r\n.\r\n"):
            isi += self.rfile.readline()
        return isi.removesuffix(b".\r\n").decode().replace("\r\n", "\n")

    def _jawab(self, kode: int, kata: str) -> None:
        self.wfile.write(f"{kode} {kata}\r\n".encode())


@contextmanager
def server_surel() -> Iterator[Kotak]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Percakapan) as server:
        server.daemon_threads = True
        server.kotak = Kotak(port=server.server_address[1])
        urat = threading.Thread(target=server.serve_forever, args=(0.05,))
        urat.start()
        try:
            yield server.kotak
        finally:
            server.shutdown()
            urat.join()

"""Windows of the browser, lent to one test after another.

To open one takes as much work as to load three pages; to empty one takes next to nothing.
"""

import threading
from dataclasses import dataclass, field
from typing import Any

from django.templatetags.static import static
from playwright.sync_api import Error


@dataclass
class Kolam:
    """Each window a browser of its own, with one page; who gets it finds it as if it were new."""

    chromium: Any
    server: str
    bebas: list[Any] = field(default_factory=list)

    def pinjam(self, lebar: int, tinggi: int) -> Any:
        """A blank page of this size, signed in as nobody."""
        ruang: Any = {"width": lebar, "height": tinggi}
        if self.bebas:
            halaman = self.bebas.pop()
            halaman.set_viewport_size(ruang)
            return halaman
        milik = self.chromium.new_context(viewport=ruang, locale="id", base_url=self.server)
        halaman = milik.new_page()
        halaman.set_default_timeout(45_000)
        return halaman

    def terima(self, halaman: Any) -> None:
        """Take a page back; a test may have closed it, or be about to."""
        try:
            self._kosongkan(halaman)
        except Error:
            halaman.context.close()
        else:
            self.bebas.append(halaman)

    def tutup(self) -> None:
        """Close all windows, and let the server's threads that spoke with them end before it does."""
        for halaman in self.bebas:
            halaman.context.close()
        for satu in threading.enumerate():
            if "process_request_thread" in satu.name:
                satu.join(timeout=5)

    def _kosongkan(self, halaman: Any) -> None:
        """Nothing of a test is left: no other tab, no session, nothing stored, nothing set."""
        milik = halaman.context
        for lain in milik.pages:
            if lain != halaman:
                lain.close()
        halaman.unroute_all()
        halaman.emulate_media(reduced_motion="null")
        milik.set_offline(False)
        # a picture of the same server: for a blank page the browser would begin another process
        halaman.goto(static("img/sakip.svg"), wait_until="commit")
        milik.clear_cookies()
        alat = milik.new_cdp_session(halaman)
        alat.send("Storage.clearDataForOrigin", {"origin": self.server, "storageTypes": "all"})
        alat.detach()

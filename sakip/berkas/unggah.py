"""Receiving uploads: what is over the limit is read past and never kept."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class UnggahanTerpotong(UploadedFile):
    """A file that was too big to keep: its name and true size, and none of its content."""


class PembatasUnggah(FileUploadHandler):
    """Stands before Django's handlers and passes on no more than the limit of one file.

    The rest is read and dropped: a server that hangs up shows the person a broken connection
    instead of the form with its message and with what was typed. A request longer than any form
    can be is not read at all.
    """

    terbaca = 0

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002 -- Django's own signature
        META: dict[str, Any],  # noqa: ARG002, N803
        content_length: int,
        boundary: str,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        terpanjang = settings.UNGGAH_MAKS * settings.DATA_UPLOAD_MAX_NUMBER_FILES
        if content_length > terpanjang:
            raise RequestDataTooBig(f"{content_length} byte; paling besar {terpanjang}.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.terbaca = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002
        self.terbaca += len(raw_data)
        return None if self.terbaca > settings.UNGGAH_MAKS else raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:  # noqa: ARG002
        if self.terbaca <= settings.UNGGAH_MAKS:
            return None
        for penerima in self.request.upload_handlers if self.request else ():
            sementara = getattr(penerima, "file", None)
            if sementara is not None:
                sementara.close()  # what was kept up to the limit goes at once
        return UnggahanTerpotong(BytesIO(), self.file_name, self.content_type, self.terbaca)

"""The log: one JSON line per event, in UTC."""

import json
import logging
from datetime import UTC, datetime

from sakip.web.permintaan import permintaan_sekarang


class PenulisJson(logging.Formatter):
    """Writes a record as one line; line breaks in a message are escaped and cannot forge another."""

    def format(self, record: logging.LogRecord) -> str:
        baris: dict[str, object] = {
            "waktu": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "tingkat": record.levelname,
            "sumber": record.name,
            "permintaan": permintaan_sekarang().id,
            "pesan": record.getMessage(),
            **getattr(record, "rincian", {}),
        }
        if record.exc_info:
            baris["galat"] = self.formatException(record.exc_info)
        return json.dumps(baris, ensure_ascii=False)

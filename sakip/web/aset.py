"""Which files of the packages that bring assets are collected, and how they are named."""

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder
from whitenoise.storage import CompressedManifestStaticFilesStorage

TAK_TERPAKAI = ["bootstrap-*", "*.rtl.*", "bootstrap.css", "bootstrap.css.map"]


class PencariAset(FileSystemFinder):
    """Django's finder of folders, without Bootstrap's builds that no page uses."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        return super().list([*(ignore_patterns or ()), *TAK_TERPAKAI])


class GudangAset(CompressedManifestStaticFilesStorage):
    """Every file under a name with its hash, in the imports of a script too.

    A script would otherwise ask for the part it imports under the old name, and run with an old
    copy of it after an upgrade.
    """

    support_js_module_import_aggregation = True

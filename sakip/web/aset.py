"""Which files of the packages that bring assets are collected."""

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder

TAK_TERPAKAI = ["bootstrap-*", "*.rtl.*", "bootstrap.css", "bootstrap.css.map"]


class PencariAset(FileSystemFinder):
    """Django's finder of folders, without Bootstrap's builds that no page uses."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        return super().list([*(ignore_patterns or ()), *TAK_TERPAKAI])

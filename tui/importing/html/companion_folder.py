"""Folders that browsers put beside a saved page: what lies in them are its pictures, styles and frames, no articles."""

from __future__ import annotations

from collections.abc import Collection

_ENDINGS = (
    "_files", ".files", "-files", "_fichiers", "-fichiers", "-Dateien", "_Dateien", "_archivos", "-Archivos",
    "_arquivos", "_ficheiros", "_file", "-file", "_bestanden", "-bestanden", "_pliki", "_soubory", "-filer", "_filer",
    "_tiedostot", "_dosyalar", "_datoteke", "_fitxers", "_elemei", "_failid", "_ملفات", "_файлы", "_ファイル",
)  # fmt: skip
"""What browsers add to a page's name in their languages."""

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".HTML", ".HTM")


def page_beside(folder: str, names: Collection[str]) -> str:
    """Return the page whose parts a folder holds, by its own name and the `names` beside it; "" where it is none."""
    for ending in _ENDINGS:
        if folder.endswith(ending) and len(folder) > len(ending):
            stem = folder.removesuffix(ending)
            return next((stem + suffix for suffix in _PAGES if stem + suffix in names), "")
    return ""

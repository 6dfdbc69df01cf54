"""Where the files of the data lie: ``pemda/instansi/iku/2021.yaml`` and the like."""

# The folders of files in that of an instansi; its other files lie beside them.
_FILE_FOLDERS = ("iku", "capaian")
SKALA = "skala"


def instansi_of(path: str) -> str:
    """Return the id of the Pemda or instansi in whose folder a file lies, by its path."""
    parts = path.split("/")[:-1]
    return "/".join(parts[:-1] if parts and parts[-1] in _FILE_FOLDERS else parts)

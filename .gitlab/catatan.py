"""Put a Markdown file as one note under the merge request; update the note when it is there.

Runs in GitLab CI with Python alone. Exit status 0 good, 1 when GitLab refuses.
"""

import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any

TANDA = "<!-- iku: perubahan angka -->\n"


def ask(method: str, path: str, body: dict[str, str] | None = None) -> Any:
    """Return GitLab's answer to a request of its API."""
    request = urllib.request.Request(  # noqa: S310 (GitLab's own address, set by its runner)
        os.environ["CI_API_V4_URL"] + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "PRIVATE-TOKEN": os.environ["IKU_TOKEN"],
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.load(answer)


def main(file: str) -> None:
    project, number = os.environ["CI_PROJECT_ID"], os.environ["CI_MERGE_REQUEST_IID"]
    notes = f"/projects/{project}/merge_requests/{number}/notes"
    note = {"body": TANDA + Path(file).read_text(encoding="utf-8")}
    me = ask("GET", "/user")["id"]
    for one in ask("GET", f"{notes}?per_page=100&sort=asc"):
        # Anybody may write the mark; only our own note can be changed.
        if one["author"]["id"] == me and one["body"].startswith(TANDA):
            ask("PUT", f"{notes}/{one['id']}", note)
            return
    ask("POST", notes, note)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OSError as error:
        sys.exit(f"Catatan tidak dapat ditulis: {error}. Periksa variabel IKU_TOKEN.")

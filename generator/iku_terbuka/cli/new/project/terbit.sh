#!/bin/sh
# Untuk server sendiri: ambil perubahan dari Git, periksa, bangun, lalu ganti situs yang lama.
# Folder situs disebut sesudah nama berkas ini. Tiap jam lewat cron:
#   0 * * * * /srv/proyek-iku/terbit.sh /srv/www/iku
# Kalau ada kesalahan, situs yang lama tetap utuh, dan cron mengirim pesannya.
set -eu
cd "$(dirname "$0")"
git pull --quiet --ff-only
make --no-print-directory pasang
.venv/bin/iku check > .periksa.log 2>&1 || { cat .periksa.log; exit 1; }
.venv/bin/iku build --out "$1" > .bangun.log 2>&1 || { cat .bangun.log; exit 1; }

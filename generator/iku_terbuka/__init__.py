"""IKU Terbuka: from the decrees and results in ``indicators/`` to a public site.

Data flows one way: YAML → :mod:`.source` → :mod:`.load` → frozen :mod:`.model` → :mod:`.capaian`
→ :mod:`.context` → :mod:`.pages`, :mod:`.charts`, :mod:`.opendata` → :mod:`.site` →
:mod:`.publish`, with the theme from :mod:`.mkdocs_plugin`. Only ``load``, ``history``, ``publish``,
the plugin and the command line touch the disk.
"""

"""IKU Terbuka: from the decrees and results in ``indicators/`` to a public site.

Data flows one way: YAML → :mod:`iku_terbuka.load` → frozen :mod:`iku_terbuka.model`
→ :mod:`iku_terbuka.pages`, :mod:`iku_terbuka.charts`, :mod:`iku_terbuka.opendata`
→ :mod:`iku_terbuka.site` → MkDocs. Only ``load``, the plugin and the command line touch the disk.
"""

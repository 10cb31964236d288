"""The dossier: one SQLite file that holds all of a story."""

"""Makes tables of ``atstake/facts`` out of data that is not in the repository."""

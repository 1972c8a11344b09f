"""Records out: one module a format, and the one way in which a file is put in its place."""

-- The edits of a project, in the order of its stack. What an edit changes is a patch file's bytes, kept once under their
-- SHA-256, however many edits share them, in parts that SQLite can hold.
CREATE TABLE contents (
    hash TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_chunks (
    hash TEXT NOT NULL REFERENCES contents (hash) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (hash, number)
) STRICT;

CREATE TABLE edits (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    model TEXT NOT NULL,
    base TEXT NOT NULL,
    made_on TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    colour TEXT NOT NULL,
    alpha REAL NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    recipe TEXT NOT NULL,
    content TEXT NOT NULL REFERENCES contents (hash)
) STRICT;

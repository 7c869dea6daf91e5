-- The first schema of a project file.

CREATE TABLE models (
    fingerprint TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    spec TEXT NOT NULL
) STRICT;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    job TEXT NOT NULL,
    settings TEXT NOT NULL,
    measured TEXT NOT NULL,
    model TEXT NOT NULL REFERENCES models (fingerprint),
    inputs TEXT NOT NULL,
    seed INTEGER NOT NULL,
    version TEXT NOT NULL,
    device TEXT NOT NULL,
    dtype TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done', 'failed')),
    started INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    message TEXT NOT NULL
) STRICT;

CREATE INDEX runs_by_measured ON runs (model, job, measured);

-- fp32 arrays of a run, written in chunks: blobs of little-endian floats over begin <= index < end of every axis.
CREATE TABLE arrays (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    shape TEXT NOT NULL,
    axes TEXT NOT NULL,
    PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunks (
    run INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (run, name, number),
    FOREIGN KEY (run, name) REFERENCES arrays (run, name) ON DELETE CASCADE
) STRICT;

CREATE TABLE view (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

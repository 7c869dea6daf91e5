-- What an edit's job found and what the edit did, as JSON: ledger, hashes, placebos, side effects; {} for none.
ALTER TABLE edits ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';

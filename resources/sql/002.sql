-- What a run gave that is no array of numbers, such as texts; {} for none.
ALTER TABLE runs ADD COLUMN result TEXT NOT NULL DEFAULT '{}';

-- Plain SQL that H2 and PostgreSQL both understand. TEXT holds JSON in ASCII; ids are escaped so that they are unique
-- and sort alike everywhere.

-- Where to read each source on from.
CREATE TABLE IF NOT EXISTS writeback_cursor (
  source VARCHAR NOT NULL PRIMARY KEY,
  place TEXT NOT NULL
);

-- One row for each cloud object: how it waits. It is small because it is written most.
--   state: 0 resting, 1 pending, 2 in escrow, 3 waiting for others, 4 parked
--   lane:  0 not to be handed out, 1 when its turn has come, 2 when it is due, 9 in a worker's hands
CREATE TABLE IF NOT EXISTS writeback_item (
  id VARCHAR NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL,
  state SMALLINT NOT NULL,
  lane SMALLINT NOT NULL,
  due_seconds BIGINT NOT NULL,
  due_nanos INTEGER NOT NULL,
  place BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  changed BIGINT NOT NULL,
  claimed_after BIGINT NOT NULL,
  awaited TEXT,
  parked TEXT
);
CREATE INDEX IF NOT EXISTS writeback_item_lane ON writeback_item (lane, due_seconds, due_nanos, place, id);

-- What is known of each cloud object.
CREATE TABLE IF NOT EXISTS writeback_object (
  id VARCHAR NOT NULL PRIMARY KEY,
  has_former BOOLEAN NOT NULL,
  content TEXT NOT NULL
);

-- What was last agreed about it.
CREATE TABLE IF NOT EXISTS writeback_baseline (
  id VARCHAR NOT NULL PRIMARY KEY,
  entry VARCHAR(36),
  content TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS writeback_baseline_entry ON writeback_baseline (entry);

-- Who waits for whom.
CREATE TABLE IF NOT EXISTS writeback_waiter (
  id VARCHAR NOT NULL,
  awaited VARCHAR NOT NULL,
  PRIMARY KEY (id, awaited)
);
CREATE INDEX IF NOT EXISTS writeback_waiter_awaited ON writeback_waiter (awaited);

-- Writes that may have been made or not.
CREATE TABLE IF NOT EXISTS writeback_announced (
  id VARCHAR NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

-- What was written and decided.
CREATE TABLE IF NOT EXISTS writeback_journal (
  number BIGINT NOT NULL PRIMARY KEY,
  run VARCHAR NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS writeback_journal_run ON writeback_journal (run, number);

-- Statuses that are not delivered yet.
CREATE TABLE IF NOT EXISTS writeback_status (
  number BIGINT NOT NULL PRIMARY KEY,
  id VARCHAR NOT NULL UNIQUE,
  content TEXT NOT NULL
);

-- One row: the last number that was given to a place in the queue, a change, a line of the journal and a status.
CREATE TABLE IF NOT EXISTS writeback_counter (
  place BIGINT NOT NULL,
  change BIGINT NOT NULL,
  line BIGINT NOT NULL,
  status BIGINT NOT NULL
);
INSERT INTO writeback_counter (place, change, line, status)
  SELECT 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM writeback_counter);

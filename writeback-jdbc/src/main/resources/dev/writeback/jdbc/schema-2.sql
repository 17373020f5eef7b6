-- Plain SQL that H2 and PostgreSQL both understand, but for the words in braces, which the dialect replaces.
-- What is called content, note or announced is JSON in ASCII. Ids are escaped so that every database can hold them.
-- Each statement may be repeated: not every database takes one back when a process ends half-way.

-- Objects, places in the queue, batches, nodes and runs get their numbers from here; there are gaps. Nodes must not draw
-- in advance, for what is later must have a greater number.
CREATE SEQUENCE IF NOT EXISTS writeback_number START WITH 1 {CACHE};

-- The last change that was taken in, and the last line of the journal: they grow in the order of commits.
CREATE TABLE IF NOT EXISTS writeback_last (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);

-- Where to read each source on from.
CREATE TABLE IF NOT EXISTS writeback_cursor (
  source VARCHAR NOT NULL PRIMARY KEY,
  place TEXT NOT NULL
);

-- One row for each cloud object: how it stands. It is small because it is written most.
--   hash:   of the id, by which it is found
--   state:  0 resting, 1 pending, 2 in escrow, 3 waiting for others, 4 parked, 5 expired, 6 held, 7 out of scope
--   lane:   0 resting, 1 when its turn has come, 2 when it is due, -4 to -7 parked, expired, held, out of scope
--   holder: the node that has it in its hands, where nodes share the store
--   former: whether the cloud took values of it away
--   awaits: whether the note tells what it waits for
--   note:   what it waits for, why it failed, the conflicts that it is parked for, or the plan that is held
CREATE TABLE IF NOT EXISTS writeback_standing (
  nr BIGINT NOT NULL PRIMARY KEY,
  hash BIGINT NOT NULL,
  id VARCHAR NOT NULL,
  revision BIGINT NOT NULL,
  state SMALLINT NOT NULL,
  lane SMALLINT NOT NULL,
  due_seconds BIGINT NOT NULL,
  due_nanos INTEGER NOT NULL,
  place BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  changed BIGINT NOT NULL,
  since_seconds BIGINT NOT NULL,
  since_nanos INTEGER NOT NULL,
  former BOOLEAN NOT NULL,
  awaits BOOLEAN NOT NULL,
  holder BIGINT,
  note {BYTES},
  announced {BYTES}
);
CREATE INDEX IF NOT EXISTS writeback_standing_hash ON writeback_standing (hash);
CREATE INDEX IF NOT EXISTS writeback_standing_lane
  ON writeback_standing (lane, due_seconds, due_nanos, place) {WHERE FREE};
{SHARED} CREATE INDEX IF NOT EXISTS writeback_standing_since ON writeback_standing (since_seconds) {WHERE FREE};
{SHARED} CREATE INDEX IF NOT EXISTS writeback_standing_holder ON writeback_standing (holder) {WHERE HELD};

-- What is known of each cloud object.
CREATE TABLE IF NOT EXISTS writeback_known (
  nr BIGINT NOT NULL PRIMARY KEY,
  content {BYTES} NOT NULL
);

-- What was last agreed about it.
CREATE TABLE IF NOT EXISTS writeback_agreed (
  nr BIGINT NOT NULL PRIMARY KEY,
  entry UUID,
  content {BYTES} NOT NULL
);
CREATE INDEX IF NOT EXISTS writeback_agreed_entry ON writeback_agreed (entry);

-- Who waits for whom.
CREATE TABLE IF NOT EXISTS writeback_waiter (
  id VARCHAR NOT NULL,
  awaited VARCHAR NOT NULL,
  PRIMARY KEY (id, awaited)
);
CREATE INDEX IF NOT EXISTS writeback_waiter_awaited ON writeback_waiter (awaited);

-- Writes of a batch that may have been made or not. When its node is gone, each goes to the standing of its object.
CREATE TABLE IF NOT EXISTS writeback_announcement (
  number BIGINT NOT NULL PRIMARY KEY,
  holder BIGINT NOT NULL,
  content {BYTES} NOT NULL
);

-- What was written and decided.
CREATE TABLE IF NOT EXISTS writeback_line (
  number BIGINT NOT NULL PRIMARY KEY,
  run VARCHAR NOT NULL,
  content {BYTES} NOT NULL
);

-- Between which lines those of a run stand.
CREATE TABLE IF NOT EXISTS writeback_chapter (
  run VARCHAR NOT NULL PRIMARY KEY,
  first_line BIGINT NOT NULL,
  last_line BIGINT NOT NULL
);

-- Statuses that are not delivered yet, those of one batch together.
CREATE TABLE IF NOT EXISTS writeback_outbox (
  number BIGINT NOT NULL PRIMARY KEY,
  statuses INTEGER NOT NULL,
  content {BYTES} NOT NULL
);

-- Runs, in the order in which they were first kept.
CREATE TABLE IF NOT EXISTS writeback_run (
  id VARCHAR NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL,
  state VARCHAR(20) NOT NULL,
  enumerated BIGINT,
  content {BYTES} NOT NULL
);
CREATE INDEX IF NOT EXISTS writeback_run_number ON writeback_run (number);

-- What writes destroy, minute by minute since 1970 and node by node.
CREATE TABLE IF NOT EXISTS writeback_spent (
  at_minute BIGINT NOT NULL,
  holder BIGINT NOT NULL,
  cleared BIGINT NOT NULL,
  addresses BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  PRIMARY KEY (at_minute, holder)
);

-- The nodes that share the store, each with the end of its lease, and which of them delivers statuses.
CREATE TABLE IF NOT EXISTS writeback_node (
  token BIGINT NOT NULL PRIMARY KEY,
  lease_end TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE TABLE IF NOT EXISTS writeback_duty (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  holder BIGINT NOT NULL,
  lease_end TIMESTAMP WITH TIME ZONE NOT NULL
);

INSERT INTO writeback_last (name, number)
  SELECT 'change', 0 WHERE NOT EXISTS (SELECT 1 FROM writeback_last WHERE name = 'change');
INSERT INTO writeback_last (name, number)
  SELECT 'line', 0 WHERE NOT EXISTS (SELECT 1 FROM writeback_last WHERE name = 'line');
INSERT INTO writeback_duty (name, holder, lease_end)
  SELECT 'outbox', 0, CURRENT_TIMESTAMP WHERE NOT EXISTS (SELECT 1 FROM writeback_duty);

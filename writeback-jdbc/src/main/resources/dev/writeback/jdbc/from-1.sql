-- What version 1 held, but for the objects themselves, which are moved one page after the other.
-- Repeated from the start if a process ended half-way.
DELETE FROM writeback_standing;
DELETE FROM writeback_known;
DELETE FROM writeback_agreed;
DELETE FROM writeback_line;
DELETE FROM writeback_chapter;
DELETE FROM writeback_outbox;

UPDATE writeback_last SET number = (SELECT MAX(change) FROM writeback_counter) WHERE name = 'change';
UPDATE writeback_last SET number = (SELECT MAX(line) FROM writeback_counter) WHERE name = 'line';
INSERT INTO writeback_line (number, run, content) SELECT number, run, {UTF8}(content{END UTF8} FROM writeback_journal;
INSERT INTO writeback_chapter (run, first_line, last_line)
  SELECT run, MIN(number), MAX(number) FROM writeback_line GROUP BY run;
INSERT INTO writeback_outbox (number, statuses, content)
  SELECT number, 1, {UTF8}('[' || content || ']'{END UTF8} FROM writeback_status;

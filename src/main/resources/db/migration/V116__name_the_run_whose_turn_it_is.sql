-- One run of deletion at a time (R27): the turn belongs to a run and to the loop that works on it. A second click gets the same run as the
-- first, and a run that lost its turn comes back late: neither of them goes on beside the other.
ALTER TABLE deletion_turn
  ADD COLUMN run_id BIGINT   NULL COMMENT 'whose turn it is; NULL while nobody deletes',
  ADD COLUMN worker CHAR(43) NULL COLLATE utf8mb4_bin COMMENT 'a random name of the loop that works on it; NULL until its first batch',
  ADD CONSTRAINT deletion_turn_run_fk FOREIGN KEY (run_id) REFERENCES deletion_run (id);

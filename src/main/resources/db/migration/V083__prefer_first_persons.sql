-- Until this day, included, only the first person of each Kommune is funded. It stands with the money, because the guarded UPDATE that
-- reserves for somebody new has to see it: whoever read the row before it was set is stopped there.
ALTER TABLE budget ADD COLUMN first_persons_until DATE NULL COMMENT 'Europe/Berlin; null: everybody in order of receipt';

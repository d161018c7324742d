-- Beyond its places a Kommune may pay the whole fee itself, where the Ministry allows it (R5): such a registration uses no place, and the
-- Land pays nothing for it. Every other live registration still stands on a place.
ALTER TABLE programme ADD COLUMN self_payers BOOLEAN NOT NULL DEFAULT FALSE AFTER places_per_kommune;
ALTER TABLE registration ADD COLUMN self_paying BOOLEAN NOT NULL DEFAULT FALSE AFTER place_number;
ALTER TABLE registration
  DROP CONSTRAINT registration_live_has_place_check,
  ADD CONSTRAINT registration_live_has_place_check CHECK (status NOT IN ('CONFIRMED', 'WAITING', 'ATTENDED') OR self_paying OR place_number IS NOT NULL),
  ADD CONSTRAINT registration_self_paying_check CHECK (NOT self_paying OR (place_number IS NULL AND rate_basis_points = 0));

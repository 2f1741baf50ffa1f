-- Residents of Hong Kong, Macau and Taiwan and foreign nationals have no household registration.
ALTER TABLE enrolment DROP CONSTRAINT enrolment_household_type_known;
ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_household_type_known CHECK (household_type IN ('LOCAL_URBAN', 'LOCAL_RURAL', 'NONLOCAL_URBAN', 'NONLOCAL_RURAL', 'HMT_RESIDENT', 'FOREIGN_NATIONAL'));

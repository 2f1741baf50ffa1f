-- The months of one person are read from the primary key alone: it holds the amounts as well. The index beside it had the months in
-- one direction and everything else in the other, so that a question in the order of the key either sorted anew or read the rows; and
-- it was a second copy of the same keys, which every month that is billed and every one that is paid had to write.
DROP INDEX premium_payment_by_person;
ALTER TABLE premium_payment DROP CONSTRAINT premium_payment_pkey;
ALTER TABLE premium_payment ADD CONSTRAINT premium_payment_pkey PRIMARY KEY (individual_id, period, employer_id, kind, sequence)
  INCLUDE (status, posted_on, average_wage,
    pension_base, pension_employer, pension_personal, medical_base, medical_employer, medical_personal,
    unemployment_base, unemployment_employer, unemployment_personal, work_injury_base, work_injury_employer,
    maternity_base, maternity_employer);

-- The key alone answers only for pages that are known to be visible to everybody. By the database's own measure (a fifth of the
-- table) half a year of months would lie unseen to; a hundredth is less than one month of three years.
ALTER TABLE premium_payment SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);

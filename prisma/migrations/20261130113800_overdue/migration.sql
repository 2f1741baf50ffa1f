-- What is overdue is asked of the unpaid bills and their lines by their indexes alone: neither a bill nor a line is read for it.
CREATE INDEX payment_notice_unpaid ON payment_notice (due_on) INCLUDE (id, period, employer_id, number) WHERE status = 'UNPAID';
ALTER TABLE payment_notice_line DROP CONSTRAINT payment_notice_line_pkey;
ALTER TABLE payment_notice_line ADD CONSTRAINT payment_notice_line_pkey PRIMARY KEY (notice_id, insurance) INCLUDE (employer, personal);

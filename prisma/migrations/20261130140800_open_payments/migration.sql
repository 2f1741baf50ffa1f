-- What is not settled is asked about every few minutes, and is a handful among all payments there ever were.
CREATE INDEX payment_open ON payment (created_at) WHERE status IN ('SENT_TO_BANK', 'UNKNOWN');

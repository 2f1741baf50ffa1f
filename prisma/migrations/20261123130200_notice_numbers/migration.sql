-- Numbers of payment notices: one row of numbers for the office, gaps allowed, never the same twice.
CREATE SEQUENCE payment_notice_number;

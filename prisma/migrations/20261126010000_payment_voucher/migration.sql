-- The paper for one paid notice is a voucher; a certificate is about a range of months.
UPDATE document SET kind = 'PAYMENT_VOUCHER' WHERE kind = 'PAYMENT_CERTIFICATE';

-- The printed form of a monthly declaration: in the public register, and among the papers of a print run. Versions that were handed in
-- before get their code when they are printed first.
ALTER TABLE document DROP CONSTRAINT document_kind_known;
ALTER TABLE document ADD CONSTRAINT document_kind_known CHECK (kind IN ('ANNUAL_INSPECTION_FORM', 'MONTHLY_DECLARATION_FORM', 'PAYMENT_NOTICE', 'PAYMENT_VOUCHER', 'PAYMENT_RECEIPT', 'UNIT_CERTIFICATE', 'PERSONAL_CERTIFICATE'));

ALTER TABLE print_item DROP CONSTRAINT print_item_kind_known;
ALTER TABLE print_item ADD CONSTRAINT print_item_kind_known CHECK (kind IN ('ANNUAL_INSPECTION_FORM', 'MONTHLY_DECLARATION_FORM', 'PAYMENT_NOTICE', 'PAYMENT_VOUCHER', 'PAYMENT_RECEIPT', 'UNIT_CERTIFICATE'));

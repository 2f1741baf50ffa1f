-- What an office says of itself besides its name: the words of its seal, and the fund's income account, which was a setting of the
-- server before. An office of before has neither until they are told; a demonstration keeps the demonstration's account.
ALTER TABLE "office" ADD COLUMN     "payee_bank" TEXT,
ADD COLUMN     "payee_name" TEXT,
ADD COLUMN     "payee_number" TEXT,
ADD COLUMN     "seal_text" TEXT;

ALTER TABLE office
  ADD CONSTRAINT office_payee_whole CHECK (
    num_nonnulls(payee_number, payee_name, payee_bank) IN (0, 3)),
  ADD CONSTRAINT office_payee_number_digits CHECK (payee_number ~ '^\d{8,30}$');

-- An employer has several clerks, each with an own account, an own number to sign in with, and duties.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "clerk_no" TEXT;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "duties" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE UNIQUE INDEX "account_clerk_no_key" ON "account"("clerk_no");

-- The number is drawn where the account is made, whoever makes it: by the register's first letters, an invitation, an approval.
CREATE SEQUENCE clerk_number;
CREATE FUNCTION draw_clerk_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.clerk_no := 'JB' || lpad(nextval('clerk_number')::text, 6, '0');
  RETURN NEW;
END $$;
CREATE TRIGGER account_clerk_number BEFORE INSERT ON account
  FOR EACH ROW WHEN (NEW.kind = 'EMPLOYER' AND NEW.clerk_no IS NULL) EXECUTE FUNCTION draw_clerk_number();
UPDATE account SET clerk_no = 'JB' || lpad(nextval('clerk_number')::text, 6, '0') WHERE kind = 'EMPLOYER';
ALTER TABLE account ADD CONSTRAINT account_clerk_number CHECK (
  (kind = 'EMPLOYER') = (clerk_no IS NOT NULL) AND (clerk_no IS NULL OR clerk_no ~ '^JB[0-9]{6,12}$'));

-- Until now the one clerk of an employer did everything: so each stays its administrator.
UPDATE membership SET duties = '{}' WHERE duties IS NULL;
UPDATE membership SET duties = '{ADMINISTER,PREPARE,SUBMIT,PAY}' WHERE role = 'CLERK';
ALTER TABLE membership
  ADD CONSTRAINT membership_duties_known CHECK (
    duties <@ ARRAY['ADMINISTER'::text, 'PREPARE'::text, 'SUBMIT'::text, 'PAY'::text]),
  ADD CONSTRAINT membership_duties_of_clerks CHECK (duties IS NOT NULL AND (role = 'CLERK' OR duties = '{}'));

ALTER TABLE one_time_code DROP CONSTRAINT one_time_code_purpose_known;
ALTER TABLE one_time_code ADD CONSTRAINT one_time_code_purpose_known CHECK (purpose IN ('INSURED_FIRST_PASSWORD',
  'STAFF_ACTIVATION', 'STAFF_PASSWORD_RESET', 'CLERK_ACTIVATION', 'CLERK_PASSWORD_RESET', 'CLERK_INVITATION'));

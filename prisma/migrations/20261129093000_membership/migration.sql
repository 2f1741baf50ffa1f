-- For whom an account may act stands in rows with a first and a last day, instead of on the account: a person may act for
-- several employers, staff belong to an office.
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id"),
    CONSTRAINT membership_role_known CHECK (role IN ('CLERK', 'OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR')),
    CONSTRAINT membership_scope_kind_known CHECK (scope_kind IN ('EMPLOYER', 'OFFICE')),
    CONSTRAINT membership_role_in_scope CHECK (
      (role = 'CLERK') = (scope_kind = 'EMPLOYER')),
    CONSTRAINT membership_days CHECK (
      valid_from ~ '^\d{4}-\d{2}-\d{2}$' AND (valid_to IS NULL OR (valid_to ~ '^\d{4}-\d{2}-\d{2}$' AND valid_to >= valid_from)))
);
CREATE INDEX "membership_scope_kind_scope_id_idx" ON "membership"("scope_kind", "scope_id");
CREATE UNIQUE INDEX "membership_account_id_role_scope_kind_scope_id_valid_from_key" ON "membership"("account_id", "role", "scope_kind", "scope_id", "valid_from");
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One column, two tables it may lead to: each has its foreign key on a column that the database derives.
ALTER TABLE membership
  ADD COLUMN employer_id UUID GENERATED ALWAYS AS (CASE scope_kind WHEN 'EMPLOYER' THEN scope_id END) STORED
    CONSTRAINT membership_employer_id_fkey REFERENCES employer(id),
  ADD COLUMN office_id UUID GENERATED ALWAYS AS (CASE scope_kind WHEN 'OFFICE' THEN scope_id END) STORED
    CONSTRAINT membership_office_id_fkey REFERENCES office(id);

-- What the accounts said so far, from the day (in Asia/Shanghai) on which each was made. There was one office; its staff are those.
INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from)
SELECT gen_random_uuid(), account.id, 'CLERK', 'EMPLOYER', account.employer_id,
  to_char(account.created_at + interval '8 hours', 'YYYY-MM-DD')
FROM account WHERE account.employer_id IS NOT NULL;
INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from)
SELECT DISTINCT ON (account.id, held.role) gen_random_uuid(), account.id, held.role, 'OFFICE', office.id,
  to_char(account.created_at + interval '8 hours', 'YYYY-MM-DD')
FROM account
CROSS JOIN LATERAL unnest(account.roles) held(role)
CROSS JOIN (SELECT id FROM office ORDER BY region LIMIT 1) office
WHERE account.kind = 'STAFF';

-- Sessions that are open go on, in the membership they were opened with.
ALTER TABLE "session" ADD COLUMN "membership_id" UUID;
UPDATE session SET membership_id = (
  SELECT membership.id FROM membership WHERE membership.account_id = session.account_id
  ORDER BY membership.valid_from, membership.id LIMIT 1);
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE account DROP CONSTRAINT account_one_subject;
ALTER TABLE "account" DROP CONSTRAINT "account_employer_id_fkey";
DROP INDEX "account_employer_id_idx";
ALTER TABLE "account" DROP COLUMN "employer_id", DROP COLUMN "roles";
ALTER TABLE account ADD CONSTRAINT account_one_subject CHECK (
  (kind = 'EMPLOYER' AND individual_id IS NULL AND staff_no IS NULL)
  OR (kind = 'INSURED' AND individual_id IS NOT NULL AND staff_no IS NULL)
  OR (kind = 'STAFF' AND staff_no IS NOT NULL AND individual_id IS NULL));

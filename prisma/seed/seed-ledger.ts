import type { SeedTools } from './bulk-insert.ts'

/**
 * The books behind the seeded notices, in the accounts and keys that billing uses: each notice charged when issued,
 * its late fee and its payment booked on the day it was posted. `proveLedger` holds them against the notices.
 */
export async function seedLedger(tools: SeedTools): Promise<void> {
  await tools.query({
    text: `
    INSERT INTO ledger_account (id, code, kind, employer_id, insurance)
    SELECT gen_random_uuid(), 'RECEIVABLE:' || id, 'RECEIVABLE', id, NULL FROM employer
    UNION ALL SELECT DISTINCT ON (insurance) gen_random_uuid(), 'FUND:' || insurance, 'FUND', NULL::uuid, insurance FROM payment_notice_line
    UNION ALL SELECT gen_random_uuid(), 'FUND:LATE_FEE', 'FUND', NULL, NULL
    UNION ALL SELECT gen_random_uuid(), 'BANK:SANDBOX', 'BANK', NULL, NULL`,
  })
  await tools.query({
    text: `
    INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on, notice_id, memo)
    SELECT gen_random_uuid(), 'CHARGE', 'charge:' || id, issued_on, id, jsonb_build_object('number', number) FROM payment_notice
    UNION ALL SELECT gen_random_uuid(), 'LATE_FEE', 'late-fee:' || id, posted_on, id, jsonb_build_object('number', number)
      FROM payment_notice WHERE late_fee > 0
    UNION ALL SELECT gen_random_uuid(), 'PAYMENT', 'payment:' || id, posted_on, id, jsonb_build_object('number', number)
      FROM payment_notice WHERE posted_on IS NOT NULL`,
  })
  // Funds are credited a line and side at a time; the receivable takes the whole.
  await tools.query({
    text: `
    INSERT INTO ledger_entry (transfer_id, account_id, amount, period, insurance, side)
    SELECT transfer.id, account.id, -part.amount, notice.period, line.insurance, part.side
    FROM ledger_transfer transfer
    JOIN payment_notice notice ON notice.id = transfer.notice_id
    JOIN payment_notice_line line ON line.notice_id = notice.id
    CROSS JOIN LATERAL (VALUES (line.employer, 'EMPLOYER'), (line.personal, 'PERSONAL')) part(amount, side)
    JOIN ledger_account account ON account.code = 'FUND:' || line.insurance
    WHERE transfer.kind = 'CHARGE' AND part.amount <> 0`,
  })
  await tools.query({
    text: `
    INSERT INTO ledger_entry (transfer_id, account_id, amount, period)
    SELECT transfer.id, account.id, part.amount, notice.period
    FROM ledger_transfer transfer
    JOIN payment_notice notice ON notice.id = transfer.notice_id
    CROSS JOIN LATERAL (VALUES
      ('CHARGE', 'RECEIVABLE:' || notice.employer_id, notice.employer_total + notice.personal_total),
      ('LATE_FEE', 'RECEIVABLE:' || notice.employer_id, notice.late_fee),
      ('LATE_FEE', 'FUND:LATE_FEE', -notice.late_fee),
      ('PAYMENT', 'BANK:SANDBOX', notice.total),
      ('PAYMENT', 'RECEIVABLE:' || notice.employer_id, -notice.total)) part(kind, code, amount)
    JOIN ledger_account account ON account.code = part.code
    WHERE part.kind = transfer.kind`,
  })
}

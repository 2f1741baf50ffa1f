import type { SeedTools } from './bulk-insert.ts'

/**
 * The books behind the seeded notices, in the accounts, keys and entries that billing uses: each notice charged when
 * issued; its late fee, its payment and the allocation booked on the day it was posted. `proveLedger` holds them against
 * the notices. Runs in the transaction of the seed: the database asks each transfer at its end whether it balances.
 */
export async function seedLedger(tools: SeedTools): Promise<void> {
  await tools.query({
    text: `
    INSERT INTO ledger_account (id, code, kind, employer_id, insurance)
    SELECT gen_random_uuid(), 'RECEIVABLE:' || id, 'RECEIVABLE', id, NULL FROM employer
    UNION ALL SELECT gen_random_uuid(), 'CREDIT:' || id, 'CREDIT', id, NULL FROM employer
    UNION ALL SELECT DISTINCT ON (insurance) gen_random_uuid(), 'FUND:' || insurance, 'FUND', NULL::uuid, insurance FROM payment_notice_line
    UNION ALL SELECT gen_random_uuid(), 'FUND:LATE_FEE', 'FUND', NULL, NULL
    UNION ALL SELECT gen_random_uuid(), 'BANK:SANDBOX', 'BANK', NULL, NULL`,
  })
  await tools.query({
    text: `
    INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on, notice_id, payment_id, memo)
    SELECT gen_random_uuid(), 'CHARGE', 'charge:' || id, issued_on, id, NULL, jsonb_build_object('number', number) FROM payment_notice
    UNION ALL
    SELECT gen_random_uuid(), part.kind, part.key || payment.id || part.suffix, notice.posted_on, notice.id, payment.id,
      jsonb_build_object('number', notice.number)
    FROM payment_notice notice JOIN payment ON payment.notice_id = notice.id AND payment.status = 'SUCCESS'
    CROSS JOIN LATERAL (VALUES
      ('PAYMENT', 'payment:', ''),
      ('LATE_FEE', 'late-fee:', ':' || notice.id),
      ('ALLOCATION', 'allocation:', ':' || notice.id)) part(kind, key, suffix)
    WHERE part.kind <> 'LATE_FEE' OR notice.late_fee > 0`,
  })
  // Both sides of every share: charged to the employer for the fund, and cleared by the payment.
  await tools.query({
    text: `
    INSERT INTO ledger_entry (transfer_id, account_id, amount, period, insurance, side)
    SELECT transfer.id, account.id, part.sign * share.amount, notice.period, line.insurance, share.side
    FROM ledger_transfer transfer
    JOIN payment_notice notice ON notice.id = transfer.notice_id
    JOIN payment_notice_line line ON line.notice_id = notice.id
    CROSS JOIN LATERAL (VALUES (line.employer, 'EMPLOYER'), (line.personal, 'PERSONAL')) share(amount, side)
    CROSS JOIN LATERAL (VALUES
      ('CHARGE', 'RECEIVABLE:' || notice.employer_id, 1),
      ('CHARGE', 'FUND:' || line.insurance, -1),
      ('ALLOCATION', 'RECEIVABLE:' || notice.employer_id, -1)) part(kind, code, sign)
    JOIN ledger_account account ON account.code = part.code
    WHERE part.kind = transfer.kind AND share.amount <> 0`,
  })
  await tools.query({
    text: `
    INSERT INTO ledger_entry (transfer_id, account_id, amount, period, side)
    SELECT transfer.id, account.id, part.amount, notice.period, part.side
    FROM ledger_transfer transfer
    JOIN payment_notice notice ON notice.id = transfer.notice_id
    CROSS JOIN LATERAL (VALUES
      ('PAYMENT', 'BANK:SANDBOX', notice.total, NULL),
      ('PAYMENT', 'CREDIT:' || notice.employer_id, -notice.total, NULL),
      ('LATE_FEE', 'RECEIVABLE:' || notice.employer_id, notice.late_fee, 'EMPLOYER'),
      ('LATE_FEE', 'FUND:LATE_FEE', -notice.late_fee, 'EMPLOYER'),
      ('ALLOCATION', 'CREDIT:' || notice.employer_id, notice.total, NULL),
      ('ALLOCATION', 'RECEIVABLE:' || notice.employer_id, -notice.late_fee, 'EMPLOYER')) part(kind, code, amount, side)
    JOIN ledger_account account ON account.code = part.code
    WHERE part.kind = transfer.kind AND part.amount <> 0`,
  })
}

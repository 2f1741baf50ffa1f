import type { Platform } from '../../../platform/platform.ts'

/** An employer beside a payer. */
export interface ClaimEmployer {
  id: string
  name: string
  registrationNo: string
  bankAccountName: string
  bankAccountMasked: string
  bankAccountCipher: Uint8Array
}

export function findEmployersToClaim({ database }: Platform, ids: readonly string[]): Promise<ClaimEmployer[]> {
  return database.prisma.employer.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      registrationNo: true,
      bankAccountName: true,
      bankAccountMasked: true,
      bankAccountCipher: true,
    },
  })
}

export interface ClaimCandidate {
  employerId: string
  noticeNumber: string | null
  why: 'NUMBER' | 'NAME' | 'MASKED_ACCOUNT' | 'AMOUNT'
}

/** So many employers may share the last figures of an account; the whole number tells them apart. */
const mostByAccount = 50
const mostByAmount = 5

/** Employers whose money a line may be, each with what speaks for it: a number in the purpose, the name, the account, an open notice. */
export function listClaimCandidates(
  { database }: Platform,
  of: { numbers: readonly string[]; payerName: string | null; payerMasked: string | null; amount: bigint },
): Promise<ClaimCandidate[]> {
  return database.query<ClaimCandidate>(
    {
      name: 'reconciliation-claim-candidates',
      text: `SELECT id AS "employerId", NULL AS "noticeNumber", 'NUMBER' AS why FROM employer
        WHERE registration_no = ANY($1::text[]) OR credit_code = ANY($1::text[])
      UNION ALL SELECT employer_id, number, 'NUMBER' FROM payment_notice WHERE number = ANY($1::text[])
      UNION ALL (SELECT id, NULL, 'NAME' FROM employer WHERE name = $2 OR bank_account_name = $2 LIMIT 10)
      UNION ALL (SELECT id, NULL, 'MASKED_ACCOUNT' FROM employer WHERE bank_account_masked = $3 LIMIT ${mostByAccount})
      UNION ALL (SELECT employer_id, number, 'AMOUNT' FROM payment_notice
        WHERE status IN ('UNPAID', 'SENT_TO_BANK', 'PARTIALLY_PAID') AND total + late_fee = $4 ORDER BY due_on, id LIMIT ${mostByAmount})`,
    },
    [of.numbers, of.payerName, of.payerMasked, of.amount],
  )
}

/** Members of staff of these roles who may take a step today, without those that four eyes keep from it. */
export async function listWhoMay(
  { database, clock }: Platform,
  roles: readonly string[],
  barred: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    {
      name: 'reconciliation-who-may',
      text: `SELECT DISTINCT account.display_name AS name FROM membership
      JOIN account ON account.id = membership.account_id AND account.kind = 'STAFF'
      WHERE membership.scope_kind = 'OFFICE' AND membership.role = ANY($1::text[]) AND NOT account.id = ANY($2::uuid[])
        AND membership.valid_from <= $3 AND (membership.valid_to IS NULL OR membership.valid_to >= $3)
      ORDER BY name LIMIT 20`,
    },
    [roles, barred, clock.today()],
  )
  return rows.map(({ name }) => name)
}

import type { Platform } from '../../../platform/platform.ts'
import type { Standing, StandingKind } from './import-codes.ts'

/** What has come to stand on rows since they were brought in, counted by kind; nothing where nothing does. */
async function counted(
  { database }: Platform,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Standing[]> {
  const rows = await database.query<{ kind: StandingKind; count: number }>({ name, text }, values)
  return rows.filter(({ count }) => count > 0)
}

export const standingOnEmployers = (
  platform: Platform,
  importId: string,
  ids: readonly string[],
): Promise<Standing[]> =>
  counted(
    platform,
    'import-standing-employers',
    `SELECT 'ENROLMENTS' AS kind, count(*)::int AS count FROM enrolment WHERE employer_id = ANY($1::uuid[])
     UNION ALL SELECT 'DECLARATIONS', count(*)::int FROM declaration WHERE employer_id = ANY($1::uuid[])
     UNION ALL SELECT 'NOTICES', count(*)::int FROM payment_notice WHERE employer_id = ANY($1::uuid[])
     UNION ALL SELECT 'MONTHS', count(*)::int FROM premium_payment WHERE employer_id = ANY($1::uuid[])
     UNION ALL SELECT 'PAYMENTS', count(*)::int FROM ledger_account WHERE employer_id = ANY($1::uuid[])
     UNION ALL SELECT 'ACCOUNTS', count(*)::int FROM membership WHERE scope_kind = 'EMPLOYER' AND scope_id = ANY($1::uuid[])
     UNION ALL SELECT 'LATER_CHANGES', count(*)::int FROM employer_particulars
       WHERE employer_id = ANY($1::uuid[]) AND source_id IS DISTINCT FROM $2`,
    [ids, importId],
  )

export const standingOnPeople = (platform: Platform, ids: readonly string[]): Promise<Standing[]> =>
  counted(
    platform,
    'import-standing-people',
    `SELECT 'ENROLMENTS' AS kind, count(*)::int AS count FROM enrolment WHERE individual_id = ANY($1::uuid[])
     UNION ALL SELECT 'MONTHS', count(*)::int FROM premium_payment WHERE individual_id = ANY($1::uuid[])
     UNION ALL SELECT 'CARDS', count(*)::int FROM card WHERE individual_id = ANY($1::uuid[])
     UNION ALL SELECT 'ACCOUNTS', count(*)::int FROM account WHERE individual_id = ANY($1::uuid[])`,
    [ids],
  )

/** Months that were billed on an enrolment, and what a declaration has changed about it since. */
export const standingOnEnrolments = (platform: Platform, importId: string): Promise<Standing[]> =>
  counted(
    platform,
    'import-standing-enrolments',
    `WITH brought AS (SELECT spell_id, employer_id, individual_id, from_period, to_period FROM enrolment
       WHERE source = 'IMPORT' AND source_id = $1)
     SELECT 'MONTHS' AS kind, count(*)::int AS count FROM brought JOIN premium_payment month USING (employer_id, individual_id)
       WHERE month.period >= brought.from_period AND (brought.to_period IS NULL OR month.period <= brought.to_period)
     UNION ALL SELECT 'LATER_CHANGES', count(*)::int FROM enrolment later
       WHERE later.spell_id IN (SELECT spell_id FROM brought) AND later.source_id IS DISTINCT FROM $1`,
    [importId],
  )

import { expect } from 'vitest'
import type { Viewer } from '../access/viewer.ts'
import { ask } from './ask.ts'
import type { TestPlatform } from './test-platform.ts'

export interface Outlook {
  employerName: string
  outcome: string
  changed: number
  warnings: number
}

/** How the waiting declarations of the demo office look to whoever would recommend them at once, by registration number. */
export async function outlookOfWaiting(platform: TestPlatform, officer: Viewer): Promise<Map<string, Outlook>> {
  const waiting = await platform.database.query<{ id: string; version: number; registrationNo: string }>({
    text: `SELECT declaration.id, version, registration_no AS "registrationNo" FROM declaration
      JOIN employer ON employer.id = employer_id WHERE kind = 'ANNUAL_INSPECTION' AND status IN ('SUBMITTED', 'UNDER_REVIEW') ORDER BY registration_no`,
  })
  const { data, errors } = await ask(
    platform,
    officer,
    `query ($seen: [SeenDeclarationInput!]!) { recommendationOutlook(declarations: $seen) {
      declarationId employerName outcome changed warnings } }`,
    { seen: waiting.map(({ id, version }) => ({ declarationId: id, version })) },
  )
  expect(errors).toEqual([])
  const rows = data['recommendationOutlook'] as unknown as (Outlook & { declarationId: string })[]
  return new Map(
    waiting.map(({ id, registrationNo }) => {
      const row = rows.find(({ declarationId }) => declarationId === id)
      if (!row) throw new Error(`Nothing was said of ${registrationNo}.`)
      return [registrationNo, row]
    }),
  )
}

interface Bill {
  period: string
  status: string
  lateFee: bigint
}

/** What an employer has not paid, the oldest month first. */
export function listUnpaid({ database }: TestPlatform, registrationNo: string): Promise<Bill[]> {
  return database.query<Bill>(
    {
      text: `SELECT period, notice.status, late_fee AS "lateFee" FROM payment_notice notice
        JOIN employer ON employer.id = employer_id WHERE registration_no = $1 AND posted_on IS NULL ORDER BY period`,
    },
    [registrationNo],
  )
}

interface PersonalMonth {
  period: string
  kind: string
  status: string
  registrationNo: string
}

/** Somebody's months as their record has them, by the number on record. */
export function listMonthsOf({ database, vault }: TestPlatform, idNumber: string): Promise<PersonalMonth[]> {
  return database.query<PersonalMonth>(
    {
      text: `SELECT period, kind, month.status, registration_no AS "registrationNo" FROM premium_payment month
        JOIN individual ON individual.id = individual_id JOIN employer ON employer.id = employer_id
        WHERE id_hash = $1 ORDER BY period, registration_no, kind`,
    },
    [vault.lookupHash('person-id', idNumber)],
  )
}

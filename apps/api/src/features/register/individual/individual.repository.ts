import type { Card } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type CardRow = Card

export interface IndividualRow {
  personal: Uint8Array
  idMasked: string
}

export async function findIndividual({ database }: Platform, id: string): Promise<IndividualRow | undefined> {
  const [row] = await database.query<IndividualRow>(
    {
      name: 'individual',
      text: 'SELECT personal, id_masked AS "idMasked" FROM individual WHERE id = $1',
    },
    [id],
  )
  return row
}

/** Newest first; a person has one card at a time and few in a life. */
export function listCards({ database }: Platform, individualId: string): Promise<CardRow[]> {
  return database.prisma.card.findMany({ where: { individualId }, orderBy: { createdAt: 'desc' }, take: 20 })
}

export interface SpellRow {
  employerName: string
  fromPeriod: string
  toPeriod: string | null
}

/** From joining to leaving, whatever changed between; newest first. */
export function listSpells({ database }: Platform, individualId: string): Promise<SpellRow[]> {
  return database.query<SpellRow>(
    {
      name: 'person-spells',
      text: `SELECT employer.name AS "employerName", min(from_period) AS "fromPeriod",
        CASE WHEN bool_or(to_period IS NULL) THEN NULL ELSE max(to_period) END AS "toPeriod"
      FROM enrolment JOIN employer ON employer.id = employer_id WHERE individual_id = $1 AND superseded_at IS NULL
      GROUP BY spell_id, employer.name ORDER BY min(from_period) DESC LIMIT 100`,
    },
    [individualId],
  )
}

export interface InsuredPeriods {
  insurance: string
  /** Paid months, each once, in order. */
  periods: string[]
}

/** The months that count, per insurance: paid, with a base, and a month with two employers only once (section 7). */
export function listPaidPeriods({ database }: Platform, individualId: string): Promise<InsuredPeriods[]> {
  return database.query<InsuredPeriods>(
    {
      name: 'paid-periods',
      text: `SELECT i.insurance, array_agg(DISTINCT p.period ORDER BY p.period) AS periods
      FROM premium_payment p, LATERAL (VALUES
        ('PENSION', p.pension_base), ('MEDICAL', p.medical_base), ('UNEMPLOYMENT', p.unemployment_base),
        ('WORK_INJURY', p.work_injury_base), ('MATERNITY', GREATEST(p.maternity_base, p.medical_base))
      ) AS i(insurance, base)
      WHERE p.individual_id = $1 AND p.status IN ('PAID', 'BACK_PAID') AND i.base > 0 GROUP BY i.insurance`,
    },
    [individualId],
  )
}

export async function findFirstAndLastPeriod(
  { database }: Platform,
  individualId: string,
): Promise<{ first: string | null; last: string | null }> {
  const [row] = await database.query<{ first: string | null; last: string | null }>(
    {
      name: 'period-range',
      text: 'SELECT min(period) AS first, max(period) AS last FROM premium_payment WHERE individual_id = $1',
    },
    [individualId],
  )
  return row ?? { first: null, last: null }
}

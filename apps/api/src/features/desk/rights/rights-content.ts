import { fen, FIVE_INSURANCES, parsePeriod } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import { accountRate, pensionAccount } from '@shebao/premium'
import type { AccountYear, ParameterRow } from '@shebao/premium'
import type { TransferredOfPerson, TransferredStretch } from '../../register/individual/index.ts'
import type { InsuranceTotals, LastUnit, PostedMonth } from '../../money/month/index.ts'

/** INSURED: stood in it in the last month of the record. STOPPED: paid before. NEVER: nothing was ever paid. */
export const insuredStandings = ['INSURED', 'STOPPED', 'NEVER'] as const
export type InsuredStanding = (typeof insuredStandings)[number]

export interface RightsLine {
  insurance: FiveInsurance
  standing: InsuredStanding
  firstInsured: string | null
  monthsOfYear: number
  months: number
  base: Fen
  employer: Fen
  personal: Fen
}

/** What a person's rights record (个人权益记录) says of a year, up to its last month or the running one. */
export interface RightsContent {
  year: number
  /** Last month it counts. */
  until: string
  /** The unit they were last billed with, and the region whose rates their account bears. */
  unit: Pick<LastUnit, 'employerName' | 'region'> | null
  lines: RightsLine[]
  /** From the first year something was posted, oldest first. */
  account: AccountYear[]
  /** Months that moved between regions; none for who was only ever insured here. */
  transfers?: RightsTransfer[]
}

export type RightsTransfer = Pick<TransferredStretch, 'insurance' | 'from' | 'to' | 'region' | 'agency'> & {
  outgoing: boolean
}

export interface RightsFacts {
  totals: readonly InsuranceTotals[]
  insured: readonly FiveInsurance[]
  postings: readonly PostedMonth[]
  unit: LastUnit | undefined
  transfers: readonly TransferredOfPerson[]
}

/** `runningYear` is the one whose interest nobody knows yet. */
export function rightsContent(
  { year, until }: Pick<RightsContent, 'year' | 'until'>,
  { totals, insured, postings, unit, transfers }: RightsFacts,
  rows: readonly ParameterRow[],
  runningYear: number,
): RightsContent {
  const region = unit?.region
  const rateOf = (of: number) => (region === undefined || of >= runningYear ? undefined : accountRate(rows, region, of))
  const posted = postings.flatMap(({ month, amount, transferred }) => {
    const known = parsePeriod(month)
    return known === undefined || known > `${year}-12` ? [] : [{ month: known, amount: fen(amount), transferred }]
  })
  const moved = transfers
    .filter(({ on }) => on.slice(0, 4) <= String(year))
    .map(({ direction, movedOn, insurance, from, to, region: other, agency }) => {
      const outgoing = direction === 'OUT' || movedOn
      return { outgoing, insurance, from, to, region: other, agency }
    })
  return {
    year,
    until,
    unit: unit ? { employerName: unit.employerName, region: unit.region } : null,
    lines: FIVE_INSURANCES.map((insurance) => lineOf(insurance, totals, insured.includes(insurance))),
    account: pensionAccount(posted, rateOf, year),
    ...(moved.length > 0 ? { transfers: moved } : {}),
  }
}

function lineOf(insurance: FiveInsurance, totals: readonly InsuranceTotals[], stands: boolean): RightsLine {
  const of = totals.find((each) => each.insurance === insurance)
  return {
    insurance,
    standing: stands ? 'INSURED' : (of?.months ?? 0) > 0 ? 'STOPPED' : 'NEVER',
    firstInsured: of?.firstInsured ?? null,
    monthsOfYear: of?.monthsOfYear ?? 0,
    months: of?.months ?? 0,
    base: fen(of?.base ?? 0),
    employer: fen(of?.employer ?? 0),
    personal: fen(of?.personal ?? 0),
  }
}

import { addFen, FIVE_INSURANCES, fen, periodsBetween, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen, FiveInsurance, Period } from '@shebao/kernel'
import type { PremiumMonth } from '../../money/month/index.ts'

export interface Range {
  from: Period
  to: Period
}

/** One insurance of one month of a person. */
export interface PersonalLine {
  period: string
  employerName: string
  insurance: FiveInsurance
  base: Fen
  employer: Fen
  personal: Fen
  status: string
  kind: string
  postedOn: string | null
}

export interface PersonalMonths {
  lines: PersonalLine[]
  /** Months that count: paid, each once, however many employers or lines it has (section 7). */
  months: number
  /** Months of the range without any record; shown, never bridged. */
  gaps: Period[]
  paidEmployer: Fen
  paidPersonal: Fen
  /** Charged and not paid, both sides. */
  unpaid: Fen
}

const columns = {
  PENSION: ['pensionBase', 'pensionEmployer', 'pensionPersonal'],
  MEDICAL: ['medicalBase', 'medicalEmployer', 'medicalPersonal'],
  UNEMPLOYMENT: ['unemploymentBase', 'unemploymentEmployer', 'unemploymentPersonal'],
  WORK_INJURY: ['workInjuryBase', 'workInjuryEmployer', undefined],
  MATERNITY: ['maternityBase', 'maternityEmployer', undefined],
} as const satisfies Record<FiveInsurance, readonly (keyof PremiumMonth | undefined)[]>

/** Money that came in; of a refunded month what came and what went stand side by side and add up to nothing. */
export const cameIn = ({ status }: { status: string }) => ['PAID', 'BACK_PAID', 'REFUNDED'].includes(status)
const counts = ({ status, kind }: { status: string; kind: string }) =>
  (status === 'PAID' || status === 'BACK_PAID') && (kind === 'NORMAL' || kind === 'BACK_PAYMENT')

/** A person's months as a certificate lists them, oldest first. */
export function personalMonths(months: readonly PremiumMonth[], range: Range, today: string): PersonalMonths {
  const ordered = months.toSorted(
    (a, b) => a.period.localeCompare(b.period) || a.employerName.localeCompare(b.employerName),
  )
  const lines = ordered.flatMap(linesOf)
  const sum = (of: readonly PersonalLine[], side: 'employer' | 'personal') =>
    of.reduce((total, line) => addFen(total, line[side]), ZERO_FEN)
  const [paid, open] = [lines.filter(cameIn), lines.filter((line) => !cameIn(line))]
  const recorded = new Set(months.map(({ period }) => period))
  return {
    lines,
    months: new Set(months.filter(counts).map(({ period }) => period)).size,
    gaps: gapsOf(range, recorded, today),
    paidEmployer: sum(paid, 'employer'),
    paidPersonal: sum(paid, 'personal'),
    unpaid: addFen(sum(open, 'employer'), sum(open, 'personal')),
  }
}

/** A month that is not over is no gap: it is billed and paid later. */
function gapsOf({ from, to }: Range, recorded: ReadonlySet<string>, today: string): Period[] {
  return periodsBetween(from, to).filter((month) => !recorded.has(month) && month < today.slice(0, 7))
}

function linesOf(month: PremiumMonth): PersonalLine[] {
  const { period, employerName, status, kind, postedOn } = month
  return FIVE_INSURANCES.flatMap((insurance) => {
    const [base, employer, personal] = columns[insurance]
    const amounts = {
      base: fen(month[base]),
      employer: fen(month[employer]),
      personal: personal ? fen(month[personal]) : ZERO_FEN,
    }
    const nothing = Object.values(amounts).every((amount) => amount === 0)
    return nothing ? [] : [{ period, employerName, insurance, ...amounts, status, kind, postedOn }]
  })
}

/** One notice of a unit as a certificate lists it. */
export interface UnitNotice {
  period: string
  number: string
  kind: string
  status: string
  postedOn: string | null
  lines: readonly { insurance: string; people: number; base: bigint; employer: bigint; personal: bigint }[]
  due: { principal: Fen; lateFee: Fen; settled: Fen; total: Fen }
  /** Of what is settled, what nobody paid: it was given up. */
  writtenOff: Fen
}

export interface UnitMonths<Notice extends UnitNotice> {
  notices: Notice[]
  charged: Fen
  paid: Fen
  /** What is owed on the day, of whatever month. */
  owed: Fen
  gaps: Period[]
}

/** What is owed of a notice on the day. */
export function leftOf({ postedOn, status, due }: UnitNotice): Fen {
  return postedOn === null && status !== 'WRITTEN_OFF' ? due.total : ZERO_FEN
}

/** A unit's notices of the range, and what it owes in all: a debt from outside the range is a debt too. */
export function unitMonths<Notice extends UnitNotice>(
  all: readonly Notice[],
  range: Range,
  today: string,
): UnitMonths<Notice> {
  const { from, to } = range
  const notices = all.filter(({ period }) => period >= from && period <= to)
  const charged = notices.reduce((sum, { due }) => addFen(addFen(sum, due.principal), due.lateFee), ZERO_FEN)
  const unpaid = sumFen(notices.map(leftOf))
  const writtenOff = sumFen(notices.map((notice) => notice.writtenOff))
  const billed = new Set(notices.map(({ period }) => period))
  return {
    notices,
    charged,
    paid: subtractFen(subtractFen(charged, unpaid), writtenOff),
    owed: sumFen(all.map(leftOf)),
    gaps: gapsOf(range, billed, today),
  }
}

/** `2024-07`, or `2024-07 – 2024-09` for months that follow one another. */
export function monthRanges(months: readonly Period[]): string[] {
  const ranges: { first: Period; last: Period }[] = []
  for (const month of months) {
    const open = ranges.at(-1)
    if (open && periodsBetween(open.last, month).length === 2) open.last = month
    else ranges.push({ first: month, last: month })
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first} – ${last}`))
}

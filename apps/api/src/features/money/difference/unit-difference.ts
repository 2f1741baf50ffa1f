import { fen, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'
import { computePremiumColumns, parseColumns, premiumColumns } from '../assessment/index.ts'
import type { PremiumRows, UnitToAssess } from '../assessment/index.ts'
import type { NoticeLine } from '../debt/index.ts'
import type { BilledPeople } from './billed.repository.ts'

type Column = Record<FiveInsurance, number[]>

const empty = (): Column => ({ PENSION: [], MEDICAL: [], UNEMPLOYMENT: [], WORK_INJURY: [], MATERNITY: [] })

/** What new parameters, another class or other averages change of one unit's month, person by person; whoever pays the same is not in it. */
export class UnitDifference {
  readonly employerId: string
  readonly injuryClass: number
  readonly injuryRatePpm: number | null
  readonly individualIds: string[] = []
  readonly wages: string[] = []
  readonly sequences: number[] = []
  readonly #rows = { bases: empty(), employer: empty(), personal: empty() }
  readonly #policy: Policy
  readonly #insurances: ReadonlySet<FiveInsurance>

  constructor(unit: UnitToAssess, policy: Policy, insurances: ReadonlySet<FiveInsurance>) {
    this.employerId = unit.id
    this.injuryClass = unit.injuryClass
    this.injuryRatePpm = unit.injuryRatePpm
    this.#policy = policy
    this.#insurances = insurances
  }

  /** New premium less what was billed, for each person, insurance and side. */
  add(part: BilledPeople): void {
    const after = computePremiumColumns(this.#policy, parseColumns(part))
    const before = billedColumns(part)
    const [ids, wages, sequences] = [part.individualIds, part.wages, part.sequences].map((text) => text.split(','))
    for (let person = 0; person < part.people; person += 1) {
      const changes = premiumColumns.map((insurance) => {
        const touched = this.#insurances.has(insurance)
        const of = (side: 'employer' | 'personal') =>
          touched ? (after[side][insurance][person] ?? 0) - (before[side][insurance][person] ?? 0) : 0
        return { insurance, employer: of('employer'), personal: of('personal') }
      })
      if (changes.every(({ employer, personal }) => employer === 0 && personal === 0)) continue
      this.individualIds.push(ids?.[person] ?? '')
      this.wages.push(wages?.[person] ?? '')
      this.sequences.push(Number(sequences?.[person]))
      for (const { insurance, employer, personal } of changes) {
        const changed = employer !== 0 || personal !== 0
        // The base it rests on now, only where something changed: the line counts the people it is about.
        this.#rows.bases[insurance].push(changed ? (after.bases[insurance][person] ?? 0) : 0)
        this.#rows.employer[insurance].push(employer)
        this.#rows.personal[insurance].push(personal)
      }
    }
  }

  get people(): number {
    return this.individualIds.length
  }

  get rows(): PremiumRows {
    const { bases, employer, personal } = this.#rows
    return { bases: asColumns(bases), employer: asColumns(employer), personal: asColumns(personal) }
  }

  /** Shares that rose, as lines of a notice. */
  get risen(): NoticeLine[] {
    return this.#lines((net) => (net > 0 ? net : ZERO_FEN))
  }

  /** Shares that fell, as positive amounts. */
  get fallen(): NoticeLine[] {
    return this.#lines((net) => (net < 0 ? subtractFen(ZERO_FEN, net) : ZERO_FEN))
  }

  #lines(part: (net: Fen) => Fen): NoticeLine[] {
    const { bases, employer, personal } = this.#rows
    return premiumColumns
      .map((insurance) => ({
        insurance,
        people: bases[insurance].filter((base) => base > 0).length,
        base: sumFen(bases[insurance].map(fen)),
        employer: part(sumFen(employer[insurance].map(fen))),
        personal: part(sumFen(personal[insurance].map(fen))),
      }))
      .filter((line) => line.employer > 0 || line.personal > 0)
  }
}

const asColumns = (column: Column) =>
  Object.fromEntries(premiumColumns.map((insurance) => [insurance, Float64Array.from(column[insurance])])) as Record<
    FiveInsurance,
    Float64Array
  >

function billedColumns(part: BilledPeople): Pick<PremiumRows, 'employer' | 'personal'> {
  const numbers = (text: string) => Float64Array.from(text.split(','), Number)
  const none = new Float64Array(part.people)
  return {
    employer: {
      PENSION: numbers(part.pensionEmployer),
      MEDICAL: numbers(part.medicalEmployer),
      UNEMPLOYMENT: numbers(part.unemploymentEmployer),
      WORK_INJURY: numbers(part.workInjuryEmployer),
      MATERNITY: numbers(part.maternityEmployer),
    },
    personal: {
      PENSION: numbers(part.pensionPersonal),
      MEDICAL: numbers(part.medicalPersonal),
      UNEMPLOYMENT: numbers(part.unemploymentPersonal),
      WORK_INJURY: none,
      MATERNITY: none,
    },
  }
}

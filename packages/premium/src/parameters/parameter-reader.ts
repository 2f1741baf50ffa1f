import type { AverageRounding } from '../base.ts'
import type { InjuryClass, Insurance, Side, RoundingMode } from '@shebao/kernel'
import type { ResolvedParameter, ResolvedParameters } from './parameters.ts'
import { isParameterValue } from './parameter-range.ts'
import { restsOnDocument } from './rests-on-document.ts'
import type { ParameterKey } from './parameter-range.ts'
import type { ParameterRow } from './parameter-row.ts'
import { INJURY_CLASS_BASE_PPM, injuryClassCategory } from './shipped-row.ts'
import { ROUNDING_MODES } from '@shebao/kernel'

/** Who pays by law (SIL 10, 12, 23, 33, 44, 53): a region without one of these rates is incomplete. */
export const STATUTORY_SHARES: Readonly<Record<Side, readonly Insurance[]>> = {
  EMPLOYER: ['PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'WORK_INJURY', 'MATERNITY'],
  PERSONAL: ['PENSION', 'UNEMPLOYMENT', 'MEDICAL'],
}

/**
 * The unit's rate floats within its class: class 1 from 100 % to 150 % of the class rate, the others from 50 %
 * (domain specification 2.3).
 */
const LOWEST_UNIT_PERCENT = 50
const LOWEST_CLASS_1_PERCENT = 100
const HIGHEST_UNIT_PERCENT = 150

type Choices = { AVERAGE_ROUNDING: AverageRounding; MATERNITY_MODE: 'MERGED' | 'SEPARATE' }
const CHOICES: { [Name in keyof Choices]: readonly Choices[Name][] } = {
  AVERAGE_ROUNDING: ['FEN', 'YUAN'],
  MATERNITY_MODE: ['MERGED', 'SEPARATE'],
}

type Wanted = Omit<ParameterKey, 'category'>

/** Reads resolved parameters for one person category, and remembers what was missing and what was used. */
export class ParameterReader {
  readonly missing: ParameterKey[] = []
  readonly #used = new Set<ParameterRow>()
  readonly #unusable = new Set<ParameterRow>()
  readonly #parameters: ResolvedParameters
  readonly #category: string

  constructor(parameters: ResolvedParameters, category: string) {
    this.#parameters = parameters
    this.#category = category
  }

  unverified(): ParameterRow[] {
    return [...this.#used].filter((row) => !restsOnDocument(row))
  }

  /** Rows that were wanted and cannot be right: a value the parameter does not have, or a share the law does not know. */
  unusable(): ParameterRow[] {
    return [...this.#unusable]
  }

  /** A row for the person's own category wins over the row for all. */
  optional(wanted: Wanted): ResolvedParameter | undefined {
    const found =
      this.#parameters.find({ ...wanted, category: this.#category }) ??
      this.#parameters.find({ ...wanted, category: 'ALL' })
    return this.#use(found)
  }

  required(wanted: Wanted, category = 'ALL'): ResolvedParameter | undefined {
    if (category === 'ALL') return this.optional(wanted) ?? this.#miss({ ...wanted, category })
    return this.#use(this.#parameters.find({ ...wanted, category })) ?? this.#miss({ ...wanted, category })
  }

  whole(wanted: Wanted): number {
    return Number(this.required(wanted)?.row.value ?? 0)
  }

  choice<Name extends keyof Choices>(name: Name): Choices[Name] {
    const allowed: readonly Choices[Name][] = CHOICES[name]
    const value = this.required({ name, insurance: 'ALL', side: 'ALL' })?.row.value
    const chosen = allowed.find((option) => option === value)
    if (chosen !== undefined) return chosen
    if (value !== undefined) this.#miss({ name, insurance: 'ALL', side: 'ALL', category: 'ALL' })
    return allowed[0] as Choices[Name] // never reaches a policy: `missing` is not empty
  }

  /** Rounding of one insurance, else of the region, else half-up to the fen (the default, 2.4). */
  rounding(insurance: Insurance): { mode: RoundingMode; from?: ResolvedParameter } {
    const from =
      this.optional({ name: 'ROUNDING', insurance, side: 'ALL' }) ??
      this.optional({ name: 'ROUNDING', insurance: 'ALL', side: 'ALL' })
    if (from === undefined) return { mode: 'HALF_UP_FEN' }
    const mode = ROUNDING_MODES.find((known) => known === from.row.value)
    return mode === undefined ? { mode: 'HALF_UP_FEN' } : { mode, from }
  }

  rate(
    insurance: Insurance,
    side: Side,
    injuryClass: InjuryClass,
    unitRatePpm: number | null,
  ): { ratePpm: number; from?: ResolvedParameter } | undefined {
    const wanted: Wanted = { name: 'RATE_PPM', insurance, side }
    const byClass = insurance === 'WORK_INJURY' && side === 'EMPLOYER'
    if (byClass && unitRatePpm !== null) return { ratePpm: unitRatePpm }
    const statutory = STATUTORY_SHARES[side].includes(insurance)
    const from = byClass
      ? this.required(wanted, injuryClassCategory(injuryClass))
      : statutory
        ? this.required(wanted)
        : this.optional(wanted)
    return from === undefined ? undefined : { ratePpm: Number(from.row.value), from }
  }

  unitRateProblem(injuryClass: InjuryClass, unitRatePpm: number) {
    const category = injuryClassCategory(injuryClass)
    const row = this.#parameters.find({ name: 'RATE_PPM', insurance: 'WORK_INJURY', side: 'EMPLOYER', category })
    const classPpm = row === undefined ? INJURY_CLASS_BASE_PPM[injuryClass] : Number(row.row.value)
    const lowestPpm = (classPpm * (injuryClass === 1 ? LOWEST_CLASS_1_PERCENT : LOWEST_UNIT_PERCENT)) / 100
    const highestPpm = (classPpm * HIGHEST_UNIT_PERCENT) / 100
    if (Number.isInteger(unitRatePpm) && unitRatePpm >= lowestPpm && unitRatePpm <= highestPpm) return undefined
    return { code: 'UNIT_RATE_OUT_OF_CLASS', injuryClass, unitRatePpm, lowestPpm, highestPpm } as const
  }

  #use(found: ResolvedParameter | undefined): ResolvedParameter | undefined {
    if (found === undefined) return undefined
    if (isUsable(found.row)) {
      this.#used.add(found.row)
      return found
    }
    this.#unusable.add(found.row)
    return undefined
  }

  #miss(key: ParameterKey): undefined {
    this.missing.push(key)
    return undefined
  }
}

function isUsable({ name, value, insurance, side }: ParameterRow): boolean {
  const never = side === 'PERSONAL' && (insurance === 'WORK_INJURY' || insurance === 'MATERNITY') // SIL 33, 53
  return !never && isParameterValue(name, value)
}

import { fen, ZERO_FEN } from '@shebao/kernel'
import type { Fen, Insurance, Side } from '@shebao/kernel'
import type { Policy } from '../policy.ts'
import { assessPerson } from '../premium.ts'
import type { Assessment, PersonInput } from '../premium.ts'

export type DifferenceLine = {
  readonly insurance: Insurance
  readonly side: Side
  readonly before: Fen
  readonly after: Fen
  /** Positive: to be billed (补差); negative: to be credited. */
  readonly difference: Fen
}

export type Difference = {
  readonly lines: readonly DifferenceLine[]
  readonly employer: Fen
  readonly personal: Fen
  readonly total: Fen
  /** Nobody was late with what was not known: until its own due date a difference bears no late fee [PD] (2.2). */
  readonly lateFee: Fen
}

/**
 * Re-assesses one person and month under newly published limits, or with another average than it was billed on; lines that do not
 * change are left out.
 */
export function premiumDifference(
  billedOn: Policy,
  published: Policy,
  person: PersonInput,
  asBilled: PersonInput = person,
): Difference {
  if (billedOn.region !== published.region || billedOn.period !== published.period) {
    throw new RangeError('a difference compares two policies of one region and period')
  }
  return assessmentDifference(assessPerson(billedOn, asBilled), assessPerson(published, person))
}

/** The difference between what was billed and what should have been. */
export function assessmentDifference(before: Pick<Assessment, 'lines'>, after: Pick<Assessment, 'lines'>): Difference {
  const merged = new Map<string, { insurance: Insurance; side: Side; before: number; after: number }>()
  const entry = (insurance: Insurance, side: Side) => {
    const key = `${side}|${insurance}`
    const known = merged.get(key) ?? { insurance, side, before: 0, after: 0 }
    merged.set(key, known)
    return known
  }
  for (const line of before.lines) entry(line.insurance, line.side).before += line.amount
  for (const line of after.lines) entry(line.insurance, line.side).after += line.amount

  const lines: DifferenceLine[] = []
  const sums: Record<Side, number> = { EMPLOYER: 0, PERSONAL: 0 }
  for (const line of merged.values()) {
    const difference = line.after - line.before
    if (difference === 0) continue
    sums[line.side] += difference
    lines.push({ ...line, before: fen(line.before), after: fen(line.after), difference: fen(difference) })
  }
  return {
    lines,
    employer: fen(sums.EMPLOYER),
    personal: fen(sums.PERSONAL),
    total: fen(sums.EMPLOYER + sums.PERSONAL),
    lateFee: ZERO_FEN,
  }
}

import { fen, PPM } from './fen.ts'
import type { Fen } from './fen.ts'

/** How one premium line is rounded. HALF_UP_FEN is the default; CEIL_JIAO (见分进角) is older Shanghai practice. */
export const ROUNDING_MODES = ['HALF_UP_FEN', 'CEIL_JIAO', 'HALF_UP_JIAO', 'HALF_UP_YUAN'] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/**
 * A rounding mode as three whole numbers, so that the hot loop needs no branch:
 * `amount = floor((base × ppm + offset) / divisor) × unit`.
 */
export type RoundingStep = { readonly offset: number; readonly divisor: number; readonly unit: number }

const JIAO = 10
const YUAN = 100

export const ROUNDING_STEPS: Readonly<Record<RoundingMode, RoundingStep>> = {
  HALF_UP_FEN: { offset: PPM / 2, divisor: PPM, unit: 1 },
  CEIL_JIAO: { offset: PPM * JIAO - 1, divisor: PPM * JIAO, unit: JIAO },
  HALF_UP_JIAO: { offset: (PPM * JIAO) / 2, divisor: PPM * JIAO, unit: JIAO },
  HALF_UP_YUAN: { offset: (PPM * YUAN) / 2, divisor: PPM * YUAN, unit: YUAN },
}

/**
 * The largest base, wage or limit the engine takes: 10 million yuan a month [PD]. Anything above is a slip of the
 * pen, and below it `base × ppm + offset` stays under 2^53, where whole-number arithmetic in a double is exact and
 * `Math.floor(x / divisor)` equals integer division (x + divisor ≤ 2^53).
 */
export const LARGEST_MONTHLY_AMOUNT: Fen = fen(1_000_000_000)

/** The share of one base at one rate, rounded as the mode says (domain specification 2.4). */
export function shareOfBase(base: Fen, ratePpm: number, mode: RoundingMode): Fen {
  if (base < 0 || base > LARGEST_MONTHLY_AMOUNT) throw new RangeError(`base out of range: ${base}`)
  if (!Number.isInteger(ratePpm) || ratePpm < 0 || ratePpm > PPM) throw new RangeError(`rate out of range: ${ratePpm}`)
  const { offset, divisor, unit } = ROUNDING_STEPS[mode]
  return fen(Math.floor((base * ratePpm + offset) / divisor) * unit)
}

import { fen, period as toPeriod, FIVE_INSURANCES } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { NoticeSums } from '@shebao/premium'
import { z } from 'zod'
import type { DeclaredMonth } from './deemed.repository.ts'

const amount = z.int().nonnegative().transform(fen)
const schema = z.union([
  z.object({
    period: z.string().transform(toPeriod),
    lines: z.array(z.object({ insurance: z.enum(FIVE_INSURANCES), employer: amount, personal: amount })),
  }),
  z.object({ grounds: z.string() }).transform(() => undefined),
])

/** What a deemed notice was taken from: the last declared month and its shares, as they are kept with the notice. */
export interface DeemedBasis {
  period: Period
  lines: NoticeSums[]
}

/** Nothing was ever declared: what the office set the amount by (SIL 62). */
export interface OfficeBasis {
  grounds: string
}

export const deemedBasis = ({ period, lines }: DeclaredMonth): DeemedBasis => ({
  period: toPeriod(period),
  lines: lines.map(({ insurance, employer, personal }) => ({ insurance, employer, personal })),
})

/** Undefined for a notice that was not deemed, and for one whose amount the office set. */
export function readDeemedBasis({ kind, basis }: { kind: string; basis: unknown }): DeemedBasis | undefined {
  return kind === 'DEEMED' ? schema.parse(basis) : undefined
}

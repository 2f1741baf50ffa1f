import { fen, period as toPeriod, FIVE_INSURANCES } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { NoticeSums } from '@shebao/premium'
import { z } from 'zod'
import type { DeclaredMonth } from './deemed.repository.ts'

const amount = z.int().nonnegative().transform(fen)
const schema = z.object({
  period: z.string().transform(toPeriod),
  lines: z.array(z.object({ insurance: z.enum(FIVE_INSURANCES), employer: amount, personal: amount })),
})

/** What a deemed notice was taken from: the last declared month and its shares, as they are kept with the notice. */
export interface DeemedBasis {
  period: Period
  lines: NoticeSums[]
}

export const deemedBasis = ({ period, lines }: DeclaredMonth): DeemedBasis => ({
  period: toPeriod(period),
  lines: lines.map(({ insurance, employer, personal }) => ({ insurance, employer, personal })),
})

/** Undefined for a notice that was not deemed. */
export function readDeemedBasis({ kind, basis }: { kind: string; basis: unknown }): DeemedBasis | undefined {
  return kind === 'DEEMED' ? schema.parse(basis) : undefined
}

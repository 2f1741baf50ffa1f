import type { Fen, FiveInsurance } from '@shebao/kernel'

/** One insurance of a notice: the sum of the people’s rounded lines. */
export interface NoticeLine {
  insurance: FiveInsurance
  people: number
  base: Fen
  employer: Fen
  personal: Fen
}

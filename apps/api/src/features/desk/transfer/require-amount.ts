import { badInput } from '../../../access/refusal.ts'

/** Nobody's account holds more than a hundred million yuan [PD]: a slip of the decimal point is named where it is typed. */
const mostFen = 10_000_000_000

/** Whole fen, none less than nothing. Throws BAD_USER_INPUT that names the field. */
export function requireAmount(field: string, amount: number): bigint {
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > mostFen)
    throw badInput(field, 'An amount from 0 to 100000000 yuan is needed.')
  return BigInt(amount)
}

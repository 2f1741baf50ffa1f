// Apart from the schema of a row: who only words a figure does not load a validator.
import type { ParameterRow } from './parameter-row.ts'

/**
 * Whether a figure rests on something that can be looked up: a document with a number, compared by somebody. What a calculator, a
 * program or a habit says is no legal basis, however often it is said.
 */
export function restsOnDocument({ docNo, verified }: Pick<ParameterRow, 'docNo' | 'verified'>): boolean {
  return verified && docNo !== null
}

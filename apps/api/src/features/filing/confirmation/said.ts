import { fen, isFen, oneOf } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { amountFields, disputedFields } from './confirmation-codes.ts'
import type { DisputedField } from './confirmation-codes.ts'

/** One field of which the person says what it should be. */
export interface Disagreement {
  field: DisputedField
  text?: string
  amount?: Fen
  months?: number
}

/** What a person answered, as it is kept sealed. */
export interface Said {
  signer?: string
  /** The attachment that holds the signature they drew. */
  signature?: string
  disagreements?: Disagreement[]
}

/** What the employer said to an earlier disagreement; shown with the next link. */
export interface Reply {
  taken: DisputedField[]
  kept: DisputedField[]
  reason?: string
}

export interface DisagreementInput {
  field: string
  text?: string | null | undefined
  amount?: number | null | undefined
  months?: number | null | undefined
}

/** Each field once, with a value of its own kind. Throws BAD_USER_INPUT that names the field. */
export function readDisagreements(given: readonly DisagreementInput[]): Disagreement[] {
  if (new Set(given.map(({ field }) => field)).size !== given.length)
    throw badInput('disagreements', 'Each field once.')
  return given.map(readOne)
}

function readOne({ field: named, text, amount, months }: DisagreementInput): Disagreement {
  const field = oneOf(disputedFields, named, 'field')
  const at = `disagreements.${field}`
  if (amountFields.has(field)) {
    if (amount === null || amount === undefined || !isFen(amount) || amount < 0 || amount > 100_000_000_00)
      throw badInput(at, 'An amount is needed.')
    return { field, amount: fen(amount) }
  }
  if (field === 'MONTHS') {
    if (months === null || months === undefined || months < 0 || months > 12) throw badInput(at, 'From 0 to 12.')
    return { field, months }
  }
  return { field, text: requireText(at, text ?? '', field === 'BASES' ? [2, 200] : [1, 60]) }
}

import { defineMessages } from '../lib/messages.ts'

/** Why somebody's insurance with a unit ended; the codes of the contract, in the order in which they are commonest. */
export const stopReasons = [
  'STOP_RESIGN',
  'STOP_CONTRACT_END',
  'STOP_DISMISSED',
  'STOP_RETIRED',
  'STOP_TRANSFER_OUT',
  'STOP_EMIGRATED',
  'STOP_DEATH',
] as const

const zh = {
  STOP_RESIGN: '本人辞职',
  STOP_DISMISSED: '单位解除',
  STOP_CONTRACT_END: '合同期满',
  STOP_RETIRED: '退休',
  STOP_DEATH: '死亡',
  STOP_EMIGRATED: '出国定居',
  STOP_TRANSFER_OUT: '调出、转移',
} as const

/** Standing alone: in a cell or a list to choose from. */
export const stopReasonNames = defineMessages(zh, {
  STOP_RESIGN: 'Resigned',
  STOP_DISMISSED: 'Dismissed',
  STOP_CONTRACT_END: 'Contract ended',
  STOP_RETIRED: 'Retired',
  STOP_DEATH: 'Died',
  STOP_EMIGRATED: 'Emigrated',
  STOP_TRANSFER_OUT: 'Transferred out',
})

/** Within a sentence. */
export const stopReasonWords = defineMessages(zh, {
  STOP_RESIGN: 'resigned',
  STOP_DISMISSED: 'dismissed',
  STOP_CONTRACT_END: 'contract ended',
  STOP_RETIRED: 'retired',
  STOP_DEATH: 'died',
  STOP_EMIGRATED: 'emigrated',
  STOP_TRANSFER_OUT: 'transferred out',
})

/** The register is older than the codes: a word it has of its own is said as it stands. */
export function stopReasonWord(code: string, words: (known: (typeof stopReasons)[number]) => string): string {
  const known = stopReasons.find((reason) => reason === code)
  return known ? words(known) : code
}

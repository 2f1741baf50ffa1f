/** In the order in which they are commonest; the codes of the contract. */
export const stopReasons = [
  'STOP_RESIGN',
  'STOP_CONTRACT_END',
  'STOP_DISMISSED',
  'STOP_RETIRED',
  'STOP_TRANSFER_OUT',
  'STOP_EMIGRATED',
  'STOP_DEATH',
] as const

/** What other features use of `money/ledger`: booking, balances, proof. */
export { listKindSums, listTakenParts } from './balance-parts.repository.ts'
export type { TakenOfNotice } from './balance-parts.repository.ts'
export {
  findEmployerBalance,
  findLastEntry,
  findOpeningCredit,
  listEmployersWithCredit,
  listSettledParts,
  listShareBalances,
} from './balances.repository.ts'
export type { EmployerBalance, OpeningCredit, SettledPart, ShareBalance } from './balances.repository.ts'
export { lockBalance } from './ledger.repository.ts'
export { sharesOfNotice } from './notice-shares.repository.ts'
export {
  bankAccount,
  bankClaims,
  bookTransfer,
  bookTransfers,
  creditOf,
  fineOwedBy,
  finesImposed,
  finesPaid,
  fundOf,
  lateFeeFund,
  negative,
  openingBalance,
  receivableOf,
  suspense,
  writtenOff,
} from './ledger.ts'
export type { Account, Entry, Transfer } from './transfer.ts'
export { freshName, namesOfBooking } from './fresh-key.ts'
export { mirrorTransfersOf } from './mirror-keys.ts'
export { mirrorOf } from './mirror-transfer.ts'
export { proveLedger } from './prove-ledger.ts'
export {
  findBalanceOfPayment,
  listBookedKeys,
  listTransfersOfKeys,
  listTransfersToReverse,
} from './reversal.repository.ts'
export type { BookedTransfer } from './reversal.repository.ts'

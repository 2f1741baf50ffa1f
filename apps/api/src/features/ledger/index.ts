/** Public service of the ledger: booking, balances, proof. */
export {
  bankAccount,
  bankClaims,
  bookTransfer,
  bookTransfers,
  creditOf,
  fundOf,
  lateFeeFund,
  negative,
  receivableOf,
  suspense,
  writtenOff,
} from './ledger.ts'
export type { Account, Entry, Transfer } from './ledger.ts'
export { lockBalance } from './ledger.repository.ts'
export {
  findEmployerBalance,
  listEmployersWithCredit,
  listPersonBalances,
  listSettledParts,
  listShareBalances,
} from './balances.repository.ts'
export { listKindSums, listTakenParts } from './balance-parts.repository.ts'
export type { TakenOfNotice } from './balance-parts.repository.ts'
export { findBalanceOfPayment, listBookedKeys, listTransfersToReverse } from './reversal.repository.ts'
export { mirrorOf } from './mirror-transfer.ts'
export type { BookedTransfer } from './reversal.repository.ts'
export type { EmployerBalance, PersonBalance, SettledPart, ShareBalance } from './balances.repository.ts'
export { proveLedger } from './prove-ledger.ts'
export type { LedgerProof } from './prove-ledger.ts'
export { LedgerKeyReused } from './transfer-content.ts'

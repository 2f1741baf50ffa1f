/** What other features use of `money/opening`: what was owed and held when this office's ledger began. */
export { bookOpeningBalances, findStandingOnOpening, takeBackOpening } from './opening-balances.ts'
export type { OpeningCredit, OpeningDebt } from './opening-balances.ts'

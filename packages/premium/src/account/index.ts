/** The personal account of the pension insurance (基本养老保险个人账户), by year. */
export { accountRate } from './account-rate.ts'
export { explainAccountYear } from './explain-account.ts'
export { pensionAccount } from './pension-account.ts'
export type { AccountPosting, AccountYear } from './pension-account.ts'

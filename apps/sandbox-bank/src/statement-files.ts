/** How the bank's files are made, without its server: for the tests of whoever reads them. */
export { buildCamt053 } from './camt053.ts'
export { buildStatementCsv, buildTreasuryCsv } from './statement-csv.ts'
export { statementOf } from './statement.ts'
export type { BankAccount, BookedEntry, DayStatement } from './statement.ts'

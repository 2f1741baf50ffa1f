/** How the bank's files are made, without its server: for whoever reads them, and for a past that the bank is told of. */
export { buildCamt053 } from './camt053.ts'
export { bankStatement, treasuryList } from './day-files.ts'
export { leaveHistory, pastArrival } from './history.ts'
export type { History } from './history.ts'
export { buildStatementCsv, buildTreasuryCsv } from './statement-csv.ts'
export { statementOf } from './statement.ts'
export type { BankAccount, BookedEntry, DayStatement } from './statement.ts'

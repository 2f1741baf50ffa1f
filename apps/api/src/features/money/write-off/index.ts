/** What other features use of `money/write-off`: debts given up. */
export { writeOffCase } from './write-off-case.ts'
export { writeOffAudit } from './write-off.audit.ts'

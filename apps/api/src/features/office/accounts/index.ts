/** What other features use of `office/accounts`: accounts of staff. */
export { accountsAudit } from './accounts.audit.ts'

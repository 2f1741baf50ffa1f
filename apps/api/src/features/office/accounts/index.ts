/** What other features use of `office/accounts`: accounts of staff. */
export { addEmployerLetters } from './employer-letters.route.ts'
export { accountsAudit } from './accounts.audit.ts'

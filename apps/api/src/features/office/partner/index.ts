/** What other features use of `office/partner`: banks and hospitals with desks, and their operators. */
export { createOperator, createPartner } from './partners.ts'
export { partnerAudit } from './partner.audit.ts'

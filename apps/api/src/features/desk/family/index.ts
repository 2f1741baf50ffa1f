/** What other rooms use of `desk/family`: consent to read a record, and the words it writes into the trail. */
export { giveConsent } from './keep-consent.ts'
export { readSharedRecord, readSharedRecords } from './read-shared.ts'
export { familyAudit } from './family.audit.ts'

/** What other rooms use of `desk/family`: the words it writes into the trail. */
export { familyAudit } from './family.audit.ts'

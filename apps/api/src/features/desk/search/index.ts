/** What other rooms use of `desk/search`: somebody by the whole number, and its words for the trail. */
export { findPerson } from './find-person.ts'
export { searchAudit } from './search.audit.ts'

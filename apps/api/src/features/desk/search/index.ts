/** What other rooms use of `desk/search`: its words for the trail. */
export { searchAudit } from './search.audit.ts'

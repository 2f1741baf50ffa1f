/** What other rooms use of `desk/record`: the words it writes into the trail. */
export { recordAudit } from './record.audit.ts'

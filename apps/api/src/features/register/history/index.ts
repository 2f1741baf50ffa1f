/** What other rooms use of `register/history`: the words it writes into the trail. */
export { historyAudit } from './history.audit.ts'

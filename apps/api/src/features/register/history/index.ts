/** What other rooms use of `register/history`: the words it writes into the trail, and what was known on a day. */
export { knownUntil } from './known-until.ts'
export { knownAt } from './particulars-history.repository.ts'
export { historyAudit } from './history.audit.ts'

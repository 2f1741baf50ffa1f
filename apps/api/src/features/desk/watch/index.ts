/** What other features use of `desk/watch`: what an employer declared for a person, against what the bank confirmed. */
export { readWatchedMonths } from './read-watch.ts'
export type { WatchedMonth } from './read-watch.ts'
export { WatchedMonthType } from './watch.schema.ts'
export { listWatchedEmployers } from './watch.repository.ts'

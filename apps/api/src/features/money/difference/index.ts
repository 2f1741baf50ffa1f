/** What other features use of `money/difference`: months that were billed on what is known better now (补差). */
export { settleChangedPeople } from './settle-changed-people.ts'
export type { SettledDifferences } from './settle-differences.ts'
export { settleDeclaredDifferences } from './settle-declared-differences.ts'
export { settleDifferences } from './settle-differences.ts'

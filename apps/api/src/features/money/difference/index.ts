/** What other features use of `money/difference`: months that were billed on what is known better now (补差). */
export { settleDeclaredDifferences } from './settle-declared-differences.ts'
export { settleDifferences } from './settle-differences.ts'

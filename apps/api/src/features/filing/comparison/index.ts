/** What other features use of `filing/comparison`: the declared list against the register. */
export { compareRoster } from './compare-roster.ts'
export { comparisonAudit } from './comparison.audit.ts'
export { countOpenDifferences, findLastSettled } from './differences.repository.ts'
export { downloadRoster } from './download-roster.ts'
export { loadComparison, loadSettledDifferences } from './load-comparison.ts'
export { readDifferences } from './read-differences.ts'
export { resolveDifferences } from './resolve-differences.ts'
export { addRosterRoutes } from './roster.routes.ts'

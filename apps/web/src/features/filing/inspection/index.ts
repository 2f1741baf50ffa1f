/** What other features use of `filing/inspection`: the last look before something is handed in. */
export { BillTable } from './bill-table.tsx'
export type { Signature } from './kept-signature.ts'
export { useSignature } from './use-signature.ts'
export { InspectionIssues } from './inspection-issues.tsx'
export { isDraftStatus } from './inspection-status.ts'

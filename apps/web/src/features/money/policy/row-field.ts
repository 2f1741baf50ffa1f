import type { ProposalProblem } from '@shebao/premium'

/** The element a problem leads to. */
export const fieldId = (rowId: string, field: string) => `row-${rowId}-${field}`

export function errorOf(problems: readonly ProposalProblem[], field: string): { 'aria-invalid'?: true } {
  return problems.some((problem) => problem.severity === 'error' && problem.field === field)
    ? { 'aria-invalid': true }
    : {}
}

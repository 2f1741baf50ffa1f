import type { Issue } from '@shebao/declaration-rules'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'

type ServerIssue = Pick<
  MonthlyChangeRowFragment['issues'][number],
  'ruleId' | 'severity' | 'code' | 'path' | 'field' | 'row' | 'params'
>

/** An issue of the contract as the rules have it. */
export function fromServer({ ruleId, severity, code, path, field, row, params }: ServerIssue): Issue {
  return {
    ruleId,
    code,
    path,
    field,
    severity: severity === 'ERROR' ? 'error' : 'warning',
    params: params as Issue['params'],
    ...(row === null ? {} : { row }),
  }
}

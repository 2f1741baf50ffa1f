import { messageOf } from '@shebao/declaration-rules'
import { useLanguage } from '../../../../shared/lib/language-context.tsx'
import type { RuleIssueFragment } from '../../../../shared/case/rule-issue.generated.ts'
import { paramsOf, useWarningText } from '../warnings.tsx'

type Said = Pick<RuleIssueFragment, 'ruleId' | 'code' | 'field' | 'params'>

/** What the rules say of a change, in words for staff. */
export function useRuleText(): (issue: Said) => string {
  const { language } = useLanguage()
  return useWarningText((issue: Said) => messageOf({ ...issue, params: paramsOf(issue) }, language))
}

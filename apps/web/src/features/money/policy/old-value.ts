import { addMonths, parsePeriod } from '@shebao/kernel'
import { answerIn, rulesOf } from '@shebao/premium'
import type { ParameterDraft, ProposalContext } from '@shebao/premium'
import { useMemo } from 'react'
import { ruleKey } from './rules-of-region.ts'

/** What holds in the month before a row begins, or holds now while its beginning is not known: the value it follows. */
export type OldValue = (
  row: Pick<ParameterDraft, 'name' | 'insurance' | 'side' | 'category' | 'validFrom'>,
) => string | null

export function useOldValue(context: ProposalContext | undefined): OldValue {
  const rules = useMemo(() => context && rulesOf(context.published), [context])
  return (row) => {
    if (!context || !rules) return null
    const first = parsePeriod(row.validFrom)
    const answer = answerIn(rules.get(ruleKey(row)) ?? [], first ? addMonths(first, -1) : context.current)
    return answer === undefined ? null : String(answer.row.value)
  }
}

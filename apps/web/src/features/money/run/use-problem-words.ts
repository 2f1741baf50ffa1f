import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { BillingRunProblemsQuery } from './run.generated.ts'
import { problemMessages } from './problem-messages.ts'

type Problem = Pick<BillingRunProblemsQuery['billingRun']['problems']['edges'][number]['node'], 'code' | 'detail'>

/** A problem's reason with its figures, and what to do about it. */
export function useProblemWords() {
  const t = useMessages(problemMessages)
  const format = useFormat()
  return ({ code, detail }: Problem): { reason: string; toDo: string } => {
    const facts = typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {}
    const number = (name: string) => (typeof facts[name] === 'number' ? facts[name] : 0)
    const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
    const reason = t(code, {
      missing: missingNames(facts['missing']),
      rate: format.ppm(number('unitRatePpm')),
      injuryClass: String(number('injuryClass')),
      lowest: format.ppm(number('lowestPpm')),
      highest: format.ppm(number('highestPpm')),
      idMasked: text('idMasked'),
      year: String(number('year')),
      wage: format.yuan(number('wage')),
    })
    return { reason, toDo: t(`${code}do`) }
  }
}

/** Parameters as the parameter files name them. */
function missingNames(missing: unknown): string {
  if (!Array.isArray(missing)) return ''
  return missing
    .map((key: { name?: unknown; insurance?: unknown; side?: unknown }) =>
      [key.name, key.insurance, key.side].filter((part) => typeof part === 'string' && part !== 'ALL').join(' '),
    )
    .join('、')
}

import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import type { RefundRefusalCode } from './refund.generated.ts'

export interface Problem {
  code: RefundRefusalCode
  amount: number | null
  reference: string | null
}

/** What stands in the way and what to do about it, each in a sentence of its own. */
export function ProblemList({ problems, missing = false }: { problems: readonly Problem[]; missing?: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (problems.length === 0) return null
  return (
    <Notice tone={missing ? 'warning' : 'refused'}>
      <strong>{t(missing ? 'stillMissing' : 'inTheWay')}</strong>
      <ul className={desk.problems}>
        {problems.map(({ code, amount, reference }) => (
          <li key={code}>
            {t(code, { amount: amount === null ? '' : format.yuan(amount), reference: reference ?? '' })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

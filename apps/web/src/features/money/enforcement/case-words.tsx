import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { EnforcementLineFragment } from './enforcement.generated.ts'
import { messages } from './messages.ts'

/** Who must act next, and by when. */
export function NextOfCase({ line }: { line: EnforcementLineFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { waitsFor, dueBy, overdue } = line
  if (!waitsFor) return <>{t('nobody')}</>
  const who = t(`body${waitsFor}`)
  return (
    <>
      {dueBy ? t('until', { who, day: format.date(dueBy) }) : who}
      {overdue ? ` · ${t('isLate')}` : ''}
    </>
  )
}

export function OwedOfCase({ line }: { line: EnforcementLineFragment }) {
  const format = useFormat()
  return <strong>{format.yuan(line.principal + line.lateFee)}</strong>
}

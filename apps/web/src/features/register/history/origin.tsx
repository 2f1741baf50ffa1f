import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { UnitHistoryQuery } from './history.generated.ts'
import { messages } from './messages.ts'

export type Origin = UnitHistoryQuery['employerById']['particulars'][number]['origin']

/** Which declaration something is known from, when it was recorded, and for staff by whom. */
export function OriginText({ origin: { source, formNo, recordedAt, recordedBy } }: { origin: Origin }) {
  const t = useMessages(messages)
  const format = useFormat()
  const date = format.instant(recordedAt)
  return (
    <>
      <span>{t(`source${source}`, { formNo: formNo ?? '' })}</span>
      <span className="sub">{recordedBy ? t('recordedBy', { date, name: recordedBy }) : t('recorded', { date })}</span>
    </>
  )
}

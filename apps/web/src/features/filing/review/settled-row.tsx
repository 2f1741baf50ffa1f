import { stopReasonNames, stopReasonWord } from '../../../shared/case/stop-reasons.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { settledWords } from './settled-words.ts'

interface SettledRowProps {
  settled: {
    nameMasked: string
    idMasked: string
    kind: string
    resolution: string
    stopReason: string | null
    reason: string | null
  }
  /** What the columns after the person are called. */
  columns: { kind: string; resolution: string; reason: string }
}

/** One person in whom list and roster differed, and how it was settled. */
export function SettledRow({ settled, columns }: SettledRowProps) {
  const stops = useMessages(stopReasonNames)
  const { language } = useLanguage()
  const { nameMasked, idMasked, kind, resolution, stopReason, reason } = settled
  return (
    <tr>
      <th scope="row">
        {nameMasked}
        <span className="sub">{idMasked}</span>
      </th>
      <td data-label={columns.kind}>{settledWords(kind, language)}</td>
      <td data-label={columns.resolution}>{settledWords(resolution, language)}</td>
      <td data-label={columns.reason}>
        {[stopReason ? stopReasonWord(stopReason, stops) : '', reason ?? ''].filter(Boolean).join(' · ') || '—'}
      </td>
    </tr>
  )
}

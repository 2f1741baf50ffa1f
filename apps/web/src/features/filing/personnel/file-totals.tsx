import { formatFen } from '../../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import type { Reading } from './roster-protocol.ts'

/** Totals the file states are checked against its rows, never taken for a person. */
export function FileTotals({ reading }: { reading: Reading }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const wrong = reading.totals.filter(({ ok }) => !ok)
  if (reading.totals.length === 0) return null
  if (wrong.length === 0) return <Notice tone="done">{t('totalsRight')}</Notice>
  return (
    <Notice tone="warning">
      {wrong.slice(0, 5).map(({ row, field, header, stated, computed }) => {
        const figure = (value: number) =>
          field === 'monthsWorkedLastYear' ? String(value) : formatFen(value, language)
        return (
          <p key={`${row} ${field}`}>
            {t('totalWrong', {
              row: String(row),
              header,
              stated: figure(stated),
              computed: figure(computed),
              difference: figure(stated - computed),
            })}
          </p>
        )
      })}
    </Notice>
  )
}

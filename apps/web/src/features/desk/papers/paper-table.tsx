import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useMissingDuty } from '../../../shared/lib/viewer-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import type { Paper } from './paper-words.ts'
import { addressOf, idOf, nameOf, takesPreparing } from './paper-words.ts'

interface PaperTableProps {
  papers: readonly Paper[]
  chosen: ReadonlyMap<string, Paper>
  onToggle: (papers: readonly Paper[], on: boolean) => void
}

export function PaperTable({ papers, chosen, onToggle }: PaperTableProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const missing = useMissingDuty('PREPARE')
  const isClosed = (paper: Paper) => missing !== undefined && takesPreparing(paper)
  const concerningOf = ({ concerning }: Paper) =>
    concerning
      .split('/')
      .map((part) => (part.length === 7 ? format.period(part) : part.length === 10 ? format.date(part) : part))
      .join(' – ')
  return (
    <PlainTable
      caption={t('title')}
      columns={[{ unseen: t('choose') }, t('paper'), t('concerning'), t('day'), { unseen: t('open') }]}
    >
      {papers.map((paper) => (
        <tr key={idOf(paper)}>
          <td>
            <Checkbox
              aria-label={t('choosePaper', { paper: nameOf(t, paper) })}
              disabled={isClosed(paper)}
              checked={chosen.has(idOf(paper))}
              onChange={(event) => onToggle([paper], event.currentTarget.checked)}
            />
          </td>
          <th scope="row">{nameOf(t, paper)}</th>
          <td data-label={t('concerning')}>{concerningOf(paper)}</td>
          <td data-label={t('day')}>{format.date(paper.day)}</td>
          <td>
            {isClosed(paper) ? (
              <small className="quiet">{t('takesPreparing')}</small>
            ) : (
              <a
                href={addressOf(paper, language)}
                target="_blank"
                rel="noreferrer"
                aria-label={t('openPaper', { paper: nameOf(t, paper) })}
              >
                {t('open')}
              </a>
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

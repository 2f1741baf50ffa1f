import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { FileErrors } from './file-errors.tsx'
import { FileHints, FileRemarks, IgnoredRows } from './file-remarks.tsx'
import { FileTotals } from './file-totals.tsx'
import { messages } from './later-messages.ts'
import type { Reading } from './roster-protocol.ts'
import sheet from './personnel.module.css'
import style from './result-step.module.css'

const MAX_PEOPLE = 50_000

interface ResultStepProps {
  reading: Reading
  onUse: () => void
  onMerge: (file: File) => void
  onFailingFile: () => Promise<Uint8Array>
}

/** What came of the file: how many are in order, and every bad row by row, field and reason. */
export function ResultStep({ reading, onUse, onMerge, onFailingFile }: ResultStepProps) {
  const t = useMessages(messages)
  const { summary, merged } = reading
  const { people, fine, warned, failing, digitsLost } = summary
  return (
    <section className={sheet.step} aria-labelledby="result-title">
      <h2 id="result-title">{t('result')}</h2>
      <ul className={style.counts}>
        <li data-state="ALL">{t('peopleRead', { count: people })}</li>
        <li data-state="FINE">{t('peopleFine', { count: fine })}</li>
        {warned > 0 ? <li data-state="WARNING">{t('peopleWarned', { count: warned })}</li> : null}
        {failing > 0 ? <li data-state="ERROR">{t('peopleFailing', { count: failing })}</li> : null}
      </ul>
      {reading.meta ? <Notice tone="info">{t('officeFile', { version: String(reading.meta.version) })}</Notice> : null}
      {merged ? <Notice tone="done">{t('mergedReport', merged)}</Notice> : null}
      {merged && merged.ambiguous.length > 0 ? (
        <Notice tone="warning">{t('mergedAmbiguous', { rows: merged.ambiguous.slice(0, 20).join(', ') })}</Notice>
      ) : null}
      {digitsLost > 0 ? <Notice tone="warning">{t('numbersLost', { count: digitsLost })}</Notice> : null}
      <FileRemarks reading={reading} />
      <FileTotals reading={reading} />
      {failing > 0 ? (
        <FileErrors fileName={reading.fileName} summary={summary} onMerge={onMerge} onFailingFile={onFailingFile} />
      ) : null}
      <FileHints hints={summary.hints} />
      <IgnoredRows ignored={reading.ignored} />
      {people > MAX_PEOPLE ? (
        <Notice tone="refused">{t('tooManyPeople', { count: people })}</Notice>
      ) : (
        <div className={style.useList}>
          <Button size="lg" className={sheet.wrap ?? ''} onClick={onUse} disabled={people === 0}>
            {failing > 0 ? t('useListFailing', { count: people, failing }) : t('useList', { count: people })}
          </Button>
          {failing > 0 ? <span className={sheet.soft}>{t('keepsAll')}</span> : null}
        </div>
      )}
    </section>
  )
}

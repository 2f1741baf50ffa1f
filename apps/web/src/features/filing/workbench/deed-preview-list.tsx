import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { columnName } from './grid-columns.ts'
import { messages } from './messages.ts'
import type { NotTaken } from './plan-changes.ts'
import type { DeedPreview } from './workbench-session.ts'
import style from './workbench.module.css'

const SHOWN = 20
const LONGEST = 40

/** How many would change, what becomes of a few of them, and what cannot be taken, by row and field. */
export function DeedPreviewList({ preview, isName }: { preview: DeedPreview; isName: boolean }) {
  const t = useMessages(messages)
  const { rows, cells, samples, notTaken } = preview
  const word = ({ name, before, after }: DeedPreview['samples'][number]) => {
    if (before === '') return t('sampleAdded', { name })
    return after === '' ? t('sampleRemoved', { name }) : t('sample', { name, before, after })
  }
  return (
    <>
      {isName && rows > 0 ? <Notice tone="warning">{t('nameWarning')}</Notice> : null}
      <output>{rows === 0 ? t('nothingChanges') : t('bulkPreview', { rows, cells })}</output>
      <ul className={style.samples}>
        {samples.map((sample, index) => (
          <li key={index}>{word(sample)}</li>
        ))}
        {rows > samples.length ? <li>{t('moreSamples', { count: rows })}</li> : null}
      </ul>
      {notTaken.length > 0 ? <NotTakenList notTaken={notTaken} /> : null}
    </>
  )
}

function NotTakenList({ notTaken }: { notTaken: readonly NotTaken[] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const word = ({ why, row, field, at, text }: NotTaken) => {
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
    if (row === undefined || field === undefined)
      return t('notTakenOutside', { row: at.row, column: at.column, text: shown, why: t(`why${why}`) })
    const name = columnName(field, language, t('monthlyAverage'))
    return t('notTakenRow', { row: String(row), field: name, text: shown, why: t(`why${why}`) })
  }
  return (
    <Notice tone="warning">
      {t('notTaken', { count: notTaken.length })}
      <ul className={style.samples}>
        {notTaken.slice(0, SHOWN).map((one, index) => (
          <li key={index}>{word(one)}</li>
        ))}
        {notTaken.length > SHOWN ? <li>{t('moreNotTaken')}</li> : null}
      </ul>
    </Notice>
  )
}

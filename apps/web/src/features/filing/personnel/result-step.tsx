import { Button } from '@mantine/core'
import { fieldName, messageOf } from '@shebao/declaration-rules'
import { formatFen } from '../../../shared/lib/format.ts'
import { useMemo, useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { FileButton } from './drop-zone.tsx'
import { messages } from './messages.ts'
import type { Reading } from './roster-protocol.ts'
import style from './personnel.module.css'

const LISTED_PROBLEMS = 200
const MAX_PEOPLE = 50_000

interface ResultStepProps {
  reading: Reading
  onUse: () => void
  onMerge: (file: File) => void
  onFailingFile: (rows: { row: number; problems: string[] }[]) => Promise<Uint8Array>
}

/** What came of the file: how many are in order, and every bad row by row, field and reason. */
export function ResultStep({ reading, onUse, onMerge, onFailingFile }: ResultStepProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [writing, setWriting] = useState(false)
  const failing = useMemo(
    () => reading.issues.filter(({ issues }) => issues.some(({ severity }) => severity === 'error')),
    [reading.issues],
  )
  const warned = reading.issues.length - failing.length
  const people = reading.rows.length
  const lost = reading.rows.filter(({ idDigitsLost }) => idDigitsLost).length
  const problems = failing.flatMap(({ row, issues }) =>
    issues.filter(({ severity }) => severity === 'error').map((issue) => ({ row, issue })),
  )
  const download = async () => {
    setWriting(true)
    const bytes = await onFailingFile(
      failing.map(({ row, issues }) => ({
        row,
        problems: issues.map((issue) => `${fieldName(issue.field, language)}: ${messageOf(issue, language)}`),
      })),
    )
    setWriting(false)
    saveFile(
      bytes,
      `${reading.fileName.replace(/\.[^.]*$/, '')}-${language === 'zh-CN' ? '待更正' : 'to-correct'}.xlsx`,
    )
  }
  return (
    <section className={style.step} aria-labelledby="result-title">
      <h2 id="result-title">{t('result')}</h2>
      <ul className={style.counts}>
        <li data-state="ALL">{t('peopleRead', { count: people })}</li>
        <li data-state="FINE">{t('peopleFine', { count: people - failing.length - warned })}</li>
        {warned > 0 ? <li data-state="WARNING">{t('peopleWarned', { count: warned })}</li> : null}
        {failing.length > 0 ? <li data-state="ERROR">{t('peopleFailing', { count: failing.length })}</li> : null}
      </ul>
      {reading.meta ? <Notice tone="info">{t('officeFile', { version: String(reading.meta.version) })}</Notice> : null}
      {reading.merged ? <Notice tone="done">{t('mergedReport', reading.merged)}</Notice> : null}
      {reading.merged && reading.merged.ambiguous.length > 0 ? (
        <Notice tone="warning">
          {t('mergedAmbiguous', { rows: reading.merged.ambiguous.slice(0, 20).join(', ') })}
        </Notice>
      ) : null}
      {lost > 0 ? <Notice tone="warning">{t('numbersLost', { count: lost })}</Notice> : null}
      <Totals reading={reading} />
      {failing.length > 0 ? (
        <>
          <div className={style.problemHead}>
            <h3>{t('problems')}</h3>
            <div className={style.actions}>
              <Button variant="default" loading={writing} onClick={() => void download()}>
                {t('downloadFailing')}
              </Button>
              <FileButton variant="default" label={t('mergeFile')} onFile={onMerge} />
            </div>
          </div>
          <p className={style.soft}>{t('downloadFailingHint')}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
          <section className={style.problemScroller} tabIndex={0} aria-label={t('problems')}>
            <table className={style.problems}>
              <thead>
                <tr>
                  <th scope="col">{t('row')}</th>
                  <th scope="col">{t('field')}</th>
                  <th scope="col">{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {problems.slice(0, LISTED_PROBLEMS).map(({ row, issue }) => (
                  <tr key={`${row} ${issue.ruleId} ${issue.field}`}>
                    <th scope="row">{row}</th>
                    <td>{fieldName(issue.field, language)}</td>
                    <td>{messageOf(issue, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {problems.length > LISTED_PROBLEMS ? (
            <p className={style.soft}>{t('moreProblems', { count: LISTED_PROBLEMS })}</p>
          ) : null}
        </>
      ) : null}
      {reading.ignored.length > 0 ? (
        <details className={style.ignored}>
          <summary>{t('ignoredRows', { count: reading.ignored.length })}</summary>
          <ul>
            {reading.ignored.slice(0, 50).map(({ row, text }) => (
              <li key={row}>{t('ignoredRow', { row: String(row), text: text.slice(0, 120) })}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {people > MAX_PEOPLE ? (
        <Notice tone="refused">{t('tooManyPeople', { count: people })}</Notice>
      ) : (
        <div className={style.useList}>
          <Button size="lg" className={style.wrap ?? ''} onClick={onUse} disabled={people === 0}>
            {failing.length > 0
              ? t('useListFailing', { count: people, failing: failing.length })
              : t('useList', { count: people })}
          </Button>
          {failing.length > 0 ? <span className={style.soft}>{t('keepsAll')}</span> : null}
        </div>
      )}
    </section>
  )
}

/** Totals the file states are checked against its rows, never taken for a person. */
function Totals({ reading }: { reading: Reading }) {
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

export function saveFile(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { fieldWord } from './field-words.ts'
import { fileMessages } from './file-messages.ts'
import type { BroughtFile, ImportOutcome, StatementProblem } from './import-outcome.ts'
import { messages } from './messages.ts'
import { problemMessages } from './problem-messages.ts'
import { useMissingPages } from './use-missing-pages.ts'
import style from './import-result.module.css'

/** What became of a file, in words and figures. `here`: the day on the page, which needs no link. */
export function ImportResult({ file, here }: { file: BroughtFile; here?: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const files = useMessages(fileMessages)
  const missingWords = useMissingPages()
  const { name, outcome } = file
  switch (outcome.kind) {
    case 'FAILED':
      return <Notice tone="refused">{t('uploadFailed')}</Notice>
    case 'SIGNED_OUT':
      return <Notice tone="refused">{t('signedOut')}</Notice>
    case 'UNAVAILABLE':
      return <Notice tone="warning">{t('unavailable', { source: name })}</Notice>
    case 'REPEATED': {
      const { importedAt, importedByName } = outcome.earlier
      return (
        <Notice tone="info">
          <strong>{name}</strong>{' '}
          {t('repeated', { time: format.instant(importedAt), name: importedByName ?? t('byBank') })}{' '}
          <DayLink day={outcome.day} {...(here === undefined ? {} : { here })} />
        </Notice>
      )
    }
    case 'WAITING_FOR_PAGES':
      return (
        <Notice tone="warning">
          {files('waitingImported', {
            name,
            number: outcome.number,
            pages: outcome.here.join(', '),
            missing: missingWords(outcome.missing),
          })}{' '}
          <DayLink day={outcome.day} {...(here === undefined ? {} : { here })} />
        </Notice>
      )
    case 'SEVERAL':
      return (
        <>
          {outcome.outcomes.map((one, index) => (
            <ImportResult key={index} file={{ name, outcome: one }} {...(here === undefined ? {} : { here })} />
          ))}
          {outcome.otherAccounts.length > 0 ? (
            <Notice tone="info">{files('otherAccounts', { accounts: outcome.otherAccounts.join(', ') })}</Notice>
          ) : null}
        </>
      )
    case 'REFUSED':
      return (
        <Notice tone="refused">
          <strong>{name}</strong> {t('refused')}
          <ul className={style.problems}>
            {outcome.problems.map((problem, index) => (
              <li key={index}>
                <Problem problem={problem} />
              </li>
            ))}
          </ul>
        </Notice>
      )
    case 'IMPORTED':
      return (
        <Notice tone={outcome.result.open > 0 || outcome.held ? 'warning' : 'done'}>
          <Imported outcome={outcome} /> <DayLink day={outcome.day} {...(here === undefined ? {} : { here })} />
        </Notice>
      )
  }
}

function Imported({ outcome }: { outcome: Extract<ImportOutcome, { kind: 'IMPORTED' }> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const files = useMessages(fileMessages)
  const { result } = outcome
  const source = t(outcome.source === 'BANK' ? 'bankFile' : 'treasuryFile')
  return [
    t('imported', { source, day: format.date(outcome.day), count: outcome.entries }),
    outcome.corrects ? t('importedCorrects') : '',
    outcome.held ? files('importedHeld') : '',
    result.newPayments > 0 ? t('importedPayments', { count: result.newPayments, employers: result.employers }) : '',
    result.proved > 0 ? t('importedProved', { count: result.proved }) : '',
    result.toIdentify > 0 ? t('importedIdentify', { count: result.toIdentify }) : '',
    outcome.pending > 0 ? t('importedPending', { count: outcome.pending }) : '',
    result.open > 0 ? t('importedOpen', { count: result.open }) : t('importedAllMatched'),
  ]
    .filter(Boolean)
    .join(' ')
}

function DayLink({ day, here }: { day: string; here?: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (day === here) return null
  return <Link to={`/staff/reconciliation/${day}`}>{t('openDay', { day: format.date(day) })}</Link>
}

type Code = Exclude<keyof typeof problemMessages.zh, 'line' | 'field' | 'OTHER'>
const isKnown = (code: string): code is Code => code in problemMessages.zh

function Problem({ problem }: { problem: StatementProblem }) {
  const t = useMessages(problemMessages)
  const { language } = useLanguage()
  const { code, line, field, stated = '', expected = '' } = problem
  const where = [
    line === undefined ? '' : t('line', { line: String(line) }),
    field === undefined ? '' : t('field', { field: fieldWord(field, language) }),
  ]
    .filter(Boolean)
    .join(language === 'en' ? ', ' : '')
  const what = isKnown(code) ? t(code, { stated, expected }) : t('OTHER', { stated: code })
  return where ? `${where}${language === 'en' ? ': ' : '：'}${what}` : what
}

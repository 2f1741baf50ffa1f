import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { watchWords } from '../watch/index.ts'
import { messages } from './messages.ts'
import style from './report.module.css'
import { OpenReportEvidenceDocument, type OpenReportEvidenceMutation } from './reports.generated.ts'

type Opened = OpenReportEvidenceMutation['openReportEvidence']

const shortestReason = 4

/** Who reported, opened with a reason: each is noted, and the person is told. Nothing of it stays when the page is left. */
export function Evidence({ id }: { id: string }) {
  const t = useMessages(messages)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<'failed' | 'reasonShort'>()
  const [open, { data, loading }] = useMutation(OpenReportEvidenceDocument, { fetchPolicy: 'no-cache' })
  if (data) return <OpenedEvidence of={data.openReportEvidence} />
  const ask = () => {
    const given = reason.trim()
    if (given.length < shortestReason) return setRefused('reasonShort')
    setRefused(undefined)
    void open({ variables: { id, reason: given } }).catch(() => setRefused('failed'))
  }
  return (
    <form
      className={style.opening}
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      {refused === 'failed' ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <p className={style.soft}>{t('evidenceText')}</p>
      <TextInput
        label={t('openReason')}
        value={reason}
        maxLength={200}
        required
        error={refused === 'reasonShort' ? t('reasonShort') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={loading}>
          {t('openEvidence')}
        </Button>
      </div>
    </form>
  )
}

function OpenedEvidence({ of: { name, idMasked, words, saidBase, files, sheet } }: { of: Opened }) {
  const t = useMessages(messages)
  const states = useMessages(watchWords)
  const format = useFormat()
  return (
    <>
      <Facts
        facts={[
          [t('reporter'), `${name} · ${idMasked}`],
          [
            t('words'),
            <span key="words" className={style.words}>
              {words}
            </span>,
          ],
          ...(saidBase === null ? [] : [[t('saidBase'), format.yuan(saidBase)] as const]),
          [t('files'), <AttachedFiles key="files" label={t('files')} files={files} />],
        ]}
      />
      <h3>{t('sheet')}</h3>
      <ul className={style.list} aria-label={t('sheet')}>
        {sheet.map((month) => (
          <li key={month.id}>
            <span>
              {format.period(month.period)}
              <span className="sub">{month.employerName}</span>
            </span>
            <span>
              {t('wage')} {month.declaredWage === null ? '—' : format.yuan(month.declaredWage)}
            </span>
            <span>
              {t('base')} {month.base === null ? '—' : format.yuan(month.base)}
            </span>
            <span>{states(month.status)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { OpenEnforcementCasesDocument } from './employers.generated.ts'
import type { OpenEnforcementCasesMutation } from './employers.generated.ts'
import { messages } from './messages.ts'
import style from './employers-page.module.css'

type Opening = OpenEnforcementCasesMutation['openEnforcementCases'][number]

/** As many as the office takes at once. */
const mostAtOnce = 100

/** Opens a case for each of the debtors shown; each is answered by itself, with why where there is none. */
export function OpenCases({ employerIds }: { employerIds: readonly string[] }) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState(false)
  const [open, { data, loading }] = useMutation(OpenEnforcementCasesDocument)
  const ids = employerIds.slice(0, mostAtOnce)
  const answered = data?.openEnforcementCases
  const carryOut = async () => {
    setFailed(false)
    await open({ variables: { employerIds: ids } }).catch(() => setFailed(true))
    setAsking(false)
  }
  return (
    <div className={style.openCases}>
      <Button size="sm" variant="default" disabled={ids.length === 0} onClick={() => setAsking(true)}>
        {t('openCases', { count: ids.length })}
      </Button>
      {failed ? <Notice tone="refused">{t('openFailed')}</Notice> : null}
      {answered ? <Answered openings={answered} /> : null}
      <ConfirmDialog
        opened={asking}
        title={t('openTitle', { count: ids.length })}
        consequence={t('openText')}
        verb={t('openVerb')}
        busy={loading}
        onCancel={() => setAsking(false)}
        onConfirm={() => void carryOut()}
      />
    </div>
  )
}

function Answered({ openings }: { openings: readonly Opening[] }) {
  const t = useMessages(messages)
  const opened = openings.filter(({ refused }) => refused === null).length
  return (
    <Notice tone={opened > 0 ? 'done' : 'info'}>
      {t('openDone', { opened, rest: openings.length - opened })}
      <ul className={style.answers}>
        {openings.map(({ employerId, employerName, refused, caseId, caseNumber }) => (
          <li key={employerId}>
            <Link to={`/staff/employers/${employerId}`}>{employerName}</Link> {refused ? t(refused) : t('opened')}{' '}
            {caseId ? <Link to={`/staff/enforcement/${caseId}`}>{caseNumber}</Link> : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { OpenEnforcementCasesDocument } from './employers.generated.ts'
import type { EmployerListQuery, OpenEnforcementCasesMutation } from './employers.generated.ts'
import { messages } from './messages.ts'
import style from './employers-page.module.css'

type Opening = OpenEnforcementCasesMutation['openEnforcementCases'][number]
type Debtor = Pick<
  EmployerListQuery['employerList']['edges'][number]['node'],
  'id' | 'name' | 'overdue' | 'overdueDays'
>

/** As many as the office takes at once. */
export const mostAtOnce = 100

interface OpenCasesProps {
  /** All that are listed, and those of them that are chosen. */
  listed: readonly Debtor[]
  chosen: readonly Debtor[]
  onChoose: (debtors: readonly Debtor[]) => void
}

/** Opens a case for each of the chosen debtors, who are named before; each is answered by itself, with why where there is none. */
export function OpenCases({ listed, chosen, onChoose }: OpenCasesProps) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState(false)
  const [open, { data, loading }] = useMutation(OpenEnforcementCasesDocument)
  const answered = data?.openEnforcementCases
  const atOnce = listed.slice(0, mostAtOnce)
  const carryOut = async () => {
    setFailed(false)
    const done = await open({ variables: { employerIds: chosen.map(({ id }) => id) } }).catch(() => setFailed(true))
    if (done) onChoose([])
    setAsking(false)
  }
  return (
    <div className={style.openCases}>
      <div className={style.choosing}>
        <Button size="sm" variant="default" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {chosen.length === 0 ? t('openNone') : t('openCases', { count: chosen.length })}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => onChoose(chosen.length === 0 ? atOnce : [])}>
          {chosen.length === 0 ? t('chooseAll', { count: atOnce.length }) : t('chooseNone')}
        </Button>
      </div>
      {failed ? <Notice tone="refused">{t('openFailed')}</Notice> : null}
      {answered ? <Answered openings={answered} /> : null}
      <ConfirmDialog
        opened={asking}
        title={t('openTitle', { count: chosen.length })}
        consequence={<WhatWillBe debtors={chosen} />}
        verb={t('openVerb')}
        busy={loading}
        onCancel={() => setAsking(false)}
        onConfirm={() => void carryOut()}
      />
    </div>
  )
}

function WhatWillBe({ debtors }: { debtors: readonly Debtor[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <p>{t('openText')}</p>
      <ul className={style.willBe} aria-label={t('openFor')}>
        {debtors.map(({ id, name, overdue, overdueDays }) => (
          <li key={id}>
            {t('openOne', { name, overdue: format.yuan(overdue), days: t('dayCount', { count: overdueDays }) })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Answered({ openings }: { openings: readonly Opening[] }) {
  const t = useMessages(messages)
  const [opened, refused] = [
    openings.filter((one) => one.refused === null),
    openings.filter((one) => one.refused !== null),
  ]
  return (
    <Notice tone={opened.length > 0 ? 'done' : 'info'}>
      {t('openDone', { opened: opened.length, rest: refused.length })}
      {[opened, refused].map((those) =>
        those.length > 0 ? (
          <ul
            key={those[0]?.employerId}
            className={style.answers}
            aria-label={t(those === opened ? 'opened' : 'notOpened')}
          >
            {those.map((one) => (
              <li key={one.employerId}>
                <Link to={`/staff/employers/${one.employerId}`}>{one.employerName}</Link>
                {t('answer', { what: t(one.refused ?? 'opened') })}{' '}
                {one.caseId ? <Link to={`/staff/enforcement/${one.caseId}`}>{one.caseNumber}</Link> : null}
              </li>
            ))}
          </ul>
        ) : null,
      )}
    </Notice>
  )
}

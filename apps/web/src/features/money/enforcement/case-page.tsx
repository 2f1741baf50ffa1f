import { Link } from 'react-router'
import { useTask } from '../../../shared/case/use-task.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { AsKnownBanner, AsKnownForm, useAsKnownOn } from '../../../shared/ui/as-known-on.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { deskMessages } from '../../../shared/case/desk-messages.ts'
import { FineSection } from '../fine/index.ts'
import { BankReplies } from './bank-replies.tsx'
import { CaseSteps } from './case-steps.tsx'
import { CourtFile } from './court-file-link.tsx'
import { Findings } from './findings.tsx'
import { WhatYouCanDo } from './what-you-can-do.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { NextOfCase } from './case-words.tsx'
import { Story } from './story.tsx'
import style from './enforcement.module.css'
import { EnforcementCaseDocument } from './enforcement.generated.ts'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'
import { messages } from './messages.ts'

type EnforcementCase = NonNullable<EnforcementCaseQuery['enforcementCase']>

/** One case as a story: what is owed, who must act by when, and what happened so far; or the same as known on a past day. */
export function EnforcementCasePage() {
  const t = useMessages(messages)
  const words = useMessages(deskMessages)
  const staff = useViewer().kind === 'STAFF'
  const known = useAsKnownOn()
  const asKnownOn = staff ? known : null
  const { data, done, onDone, renew } = useTask(EnforcementCaseDocument, { asKnownOn })
  if (!data) return <Skeleton lines={8} />
  const row = data.enforcementCase
  return (
    <>
      <PageHeader
        title={row ? `${t('title')} ${row.number}` : t('title')}
        lead={row?.employerName}
        above={
          <Link to=".." relative="path">
            {t('title')}
          </Link>
        }
      />
      {done && asKnownOn === null ? <Notice tone="done">{words('done')}</Notice> : null}
      {staff ? <AsKnownBanner ofCase /> : null}
      {row ? (
        <>
          <div className={desk.task}>
            <div>
              <Standing row={row} />
              <Findings row={row} />
              <Bills row={row} />
              {asKnownOn !== null && row.fine ? <FineSection fine={row.fine} onDone={onDone} renew={renew} /> : null}
            </div>
            {asKnownOn === null ? (
              <div>
                <CourtFile path={row.courtFilePath} />
                <WhatYouCanDo row={row} />
                <CaseSteps key={row.mark} row={row} onDone={onDone} renew={renew} />
                {row.fine ? <FineSection fine={row.fine} onDone={onDone} renew={renew} /> : null}
              </div>
            ) : null}
          </div>
          {asKnownOn === null ? <BankReplies replies={row.bankReplies} /> : null}
          <Story row={row} />
        </>
      ) : (
        <p>{t('notOpenYet')}</p>
      )}
      {staff ? <AsKnownForm /> : null}
    </>
  )
}

function Standing({ row }: { row: EnforcementCase }) {
  const t = useMessages(messages)
  const format = useFormat()
  const staff = useViewer().kind === 'STAFF'
  const { employerId, employerName, state, principal, lateFee } = row
  const name = staff ? <Link to={`/staff/employers/${employerId}`}>{employerName}</Link> : employerName
  return (
    <>
      <p className={style.owed}>
        <span className="quiet">{t('owed')}</span>
        <strong>{format.yuan(principal + lateFee)}</strong>
        {lateFee > 0 ? <span className="quiet">{t('feeOf', { fee: format.yuan(lateFee) })}</span> : null}
      </p>
      <Facts
        facts={[
          [t('unit'), name],
          [t('state'), t(`state${state}`)],
          [t('next'), <NextOfCase key="next" line={row} />],
        ]}
      />
    </>
  )
}

function Bills({ row: { debts, papers } }: { row: EnforcementCase }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <section className={desk.section}>
        <h2>{t('bills')}</h2>
        <ul className={style.list} aria-label={t('bills')}>
          {debts.map(({ noticeId, number, period, principal, lateFee }) => (
            <li key={noticeId}>
              <span>{t('bill', { period: format.period(period), number })}</span>
              <span className={style.sum}>{format.yuan(principal + lateFee)}</span>
            </li>
          ))}
        </ul>
      </section>
      {papers.length > 0 ? (
        <section className={desk.section}>
          <h2>{t('papers')}</h2>
          <ul className={style.list} aria-label={t('papers')}>
            {papers.map((paper) => (
              <Paper key={paper.id} paper={paper} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Paper({ paper: { kind, number, amount, issuedOn, path } }: { paper: EnforcementCase['papers'][number] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const name = t(`paper${kind}`)
  return (
    <li>
      <span>
        {path ? (
          <a href={path} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
        <span className="sub">
          {number} · {format.date(issuedOn)}
        </span>
      </span>
      <span className={style.sum}>{format.yuan(amount)}</span>
    </li>
  )
}

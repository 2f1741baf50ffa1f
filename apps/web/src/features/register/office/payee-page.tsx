import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { Timeline } from '../../../shared/ui/timeline.tsx'
import { messages } from './messages.ts'
import style from './payee.module.css'
import { PayeePageDocument } from './payee.generated.ts'
import type { PayeeChangeRowFragment, PayeePageQuery } from './payee.generated.ts'
import { RequestPayee } from './request-payee.tsx'
import { WaitingPayee } from './waiting-payee.tsx'

type Account = PayeePageQuery['payeeAccounts']['current']
const tones = { REQUESTED: 'waiting', CONFIRMED: 'done', REFUSED: 'refused', WITHDRAWN: 'idle' } as const
const inFull = ({ number, name, bank }: Account) => `${name} · ${number} · ${bank}`

/** Where all money goes: the account, the change that waits, and what it was before. */
export function PayeePage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error, refetch, fetchMore } = useQuery(PayeePageDocument, { fetchPolicy: 'cache-and-network' })
  const [said, setSaid] = useState<'requested' | 'confirmedDone' | 'refusedDone' | 'withdrawnDone'>()
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { payeeAccounts: accounts, payeeChangeOutlook: outlook, payeeChanges: page } = data
  const changes = page.edges.map(({ node }) => node)
  // One at a time, so the one that waits is the newest.
  const waiting = changes.find(({ state }) => state === 'REQUESTED')
  const done = async (what: typeof said) => {
    setSaid(what)
    await refetch()
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {said ? <Notice tone="done">{t(said)}</Notice> : null}
      <section className={desk.section}>
        <h2>{t('current')}</h2>
        <AccountFacts account={accounts.current} />
      </section>
      {waiting ? (
        <WaitingPayee change={waiting} onDone={done} renew={refetch} />
      ) : (
        <section className={desk.section}>
          <h2>{t('request')}</h2>
          <OutlookNotice outlook={outlook} />
          {outlook.mayOpen ? <RequestPayee onRequested={() => done('requested')} /> : null}
        </section>
      )}
      {accounts.held.length > 0 ? (
        <section className={desk.section}>
          <h2>{t('history')}</h2>
          <Timeline
            label={t('history')}
            entries={accounts.held.map(({ id, fromDay, account }) => ({
              id,
              title: inFull(account),
              phase: 'past' as const,
              detail: fromDay === null ? t('always') : t('from', { date: format.date(fromDay) }),
            }))}
          />
        </section>
      ) : null}
      <section className={desk.section}>
        <h2>{t('changes')}</h2>
        {changes.length === 0 ? <p className="quiet">{t('noChanges')}</p> : null}
        <ul className={style.changes}>
          {changes.map((change) => (
            <ChangeCard key={change.id} change={change} />
          ))}
        </ul>
        <ShowMore page={page.pageInfo} fetchMore={fetchMore} />
      </section>
    </>
  )
}

function AccountFacts({ account }: { account: Account }) {
  const t = useMessages(messages)
  return (
    <Facts
      facts={[
        [t('name'), account.name],
        [t('number'), account.number],
        [t('bank'), account.bank],
      ]}
    />
  )
}

function ChangeCard({ change }: { change: PayeeChangeRowFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { state, account, held, documentNo, requesterName, requestedAt, deciderName, decidedAt, refusal } = change
  return (
    <li className={desk.card}>
      <div className={desk.head}>
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
        <strong>{inFull(account)}</strong>
        {held ? (
          <span className="quiet">
            {t('before')}: {inFull(held)}
          </span>
        ) : null}
        <span>{documentNo}</span>
      </div>
      <div className={desk.head}>
        <span className="quiet">{t('by', { name: requesterName, time: format.instant(requestedAt) })}</span>
        {decidedAt ? (
          <span className="quiet">{t('decidedBy', { name: deciderName ?? '', time: format.instant(decidedAt) })}</span>
        ) : null}
        {refusal ? <span>{t('refusedBecause', { reason: refusal })}</span> : null}
      </div>
    </li>
  )
}

import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { Agreement } from './agreement.ts'
import { DebitAgreementsDocument } from './agreement.generated.ts'
import { AgreementHistory } from './agreement-history.tsx'
import { messages } from './messages.ts'
import style from './agreement.module.css'
import { useAgreement, useFollowing } from './use-agreement.ts'

/** The agreement that the bank pays notices that fall due: how it stands, signing it, ending it, and those before it. */
export function AgreementPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(DebitAgreementsDocument, { variables: { first: 10 } })
  if (error && !data) throw error
  const page = data?.employer.debitAgreements
  const agreements = page?.edges.map(({ node }) => node)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to="/employer/bills">{t('bills')}</Link>} />
      {agreements ? (
        <>
          <Current agreement={agreements.find(({ status }) => status === 'PENDING' || status === 'ACTIVE')} />
          <AgreementHistory agreements={agreements} />
        </>
      ) : (
        <Skeleton lines={6} />
      )}
      {page?.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() =>
            void fetchMore({
              variables: { after: page.pageInfo.endCursor },
              updateQuery: joinPages,
            })
          }
        >
          {t('earlier')}
        </Button>
      ) : null}
    </>
  )
}

function Current({ agreement }: { agreement: Agreement | undefined }) {
  const t = useMessages(messages)
  const { sign, signing, end, ending, problem } = useAgreement()
  const { askNow, asking } = useFollowing(agreement?.status === 'PENDING')
  const [confirming, setConfirming] = useState(false)
  const [ended, setEnded] = useState(false)
  const active = agreement?.status === 'ACTIVE'
  return (
    <section className={style.agreement} aria-label={t('now')}>
      {agreement ? <InForce agreement={agreement} /> : <NoAgreement />}
      {problem ? <Notice tone="refused">{t(problem)}</Notice> : null}
      {ended && !agreement ? <Notice tone="done">{t('ended')}</Notice> : null}
      <div className={style.actions}>
        {active ? null : (
          <Button loading={signing} onClick={() => void sign()}>
            {t(agreement ? 'signAgain' : 'sign')}
          </Button>
        )}
        {agreement && !active ? (
          <Button variant="default" loading={asking} onClick={askNow}>
            {t('check')}
          </Button>
        ) : null}
        {agreement ? (
          <Button variant="default" onClick={() => setConfirming(true)}>
            {t(active ? 'end' : 'withdraw')}
          </Button>
        ) : null}
      </div>
      {agreement ? (
        <ConfirmDialog
          opened={confirming}
          title={t(active ? 'endTitle' : 'withdrawTitle')}
          consequence={active ? t('endText', { account: agreement.accountMasked ?? '' }) : t('withdrawText')}
          verb={t(active ? 'endVerb' : 'withdrawVerb')}
          grave
          busy={ending}
          onConfirm={() =>
            void end(agreement.id)
              .then(setEnded)
              .finally(() => setConfirming(false))
          }
          onCancel={() => setConfirming(false)}
        />
      ) : null}
    </section>
  )
}

function NoAgreement() {
  const t = useMessages(messages)
  return (
    <>
      <StatusBadge tone="idle">{t('none')}</StatusBadge>
      <p>{t('noneText')}</p>
    </>
  )
}

function InForce({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const format = useFormat()
  const active = agreement.status === 'ACTIVE'
  return (
    <>
      <StatusBadge tone={active ? 'done' : 'waiting'}>{t(agreement.status)}</StatusBadge>
      <p>{t(active ? 'activeText' : 'pendingText')}</p>
      <Facts
        facts={[
          ...(agreement.accountMasked ? [[t('account'), agreement.accountMasked] as const] : []),
          [t('number'), <AgreementNo key="number" no={agreement.agreementNo} />],
          [t(agreement.signedAt ? 'since' : 'requested'), format.instant(agreement.signedAt ?? agreement.requestedAt)],
        ]}
      />
    </>
  )
}

/** Where a phone has no room for the number it breaks behind the date in it. */
function AgreementNo({ no }: { no: string }) {
  return (
    <>
      {no.slice(0, 'WT20260101'.length)}
      <wbr />
      {no.slice('WT20260101'.length)}
    </>
  )
}

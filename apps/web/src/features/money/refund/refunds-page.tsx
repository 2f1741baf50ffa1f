import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { RequestList } from '../../../shared/ui/request-list.tsx'
import { messages } from './messages.ts'
import { ProblemList } from './problem-list.tsx'
import type { Problem } from './problem-list.tsx'
import { RefundFacts, RefundTimeline } from './refund-card.tsx'
import { ConfirmRefundReceiptDocument, EmployerRefundsDocument } from './refund.generated.ts'
import { RefundCardFragmentDoc } from './refunds-page.generated.ts'
import type { RefundCardFragment } from './refunds-page.generated.ts'

/** The employer's refunds, each with where it stands and what is missing. */
export function RefundsPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(EmployerRefundsDocument, { fetchPolicy: 'cache-and-network' })
  const state: unknown = useLocation().state
  if (error && !data) throw error
  const page = data?.employer.refunds
  const apply = (
    <Button component={Link} to="/employer/refunds/new">
      {t('apply')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('refunds')} lead={t('lead')} next={apply} />
      {typeof state === 'object' && state !== null && 'number' in state ? (
        <Notice tone="done">{t('submitted', { number: String(state.number) })}</Notice>
      ) : null}
      <RequestList
        page={page}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        card={(refund) => <RefundCard refund={refund} />}
        fetchMore={fetchMore}
      />
    </>
  )
}

function RefundCard({ refund: ref }: { refund: FragmentType<RefundCardFragment> }) {
  const refund = useOwnFields(RefundCardFragmentDoc, ref, 'RefundCard')
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <RefundFacts refund={refund}>
        <span className="quiet">
          {refund.number} · {format.instant(refund.appliedAt)}
        </span>
        {refund.state === 'APPLIED' && refund.personalShare > 0 && !refund.receiptSigned ? (
          <Receipt refund={refund} />
        ) : null}
        {refund.receiptSigned ? <span className="quiet">{t('receiptConfirmed')}</span> : null}
      </RefundFacts>
      <RefundTimeline refund={refund} />
    </>
  )
}

function Receipt({ refund }: { refund: Pick<RefundCardFragment, 'id' | 'mark' | 'personalShare'> }) {
  const t = useMessages(messages)
  const [confirm, { loading, error, client }] = useMutation(ConfirmRefundReceiptDocument)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const press = async () => {
    const { data } = await confirm({ variables: { id: refund.id, decidedOn: refund.mark } })
    const outcome = data?.confirmRefundReceipt
    setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
    setProblems(outcome?.__typename === 'RefundRefused' ? outcome.problems : [])
  }
  const missing: Problem = {
    code: 'PERSONAL_RECEIPT_MISSING',
    amount: refund.personalShare,
    reference: null,
  }
  return (
    <>
      <ProblemList missing problems={[missing]} />
      <ProblemList problems={problems} />
      {stale ? (
        <StaleNotice
          stale={stale}
          onShow={() => client.refetchQueries({ include: [EmployerRefundsDocument] }).then(() => setStale(undefined))}
        />
      ) : null}
      {error ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <DutyButton duty="SUBMIT" variant="default" loading={loading} onClick={() => void press().catch(() => undefined)}>
        {t('confirmReceipt')}
      </DutyButton>
    </>
  )
}

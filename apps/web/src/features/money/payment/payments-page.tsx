import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { TakenPayments } from '../../../shared/ui/taken-payments.tsx'
import { WaitingMoney } from '../../../shared/ui/waiting-money.tsx'
import { messages } from './messages.ts'
import { PaymentsTakenDocument } from './payments.generated.ts'

const pageSize = 24

/** The money that came from the employer, whatever it settled, with a receipt for each. */
export function PaymentsPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(PaymentsTakenDocument, { variables: { first: pageSize } })
  if (error && !data) throw error
  const page = data?.employer.paymentsTaken
  return (
    <>
      <PageHeader
        title={t('paymentsTaken')}
        lead={t('paymentsTakenText')}
        above={<Link to="/employer/bills">{t('bills')}</Link>}
      />
      {data ? <WaitingMoney money={data.employer.waitingMoney} /> : null}
      {page === undefined ? <Skeleton lines={8} /> : null}
      {page?.edges.length === 0 ? <EmptyState title={t('noPayments')}>{t('noPaymentsText')}</EmptyState> : null}
      {page && page.edges.length > 0 ? <TakenPayments payments={page.edges.map(({ node }) => node)} /> : null}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore}>
        {t('earlierPayments')}
      </ShowMore>
    </>
  )
}

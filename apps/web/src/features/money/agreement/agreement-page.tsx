import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DebitAgreementsDocument } from './agreement.generated.ts'
import { AgreementHistory } from './agreement-history.tsx'
import { CurrentAgreement } from './current-agreement.tsx'
import { messages } from './messages.ts'

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
          <CurrentAgreement
            agreement={agreements.find(({ status }) => status === 'PENDING' || status === 'ACTIVE') ?? null}
          />
          <AgreementHistory agreements={agreements} />
        </>
      ) : (
        <Skeleton lines={6} />
      )}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore}>
        {t('earlier')}
      </ShowMore>
    </>
  )
}

import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { BillTable } from './bill-table.tsx'
import { CheckBillDocument } from './check-changes.generated.ts'
import { checkMessages } from './check-messages.ts'
import { CheckSection } from './check-section.tsx'

/** What the month costs once this is accepted, by insurance, against the last bill: the computation of the notice itself. */
export function CheckBill({ complete }: { complete: boolean }) {
  const t = useMessages(checkMessages)
  const { data, error, refetch } = useQuery(CheckBillDocument, {
    fetchPolicy: 'network-only',
    skip: !complete,
  })
  if (!complete) {
    return (
      <CheckSection title={t('bill')} data={null} failed={false} onRetry={() => refetch()}>
        {() => <p>{t('billNone')}</p>}
      </CheckSection>
    )
  }
  return (
    <CheckSection
      title={t('bill')}
      data={data?.inspection?.check}
      failed={error !== undefined}
      onRetry={() => refetch()}
    >
      {({ nextBill }) => (nextBill ? <BillTable bill={nextBill} /> : <p>{t('billUnknown')}</p>)}
    </CheckSection>
  )
}

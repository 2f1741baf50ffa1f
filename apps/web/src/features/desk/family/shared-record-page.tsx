import { Link, useParams } from 'react-router'
import { OfficeErrors } from '../../../shared/data/answer.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { RecordView } from '../record/index.ts'
import { SharedRecordDocument } from './family.generated.ts'
import { messages } from './messages.ts'

/** The record of somebody who lets the signed-in person read it. */
export function SharedRecordPage() {
  const { id = '' } = useParams()
  const t = useMessages(messages)
  const format = useFormat()
  // Consent may end at any moment: what was read before is not shown from memory.
  const { data, error } = useQuery(SharedRecordDocument, { variables: { id }, fetchPolicy: 'network-only' })
  if (OfficeErrors.is(error))
    return (
      <EmptyState title={t('gone')} next={<Link to="/me/family">{t('back')}</Link>}>
        {t('goneText')}
      </EmptyState>
    )
  if (error) throw error
  if (!data) return <Skeleton lines={8} />
  const { name, relation, validTo, ...shown } = data.sharedRecord
  return (
    <>
      <PageHeader
        title={t('recordOf', { name })}
        lead={t('recordLead', { name, relation: t(`youAre${relation}`), date: format.date(validTo) })}
      />
      <RecordView {...shown} />
      <p>
        <Link to="/me/family">{t('back')}</Link>
      </p>
    </>
  )
}

import { roleWords, rolesInWords } from '@shebao/kernel/staff-role-words'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { ReadingsOfMyRecordDocument, type ReadingsOfMyRecordQuery } from './readings.generated.ts'
import style from './readings.module.css'

type Reading = ReadingsOfMyRecordQuery['readingsOfMyRecord']['edges'][number]['node']

/** Every look of others at the signed-in person's data: when, who, what, and why. */
export function ReadingsPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(ReadingsOfMyRecordDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.readingsOfMyRecord
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {edges.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <ol className={style.list} aria-label={t('list')}>
            {edges.map(({ node }) => (
              <li key={node.id}>
                <OneReading reading={node} />
              </li>
            ))}
          </ol>
          <ShowMore page={pageInfo} fetchMore={fetchMore}>
            {t('earlier')}
          </ShowMore>
          <p className={style.soft}>{t('ask')}</p>
        </>
      )}
    </>
  )
}

function OneReading({ reading }: { reading: Reading }) {
  const t = useMessages(messages)
  const format = useFormat()
  const reader = useReader(reading)
  return (
    <>
      <time dateTime={reading.at} className={style.soft}>
        {format.instant(reading.at)}
      </time>
      <p className={style.who}>
        <strong>{reader}</strong> {t(reading.action)}
      </p>
      {reading.staffNumber || reading.reason ? (
        <p className={style.soft}>
          {reading.staffNumber ? t('number', { number: reading.staffNumber }) : null}
          {reading.staffNumber && reading.reason ? ' · ' : null}
          {reading.reason ? t('reason', { reason: reading.reason }) : null}
        </p>
      ) : null}
    </>
  )
}

function useReader({ readerKind, role, employerName, agencyName }: Reading): string {
  const t = useMessages(messages)
  const roles = useMessages(roleWords)
  switch (readerKind) {
    case 'STAFF':
      return role ? t('staffRole', { role: rolesInWords(role, roles) }) : t('staff')
    case 'EMPLOYER': {
      const employer = employerName ?? t('yourEmployer')
      return agencyName ? t('agency', { agency: agencyName, employer }) : employer
    }
    case 'PARTNER':
      return employerName ?? t('system')
    case 'INSURED':
      return t('other')
    default:
      return t('system')
  }
}

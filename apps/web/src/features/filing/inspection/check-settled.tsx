import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { SettledRow } from '../review/index.ts'
import { CheckSettledDocument } from './check-changes.generated.ts'
import { checkMessages } from './check-messages.ts'
import { CheckSection } from './check-section.tsx'

/** How each difference between list and roster was settled. */
export function CheckSettled() {
  const t = useMessages(checkMessages)
  const { data, error, refetch, fetchMore } = useQuery(CheckSettledDocument, {
    variables: { after: null },
    fetchPolicy: 'network-only',
  })
  const settled = data?.inspection?.check.settledDifferences
  const page = settled?.pageInfo
  const columns = { kind: t('difference'), resolution: t('resolution'), reason: t('reason') }
  return (
    <CheckSection
      title={t('settled')}
      to="/employer/inspection/compare"
      data={settled}
      failed={error !== undefined}
      onRetry={() => refetch()}
      page={page}
      fetchMore={fetchMore}
    >
      {({ edges }) =>
        edges.length === 0 ? (
          <p>{t('settledNone')}</p>
        ) : (
          <PlainTable caption={t('settled')} columns={[t('person'), ...Object.values(columns)]}>
            {edges.map(({ node }) => (
              <SettledRow key={node.id} settled={node} columns={columns} />
            ))}
          </PlainTable>
        )
      }
    </CheckSection>
  )
}

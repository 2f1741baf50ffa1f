import { useQuery } from '@apollo/client/react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { settledWords } from '../review/index.ts'
import { CheckSettledDocument } from './check-changes.generated.ts'
import { checkMessages } from './check-messages.ts'
import { CheckSection } from './check-section.tsx'

/** How each difference between list and roster was settled. */
export function CheckSettled() {
  const t = useMessages(checkMessages)
  const { language } = useLanguage()
  const { data, error, refetch, fetchMore } = useQuery(CheckSettledDocument, {
    variables: { after: null },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  })
  const settled = data?.inspection?.check.settledDifferences
  const page = settled?.pageInfo
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
          <PlainTable caption={t('settled')} columns={[t('person'), t('difference'), t('resolution'), t('reason')]}>
            {edges.map(({ node }) => (
              <tr key={node.id}>
                <th scope="row">
                  {node.nameMasked}
                  <span className="sub">{node.idMasked}</span>
                </th>
                <td data-label={t('difference')}>{settledWords(node.kind, language)}</td>
                <td data-label={t('resolution')}>{settledWords(node.resolution, language)}</td>
                <td data-label={t('reason')}>
                  {[node.stopReason ? settledWords(node.stopReason, language) : '', node.reason ?? '']
                    .filter(Boolean)
                    .join(' · ') || '—'}
                </td>
              </tr>
            ))}
          </PlainTable>
        )
      }
    </CheckSection>
  )
}

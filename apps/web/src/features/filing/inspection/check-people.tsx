import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { CheckChangesDocument } from './check-changes.generated.ts'
import { checkMessages } from './check-messages.ts'
import { CheckSection } from './check-section.tsx'

/** Who joins, stops or changes against the register, what stands out first. */
export function CheckPeople() {
  const t = useMessages(checkMessages)
  const format = useFormat()
  const { data, error, refetch, fetchMore } = useQuery(CheckChangesDocument, {
    variables: { kind: null, after: null },
    fetchPolicy: 'network-only',
  })
  const check = data?.inspection?.check
  const page = check?.persons.pageInfo
  const amount = (value: number | null) => (value === null ? '—' : format.fen(value))
  return (
    <CheckSection
      title={t('people')}
      to="/employer/inspection/personnel"
      data={check}
      failed={error !== undefined}
      onRetry={() => refetch()}
      page={page}
      fetchMore={fetchMore}
    >
      {({ changeCounts: { different, new: joined, left: stopped, name, participation, wage }, persons }) =>
        different === 0 ? (
          <p>{t('peopleSame')}</p>
        ) : (
          <>
            <p>{t('peopleCounts', { joined, stopped, name, participation, wage })}</p>
            <PlainTable
              caption={t('people')}
              columns={[t('person'), t('kind'), { end: t('wageNow') }, { end: t('wageBefore') }]}
            >
              {persons.edges.map(({ node }) => (
                <tr key={node.key}>
                  <th scope="row">
                    {node.declaredName ?? node.registeredName}
                    <span className="sub">{node.idMasked}</span>
                  </th>
                  <td data-label={t('kind')}>{node.kinds.map((kind) => t(`kind${kind}`)).join(' · ')}</td>
                  <td data-label={t('wageNow')} data-align="end">
                    {amount(node.declaredAverage)}
                  </td>
                  <td data-label={t('wageBefore')} data-align="end">
                    {amount(node.registeredAverage)}
                  </td>
                </tr>
              ))}
            </PlainTable>
          </>
        )
      }
    </CheckSection>
  )
}

import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { useOldValue } from './old-value.ts'
import { useParameterText } from './parameter-text.ts'
import { policyMessages } from './policy-messages.ts'
import style from './policy.module.css'
import { proposalMessages } from './proposal-messages.ts'
import { ProposedRowsFragmentDoc } from './proposed-rows.generated.ts'
import type { ProposedRowsFragment } from './proposed-rows.generated.ts'
import { useRegion } from './rules-of-region.ts'

/** The rows for those who only read them. */
export function ProposedRows({ proposal: ref }: { proposal: FragmentType<ProposedRowsFragment> }) {
  const proposal = useOwnFields(ProposedRowsFragmentDoc, ref)
  const t = useMessages(proposalMessages)
  const words = useMessages(policyMessages)
  const { nameOf, scopeOf, valueOf, monthsOf, sourceOf } = useParameterText()
  const oldValue = useOldValue(useRegion(proposal.region).context)
  const months = (from: string, to: string) => (/^\d{4}-\d{2}$/.test(from) ? monthsOf(from, to || null) : from || '—')
  const wasOf = (row: ProposedRowsFragment['rows'][number]) => {
    const old = oldValue(row)
    return old === null ? t('newRule') : valueOf(row.name, old)
  }
  return (
    <section className={style.section}>
      <h2>{t('editTitle')}</h2>
      <PlainTable
        caption={t('editTitle')}
        columns={[
          words('parameter'),
          { end: t('oldValue') },
          { end: t('fieldvalue') },
          words('holds'),
          words('document'),
        ]}
      >
        {proposal.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.name ? nameOf(row.name) : t('noName')}
              <span className="sub">{scopeOf(row)}</span>
            </th>
            <td data-align="end" data-label={t('oldValue')}>
              {wasOf(row)}
            </td>
            <td data-align="end" data-label={t('fieldvalue')}>
              <strong>{row.value ? valueOf(row.name, row.value) : '—'}</strong>
            </td>
            <td data-label={words('holds')}>{months(row.validFrom, row.validTo)}</td>
            <td data-block data-label={words('document')}>
              {row.docNo || words('noDocument')}
              <span className="sub">{sourceOf(row.source)}</span>
              {row.verified ? null : <StatusBadge tone="warning">{words('unverified')}</StatusBadge>}
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  )
}

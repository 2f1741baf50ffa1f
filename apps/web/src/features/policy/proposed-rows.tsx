import { useMessages } from '../../shared/lib/language-context.tsx'
import { StatusBadge } from '../../shared/ui/status-badge.tsx'
import { useParameterText } from './parameter-text.ts'
import { policyMessages } from './policy-messages.ts'
import style from './policy.module.css'
import type { Proposal } from './proposal-type.ts'
import { proposalMessages } from './proposal-messages.ts'

/** The rows for those who only read them. */
export function ProposedRows({ proposal }: { proposal: Proposal }) {
  const t = useMessages(proposalMessages)
  const words = useMessages(policyMessages)
  const { nameOf, scopeOf, valueOf, monthsOf } = useParameterText()
  const months = (from: string, to: string) => (/^\d{4}-\d{2}$/.test(from) ? monthsOf(from, to || null) : from || '—')
  return (
    <section className={style.section}>
      <h2>{t('editTitle')}</h2>
      <div className={style.tableWrap}>
        <table className={style.table}>
          <caption className="visually-hidden">{t('editTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('parameter')}</th>
              <th scope="col" data-align="end">
                {t('fieldvalue')}
              </th>
              <th scope="col">{words('holds')}</th>
              <th scope="col">{words('document')}</th>
            </tr>
          </thead>
          <tbody>
            {proposal.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.name ? nameOf(row.name) : t('noName')}
                  <span className={style.sub}>{scopeOf(row)}</span>
                </th>
                <td data-align="end" data-label={t('fieldvalue')}>
                  {row.value ? valueOf(row.name, row.value) : '—'}
                </td>
                <td data-label={words('holds')}>{months(row.validFrom, row.validTo)}</td>
                <td data-label={words('document')}>
                  {row.docNo || words('noDocument')}
                  <span className={style.sub}>{row.source}</span>
                  {row.verified ? null : <StatusBadge tone="warning">{words('unverified')}</StatusBadge>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

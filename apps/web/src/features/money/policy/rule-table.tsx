import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { useParameterText } from './parameter-text.ts'
import { policyMessages } from './policy-messages.ts'
import style from './rule-table.module.css'
import type { Rule } from './rules-of-region.ts'

/** One line a rule: what holds now, since when, by which document, who put it in force. */
export function RuleTable({ region, rules }: { region: string; rules: readonly Rule[] }) {
  const t = useMessages(policyMessages)
  return (
    <PlainTable
      className={style.rules}
      caption={t('inForce')}
      columns={[t('parameter'), { end: t('value') }, t('holds'), t('document'), t('published')]}
    >
      {rules.map((rule) => (
        <RuleLine key={rule.key} region={region} rule={rule} />
      ))}
    </PlainTable>
  )
}

function RuleLine({ region, rule }: { region: string; rule: Rule }) {
  const t = useMessages(policyMessages)
  const format = useFormat()
  const { nameOf, scopeOf, valueOf, monthsOf, sourceOf } = useParameterText()
  const { current, next, carriedOver, rows } = rule
  const row = current ?? rows[0]
  if (!row) return null
  const { name, insurance, side, category } = row
  const address = new URLSearchParams({ region, name, insurance, side, category })
  return (
    <tr>
      <th scope="row">
        <Link to={`/staff/policy/rule?${address.toString()}`}>{nameOf(name)}</Link>
        <span className="sub">{scopeOf(row)}</span>
      </th>
      <td data-align="end" data-label={t('value')}>
        <strong>{current ? valueOf(name, current.value) : t('noValue')}</strong>
        {next ? (
          <span className="sub">
            {t('comes', { from: format.period(next.validFrom), value: valueOf(name, next.value) })}
          </span>
        ) : null}
      </td>
      <td data-label={t('holds')}>
        {monthsOf(row.validFrom, row.validTo)}
        {carriedOver ? (
          <span className={style.warn}>
            <StatusBadge tone="warning">{t('carriedOver')}</StatusBadge>
          </span>
        ) : null}
      </td>
      <td data-block data-label={t('document')}>
        {row.docNo ?? t('noDocument')}
        <span className="sub">{sourceOf(row.source)}</span>
        {row.verified ? null : <StatusBadge tone="warning">{t('unverified')}</StatusBadge>}
      </td>
      <td data-whole data-label={t('published')}>
        {row.publishedBy ?? t('release')}
      </td>
    </tr>
  )
}

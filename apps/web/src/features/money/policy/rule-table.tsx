import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { useParameterText } from './parameter-text.ts'
import { policyMessages } from './policy-messages.ts'
import style from './rule-table.module.css'
import type { PublishedParameter, Rule } from './rules-of-region.ts'

/** One line a rule: what holds now and since when. One document sets many rules, so it is named once, above those it sets. */
export function RuleTable({ region, rules }: { region: string; rules: readonly Rule[] }) {
  const t = useMessages(policyMessages)
  return (
    <PlainTable
      className={style.rules}
      caption={t('inForce')}
      columns={[t('parameter'), { end: t('value') }, t('holds')]}
    >
      {groupsByBasis(rules).flatMap(({ key, row, rules: own }) => [
        <BasisLine key={key} row={row} count={own.length} />,
        ...own.map((rule) => <RuleLine key={rule.key} region={region} rule={rule} />),
      ])}
    </PlainTable>
  )
}

const shownRow = ({ current, rows }: Rule): PublishedParameter | undefined => current ?? rows[0]

/** Rules that rest on the same document and were published by the same hand; what rests on none comes last. */
function groupsByBasis(rules: readonly Rule[]) {
  const groups = Map.groupBy(rules, (rule) => {
    const row = shownRow(rule)
    return [row?.docNo, row?.source, row?.verified, row?.publishedBy].join('|')
  })
  return Array.from(groups, ([key, own]) => ({ key, rules: own, row: own[0] && shownRow(own[0]) }))
    .flatMap(({ row, ...group }) => (row ? [{ ...group, row }] : []))
    .toSorted((a, b) => Number(a.row.docNo === null) - Number(b.row.docNo === null))
}

function BasisLine({ row, count }: { row: PublishedParameter; count: number }) {
  const t = useMessages(policyMessages)
  const { sourceOf } = useParameterText()
  return (
    <tr className={style.basis}>
      <th colSpan={3} scope="colgroup">
        <strong>{row.docNo ? t('ofDocument', { docNo: row.docNo }) : t('noDocument')}</strong>{' '}
        {row.verified ? null : <StatusBadge tone="warning">{t('unverified')}</StatusBadge>}
        <span className="sub">
          {[t('rulesOfBasis', { count }), row.publishedBy ?? t('release'), sourceOf(row.source)].join(' · ')}
        </span>
      </th>
    </tr>
  )
}

function RuleLine({ region, rule }: { region: string; rule: Rule }) {
  const t = useMessages(policyMessages)
  const format = useFormat()
  const { nameOf, scopeOf, valueOf, monthsOf } = useParameterText()
  const { current, next, carriedOver } = rule
  const row = shownRow(rule)
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
    </tr>
  )
}

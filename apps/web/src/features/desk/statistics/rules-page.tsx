import { fieldName, findRule, ruleWording } from '@shebao/declaration-rules'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { HeatTable } from './heat-table.tsx'
import { messages } from './messages.ts'
import { pathOf } from './selection.ts'
import type { Selection } from './selection.ts'
import { RuleFailuresDocument } from './statistics.generated.ts'
import type { CheckedListKind, RuleFailuresQuery } from './statistics.generated.ts'
import { Failed, StatisticsFrame } from './statistics-frame.tsx'
import style from './statistics.module.css'

const kinds = ['ANNUAL_INSPECTION', 'MONTHLY'] as const satisfies readonly CheckedListKind[]
type FailedRule = RuleFailuresQuery['ruleFailures'][number]

/** Which rule of the declarations fails most, month by month, and what it says. */
export function RulesPage() {
  return (
    <StatisticsFrame part="rules" monthsOnly>
      {(selection) => <Rules selection={selection} />}
    </StatisticsFrame>
  )
}

function Rules({ selection }: { selection: Selection }) {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const kind = kinds.find((known) => known === params.get('kind')) ?? 'ANNUAL_INSPECTION'
  const { data, error, refetch } = useQuery(RuleFailuresDocument, {
    variables: { kind, from: selection.from, to: selection.to },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <section className={style.section} aria-label={t('rules')}>
      <p className={style.soft}>{t('rulesLead')}</p>
      <ChoiceLinks
        label={t('kind')}
        chosen={kind}
        options={kinds.map((id) => ({
          id,
          text: t(id),
          to: pathOf('/staff/statistics/rules', selection, { kind: id }),
        }))}
      />
      {error && !data ? <Failed again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      {data?.ruleFailures.length === 0 ? <EmptyState title={t('noFailures')} /> : null}
      {data && data.ruleFailures.length > 0 ? (
        <>
          <RuleHeat rules={data.ruleFailures} />
          <RuleWords rules={data.ruleFailures} />
        </>
      ) : null}
    </section>
  )
}

const anchorOf = (rule: FailedRule) => `rule-${rule.id}`

function RuleHeat({ rules }: { rules: readonly FailedRule[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useRuleNames()
  const periods = [...new Set(rules.flatMap(({ months }) => months.map(({ period }) => period)))].toSorted()
  const rows = rules.map((rule) => ({
    id: rule.id,
    name: <a href={`#${anchorOf(rule)}`}>{nameOf(rule)}</a>,
    sum: format.count(rule.failures),
    cells: periods.map((period) => {
      const month = rule.months.find((known) => known.period === period)
      const title = month
        ? t('failedTitle', { period: format.period(period), checks: month.checks, failures: month.failures })
        : undefined
      return {
        value: month?.failures ?? 0,
        content: <span title={title}>{month ? format.count(month.failures) : '—'}</span>,
      }
    }),
  }))
  return (
    <HeatTable
      caption={`${t('rules')} · ${t('PERIOD')}`}
      corner={t('rule')}
      columns={periods.map((id) => ({ id, name: id }))}
      rows={rows}
      sumName={t('failures')}
      colour="accent"
    />
  )
}

/** What a rule asks about, and its own name behind it. */
function useRuleNames() {
  const { language } = useLanguage()
  return ({ id, fields }: FailedRule) => {
    const [field] = fields
    return field === undefined ? id : `${fieldName(field, language)} · ${id}`
  }
}

function RuleWords({ rules }: { rules: readonly FailedRule[] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const nameOf = useRuleNames()
  return (
    <section className={style.section} aria-labelledby="wording">
      <h2 id="wording">{t('wording')}</h2>
      <dl className={style.rules}>
        {rules.map((rule) => {
          const known = findRule(rule.id)
          return (
            <div key={rule.id}>
              <dt id={anchorOf(rule)} tabIndex={-1}>
                {nameOf(rule)}
              </dt>
              <dd>{known ? ruleWording(known, language) : t('oldRule')}</dd>
              {known ? (
                <dd className={style.soft}>
                  {[t(rule.blocks ? 'blocks' : 'warns'), `${t('source')} ${known.source}`].join(' · ')}
                </dd>
              ) : null}
            </div>
          )
        })}
      </dl>
    </section>
  )
}

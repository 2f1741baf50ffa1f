import { Button } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { insuranceWords, stripeInsurances } from '../../../shared/ui/insurance-words.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Arrears } from './arrears.tsx'
import { BalanceChart } from './balance-chart.tsx'
import { balancesMessages } from './balances-messages.ts'
import { BalancesDocument } from './balances.generated.ts'
import { monthsOfYear } from './months-of-year.ts'
import type { MonthOfYear } from './months-of-year.ts'
import style from './balances.module.css'

const thisYear = () => Number(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format())

/** A year of what was charged, paid and is owed, and what being late costs. */
export function BalancesPage() {
  const t = useMessages(balancesMessages)
  const [params, setParams] = useSearchParams()
  const latest = thisYear()
  const asked = Number(params.get('year') ?? latest)
  const year = Number.isInteger(asked) && asked >= 1990 && asked <= latest ? asked : latest
  const { data, previousData, error, refetch } = useQuery(BalancesDocument, { variables: { year } })
  const employer = (data ?? previousData)?.employer
  const first = employer ? Number(employer.registeredOn.slice(0, 4)) : latest
  const go = (to: number) => setParams({ year: String(to) })
  const still = error ? (
    <Notice tone="refused">
      {t('failed')}{' '}
      <Button variant="subtle" size="compact-sm" onClick={() => void refetch().catch(() => undefined)}>
        {t('again')}
      </Button>
    </Notice>
  ) : (
    <Skeleton lines={10} />
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to="/employer/bills">{t('back')}</Link>} />
      {employer ? (
        <div className={style.page}>
          <Arrears owed={employer.owed.edges.map(({ node }) => node)} />
          <section className={style.section} aria-labelledby="year">
            <div className={style.years}>
              <h2 id="year">
                {t('year')} {year}
              </h2>
              <Button size="sm" variant="default" disabled={year <= first} onClick={() => go(year - 1)}>
                {t('earlierYear')}
              </Button>
              <Button size="sm" variant="default" disabled={year >= latest} onClick={() => go(year + 1)}>
                {t('laterYear')}
              </Button>
            </div>
            {/* Another year's figures never stand under this year's heading. */}
            {data ? <Year year={year} months={monthsOfYear(data.employer.periodBalances)} /> : still}
          </section>
          <nav className={style.links} aria-label={t('more')}>
            <Link to="/employer/bills/payments">{t('receipts')}</Link>
            <Link to="/employer/certificate">{t('certificate')}</Link>
            <Link to="/employer/refunds">{t('refunds')}</Link>
            <Link to="/employer/inbox#enforcement">{t('papers')}</Link>
          </nav>
        </div>
      ) : (
        still
      )}
    </>
  )
}

function Year({ year, months }: { year: number; months: readonly MonthOfYear[] }) {
  const t = useMessages(balancesMessages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const named = { year: String(year) }
  if (months.length === 0) return <EmptyState title={t('noMonths', named)} />
  const sumOf = (figure: (month: MonthOfYear) => number) => months.reduce((sum, month) => sum + figure(month), 0)
  const columns: { label: string; of: (month: MonthOfYear) => number }[] = [
    ...stripeInsurances.map((insurance) => ({
      label: words(insurance),
      of: (month: MonthOfYear) => month.of[insurance].charged,
    })),
    { label: t('lateFee'), of: ({ lateFee }) => lateFee },
    { label: t('charged'), of: ({ charged }) => charged },
    { label: t('settled'), of: ({ settled, writtenOff }) => settled + writtenOff },
    { label: t('outstanding'), of: ({ outstanding }) => outstanding },
  ]
  return (
    <>
      <figure className={style.figure}>
        <BalanceChart months={months} label={t('chart', named)} />
        <div className={style.axis} aria-hidden="true">
          {Array.from({ length: 12 }, (_, index) => (
            <span key={index}>{index + 1}</span>
          ))}
        </div>
        <figcaption>
          <ul className={style.legend}>
            {stripeInsurances.map((insurance) => (
              <li key={insurance} data-insurance={insurance}>
                {words(insurance)}
              </li>
            ))}
          </ul>
          {t('chartNote')} {months.some(({ outstanding }) => outstanding > 0) ? t('feeNote') : null}
        </figcaption>
      </figure>
      <PlainTable
        caption={t('table', named)}
        columns={[t('month'), ...columns.map(({ label }) => ({ end: label }))]}
        foot={
          <tr>
            <th scope="row">{t('sum')}</th>
            {columns.map(({ label, of }) => (
              <td key={label} data-align="end" data-label={label}>
                <MoneyText fen={sumOf(of)} />
              </td>
            ))}
          </tr>
        }
      >
        {months.map((month) => (
          <tr key={month.period}>
            <th scope="row">{format.period(month.period)}</th>
            {columns.map(({ label, of }) => (
              <td key={label} data-align="end" data-label={label}>
                <MoneyText fen={of(month)} />
              </td>
            ))}
          </tr>
        ))}
      </PlainTable>
    </>
  )
}

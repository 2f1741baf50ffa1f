import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { useDeriveNotice, useDeriveNotices } from './use-derive-notice.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AccountState } from './account-state.tsx'
import { BillStatus } from './bill-status.tsx'
import sheet from './notice.module.css'
import style from './bills-page.module.css'
import { BillsDocument, type BillsQuery } from './bills.generated.ts'
import { messages } from './messages.ts'

type Bill = BillsQuery['employer']['notices']['edges'][number]['node']
type Owed = BillsQuery['employer']['owed']['edges'][number]['node']

const pageSize = 24

/** Every month's notice, with what is owed on top. */
export function BillsPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(BillsDocument, { variables: { first: pageSize } })
  if (error && !data) throw error
  const employer = data?.employer
  const page = employer?.notices
  return (
    <>
      <PageHeader title={t('bills')} lead={t('billsLead')} />
      {employer ? <OwedNow owed={employer.owed.edges.map(({ node }) => node)} /> : null}
      {employer ? <AccountState employer={employer} /> : null}
      {page ? <BillList bills={page.edges.map(({ node }) => node)} /> : <Skeleton lines={8} />}
      {page?.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() =>
            void fetchMore({
              variables: { after: page.pageInfo.endCursor },
              updateQuery: joinPages,
            })
          }
        >
          {t('earlier')}
        </Button>
      ) : null}
    </>
  )
}

function OwedNow({ owed }: { owed: readonly Owed[] }) {
  const t = useMessages(messages)
  const derive = useDeriveNotices()
  const overdue = owed.filter((notice) => notice.overdue).length
  if (owed.length === 0) return <p className={style.owed}>{t('nothingOwed')}</p>
  return (
    <section className={style.owed} aria-label={t('owedNow')}>
      <span className={sheet.label}>{t('owedNow')}</span>
      <DerivationPopover
        fen={owed.reduce((sum, { total }) => sum + total, 0)}
        size="figure"
        sign
        explanation={derive(owed.map(({ id }) => ({ id, label: 'OUTSTANDING' })))}
      />
      <span className={sheet.label}>
        {t('owedCount', { count: owed.length })}
        {overdue > 0 ? <strong className={sheet.late}> {t('owedOverdue', { count: overdue })}</strong> : null}
      </span>
    </section>
  )
}

function BillList({ bills }: { bills: readonly Bill[] }) {
  const t = useMessages(messages)
  const derive = useDeriveNotice()
  const format = useFormat()
  if (bills.length === 0) return <EmptyState title={t('noBills')}>{t('noBillsText')}</EmptyState>
  return (
    <table className={style.bills}>
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('posted')}</th>
          <th scope="col" data-align="end">
            {t('people')}
          </th>
          <th scope="col" data-align="end">
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bills.map((bill) => (
          <tr key={bill.id}>
            <th scope="row">
              <Link to={`/employer/bills/${bill.id}`}>{format.period(bill.period)}</Link>
              {bill.kind === 'NORMAL' ? null : <span className={sheet.kind}>{t(bill.kind)}</span>}
              <span className={sheet.number}>{bill.number}</span>
            </th>
            <td>
              <BillStatus status={bill.status} overdue={bill.overdue} />
            </td>
            <td data-label={t('due')}>{format.date(bill.dueOn)}</td>
            <td data-label={t('posted')}>{bill.postedOn ? format.date(bill.postedOn) : '–'}</td>
            <td data-label={t('people')} data-align="end">
              {format.count(bill.people)}
            </td>
            <td data-align="end" className={style.rowTotal}>
              <DerivationPopover
                fen={bill.total}
                explanation={derive(bill.id, { label: bill.postedOn ? 'AMOUNT_DUE' : 'OUTSTANDING' })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

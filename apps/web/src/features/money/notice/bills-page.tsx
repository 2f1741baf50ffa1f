import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveNotices } from './use-derive-notice.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { WaitingMoney } from '../../../shared/ui/waiting-money.tsx'
import { AccountState } from './account-state.tsx'
import { BillList } from './bill-list.tsx'
import { LiveEnforcement } from '../enforcement/index.ts'
import sheet from './notice.module.css'
import style from './bills-page.module.css'
import { BillsDocument, type BillsQuery } from './bills.generated.ts'
import { messages } from './messages.ts'

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
      {employer ? <LiveEnforcement /> : null}
      {employer ? <WaitingMoney money={employer.waitingMoney} /> : null}
      {employer ? <AccountState employer={employer} /> : null}
      {page ? <BillList bills={page.edges.map(({ node }) => node)} /> : <Skeleton lines={8} />}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore}>
        {t('earlier')}
      </ShowMore>
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
        {overdue > 0 ? <strong className={sheet.late}>{t('owedOverdue', { count: overdue })}</strong> : null}
      </span>
    </section>
  )
}

import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { BillRowFragmentDoc } from './bill-list.generated.ts'
import type { BillRowFragment } from './bill-list.generated.ts'
import style from './bill-list.module.css'
import { NoticeState } from '../../../shared/case/notice-state.tsx'
import { messages } from './messages.ts'
import sheet from './notice.module.css'
import { useDeriveNotice } from './use-derive-notice.ts'

/** Every notice, newest first; each leads to its page. */
export function BillList({ bills }: { bills: readonly ({ id: string } & FragmentType<BillRowFragment>)[] }) {
  const t = useMessages(messages)
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
          <BillRow key={bill.id} bill={bill} />
        ))}
      </tbody>
    </table>
  )
}

function BillRow({ bill: ref }: { bill: FragmentType<BillRowFragment> }) {
  const bill = useOwnFields(BillRowFragmentDoc, ref)
  const t = useMessages(messages)
  const derive = useDeriveNotice()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <Link to={`/employer/bills/${bill.id}`}>{format.period(bill.period)}</Link>
        {bill.kind === 'NORMAL' ? null : <span className={sheet.kind}>{t(bill.kind)}</span>}
        <span className={sheet.number}>{bill.number}</span>
      </th>
      <td>
        <NoticeState status={bill.status} overdueDays={bill.overdueDays} />
      </td>
      <td data-label={t('due')} {...(bill.overdue ? { className: sheet.late } : {})}>
        {format.date(bill.dueOn)}
      </td>
      <td data-label={t('posted')}>{bill.postedOn ? format.date(bill.postedOn) : '–'}</td>
      <td data-label={t('people')} data-align="end">
        {format.count(bill.people)}
      </td>
      <td data-align="end" className={style.rowTotal}>
        <DerivationPopover
          fen={bill.total}
          explanation={derive(bill.id, { label: bill.postedOn ? 'AMOUNT_DUE' : 'OUTSTANDING' })}
        />
        {bill.lateFee > 0 ? (
          <span className={sheet.number}>
            {t('lateFeeIncluded')} <MoneyText fen={bill.lateFee} />
          </span>
        ) : null}
      </td>
    </tr>
  )
}

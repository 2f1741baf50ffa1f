import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { BillHeaderFragmentDoc } from './bill-header.generated.ts'
import type { BillHeaderFragment } from './bill-header.generated.ts'
import { NoticeState } from '../../../shared/case/notice-state.tsx'
import { messages } from './messages.ts'
import sheet from './notice.module.css'
import style from './bill-header.module.css'

/** Which notice it is and how it stands. */
export function BillHeader({ bill: ref }: { bill: FragmentType<BillHeaderFragment> }) {
  const bill = useOwnFields(BillHeaderFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <PageHeader
      title={t('billTitle', { period: format.period(bill.period) })}
      above={<Link to="/employer/bills">{t('bills')}</Link>}
      lead={
        <span className={style.lead}>
          <span>{bill.number}</span>
          {bill.kind === 'NORMAL' ? null : <span className={sheet.kind}>{t(bill.kind)}</span>}
          <NoticeState status={bill.status} overdueDays={bill.overdueDays} />
        </span>
      }
    />
  )
}

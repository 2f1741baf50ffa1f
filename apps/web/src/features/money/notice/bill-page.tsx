import { useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BillDocument } from './bill.generated.ts'
import { BillHeader } from './bill-header.tsx'
import { BillHero } from './bill-hero.tsx'
import { BillHistory } from './bill-history.tsx'
import { BillLines } from './bill-lines.tsx'
import { BillPeople } from './bill-people.tsx'
import { DeemedNote } from './deemed-note.tsx'
import sheet from './notice.module.css'
import style from './bill-page.module.css'
import { messages } from './messages.ts'
import { PaymentPanel } from '../payment/index.ts'

/** One month's notice: what it costs and why, how to pay it, and what became of it. */
export function BillPage() {
  const t = useMessages(messages)
  const { id = '' } = useParams()
  const { data, error } = useQuery(BillDocument, { variables: { id } })
  if (error && !data) throw error
  const bill = data?.paymentNotice
  if (!bill) return <Skeleton lines={10} />
  return (
    <>
      <BillHeader bill={bill} />
      <DeemedNote bill={bill} />
      <div className={sheet.top}>
        <BillHero bill={bill} />
        <PaymentPanel bill={bill} agreement={data.employer.debitAgreement} />
      </div>
      <section className={style.section}>
        <h2>{t('lines')}</h2>
        <BillLines bill={bill} />
      </section>
      <section className={style.section}>
        <h2>{t('insured')}</h2>
        <BillPeople bill={bill} />
      </section>
      <section className={style.section}>
        <h2>{t('history')}</h2>
        <BillHistory bill={bill} />
      </section>
    </>
  )
}

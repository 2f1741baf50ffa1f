import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useDeriveNotice } from './use-derive-notice.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import type { Bill } from './bill.ts'
import { BillDocument } from './bill.generated.ts'
import { BillHistory } from './bill-history.tsx'
import { BillLines } from './bill-lines.tsx'
import { BillPeople } from './bill-people.tsx'
import { BillStatus } from './bill-status.tsx'
import style from './notice.module.css'
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
      <div className={style.top}>
        <Hero bill={bill} />
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

function BillHeader({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <PageHeader
      title={t('billTitle', { period: format.period(bill.period) })}
      above={<Link to="/employer/bills">{t('bills')}</Link>}
      lead={
        <span className={style.lead}>
          <span>{bill.number}</span>
          {bill.kind === 'NORMAL' ? null : <span className={style.kind}>{t(bill.kind)}</span>}
          <BillStatus status={bill.status} overdue={bill.overdue} />
        </span>
      }
    />
  )
}

/** Why the month costs what it costs although nobody declared it, and what to do. */
function DeemedNote({ bill: { period, deemedFrom, declaredSince } }: { bill: Bill }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (!deemedFrom) return null
  const words = { period: format.period(period), from: format.period(deemedFrom) }
  return declaredSince ? (
    <Notice tone="info">{t('deemedSettled', words)}</Notice>
  ) : (
    <Notice tone="warning">{t('deemedNote', words)}</Notice>
  )
}

const todayInShanghai = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

function Hero({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveNotice()
  const [today] = useState(todayInShanghai)
  return (
    <section className={style.hero}>
      <span className={style.label}>{bill.postedOn ? t('amountPaid') : t('amountToPay')}</span>
      <DerivationPopover
        fen={bill.total}
        size="figure"
        sign
        explanation={derive(bill.id, { label: bill.postedOn ? 'AMOUNT_DUE' : 'OUTSTANDING' })}
      />
      <span className={style.capitals} lang="zh-CN">
        {bill.totalInCapitals}
      </span>
      {bill.lateFee > 0 ? (
        <span className={style.late}>
          {t('lateFeeIncluded')}{' '}
          <DerivationPopover fen={bill.lateFee} explanation={derive(bill.id, { label: 'LATE_FEE' })} />
        </span>
      ) : null}
      {bill.postedOn ? null : (
        <span className={bill.overdue ? style.late : style.label}>
          {t('dueOn', { date: format.date(bill.dueOn), relative: format.relativeDays(bill.dueOn, today) })}
        </span>
      )}
    </section>
  )
}

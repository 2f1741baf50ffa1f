import { insuranceName } from '@shebao/declaration-rules'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { checkMessages } from './check-messages.ts'
import style from './check.module.css'

/** A month beside the bill before it; the amounts of every line as the notice itself has them. */
interface ComparedBill {
  period: string
  people: number
  leavers: number
  total: number
  noticeNumber: string | null
  lastPeriod: string | null
  lastPeople: number | null
  lastTotal: number | null
  lines: readonly { insurance: string; next: number; last: number }[]
}

/** What a month comes to against the last bill, by insurance. */
export function BillTable({ bill }: { bill: ComparedBill }) {
  const t = useMessages(checkMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const period = format.period(bill.period)
  const hadOne = bill.lastTotal !== null
  const signed = (amount: number) => `${amount > 0 ? '+' : amount < 0 ? '−' : ''}${format.fen(Math.abs(amount))}`
  const last = bill.lastPeriod ? `${t('lastBill')} · ${format.period(bill.lastPeriod)}` : t('lastBill')
  const row = (name: string, before: number | null, after: number, text: (value: number) => string) => (
    <>
      <th scope="row">{name}</th>
      <td data-label={last} data-align="end">
        {before === null ? '—' : text(before)}
      </td>
      <td data-label={t('nextBill')} data-align="end">
        {text(after)}
      </td>
    </>
  )
  const change = (before: number | null, after: number, text: (value: number) => string) => (
    <td data-label={t('differs')} data-align="end">
      {before === null ? '—' : text(after - before)}
    </td>
  )
  const counted = (count: number) => `${count > 0 ? '+' : count < 0 ? '−' : ''}${format.count(Math.abs(count))}`
  return (
    <div className={style.bill}>
      <p>{t('billLead', { period })}</p>
      {bill.noticeNumber ? <Notice tone="info">{t('billIssued', { period, number: bill.noticeNumber })}</Notice> : null}
      <PlainTable
        caption={t('bill')}
        columns={[t('insurance'), { end: last }, { end: t('nextBill') }, { end: t('differs') }]}
        foot={
          <tr>
            {row(t('total'), bill.lastTotal, bill.total, format.fen)}
            {change(bill.lastTotal, bill.total, signed)}
          </tr>
        }
      >
        <tr>
          {row(t('headcount'), bill.lastPeople, bill.people, format.count)}
          {change(bill.lastPeople, bill.people, counted)}
        </tr>
        {bill.lines.map(({ insurance, last: before, next }) => (
          <tr key={insurance}>
            {row(insuranceName(insurance, language), hadOne ? before : null, next, format.fen)}
            {change(hadOne ? before : null, next, signed)}
          </tr>
        ))}
      </PlainTable>
      {bill.leavers > 0 ? <p>{t('billLeavers', { count: bill.leavers })}</p> : null}
    </div>
  )
}

import { insuranceName } from '@shebao/declaration-rules'
import { useQuery } from '../../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../../shared/lib/use-format.ts'
import { Facts } from '../../../../shared/ui/facts.tsx'
import { MoneyText } from '../../../../shared/ui/money-text.tsx'
import { Notice } from '../../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../../shared/ui/skeleton.tsx'
import { messages } from '../queue-messages.ts'
import sheet from '../review.module.css'
import style from './bill-difference.module.css'
import { monthlyReviewMessages } from './messages.ts'
import type { MonthlyReview } from './monthly-review.ts'
import { MonthlyReviewBillDocument } from './monthly-review.generated.ts'
import type { MonthlyReviewBillQuery } from './monthly-review.generated.ts'

type Preview = NonNullable<MonthlyReviewBillQuery['monthlyDeclaration']['preview']>
type Bill = Preview['nextBill']

/** What the month costs once this is accepted, by insurance, against the last bill, and what billed months differ by. */
export function BillDifference({ review }: { review: MonthlyReview }) {
  const t = useMessages(monthlyReviewMessages)
  const common = useMessages(messages)
  const { data, error } = useQuery(MonthlyReviewBillDocument, {
    variables: { id: review.id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{common('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={8} />
  const { preview } = data.monthlyDeclaration
  if (!preview) return <p>{t('billUnknown')}</p>
  const decided = review.state !== 'SUBMITTED' && review.state !== 'UNDER_REVIEW'
  return (
    <div className={style.bill}>
      <Lead bill={preview.nextBill} decided={decided} />
      <BillTable bill={preview.nextBill} />
      <p>
        {t('unchanged', { count: preview.unchanged })}
        {preview.nextBill.leavers > 0 ? ` ${t('billLeavers', { count: preview.nextBill.leavers })}` : ''}
      </p>
      {decided ? null : <Difference preview={preview} />}
    </div>
  )
}

function Lead({ bill, decided }: { bill: Bill; decided: boolean }) {
  const t = useMessages(monthlyReviewMessages)
  const format = useFormat()
  const period = format.period(bill.period)
  if (decided) return <p>{t('billDone')}</p>
  return (
    <>
      <p>{t('billLead', { period })}</p>
      {bill.noticeNumber ? <Notice tone="info">{t('billIssued', { period, number: bill.noticeNumber })}</Notice> : null}
    </>
  )
}

function Difference({ preview }: { preview: Preview }) {
  const t = useMessages(monthlyReviewMessages)
  const { differenceBilled, differenceCredited, differencePeople } = preview
  if (differencePeople === 0) return <p>{t('differenceNone')}</p>
  return (
    <section className={sheet.section}>
      <h2>{t('difference', { people: differencePeople })}</h2>
      <Facts
        facts={[
          [t('billed'), <MoneyText key="billed" fen={differenceBilled} sign />],
          [t('credited'), <MoneyText key="credited" fen={differenceCredited} sign />],
        ]}
      />
    </section>
  )
}

function BillTable({ bill }: { bill: Bill }) {
  const t = useMessages(monthlyReviewMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const hadOne = bill.lastTotal !== null
  const last = bill.lastPeriod ? `${t('lastBill')} · ${format.period(bill.lastPeriod)}` : t('lastBill')
  const signed = (value: number, text: (value: number) => string) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${text(Math.abs(value))}`
  const cells = (name: string, before: number | null, after: number, text: (value: number) => string) => (
    <>
      <th scope="row">{name}</th>
      <td data-label={last} data-align="end">
        {before === null ? t('none') : text(before)}
      </td>
      <td data-label={t('nextBill')} data-align="end">
        {text(after)}
      </td>
      <td data-label={t('differs')} data-align="end">
        {before === null ? t('none') : signed(after - before, text)}
      </td>
    </>
  )
  return (
    <PlainTable
      caption={t('tabBill')}
      columns={[t('insurance'), { end: last }, { end: t('nextBill') }, { end: t('differs') }]}
      foot={<tr>{cells(t('total'), bill.lastTotal, bill.total, format.fen)}</tr>}
    >
      <tr>{cells(t('headcount'), bill.lastPeople, bill.people, format.count)}</tr>
      {bill.lines.map(({ insurance, last: before, next }) => (
        <tr key={insurance}>{cells(insuranceName(insurance, language), hadOne ? before : null, next, format.fen)}</tr>
      ))}
    </PlainTable>
  )
}

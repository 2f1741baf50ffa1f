import { findPart } from '@shebao/premium'
import type { PartSelector } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

/** The month by insurance and share against the last bill; every amount opens. */
export function BillSection({ rehearsal: { bill, standing, period, payment } }: { rehearsal: Rehearsal }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section aria-labelledby="bill">
      <h2 id="bill">{t('bill')}</h2>
      {bill ? (
        <div className={style.part}>
          <p className={style.soft}>{t('billLead')}</p>
          {standing === 'INCOMPLETE' ? <Notice tone="info">{t('billRegister')}</Notice> : null}
          {payment?.noticeNumber ? (
            <Notice tone="info">{t('billed', { period: format.period(period), number: payment.noticeNumber })}</Notice>
          ) : null}
          <BillTable bill={bill} />
          <Differences bill={bill} />
        </div>
      ) : (
        <p className={style.soft}>{t('billUnknown')}</p>
      )}
    </section>
  )
}

type Bill = NonNullable<Rehearsal['bill']>

function BillTable({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const { lastPeriod, lastEmployerTotal, lastPersonalTotal, explanation } = bill
  const last = lastPeriod === null ? t('last') : t('lastOf', { period: format.period(lastPeriod) })
  const lastTotal = lastEmployerTotal === null ? null : lastEmployerTotal + (lastPersonalTotal ?? 0)
  const opens = (amount: number, part: PartSelector) => (
    <DerivationPopover fen={amount} explanation={findPart(explanation, part) ?? explanation} />
  )
  const before = (amount: number | null) => (amount === null ? '—' : format.fen(amount))
  return (
    <PlainTable
      caption={t('bill')}
      columns={[
        t('insurance'),
        { end: t('employer') },
        { end: t('personal') },
        { end: t('sum') },
        { end: last },
        { end: t('change') },
      ]}
      foot={
        <tr>
          <th scope="row">{t('total')}</th>
          <Cell label={t('employer')}>{format.fen(bill.employerTotal)}</Cell>
          <Cell label={t('personal')}>{format.fen(bill.personalTotal)}</Cell>
          <Cell label={t('sum')}>
            <DerivationPopover fen={bill.total} size="total" explanation={explanation} />
          </Cell>
          <Cell label={last}>{before(lastTotal)}</Cell>
          <Cell label={t('change')}>
            <Change now={bill.total} before={lastTotal} />
          </Cell>
        </tr>
      }
    >
      {bill.lines.map(({ insurance, employer, personal, lastEmployer, lastPersonal }) => (
        <tr key={insurance}>
          <th scope="row">{words(insurance)}</th>
          <Cell label={t('employer')}>{opens(employer, { label: 'NOTICE_SHARE', insurance, side: 'EMPLOYER' })}</Cell>
          <Cell label={t('personal')}>
            {personal === 0 ? '—' : opens(personal, { label: 'NOTICE_SHARE', insurance, side: 'PERSONAL' })}
          </Cell>
          <Cell label={t('sum')}>{opens(employer + personal, { label: 'NOTICE_LINE', insurance })}</Cell>
          <Cell label={last}>{before(lastTotal === null ? null : lastEmployer + lastPersonal)}</Cell>
          <Cell label={t('change')}>
            <Change now={employer + personal} before={lastTotal === null ? null : lastEmployer + lastPersonal} />
          </Cell>
        </tr>
      ))}
    </PlainTable>
  )
}

function Cell({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <td data-label={label} data-align="end">
      {children}
    </td>
  )
}

function Change({ now, before }: { now: number; before: number | null }) {
  const format = useFormat()
  if (before === null) return '—'
  const by = now - before
  return by === 0 ? '0.00' : `${by > 0 ? '+' : '−'}${format.fen(Math.abs(by))}`
}

function Differences({ bill: { leavers, differenceBilled, differenceCredited } }: { bill: Bill }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      {leavers > 0 ? <p>{t('billLeavers', { count: leavers })}</p> : null}
      {differenceBilled > 0 ? <p>{t('differenceBilled', { amount: format.fen(differenceBilled) })}</p> : null}
      {differenceCredited > 0 ? <p>{t('differenceCredited', { amount: format.fen(differenceCredited) })}</p> : null}
    </>
  )
}

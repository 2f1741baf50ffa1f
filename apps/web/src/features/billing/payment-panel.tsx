import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import type { Bill } from './bill-page.tsx'
import style from './billing.module.css'
import { messages } from './messages.ts'
import { usePayment } from './use-payment.ts'
import { useWaiting } from './use-waiting.ts'

/** What can be done with the notice now: pay it, wait for the bank, or take the papers home. */
export function PaymentPanel({ bill }: { bill: Bill }) {
  if (bill.postedOn) return <Paid bill={bill} postedOn={bill.postedOn} />
  if (bill.status === 'WRITTEN_OFF') return <WrittenOff bill={bill} />
  const open = bill.payments.findLast(({ status }) => status === 'SENT_TO_BANK' || status === 'UNKNOWN')
  return (
    <section className={style.panel}>
      {open ? <Waiting bill={bill} paymentId={open.id} unknown={open.status === 'UNKNOWN'} /> : <Payable bill={bill} />}
      <Papers bill={bill} />
    </section>
  )
}

function WrittenOff({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  return (
    <section className={style.panel}>
      <Notice tone="info">
        <strong>{t('writtenOffTitle')}</strong>
        <p>{t('writtenOffText')}</p>
      </Notice>
      <Papers bill={bill} />
    </section>
  )
}

function Payable({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const { pay, busy, refusal } = usePayment(bill.id)
  const last = bill.payments.at(-1)
  return (
    <>
      {last?.status === 'FAILED' ? (
        <Notice tone="warning">{t('failedAttempt', { reason: t(failureKey(last.failure)) })}</Notice>
      ) : null}
      {refusal ? <Notice tone="refused">{t(refusal)}</Notice> : null}
      <Button size="lg" onClick={() => setAsking(true)}>
        {t('pay')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('confirmTitle')}
        consequence={t('confirmText', {
          amount: format.yuan(bill.total),
          people: bill.people,
          period: format.period(bill.period),
        })}
        verb={t('confirmVerb')}
        busy={busy}
        onConfirm={() => void pay().finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

const failures = ['INSUFFICIENT', 'ACCOUNT_FROZEN', 'AGREEMENT_INVALID', 'EXPIRED', 'AMOUNT_DIFF', 'DUPLICATE'] as const

function failureKey(failure: string | null) {
  return failures.find((known) => known === failure) ?? 'FAILED_OTHER'
}

function Waiting({ bill, paymentId, unknown }: { bill: Bill; paymentId: string; unknown: boolean }) {
  const t = useMessages(messages)
  const { pay, busy, refusal } = usePayment(bill.id)
  const { check, checking } = useWaiting(paymentId)
  return (
    <>
      <Notice tone="info">
        <strong>{t('waitingTitle')}</strong>
        <p>{unknown ? t('unknownText') : t('waitingText')}</p>
      </Notice>
      {refusal ? <Notice tone="refused">{t(refusal)}</Notice> : null}
      <div className={style.actions}>
        <Button variant="default" loading={checking} onClick={check}>
          {t('checkNow')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void pay()}>
          {t('toBank')}
        </Button>
      </div>
    </>
  )
}

function Paid({ bill, postedOn }: { bill: Bill; postedOn: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const reference = bill.payments.find(({ status }) => status === 'SUCCESS')?.bankReference
  return (
    <section className={style.panel}>
      <Notice tone="done">
        <strong>{t('paidTitle', { date: format.date(postedOn) })}</strong>
        <p>
          {reference ? t('paidText', { people: bill.people, reference }) : t('paidTextPlain', { people: bill.people })}
        </p>
      </Notice>
      <Papers bill={bill} />
    </section>
  )
}

function Papers({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <p className={style.papers}>
      <a href={`/documents/notice/${bill.id}.pdf?lang=${language}`} target="_blank" rel="noreferrer">
        {t('noticePdf')}
      </a>
      {bill.postedOn ? (
        <a href={`/documents/receipt/${bill.id}.pdf?lang=${language}`} target="_blank" rel="noreferrer">
          {t('receiptPdf')}
        </a>
      ) : null}
    </p>
  )
}

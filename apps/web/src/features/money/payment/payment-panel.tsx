import { Button } from '@mantine/core'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PayableBillFragmentDoc, PayingAgreementFragmentDoc } from './payment.generated.ts'
import type { PayableBillFragment, PayingAgreementFragment } from './payment.generated.ts'
import style from './payment.module.css'
import { FailedAttempt } from './failed-attempt.tsx'
import { openPayment } from './open-payment.ts'
import { messages } from './messages.ts'
import { usePayment } from './use-payment.ts'
import { useWaiting } from './use-waiting.ts'
import { WaysToPay } from './ways-to-pay.tsx'

/** What can be done with the notice now: pay it, wait for the bank, or take the papers home. */
export function PaymentPanel({
  bill: billRef,
  agreement: agreementRef,
}: {
  bill: FragmentType<PayableBillFragment>
  agreement: FragmentType<PayingAgreementFragment> | null
}) {
  const bill = useOwnFields(PayableBillFragmentDoc, billRef, 'PayableBill')
  const agreement = useOwnFields(PayingAgreementFragmentDoc, agreementRef)
  if (bill.postedOn) return <Paid bill={bill} postedOn={bill.postedOn} />
  if (bill.status === 'WRITTEN_OFF') return <WrittenOff bill={bill} />
  const open = openPayment(bill)
  return (
    <section className={style.panel}>
      {open ? (
        <Waiting bill={bill} payment={open} />
      ) : (
        <>
          <FailedAttempt bill={bill} />
          <WaysToPay bill={bill} agreement={agreement} />
        </>
      )}
      <Papers bill={bill} />
    </section>
  )
}

function WrittenOff({ bill }: { bill: PayableBillFragment }) {
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

function Waiting({ bill, payment }: { bill: PayableBillFragment; payment: PayableBillFragment['payments'][number] }) {
  const t = useMessages(messages)
  const { pay, busy, refusal } = usePayment(bill.id)
  const { check, checking } = useWaiting(payment.id)
  const atCashier = payment.channel === 'E_BANK'
  return (
    <>
      <Notice tone="info">
        <strong>{t('waitingTitle')}</strong>
        <p>{payment.status === 'UNKNOWN' ? t('unknownText') : atCashier ? t('waitingText') : t('debitWaitingText')}</p>
      </Notice>
      {refusal ? <Notice tone="refused">{refusal}</Notice> : null}
      <div className={style.actions}>
        <Button variant="default" loading={checking} onClick={check}>
          {t('checkNow')}
        </Button>
        {atCashier ? (
          <DutyButton duty="PAY" variant="default" loading={busy} onClick={() => void pay()}>
            {t('toBank')}
          </DutyButton>
        ) : null}
      </div>
    </>
  )
}

function Paid({ bill, postedOn }: { bill: PayableBillFragment; postedOn: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const reference = bill.payments.find(({ status }) => status === 'SUCCESS')?.bankReference
  return (
    <section className={style.panel}>
      <Notice tone="done">
        <strong>{t('paidTitle', { date: format.date(postedOn) })}</strong>
        {bill.kind === 'DEEMED' && !bill.declaredSince ? (
          <p>{t('paidTextDeemed')}</p>
        ) : (
          <p>
            {reference
              ? t('paidText', { people: bill.people, reference })
              : t('paidTextPlain', { people: bill.people })}
          </p>
        )}
      </Notice>
      <Papers bill={bill} />
    </section>
  )
}

function Papers({ bill }: { bill: PayableBillFragment }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <p className={style.papers}>
      <a href={`/documents/notice/${bill.id}.pdf?lang=${language}`} target="_blank" rel="noreferrer">
        {t('noticePdf')}
      </a>
      {bill.postedOn ? (
        <a href={`/documents/voucher/${bill.id}.pdf?lang=${language}`} target="_blank" rel="noreferrer">
          {t('voucherPdf')}
        </a>
      ) : null}
    </p>
  )
}

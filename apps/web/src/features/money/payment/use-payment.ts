import { useRef, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { DebitNoticeDocument, StartPaymentDocument, type PaymentRefusalReason } from './payment.generated.ts'
import { messages } from './messages.ts'

/** 128 random bits; `crypto.randomUUID` is missing where the office is reached without TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Why a payment did not begin, in words. */
function useRefusal() {
  const t = useMessages(messages)
  const [reason, setReason] = useState<PaymentRefusalReason>()
  const words: Record<PaymentRefusalReason, () => string> = {
    ALREADY_PAID: () => t('alreadyPaid'),
    WRITTEN_OFF: () => t('writtenOffText'),
    BANK_UNAVAILABLE: () => t('bankUnavailable'),
    PAYMENT_ENDED: () => t('paymentEnded'),
    OTHER_PAYMENT_UNDER_WAY: () => t('otherUnderWay'),
    NO_AGREEMENT: () => t('noAgreement'),
  }
  return { refusal: reason ? words[reason]() : undefined, setReason }
}

/** Leads the browser to the bank. The key stays the same until the server has answered for it, so a press that was lost on the way is not a second payment. */
export function usePayment(noticeId: string) {
  const { language } = useLanguage()
  const key = useRef('')
  const { refusal, setReason } = useRefusal()
  const [start, { loading }] = useMutation(StartPaymentDocument)
  const pay = async () => {
    setReason(undefined)
    key.current ||= newKey()
    const { data } = await start({
      variables: { noticeId, idempotencyKey: key.current, language: language === 'en' ? 'EN' : 'ZH_CN' },
    }).catch(() => ({ data: undefined }))
    if (!data) return setReason('BANK_UNAVAILABLE')
    if (data.startPayment.__typename === 'PaymentStarted') return window.location.assign(data.startPayment.redirectUrl)
    if (data.startPayment.reason !== 'BANK_UNAVAILABLE') key.current = ''
    return setReason(data.startPayment.reason)
  }
  return { pay, busy: loading, refusal }
}

/** Has the bank debit the account; the notice in the answer says how that stands. */
export function useDebit(noticeId: string) {
  const key = useRef('')
  const { refusal, setReason } = useRefusal()
  const [start, { loading }] = useMutation(DebitNoticeDocument)
  const debit = async () => {
    setReason(undefined)
    key.current ||= newKey()
    const { data } = await start({ variables: { noticeId, idempotencyKey: key.current } }).catch(() => ({
      data: undefined,
    }))
    if (!data) return setReason('BANK_UNAVAILABLE')
    key.current = ''
    if (data.debitNotice.__typename === 'PaymentRefused') setReason(data.debitNotice.reason)
  }
  return { debit, busy: loading, refusal }
}

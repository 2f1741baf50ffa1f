import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { useLanguage } from '../../shared/lib/language-context.tsx'
import { StartPaymentDocument, type PaymentRefusalReason } from './bill.generated.ts'

const refusalWords = {
  ALREADY_PAID: 'alreadyPaid',
  WRITTEN_OFF: 'writtenOffText',
  BANK_UNAVAILABLE: 'bankUnavailable',
  PAYMENT_ENDED: 'paymentEnded',
} as const satisfies Record<PaymentRefusalReason, string>

/** 128 random bits; `crypto.randomUUID` is missing where the office is reached without TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Leads the browser to the bank. The key stays the same until the server has answered for it, so a press that was lost on the way is not a second payment. */
export function usePayment(noticeId: string) {
  const { language } = useLanguage()
  const key = useRef('')
  const [refusal, setRefusal] = useState<(typeof refusalWords)[PaymentRefusalReason]>()
  const [start, { loading }] = useMutation(StartPaymentDocument)
  const pay = async () => {
    setRefusal(undefined)
    key.current ||= newKey()
    const { data } = await start({
      variables: { noticeId, idempotencyKey: key.current, language: language === 'en' ? 'EN' : 'ZH_CN' },
    }).catch(() => ({ data: undefined }))
    if (!data) return setRefusal('bankUnavailable')
    if (data.startPayment.__typename === 'PaymentStarted') return window.location.assign(data.startPayment.redirectUrl)
    if (data.startPayment.reason !== 'BANK_UNAVAILABLE') key.current = ''
    return setRefusal(refusalWords[data.startPayment.reason])
  }
  return { pay, busy: loading, refusal }
}

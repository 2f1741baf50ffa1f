import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'

/** The receipt for money that came, as a paper that anyone can check. */
export function ReceiptLink({ paymentId }: { paymentId: string }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <a href={`/documents/receipt/${paymentId}.pdf?lang=${language}`} target="_blank" rel="noreferrer">
      {t('receipt')}
    </a>
  )
}

import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { InspectionReceiptFragmentDoc } from './inspection-receipt.generated.ts'
import type { InspectionReceiptFragment } from './inspection-receipt.generated.ts'
import style from './inspection-receipt.module.css'
import { messages } from './messages.ts'

/** What tells the submitted version from every other: its number, its code and the beginning of its hash. */
export function InspectionReceipt({ inspection }: { inspection: FragmentType<InspectionReceiptFragment> }) {
  const { current } = useOwnFields(InspectionReceiptFragmentDoc, inspection)
  const t = useMessages(messages)
  if (!current) return null
  return (
    <dl className={style.receipt}>
      <dt>{t('formNo')}</dt>
      <dd className={style.code}>{current.formNo}</dd>
      <dt>{t('verifyCode')}</dt>
      <dd className={style.code}>{current.verifyCode}</dd>
      <dt>{t('contentHash')}</dt>
      <dd className={style.code}>{current.contentHash.slice(0, 16)}…</dd>
    </dl>
  )
}

import { useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { BillHeroFragmentDoc } from './bill-hero.generated.ts'
import type { BillHeroFragment } from './bill-hero.generated.ts'
import { messages } from './messages.ts'
import sheet from './notice.module.css'
import style from './bill-hero.module.css'
import { useDeriveNotice } from './use-derive-notice.ts'

const todayInShanghai = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** What is to be paid, or was. */
export function BillHero({ bill: ref }: { bill: FragmentType<BillHeroFragment> }) {
  const bill = useOwnFields(BillHeroFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveNotice()
  const [today] = useState(todayInShanghai)
  return (
    <section className={sheet.hero}>
      <span className={sheet.label}>{bill.postedOn ? t('amountPaid') : t('amountToPay')}</span>
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
        <span className={sheet.late}>
          {t('lateFeeIncluded')}{' '}
          <DerivationPopover fen={bill.lateFee} explanation={derive(bill.id, { label: 'LATE_FEE' })} />
        </span>
      ) : null}
      {bill.postedOn ? null : (
        <span className={bill.overdue ? sheet.late : sheet.label}>
          {t('dueOn', { date: format.date(bill.dueOn), relative: format.relativeDays(bill.dueOn, today) })}
        </span>
      )}
    </section>
  )
}

import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { CreditLineFragmentDoc } from './credit-line.generated.ts'
import type { CreditLineFragment } from './credit-line.generated.ts'
import sheet from './notice.module.css'
import style from './credit-line.module.css'
import { messages } from './messages.ts'

/** What stays to the employer's credit, where it came from and what becomes of it. Nothing where there is none. */
export function CreditLine({ employer: ref }: { employer: FragmentType<CreditLineFragment> }) {
  const { id, balance } = useOwnFields(CreditLineFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDerivation()
  const { credit, openingCredit } = balance
  if (credit <= 0) return null
  return (
    <p className={style.credit}>
      {t('credit')}{' '}
      <DerivationPopover
        fen={credit}
        sign
        explanation={derive({ balance: { employerId: id, figure: 'CREDIT' } }, 'ANEW')}
      />
      {openingCredit ? (
        <span className={sheet.number}>
          {t('creditOpening', { amount: format.yuan(openingCredit.amount), date: format.date(openingCredit.asOf) })}
        </span>
      ) : null}
      <span className={sheet.number}>{t('creditText')}</span>
    </p>
  )
}

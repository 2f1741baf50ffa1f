import type { FragmentType } from '@apollo/client'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { AccountStateFragmentDoc } from './account-state.generated.ts'
import type { AccountStateFragment } from './account-state.generated.ts'
import sheet from './notice.module.css'
import style from './account-state.module.css'
import { messages } from './messages.ts'

/** What stays to the employer's credit, and whether its bank pays by itself. */
export function AccountState({ employer: ref }: { employer: FragmentType<AccountStateFragment> }) {
  const employer = useOwnFields(AccountStateFragmentDoc, ref)
  const t = useMessages(messages)
  const derive = useDerivation()
  const { balance, debitAgreement: agreement } = employer
  const words =
    agreement?.status === 'ACTIVE'
      ? t('agreementActive', { account: agreement.accountMasked ?? '' })
      : t(agreement ? 'agreementPending' : 'agreementNone')
  return (
    <div className={style.account}>
      {balance.credit > 0 ? (
        <p>
          {t('credit')}{' '}
          <DerivationPopover
            fen={balance.credit}
            sign
            explanation={derive({ balance: { employerId: employer.id, figure: 'CREDIT' } }, 'ANEW')}
          />
          <span className={sheet.number}>{t('creditText')}</span>
        </p>
      ) : null}
      <Link to="/employer/bills/agreement">{words}</Link>
      <Link to="/employer/bills/payments">{t('paymentsTaken')}</Link>
      <Link to="/employer/certificate">{t('certificate')}</Link>
    </div>
  )
}

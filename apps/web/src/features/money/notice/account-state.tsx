import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { AccountStateFragmentDoc } from './account-state.generated.ts'
import type { AccountStateFragment } from './account-state.generated.ts'
import style from './account-state.module.css'
import { CreditLine } from './credit-line.tsx'
import { messages } from './messages.ts'

/** What stays to the employer's credit, and whether its bank pays by itself. */
export function AccountState({ employer: ref }: { employer: FragmentType<AccountStateFragment> }) {
  const employer = useOwnFields(AccountStateFragmentDoc, ref, 'AccountState')
  const t = useMessages(messages)
  const { debitAgreement: agreement } = employer
  const words =
    agreement?.status === 'ACTIVE'
      ? t('agreementActive', { account: agreement.accountMasked ?? '' })
      : t(agreement ? 'agreementPending' : 'agreementNone')
  return (
    <div className={style.account}>
      <CreditLine employer={employer} />
      <Link to="/employer/bills/agreement">{words}</Link>
      <Link to="/employer/bills/payments">{t('paymentsTaken')}</Link>
      <Link to="/employer/bills/balances">{t('balances')}</Link>
      <Link to="/employer/certificate">{t('certificate')}</Link>
    </div>
  )
}

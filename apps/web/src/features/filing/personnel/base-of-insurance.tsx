import { insuranceName } from '@shebao/declaration-rules'
import type { PersonnelTotals } from '@shebao/declaration-rules'
import { fen } from '@shebao/kernel'
import { explainPerson } from '@shebao/premium'
import type { FiveInsurance } from '@shebao/kernel'
import type { Explanation, PersonInput, Policy } from '@shebao/premium'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { messages } from './later-messages.ts'
import type { PersonForm } from './person-form.ts'
import sheet from './personnel.module.css'
import style from './base-of-insurance.module.css'

interface BaseOfInsuranceProps {
  insurance: FiveInsurance
  form: PersonForm
  totals: Readonly<PersonnelTotals>
  policy: Policy
}

/** The base an insurance follows from, as the rules work it out; opening it shows why. */
export function BaseOfInsurance({ insurance, form, totals, policy }: BaseOfInsuranceProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { value, unknown } = totals.bases[insurance]
  const explanation = unknown === 0 ? explainBase(policy, insurance, form) : undefined
  return (
    <p className={style.base}>
      <span>{t('baseOf', { insurance: insuranceName(insurance, language) })}</span>
      {explanation ? (
        <DerivationPopover fen={value} explanation={explanation} />
      ) : (
        <span className={sheet.soft}>{t('baseUnknown')}</span>
      )}
    </p>
  )
}

/** Where maternity is collected with medical insurance it has medical's base, and medical's explanation. */
function explainBase(policy: Policy, insurance: FiveInsurance, form: PersonForm): Explanation | undefined {
  const { monthsWorkedLastYear: months, wagesLastYear: wages, firstMonthWage: first } = form
  const person = inputOf(months, wages, first)
  if (person === undefined) return undefined
  const explained = insurance === 'MATERNITY' && policy.maternityMode === 'MERGED' ? 'MEDICAL' : insurance
  const line = explainPerson(policy, person).lines.find(({ params }) => params['insurance'] === explained)
  return line?.inputs.find(({ label }) => label === 'BASE')
}

function inputOf(months: unknown, wages: unknown, first: unknown): PersonInput | undefined {
  if (months === 0 && typeof first === 'number') return { wage: fen(first) }
  if (typeof months !== 'number' || typeof wages !== 'number') return undefined
  return { wagesLastYear: fen(wages), monthsWorked: months }
}

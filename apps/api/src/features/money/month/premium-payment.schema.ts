import { monthKinds, monthStatuses } from './month-codes.ts'
import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { beneath } from '../../../graphql/personal.ts'
import { employerTotal, monthId, personalTotal } from './explain-month.ts'
import type { PremiumMonth } from './premium-payment.repository.ts'

export const MonthStatusEnum = builder.enumType('PremiumPaymentStatus', {
  description:
    'PAID only once the money has been posted. An unpaid month is shown as unpaid: that is how employees supervise.',
  values: monthStatuses,
})
const MonthKindEnum = builder.enumType('PremiumPaymentKind', { values: monthKinds })

type Amount = {
  [Key in keyof PremiumMonth]: PremiumMonth[Key] extends Fen ? Key : never
}[keyof PremiumMonth]

/** Flat on purpose: this is the hottest type of the contract and a nested list of insurances would cost five objects a row. */
export const PremiumPaymentType = builder.objectRef<PremiumMonth>('PremiumPayment').implement({
  personal: beneath,
  description:
    'One insured person’s month with one employer, the insurances side by side. Amounts in fen; 0 where the person takes no part. Maternity is 0 where it is collected with medical. Seen by the person, the employer and staff.',
  fields: (t) => {
    const amount = (name: Amount, description?: string) =>
      t.expose(name, { type: 'Fen', ...(description ? { description } : {}) })
    return {
      id: t.id({ resolve: monthId }),
      period: t.expose('period', { type: 'Period' }),
      kind: t.expose('kind', { type: MonthKindEnum }),
      status: t.expose('status', { type: MonthStatusEnum }),
      postedOn: t.expose('postedOn', {
        type: 'Date',
        nullable: true,
        description: 'The day the money was posted.',
      }),
      employerName: t.exposeString('employerName'),
      averageWage: amount('averageWage', 'The declared monthly average that every base is clamped from.'),
      pensionBase: amount('pensionBase'),
      pensionEmployer: amount('pensionEmployer'),
      pensionPersonal: amount('pensionPersonal'),
      medicalBase: amount('medicalBase'),
      medicalEmployer: amount('medicalEmployer'),
      medicalPersonal: amount('medicalPersonal'),
      unemploymentBase: amount('unemploymentBase'),
      unemploymentEmployer: amount('unemploymentEmployer'),
      unemploymentPersonal: amount('unemploymentPersonal'),
      workInjuryBase: amount('workInjuryBase'),
      workInjuryEmployer: amount('workInjuryEmployer', 'Employees never pay work injury (SIL 33).'),
      maternityBase: amount('maternityBase'),
      maternityEmployer: amount('maternityEmployer', 'Employees never pay maternity (SIL 53).'),
      employerTotal: t.field({ type: 'Fen', resolve: (row) => fen(employerTotal(row)) }),
      personalTotal: t.field({ type: 'Fen', resolve: (row) => fen(personalTotal(row)) }),
    }
  },
})

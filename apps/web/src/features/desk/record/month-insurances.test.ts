import { fen } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { gridMonths } from './month-insurances.ts'
import type { Month } from './month-insurances.ts'

const month = (given: Partial<Month>): Month => ({
  __typename: 'PremiumPayment',
  id: crypto.randomUUID(),
  period: '2024-08',
  kind: 'NORMAL',
  status: 'PAID',
  postedOn: '2024-08-03',
  employerName: 'A',
  averageWage: fen(1),
  pensionBase: fen(1),
  pensionEmployer: fen(1),
  pensionPersonal: fen(1),
  medicalBase: fen(0),
  medicalEmployer: fen(0),
  medicalPersonal: fen(0),
  unemploymentBase: fen(0),
  unemploymentEmployer: fen(0),
  unemploymentPersonal: fen(0),
  workInjuryBase: fen(0),
  workInjuryEmployer: fen(0),
  maternityBase: fen(0),
  maternityEmployer: fen(0),
  employerTotal: fen(1),
  personalTotal: fen(1),
  ...given,
})

const pension = (...months: Month[]) => gridMonths(months)[0]?.status.PENSION

describe('the cell of a month', () => {
  it('counts while any of it is left, and once whoever paid', () => {
    const reversal = month({ kind: 'REFUND', status: 'REFUNDED', pensionBase: fen(-1) })
    expect(pension(month({}), reversal)).toBe('PAID')
    expect(pension(month({ status: 'REFUNDED' }), reversal)).toBe('REFUNDED')
    expect(pension(month({ status: 'REFUNDED' }), reversal, month({ employerName: 'B' }))).toBe('PAID')
    expect(pension(month({}), month({ employerName: 'B', status: 'UNPAID' }))).toBe('UNPAID')
  })
})

import { period, periodsBetween } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { pensionOutlook } from './pension-outlook.ts'

const paid = (from: string, to: string) => new Set<string>(periodsBetween(period(from), period(to)))

describe('what pension months lead to (SIL 16, domain specification 2.5)', () => {
  it('counts what is missing and when it is reached, the open month first', () => {
    // A man born in January 1965 retires in February 2025 and needs 180 months.
    const outlook = pensionOutlook('MALE', period('1965-01'), paid('2010-01', '2023-12'), period('2024-01'))
    expect(outlook).toMatchObject({
      period: '2025-02',
      minimumContributionMonths: 180,
      monthsPaid: 168,
      monthsMissing: 12,
      reachedIn: '2024-12',
      reachedInTime: true,
    })
  })

  it('skips a month that is paid already', () => {
    const months = paid('2010-01', '2023-11').add('2024-01')
    const outlook = pensionOutlook('MALE', period('1965-01'), months, period('2024-01'))
    expect(outlook).toMatchObject({ monthsPaid: 168, monthsMissing: 12, reachedIn: '2025-01', reachedInTime: true })
  })

  it('says when the minimum is out of reach: the month of retirement itself is too late', () => {
    const outlook = pensionOutlook('MALE', period('1965-01'), paid('2010-01', '2023-12'), period('2024-03'))
    expect(outlook).toMatchObject({ reachedIn: '2025-02', reachedInTime: false })
  })

  it('has nothing left to reach once there are enough', () => {
    const outlook = pensionOutlook('FEMALE_50', period('1975-06'), paid('2000-01', '2015-01'), period('2024-01'))
    expect(outlook).toMatchObject({ monthsMissing: 0, reachedIn: undefined, reachedInTime: true })
  })
})

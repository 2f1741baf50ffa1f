import { civilDate, fen, period } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { consequencesOfDelay, delayOf, unfiledMonth } from './delay.ts'
import type { UnfiledQuestion } from './delay.ts'
import { amountOf } from './explain/explanation.ts'
import { paymentDay } from './payment-day.ts'

describe('paying late (domain specification 3.4)', () => {
  const debt = (due: string, principal = 370_300) => ({
    principal: fen(principal),
    due: civilDate(due),
    rule: 'DUE_DATE' as const,
    cap: 'NONE' as const,
  })

  it.each([
    ['2024-07-25', 11, '2024-08-05', 2_037],
    ['2024-02-25', 5, '2024-03-01', 926],
    ['2024-07-25', 0, '2024-07-25', 0],
  ])('due %s, %i days late', (due, days, paidOn, fee) => {
    const delay = delayOf(debt(due), days)
    expect(delay).toMatchObject({ paidOn, days, fee, perDay: 185, total: 370_300 + fee })
    expect([amountOf(delay.why), amountOf(delay.whyPerDay)]).toEqual([fee, 185])
    expect(delay.fine.map(amountOf)).toEqual([370_300, 1_110_900])
  })

  it('counts by the local rule from the month after, and stops at the principal where the office caps it', () => {
    expect(delayOf({ ...debt('2024-07-25'), rule: 'SETTLED_MONTH' }, 22)).toMatchObject({
      paidOn: '2024-08-16',
      days: 15,
      fee: 2_777,
    })
    expect(delayOf({ ...debt('2024-07-25'), rule: 'SETTLED_MONTH' }, 5)).toMatchObject({ days: 0, fee: 0, perDay: 185 })
    expect(delayOf({ ...debt('2024-07-25', 1), cap: 'PRINCIPAL' }, 366).fee).toBe(0)
  })

  it.each([-1, 1.5, 367])('%d is no delay that is worked out', (days) => {
    expect(() => delayOf(debt('2024-07-25'), days)).toThrow(RangeError)
  })
})

describe('not filing (domain specification 3.3)', () => {
  const line = (employer: number, personal = 0) => ({
    insurance: 'PENSION' as const,
    employer: fen(employer),
    personal: fen(personal),
  })
  const asked = (change: Partial<UnfiledQuestion>): UnfiledQuestion => ({
    period: period('2024-07'),
    mode: 'MONTHLY_SELF',
    obligationExists: true,
    lastDeclared: { period: period('2024-05'), lines: [line(3_703_000)] },
    asFiled: undefined,
    asRegistered: undefined,
    ...change,
  })

  it('is deemed at 110 %, share by share, and filing later gives the difference back', () => {
    expect(unfiledMonth(asked({ asFiled: fen(3_800_000) }))).toMatchObject({
      kind: 'DEEMED',
      amount: 4_073_300,
      basedOn: '2024-05',
      more: 273_300,
      later: { kind: 'CREDIT', amount: 273_300 },
    })
    const shares = unfiledMonth(asked({ lastDeclared: { period: period('2024-05'), lines: [line(12_345, 1)] } }))
    expect(shares).toMatchObject({ amount: 13_581, more: undefined, later: undefined })
    expect(shares.kind === 'DEEMED' && amountOf(shares.why)).toBe(13_581)
  })

  it('costs what the register says where only changes are declared', () => {
    const mode = 'CARRY_FORWARD' as const
    expect(unfiledMonth(asked({ mode, asRegistered: fen(370_300), asFiled: fen(252_678) }))).toEqual({
      kind: 'AS_REGISTERED',
      amount: 370_300,
      more: 117_622,
    })
    expect(unfiledMonth(asked({ mode }))).toEqual({ kind: 'UNKNOWN' })
  })

  it('asks the office for an amount where nothing was ever declared, and nothing of a unit without people', () => {
    expect(unfiledMonth(asked({ lastDeclared: undefined }))).toEqual({ kind: 'BUREAU_AMOUNT_NEEDED' })
    expect(unfiledMonth(asked({ obligationExists: false }))).toEqual({ kind: 'NO_OBLIGATION' })
  })
})

it('the law is named for everything that follows, and deeming only where months are declared by themselves', () => {
  const dates = { cutOff: civilDate('2024-07-15'), due: civilDate('2024-07-25') }
  const codes = (mode: 'MONTHLY_SELF' | 'CARRY_FORWARD') =>
    consequencesOfDelay({ mode, ...dates }).map(({ code, from, articles }) => [code, from, articles[0]?.article])
  expect(codes('MONTHLY_SELF').slice(0, 2)).toEqual([
    ['DEEMED', '2024-07-16', 62],
    ['LATE_FEE', '2024-07-26', 86],
  ])
  expect(codes('CARRY_FORWARD').map(([code]) => code)).toEqual(['LATE_FEE', 'ORDER', 'ACCOUNTS', 'FINE', 'SEIZURE'])
})

it.each([
  ['2024-07-01', 25, '2024-07-25', false],
  ['2024-07-18', 25, '2024-07-25', false],
  ['2024-07-19', 25, '2024-08-25', true],
  ['2024-02-01', 31, '2024-02-29', false],
])('a notice of %s is due on day %i: %s', (issuedOn, dueDay, day, nextMonth) => {
  expect(paymentDay(civilDate(issuedOn), dueDay)).toEqual({ day, nextMonth })
})

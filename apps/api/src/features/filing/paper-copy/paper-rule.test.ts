import { civilDate } from '@shebao/kernel'
import { calendarOf, prepareCalendar } from '@shebao/premium'
import { describe, expect, it } from 'vitest'
import { defaultPaperRules, keepUntil, missingOf, paperDueOn, reminderFor, soonOf } from './paper-rule.ts'
import { readHash } from './receive-paper.ts'

const rule = defaultPaperRules.ANNUAL_INSPECTION
const [twoDays, weekend] = [
  { ...rule, workingDays: 2 },
  { ...rule, workingDays: 3 },
]
const calendar = prepareCalendar(calendarOf(new Map([[2026, []]])))

describe('the day of paper copies', () => {
  it('counts working days from the day after acceptance, and is not guessed for a year without a calendar', () => {
    expect(paperDueOn(calendar, '2026-11-25', twoDays)).toBe('2026-11-27')
    expect(paperDueOn(calendar, '2026-11-25', weekend)).toBe('2026-11-30')
    expect(paperDueOn(calendar, '2026-12-31', twoDays)).toBeUndefined()
    expect(soonOf(calendar, civilDate('2026-12-31'), rule)).toBe('2027-01-03')
  })

  it('keeps them to the end of a year', () =>
    expect(keepUntil('2026-11-25', { ...rule, keepYears: 10 })).toBe('2036-12-31'))

  it('reminds once before and once after, or each day where the office says so', () => {
    const on = (today: string, soon: string, daily = false) =>
      reminderFor(
        { dueOn: '2026-11-27', today, soon },
        { ...rule, consequence: daily ? 'REMIND_DAILY' : 'REMIND_ONLY' },
      )
    expect(on('2026-11-20', '2026-11-25')).toBeUndefined()
    expect(on('2026-11-24', '2026-11-27')).toEqual({ kind: 'PAPER_DUE_SOON', key: '2026-11-27' })
    expect(on('2026-11-27', '2026-12-02')?.kind).toBe('PAPER_DUE_SOON')
    expect(on('2026-11-28', '2026-12-02')).toEqual({ kind: 'PAPER_OVERDUE', key: '2026-11-27' })
    expect(on('2026-12-01', '2026-12-04', true)?.key).toBe('2026-11-27:2026-12-01')
  })

  it('asks for what is required and did not come', () => {
    expect(missingOf(rule, ['FORM']).map(({ code }) => code)).toEqual(['ROSTER'])
    expect(missingOf(rule, ['FORM', 'ROSTER'])).toEqual([])
  })
})

describe('what a scanner types', () => {
  it('is the hash, from the cover, from a person or from the form’s signed code', () => {
    const hash = 'c0ffee'.padEnd(64, '0')
    const token = `SB1.k.1.K.NJ2026-1.CODE.2026-11-25.${Buffer.from(hash, 'hex').toString('base64url')}.2026..eA.c2ln`
    expect(readHash(`${hash}\r\n`)).toBe(hash)
    expect(readHash('C0FF-EE00-0000')).toBe('c0ffee000000')
    expect(readHash(`https://example.cn/verify/CODE#${token}`)).toBe(hash)
    expect(() => readHash('7K3M-Q2XD-9WTA-B4HC')).toThrow('The content hash as printed')
  })
})

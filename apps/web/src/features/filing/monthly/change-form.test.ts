import { describe, expect, it } from 'vitest'
import { draftOf, formOf, issuesOf, kindOf, newForm } from './change-form.ts'
import { contextOf, firstMonth, hasClosed, lastMonthOwed } from './month-rules.ts'
import { monthsBack } from './last-day.ts'
import { keyOfSubmission } from './submission-key.ts'
import { rules, stopRow } from './testing/monthly-office.ts'

const regular = { period: '2026-11', filing: 'REGULAR', state: 'DRAFT', editable: true } as const
const context = contextOf(rules, regular)
const known = { context, chosen: false, said: [], saved: undefined }

describe('the months of a change', () => {
  it('are the open one until the cut-off, and the next after it', () => {
    expect(firstMonth(context)).toBe('2026-11')
    const late = contextOf({ ...rules, today: '2026-11-21', open: '2026-12' }, regular)
    expect([firstMonth(late), lastMonthOwed(late)]).toEqual(['2026-12', '2026-12'])
    expect(hasClosed({ open: '2026-12' }, regular)).toBe(true)
  })

  it('are its own in what supplements, corrects or was returned, whatever the cut-off', () => {
    const late = { ...rules, today: '2026-11-21', open: '2026-12' }
    const earlier = contextOf(late, { ...regular, period: '2026-09', filing: 'SUPPLEMENTARY' })
    expect([firstMonth(earlier), lastMonthOwed(earlier)]).toEqual(['2026-09', '2026-08'])
    expect(hasClosed(late, { ...regular, state: 'RETURNED' })).toBe(false)
  })

  it('go back to the oldest that is taken online', () => {
    expect(monthsBack('2027-01', '2026-10')).toEqual(['2027-01', '2026-12', '2026-11', '2026-10'])
  })
})

describe('a change as it is typed', () => {
  it('says when a stop takes effect, and keeps what cannot be read', () => {
    const form = { ...newForm('stop', '2026-11', ['PENSION']), changeType: 'STOP_RESIGN', monthlyWage: '一万' }
    expect(draftOf(form)).toEqual({
      changeType: 'STOP_RESIGN',
      lastPayablePeriod: '2026-11',
      effectivePeriod: '2026-12',
      insurances: ['PENSION'],
      raw: { monthlyWage: '一万' },
    })
  })

  it('comes back from the office as it was sent', () => {
    const draft = draftOf(formOf(stopRow()))
    const { changeType = null, leaveDate = null } = draft
    expect(draftOf(formOf({ ...stopRow(), changeType, leaveDate }))).toEqual(draft)
    expect([kindOf('ADD_RESUME'), kindOf('STOP_DEATH'), kindOf('INFO_CHANGE')]).toEqual(['join', 'stop', 'info'])
  })

  it('is judged by the rules, but not for what the register knows of who was chosen', () => {
    const draft = draftOf({ ...newForm('stop', '2026-10', ['PENSION']), changeType: 'STOP_RESIGN' })
    const fields = (chosen: boolean) => issuesOf(draft, { ...known, chosen }).map(({ field }) => field)
    expect(fields(false)).toEqual(['name', 'idNumber', 'lastPayablePeriod'])
    expect(fields(true)).toEqual(['lastPayablePeriod'])
  })

  it('keeps the office’s word on what only it knows until something is changed', () => {
    const saved = draftOf(formOf(stopRow()))
    const said = [
      {
        ruleId: 'monthly.lastPayablePeriod.join',
        severity: 'error',
        code: 'DATE_ORDER',
        path: '',
        field: 'lastPayablePeriod',
        params: {},
      },
    ] as const
    const issues = (draft: typeof saved) => issuesOf(draft, { ...known, said, saved }).map(({ ruleId }) => ruleId)
    expect(issues(saved)).toEqual(['monthly.lastPayablePeriod.join'])
    expect(issues({ ...saved, leaveDate: '2026-11-11' })).toEqual([])
  })
})

describe('the key of a submission', () => {
  it('is one for what was looked at, and another for another content', () => {
    sessionStorage.clear()
    const first = keyOfSubmission('m1', 3)
    expect(keyOfSubmission('m1', 3)).toBe(first)
    expect(keyOfSubmission('m1', 4)).not.toBe(first)
  })
})

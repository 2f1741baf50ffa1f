import { availableEvents, barredFrom, next, stepOf } from '@shebao/case'
import type { StatusTable } from '@shebao/case'
import { describe, expect, it } from 'vitest'
import { annualLifecycle } from './annual-lifecycle.ts'
import { ANNUAL_STATES } from './annual-states.ts'
import { monthlyLifecycle } from './monthly-lifecycle.ts'
import { monthlyStateOf } from './monthly-states.ts'

function walk<State extends string, Event extends string>(
  table: StatusTable<State, Event>,
  start: NoInfer<State>,
  path: readonly NoInfer<Event>[],
): State {
  return path.reduce<State>((state, event) => {
    const to = next(table, state, event)
    if (to === undefined) throw new Error(`${event} is not to be had in ${state}`)
    return to
  }, start)
}

describe('the annual inspection', () => {
  it('goes its whole way, and again after it was returned', () => {
    expect(
      walk(annualLifecycle, 'NOT_STARTED', [
        'SUBMIT',
        'WITHDRAW',
        'SUBMIT',
        'START_REVIEW',
        'RETURN',
        'SUBMIT',
        'START_REVIEW',
        'RECOMMEND',
        'APPROVE',
        'PRINT',
        'FILE_PAPER',
        'CLOSE',
      ]),
    ).toBe('CLOSED')
  })

  it('is withdrawn only before review', () => {
    expect(next(annualLifecycle, 'SUBMITTED', 'WITHDRAW')).toBe('READY')
    expect(next(annualLifecycle, 'UNDER_REVIEW', 'WITHDRAW')).toBeUndefined()
  })

  it('is accepted by somebody who neither started the review nor recommended it', () => {
    const approve = stepOf(annualLifecycle, 'UNDER_REVIEW', 'APPROVE')
    expect(approve && barredFrom(approve, { START_REVIEW: ['a'], RECOMMEND: ['b', 'a'], RETURN: ['c'] })).toEqual([
      'a',
      'b',
    ])
  })

  it('takes paper after acceptance, filed or sent back', () => {
    for (const state of ['APPROVED', 'PRINTED'] as const) {
      expect(next(annualLifecycle, state, 'FILE_PAPER')).toBe('PAPER_FILED')
      expect(next(annualLifecycle, state, 'RETURN_PAPER')).toBe('RETURNED')
    }
    expect(availableEvents(annualLifecycle, 'PAPER_FILED')).toEqual(['CLOSE'])
  })

  it('stands only where a declaration can be shown to stand', () => {
    expect(annualLifecycle.states.filter((state) => !ANNUAL_STATES.includes(state))).toEqual([])
  })
})

describe('the monthly declaration', () => {
  it('goes its whole way, and again after it was withdrawn and returned', () => {
    expect(
      walk(monthlyLifecycle, 'DRAFT', [
        'SUBMIT',
        'WITHDRAW',
        'SUBMIT',
        'START_REVIEW',
        'RETURN',
        'SUBMIT',
        'START_REVIEW',
        'RECOMMEND',
        'APPROVE',
      ]),
    ).toBe('APPROVED')
  })

  it('is withdrawn only before review, and reviewed by two', () => {
    expect(next(monthlyLifecycle, 'SUBMITTED', 'WITHDRAW')).toBe('WITHDRAWN')
    expect(next(monthlyLifecycle, 'UNDER_REVIEW', 'WITHDRAW')).toBeUndefined()
    expect(stepOf(monthlyLifecycle, 'UNDER_REVIEW', 'APPROVE')?.otherThan).toEqual(['START_REVIEW', 'RECOMMEND'])
  })

  it('is as far as its notice once it is accepted', () => {
    const notice = { deemed: false, paid: 'NOTHING', overdue: false } as const
    expect(monthlyStateOf('APPROVED', undefined)).toBe('APPROVED')
    expect(monthlyStateOf('APPROVED', notice)).toBe('NOTICED')
    expect(monthlyStateOf('APPROVED', { ...notice, paid: 'PART' })).toBe('PARTIALLY_PAID')
    expect(monthlyStateOf('APPROVED', { ...notice, paid: 'PART', overdue: true })).toBe('OVERDUE')
    expect(monthlyStateOf('APPROVED', { ...notice, paid: 'ALL', overdue: true })).toBe('PAID')
    expect(monthlyStateOf('RETURNED', notice)).toBe('RETURNED')
    expect(monthlyStateOf('DRAFT', { ...notice, deemed: true })).toBe('ASSESSED')
    expect(monthlyStateOf(undefined, { ...notice, deemed: true })).toBe('ASSESSED')
  })
})

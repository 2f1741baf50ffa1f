import { describe, expect, it } from 'vitest'
import { ANNUAL_STATUS } from './annual-status.ts'
import { MONTHLY_STATUS } from './monthly-status.ts'
import type { GuardFacts, StatusTable } from './status.ts'
import { allowedActions, ROLES, transition } from './status.ts'

const ALL_WELL: GuardFacts = {
  verdict: 'COMPLETE',
  rosterIsCurrent: true,
  openDifferences: 0,
  samePerson: false,
  paperHashMatches: true,
}

function walk<S extends string, A extends string>(
  table: StatusTable<S, A>,
  start: S,
  path: readonly (readonly [A, (typeof ROLES)[number]])[],
) {
  return path.reduce<S>((state, [action, role]) => {
    const result = transition(table, state, action, role, ALL_WELL)
    if (!result.ok) throw new Error(`${state} ${action} ${role}: ${result.code}`)
    return result.next
  }, start)
}

describe.each([
  ['annual', ANNUAL_STATUS],
  ['monthly', MONTHLY_STATUS],
] as const)('the %s table', (_, table: StatusTable<string, string>) => {
  it('decides every state, action and role, and allows exactly what it lists', () => {
    for (const state of table.states)
      for (const action of table.actions)
        for (const role of ROLES) {
          const facts = { ...ALL_WELL, paperHashMatches: action !== 'RETURN_PAPER' }
          const result = transition(table, state, action, role, facts)
          expect(result.ok).toBe(allowedActions(table, state, role).includes(action))
          expect(['OK', 'ILLEGAL_TRANSITION', 'ROLE_NOT_ALLOWED']).toContain(result.ok ? 'OK' : result.code)
        }
  })

  it('reaches every state from the first and uses every action', () => {
    const reached = new Set([table.states[0]])
    for (let size = 0; size !== reached.size;) {
      size = reached.size
      for (const { from, to } of table.transitions)
        if (to !== 'SAME' && from.some((state) => reached.has(state))) reached.add(to)
    }
    expect([...table.states].filter((state) => !reached.has(state))).toEqual([])
    expect(table.actions.filter((action) => !table.transitions.some((row) => row.action === action))).toEqual([])
  })

  it('has one answer for a state, an action and a role', () => {
    for (const state of table.states)
      for (const action of table.actions)
        for (const role of ROLES) {
          const rows = table.transitions.filter(
            (row) => row.action === action && row.from.includes(state) && row.roles.includes(role),
          )
          expect(rows.length).toBeLessThan(2)
        }
  })
})

describe('the annual inspection', () => {
  it('goes its whole way', () => {
    expect(
      walk(ANNUAL_STATUS, 'NOT_STARTED', [
        ['COMPLETE_UNIT', 'CLERK'],
        ['EDIT_PERSONNEL', 'CLERK'],
        ['DOWNLOAD_ROSTER', 'CLERK'],
        ['COMPARE', 'CLERK'],
        ['CONFIRM', 'CLERK'],
        ['SUBMIT', 'CLERK'],
        ['START_REVIEW', 'OFFICER'],
        ['APPROVE', 'APPROVER'],
        ['PRINT', 'CLERK'],
        ['FILE_PAPER', 'OFFICER'],
        ['CLOSE', 'OFFICER'],
      ]),
    ).toBe('CLOSED')
  })

  it('refuses by code what is not fulfilled, unknown facts included', () => {
    const refused = (
      state: Parameters<typeof allowedActions<'READY' | 'COMPARED' | 'ROSTER_DOWNLOADED' | 'UNDER_REVIEW', never>>[1],
      action: 'COMPARE' | 'CONFIRM' | 'SUBMIT' | 'APPROVE',
      facts: GuardFacts,
    ) => {
      const result = transition(ANNUAL_STATUS, state, action, action === 'APPROVE' ? 'APPROVER' : 'CLERK', facts)
      return result.ok ? 'OK' : result.code
    }
    expect(refused('ROSTER_DOWNLOADED', 'COMPARE', {})).toBe('ROSTER_STALE')
    expect(refused('ROSTER_DOWNLOADED', 'COMPARE', { rosterIsCurrent: true, openDifferences: 1 })).toBe('NOT_RESOLVED')
    expect(refused('COMPARED', 'CONFIRM', { verdict: 'INCOMPLETE' })).toBe('INCOMPLETE')
    expect(refused('READY', 'SUBMIT', { ...ALL_WELL, verdict: 'COMPLETE_WITH_WARNINGS' })).toBe('OK')
    expect(refused('UNDER_REVIEW', 'APPROVE', { verdict: 'COMPLETE', samePerson: true })).toBe('SAME_PERSON')
    expect(refused('UNDER_REVIEW', 'SUBMIT', ALL_WELL)).toBe('ILLEGAL_TRANSITION')
  })

  it('prints only after submission and takes paper that matches', () => {
    expect(allowedActions(ANNUAL_STATUS, 'READY', 'CLERK')).not.toContain('PRINT')
    expect(transition(ANNUAL_STATUS, 'PRINTED', 'FILE_PAPER', 'OFFICER', { paperHashMatches: false })).toMatchObject({
      ok: false,
      code: 'PAPER_DIFFERS',
    })
    expect(transition(ANNUAL_STATUS, 'PRINTED', 'RETURN_PAPER', 'OFFICER', { paperHashMatches: false })).toEqual({
      ok: true,
      next: 'RETURNED',
    })
  })
})

describe('the monthly declaration', () => {
  it('is withdrawn only before review, and reviewed by someone else than it was filed by', () => {
    expect(transition(MONTHLY_STATUS, 'SUBMITTED', 'WITHDRAW', 'CLERK')).toEqual({ ok: true, next: 'WITHDRAWN' })
    expect(transition(MONTHLY_STATUS, 'UNDER_REVIEW', 'WITHDRAW', 'CLERK')).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    })
    expect(transition(MONTHLY_STATUS, 'UNDER_REVIEW', 'APPROVE', 'OFFICER', ALL_WELL)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    })
    expect(
      walk(MONTHLY_STATUS, 'DRAFT', [
        ['SUBMIT', 'CLERK'],
        ['START_REVIEW', 'OFFICER'],
        ['APPROVE', 'APPROVER'],
        ['ISSUE_NOTICE', 'SYSTEM'],
        ['MARK_OVERDUE', 'SYSTEM'],
        ['POST_PART_PAYMENT', 'SYSTEM'],
        ['POST_PAYMENT', 'SYSTEM'],
      ]),
    ).toBe('PAID')
  })
})

import { statusTable } from '@shebao/case'
import { describe, expect, it } from 'vitest'
import { chooseByRule } from './choose-by-rule.ts'
import type { EnteredCase, StandingRule } from './choose-by-rule.ts'

const kind = {
  table: statusTable({
    lifecycle: 'refund',
    states: ['APPLIED', 'VERIFIED'],
    final: ['VERIFIED'],
    goals: ['VERIFIED'],
    openings: [{ event: 'APPLY', to: 'APPLIED', who: 'refund:verify' }],
    steps: [{ event: 'VERIFY', from: ['APPLIED'], to: 'VERIFIED', who: 'refund:verify', otherThan: ['APPLY'] }],
  }),
  work: { see: 'work:read' as const, waiting: '' },
}
const person = (account: string, districts: string[] | null = null) => ({
  account,
  name: account,
  roles: ['OFFICER' as const],
  districts,
})
const people = [person('a'), person('b'), person('c', ['east']), { ...person('x'), roles: ['AUDITOR' as const] }]
const rule = (number: number, accountIds: string[], given: Partial<StandingRule> = {}): StandingRule => ({
  id: String(number),
  number,
  districtId: null,
  industry: null,
  numberFrom: null,
  numberTo: null,
  accountIds,
  turns: new Map(),
  ...given,
})
const entered = (given: Partial<EnteredCase> = {}): EnteredCase => ({
  caseId: '1',
  state: 'APPLIED',
  events: null,
  takers: {},
  districtId: 'west',
  industry: 'I6510',
  registrationNo: '1101010020',
  ...given,
})
const choose = (rules: StandingRule[], one = entered(), away: [string, string | null][] = []) => {
  const chosen = chooseByRule(kind, rules, one, { people, away: new Map(away) })
  return chosen && `${chosen.account} by ${chosen.rule.number}`
}

describe('to whom rules give a case', () => {
  it('is the lowest number that fits', () => {
    const range = { numberFrom: '1101010010', numberTo: '1101010020' }
    expect(choose([rule(1, ['a'], { districtId: 'east' }), rule(2, ['b'], range), rule(3, ['a'])])).toBe('b by 2')
    expect(choose([rule(1, ['a'], range)], entered({ registrationNo: '1101010021' }))).toBeUndefined()
    expect(choose([rule(1, ['a'], range)], entered({ registrationNo: null }))).toBeUndefined()
    expect(choose([rule(1, ['a'], { industry: 'C' }), rule(2, ['b'], { industry: 'I' })])).toBe('b by 2')
  })

  it('is in turn whoever had none for longest', () => {
    const turns = rule(1, ['a', 'b'])
    expect([1, 2, 3].map(() => choose([turns]))).toEqual(['a by 1', 'b by 1', 'a by 1'])
  })

  it('is never who took part, is of another office, or handles no cases', () => {
    expect(choose([rule(1, ['a', 'b'])], entered({ takers: { APPLY: ['a'] } }))).toBe('b by 1')
    expect(choose([rule(1, ['c', 'x']), rule(2, ['a'])])).toBe('a by 2')
    expect(choose([rule(1, ['c'])], entered({ districtId: 'east' }))).toBe('c by 1')
  })

  it('skips who is away, and is their stand-in where nobody else is left', () => {
    expect(choose([rule(1, ['a', 'b'])], entered(), [['a', 'c']])).toBe('b by 1')
    expect(choose([rule(1, ['a'])], entered(), [['a', 'b']])).toBe('b by 1')
    expect(choose([rule(1, ['a']), rule(2, ['b'])], entered(), [['a', null]])).toBe('b by 2')
    expect(choose([rule(1, ['a'])], entered({ takers: { APPLY: ['b'] } }), [['a', 'b']])).toBeUndefined()
  })
})

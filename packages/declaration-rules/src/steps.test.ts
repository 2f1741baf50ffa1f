import { describe, expect, it } from 'vitest'
import { checkDeclaration } from './check-declaration.ts'
import { LIST_CONTEXT, wholeDeclaration } from './rule-examples/list.ts'
import type { AnnualState } from './annual-states.ts'
import type { Declaration } from './check-declaration.ts'
import { nextStep, STEP_IDS, stepsOf } from './steps.ts'

function steps(state: AnnualState, change: Partial<Declaration> = {}) {
  const declaration = { ...wholeDeclaration(), ...change }
  const { issues } = checkDeclaration(declaration, LIST_CONTEXT)
  return stepsOf({ state, people: declaration.personnel.length, issues })
}

const stateOf = (list: ReturnType<typeof steps>, id: string) => list.find((step) => step.id === id)?.state

describe('the list of steps', () => {
  it('always has every step in one order', () => {
    expect(steps('NOT_STARTED', { unit: {}, personnel: [] }).map(({ id }) => id)).toEqual(STEP_IDS)
  })

  it('counts what is missing in each and names where to jump', () => {
    const whole = wholeDeclaration()
    const list = steps('UNIT_DONE', { unit: { ...whole.unit, bankName: ' ', handlerPhone: '1' } })
    expect(list.find(({ id }) => id === 'bank')).toMatchObject({ state: 'todo', missing: 1, paths: ['unit.bankName'] })
    expect(list.find(({ id }) => id === 'people')).toMatchObject({
      state: 'todo',
      missing: 1,
      paths: ['unit.handlerPhone'],
    })
    expect(list.find(({ id }) => id === 'review')).toMatchObject({ state: 'blocked', blockedBy: 'INCOMPLETE' })
    expect(nextStep(list)?.id).toBe('people')
  })

  it('waits for people before the comparison, and for the comparison before review', () => {
    expect(steps('UNIT_DONE', { personnel: [] }).find(({ id }) => id === 'compare')).toMatchObject({
      state: 'blocked',
      blockedBy: 'PERSONNEL_FIRST',
    })
    const stale = { comparison: { currentRosterVersion: 'v2', downloadedRosterVersion: 'v1', openDifferences: 0 } }
    expect(steps('ROSTER_DOWNLOADED', stale).find(({ id }) => id === 'review')).toMatchObject({
      state: 'blocked',
      blockedBy: 'ROSTER_STALE',
    })
    const open = { comparison: { currentRosterVersion: 'v2', downloadedRosterVersion: 'v2', openDifferences: 1 } }
    expect(steps('ROSTER_DOWNLOADED', open).find(({ id }) => id === 'review')).toMatchObject({
      state: 'blocked',
      blockedBy: 'NOT_RESOLVED',
    })
    expect(nextStep(steps('COMPARED'))?.id).toBe('review')
  })

  it('opens printing with submission and paper with acceptance', () => {
    const submitted = steps('SUBMITTED')
    expect([stateOf(submitted, 'review'), stateOf(submitted, 'print'), stateOf(submitted, 'paper')]).toEqual([
      'done',
      'todo',
      'blocked',
    ])
    expect(submitted.find(({ id }) => id === 'paper')?.blockedBy).toBe('APPROVAL_FIRST')
    expect(stateOf(steps('APPROVED'), 'paper')).toBe('todo')
    expect(stateOf(steps('PRINTED'), 'paper')).toBe('todo')
    expect(steps('CLOSED').every(({ state }) => state === 'done')).toBe(true)
  })

  it('is open again when the declaration came back', () => {
    const returned = steps('RETURNED')
    expect([stateOf(returned, 'print'), stateOf(returned, 'compare')]).toEqual(['blocked', 'todo'])
  })
})

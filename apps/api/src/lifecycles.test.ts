import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { availableEvents, barredFrom, next, offersOf, stepOf } from '@shebao/case'
import type { StatusTable } from '@shebao/case'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOneOf } from '@shebao/kernel'
import { permissions } from './access/permission-table.ts'
import { staffRoles } from './access/viewer.ts'
import { notificationKinds } from './telling/notification-codes.ts'
import { isOfStaff } from './features/desk/queue/waiting-lifecycle.ts'
import { lifecycles, waitingLifecycles } from './lifecycles.ts'
import { printLifecycles } from './print-lifecycles.ts'

const asked = lifecycles.map(({ table }) => table)
const eventsOf = ({ openings, steps }: StatusTable) => [...new Set([...openings, ...steps].map(({ event }) => event))]

it('the printed page is what the tables say', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/lifecycles.md'), 'utf8')).toBe(printLifecycles())
})

it('every lifecycle with a step of staff says where its cases wait for them', () => {
  const ofStaff = lifecycles.filter(({ table }) => table.steps.some(isOfStaff))
  expect(ofStaff.map(({ table }) => table.lifecycle)).toEqual(waitingLifecycles.map(({ table }) => table.lifecycle))
  expect(ofStaff.length).toBeLessThan(lifecycles.length)
})

describe.each(asked.map((table) => [table.lifecycle, table] as const))('the table of %s', (_name, table) => {
  it('is frozen to its leaves', () => {
    for (const part of [table, table.states, table.steps, ...table.steps, ...table.steps.map(({ from }) => from)])
      expect(Object.isFrozen(part)).toBe(true)
  })

  it('has one step for a state and an event, and none into a state it does not have', () => {
    for (const state of table.states)
      for (const event of eventsOf(table)) {
        const rows = table.steps.filter((step) => step.event === event && step.from.includes(state))
        expect(rows.length, `${event} in ${state}`).toBeLessThan(2)
        expect(availableEvents(table, state).includes(event)).toBe(rows.length === 1)
        const to = next(table, state, event)
        expect([undefined, ...table.states]).toContain(to)
      }
    const named = table.steps.flatMap(({ from, otherThan = [] }) => [...from, ...otherThan])
    expect(named.filter((name) => !table.states.includes(name) && !eventsOf(table).includes(name))).toEqual([])
  })

  it('reaches every state', () => {
    const reached = new Set(table.openings.map(({ to }) => to))
    for (const state of reached)
      for (const event of availableEvents(table, state)) reached.add(next(table, state, event) ?? state)
    expect(table.states.filter((state) => !reached.has(state))).toEqual([])
  })

  it('leads from every state to an end', () => {
    const ending = new Set(table.final)
    for (let size = -1; size !== ending.size;) {
      size = ending.size
      for (const { from, to } of table.steps)
        if (to !== 'SAME' && ending.has(to)) from.forEach((state) => ending.add(state))
    }
    expect(table.final.length).toBeGreaterThan(0)
    expect(table.states.filter((state) => !ending.has(state))).toEqual([])
  })
})

describe.each(lifecycles.map((one) => [one.table.lifecycle, one] as const))(
  'the case of %s',
  (_name, { table, guards, tellings = {} }) => {
    it('answers for every guard of its table and no other', () => {
      const named = new Set(table.steps.flatMap((step) => step.guards ?? []))
      expect(new Set(Object.keys(guards))).toEqual(named)
    })

    it('has something to say of everything its table tells, and of nothing else', () => {
      const told = table.steps.flatMap(({ tells = [] }) => tells)
      expect(new Set(Object.keys(tellings))).toEqual(new Set(told.map(({ of }) => of)))
      expect(told.filter(({ of }) => !isOneOf(notificationKinds, of))).toEqual([])
      const roles = told.flatMap(({ to }) => (typeof to === 'string' ? [] : to))
      expect(roles.filter((role) => !isOneOf(staffRoles, role))).toEqual([])
    })

    it('asks for permissions that the one table has', () => {
      const who = [...table.openings, ...table.steps].map((step) => step.who)
      expect(who.filter((name) => !(name in permissions))).toEqual([])
    })
  },
)

/** A desk of three people, each of whom presses any event of the lifecycle in any state. */
const people = ['a', 'b', 'c'] as const
const presses = fc.array(fc.record({ person: fc.constantFrom(...people), event: fc.nat(30) }), { maxLength: 40 })

describe.each(asked.map((table) => [table.lifecycle, table] as const))('whatever is pressed in %s', (_name, table) => {
  it('stays in the table, and four eyes are never one person', () => {
    fc.assert(
      fc.property(presses, fc.nat(9), (pressed, opening) => {
        const opened = table.openings[opening % table.openings.length]
        if (!opened) return
        let state = opened.to
        const taken: { event: string; person: string }[] = [{ event: opened.event, person: 'a' }]
        for (const { person, event: nth } of pressed) {
          const event = eventsOf(table)[nth % eventsOf(table).length] ?? ''
          const takers = Object.fromEntries(
            eventsOf(table).map((one) => [one, taken.filter((each) => each.event === one).map((each) => each.person)]),
          )
          const step = stepOf(table, state, event)
          const offer = offersOf(table, state, takers, { account: person, may: () => true }).find(
            (one) => one.event === event,
          )
          // Where the table has no step nothing is offered, and what is offered is what is taken.
          expect(offer?.standing === 'MAY').toBe(step !== undefined && !barredFrom(step, takers).includes(person))
          if (!step || offer?.standing !== 'MAY') continue
          expect(step.from).toContain(state)
          for (const earlier of step.otherThan ?? [])
            expect(taken.some((each) => each.event === earlier && each.person === person)).toBe(false)
          state = next(table, state, event) ?? 'NOWHERE'
          expect(table.states).toContain(state)
          taken.push({ event, person })
        }
      }),
      { numRuns: 500 },
    )
  })
})

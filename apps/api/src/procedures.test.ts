import { after } from '@shebao/case'
import type { Standing, StatusTable } from '@shebao/case'
import { demoStaff } from '@shebao/prisma/seed'
import { describe, expect, it } from 'vitest'
import { staffMay } from './access/permissions.ts'
import { permissions } from './access/permission-table.ts'
import type { Permission } from './access/permissions.ts'
import { staffRoles } from './access/viewer.ts'
import { outlookOf, stepsFor } from './case/procedure.ts'
import type { OfficePerson } from './case/office-people.repository.ts'
import { lifecycles } from './lifecycles.ts'

type Table = StatusTable<string, string, Permission>
const isPermission = (who: string): who is Permission => who in permissions
/** The tables with their permissions as the one table names them. */
const tables = lifecycles.map(({ table }): Table => {
  const whos = [...table.openings, ...table.steps].map(({ who }) => who)
  if (!whos.every(isPermission)) throw new Error(`${table.lifecycle} asks for a permission that there is not.`)
  return table as Table
})

/** The smallest office: an officer, a reviewer and a head, who reviews too. The auditor takes no step. */
const office: OfficePerson[] = demoStaff.slice(0, 4).map(({ staffNo, displayName, roles }) => ({
  account: staffNo,
  name: displayName,
  roles: staffRoles.filter((role) => roles.includes(role)),
  districts: null,
}))
/** Desks that can be somebody's whole work; in the smallest office one of the three has them beside everything else. */
const desks = ['TAX_OFFICER', 'HOTLINE_AGENT', 'WINDOW_AGENT'] as const
const askerOf = ({ account, roles }: OfficePerson) => ({ account, may: (who: Permission) => staffMay(roles, who) })
const outsider = { account: 'outside', may: (who: Permission) => !staffRoles.some((role) => staffMay([role], who)) }

/** Every way these people can go without doing what they are warned of; gives the standings at which nothing is left to do. */
function endsOf(
  table: Table,
  from: Standing<string, string>,
  people: readonly OfficePerson[] = office,
  seen = new Set<string>(),
): Standing<string, string>[] {
  const known = JSON.stringify([from.state, Object.entries(from.takers).toSorted(([a], [b]) => a.localeCompare(b))])
  if (seen.has(known)) return []
  seen.add(known)
  const onward = [...people.map(askerOf), outsider].flatMap((asker) =>
    stepsFor(table, from, people, asker)
      .filter(({ standing, strands }) => standing === 'MAY' && !strands)
      .flatMap(({ event }) => table.steps.filter((step) => step.event === event && step.from.includes(from.state)))
      .map((step) => after(table, step, asker, from)),
  )
  const moves = onward.filter(({ state }) => state !== from.state)
  return moves.length === 0 ? [from] : onward.flatMap((next) => endsOf(table, next, people, seen))
}

describe.each(tables.map((table) => [table.lifecycle, table] as const))('%s, with three people', (_name, table) => {
  it.each(table.openings.map((opening) => [opening.event, opening] as const))(
    'can be finished when it begins with %s',
    (event, opening) => {
      const openers = office.filter(({ roles }) => staffMay(roles, opening.who))
      const begun = openers.map((person) => outlookOf(table, event, office, person))
      // Somebody can begin it so that it ends well; whoever cannot is told before, with the names of those who can.
      for (const { finishable, better } of begun) expect(finishable || better.length > 0).toBe(true)
      expect(begun.some(({ finishable }) => finishable) || openers.length === 0).toBe(true)
    },
  )

  it.each(table.openings.map((opening) => [opening.event, opening] as const))(
    'never gets stuck by a step that nobody was warned of, begun with %s',
    (event, opening) => {
      const openers = office.filter((person) => staffMay(person.roles, opening.who)).map(askerOf)
      for (const opener of openers.length > 0 ? openers : [outsider]) {
        const asked = office.find(({ account }) => account === opener.account)
        if (asked && !outlookOf(table, event, office, asked).finishable) continue
        const begun = after(table, opening, opener, { state: opening.to, takers: {} })
        for (const { state, takers } of endsOf(table, begun))
          expect(table.final, `${opener.account}: ${state} ${JSON.stringify(takers)}`).toContain(state)
      }
    },
  )
})

describe.each(desks)('a desk of its own, %s,', (desk) => {
  const [officer, ...others] = office
  if (!officer) throw new Error('The office has three people.')
  const begins = tables.flatMap((table) =>
    table.openings.filter(({ who }) => staffMay([desk], who)).map((opening) => ({ table, opening })),
  )
  it('held by one of the three beside their own, leaves nothing unfinished that it begins', () => {
    const both = { ...officer, roles: [...officer.roles, desk] }
    for (const { table, opening } of begins)
      expect(outlookOf(table, opening.event, [both, ...others], both).finishable, table.lifecycle).toBe(true)
  })

  it('as the whole work of one of the three, gets nothing stuck that it begins or has a hand in', () => {
    const alone = { ...officer, roles: [desk] }
    const people = [alone, ...others]
    const touched = tables.filter((table) => table.steps.some(({ who }) => staffMay([desk], who)))
    const openings = touched.flatMap((table) => table.openings.map((opening) => ({ table, opening })))
    for (const { table, opening } of openings) {
      const begun = after(table, opening, staffMay([desk], opening.who) ? askerOf(alone) : outsider, {
        state: opening.to,
        takers: {},
      })
      for (const { state } of endsOf(table, begun, people)) expect(table.final, table.lifecycle).toContain(state)
    }
  })
})

it('warns where three people are too few, and names who may', () => {
  const table = tables.find(({ lifecycle }) => lifecycle === 'write-off')
  const head = office.find(({ roles }) => roles.includes('HEAD'))
  if (!table || !head) throw new Error('There is no write-off, or no head.')
  // The only head decides, so the head's own request could be decided by nobody.
  const { mayOpen, finishable, better } = outlookOf(table, 'REQUEST', office, head)
  expect([mayOpen, finishable, better.map(({ account }) => account)]).toEqual([true, false, ['S1001']])
})

it('warns of the step after which nobody is left', () => {
  const table = tables.find(({ lifecycle }) => lifecycle === 'refund')
  const [officer, reviewer, head] = office
  if (!table || !officer || !reviewer || !head) throw new Error('The office has three people.')
  const verify = (asker: OfficePerson, applied: OfficePerson) =>
    stepsFor(table, { state: 'APPLIED', takers: { APPLY: [applied.account] } }, office, askerOf(asker)).find(
      ({ event }) => event === 'VERIFY',
    )
  // Reviewer and head alone may approve: when one has asked, the other keeps to approving.
  expect(verify(head, reviewer)).toMatchObject({ standing: 'MAY', strands: true })
  expect(verify(officer, reviewer)).toMatchObject({ standing: 'MAY', strands: false })
  expect(verify(officer, officer)).toMatchObject({ standing: 'SAME_PERSON', strands: false })
  expect(verify(officer, officer)?.mayAct.map(({ account }) => account)).toEqual([reviewer.account, head.account])
})

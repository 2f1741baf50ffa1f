import { after, barredFrom, canFinish } from '@shebao/case'
import type { Candidate, Standing, StatusTable, Step } from '@shebao/case'
import { heldOutside, staffMay } from '../access/permissions.ts'
import type { Permission } from '../access/permissions.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findTakers } from './case-event.repository.ts'
import type { Lifecycle } from './lifecycle.ts'
import { listOfficePeople } from './office-people.repository.ts'
import type { OfficePerson } from './office-people.repository.ts'
import { ofOwnDistrict } from './require-own-district.ts'

/** One step that a case is ready for: who may take it, and whether it can still be finished when the asker does. */
export interface NextStep {
  event: string
  standing: 'MAY' | 'NOT_PERMITTED' | 'SAME_PERSON'
  /** Of the office, without those whom four eyes bar. */
  mayAct: readonly OfficePerson[]
  /** Somebody outside the office may: the employer, or the office's own jobs. */
  outside: boolean
  /** Taken by the asker, nobody would be left for a later step. */
  strands: boolean
}

/** Employers and jobs: there is always one, and four eyes of the office never bar them. */
const outsider: Candidate<Permission> = { account: '', may: heldOutside }
const candidateOf = ({ account, roles }: OfficePerson): Candidate<Permission> => ({
  account,
  may: (who) => staffMay(roles, who),
})

type Table<State extends string, Event extends string> = StatusTable<State, Event, Permission>

/** The steps from where a case stands, as these people of the office and the asker meet them. */
export function stepsFor<State extends string, Event extends string>(
  table: Table<State, Event>,
  standing: Standing<State, Event>,
  people: readonly OfficePerson[],
  asker: { account: string; may(who: Permission): boolean },
): NextStep[] {
  const candidates = [...people.map(candidateOf), outsider]
  return table.steps
    .filter(({ from }) => from.includes(standing.state))
    .map((step) => {
      const barred = barredFrom(step, standing.takers)
      const mayAct = people.filter(({ account, roles }) => staffMay(roles, step.who) && !barred.includes(account))
      const own = !asker.may(step.who) ? 'NOT_PERMITTED' : barred.includes(asker.account) ? 'SAME_PERSON' : 'MAY'
      const strands = own === 'MAY' && strandsBy(table, step, standing, candidates, asker)
      return { event: step.event, standing: own, mayAct, outside: heldOutside(step.who), strands }
    })
}

/** Only what could be finished before can be spoilt by a step, and ending a case on purpose spoils nothing. */
function strandsBy<State extends string, Event extends string>(
  table: Table<State, Event>,
  step: Step<State, Event, Permission, string>,
  standing: Standing<State, Event>,
  candidates: readonly Candidate<Permission>[],
  asker: { account: string },
): boolean {
  const next = after(table, step, asker, standing)
  if (table.final.includes(next.state)) return false
  return canFinish(table, standing, candidates) && !canFinish(table, next, candidates)
}

/** What a case offers now, and who in the office may act: staff are told the names. */
export async function nextSteps<Row, State extends string, Event extends string, Guard extends string, Facts, Problem>(
  platform: Platform,
  lifecycle: Lifecycle<Row, State, Event, Guard, Facts, Problem>,
  viewer: Viewer,
  row: Row,
): Promise<NextStep[]> {
  if (viewer.kind !== 'STAFF') return []
  const { table } = lifecycle
  const events = [...new Set(table.steps.flatMap(({ otherThan = [] }) => otherThan))]
  const key = { lifecycle: table.lifecycle, id: lifecycle.id(row) }
  const takers = lifecycle.takers
    ? await lifecycle.takers(platform, row)
    : await findTakers(platform, key, events, lifecycle.revision?.(row) ?? 0)
  const people = await ofOwnDistrict(platform, await listOfficePeople(platform), lifecycle.owner(row))
  const bound = viewer.districts !== undefined && !people.some(({ account }) => account === viewer.accountId)
  const asker = { account: viewer.accountId, may: (who: Permission) => !bound && staffMay(viewer.roles, who) }
  return stepsFor(table, { state: lifecycle.state(row), takers }, people, asker)
}

/** Whether what somebody is about to begin can be finished, and who could begin it so that it can. */
export interface OpeningOutlook {
  mayOpen: boolean
  /** Begun by the asker, the office has the people for every later step. */
  finishable: boolean
  /** Who may begin it at all. */
  openers: readonly OfficePerson[]
  /** Whose beginning can be finished. */
  better: readonly OfficePerson[]
}

export function outlookOf<State extends string, Event extends string>(
  table: Table<State, Event>,
  event: NoInfer<Event>,
  people: readonly OfficePerson[],
  asker: { account: string; roles: OfficePerson['roles'] },
): OpeningOutlook {
  const opening = table.openings.find((each) => each.event === event)
  if (!opening) throw new Error(`${table.lifecycle} is not opened by ${event}.`)
  const candidates = [...people.map(candidateOf), outsider]
  const openers = people.filter(({ roles }) => staffMay(roles, opening.who))
  const none: Partial<Record<Event, readonly string[]>> = {}
  const finishes = (account: string) =>
    canFinish(table, after(table, opening, { account }, { state: opening.to, takers: none }), candidates)
  const better = openers.filter(({ account }) => finishes(account))
  return { mayOpen: staffMay(asker.roles, opening.who), finishable: finishes(asker.account), openers, better }
}

export async function openingOutlook<State extends string, Event extends string>(
  platform: Platform,
  table: Table<State, Event>,
  event: NoInfer<Event>,
  { accountId: account, roles }: Extract<Viewer, { kind: 'STAFF' }>,
): Promise<OpeningOutlook> {
  return outlookOf(table, event, await listOfficePeople(platform), { account, roles })
}

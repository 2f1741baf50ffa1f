import type { StatusTable, Step } from '@shebao/case'
import { permissions } from '../../../access/permission-table.ts'
import type { Grant } from '../../../access/permission-table.ts'
import { may, staffMay } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { isOfDistrict } from '../../../case/require-own-district.ts'
import type { OfficePerson } from '../../../case/office-people.repository.ts'
import type { WorkSource } from '../../../case/work-source.ts'

/** A lifecycle whose cases wait for staff. */
export interface WaitingLifecycle {
  readonly table: StatusTable<string, string, Permission, string>
  readonly work: WorkSource
}

/** One step of one state as this viewer meets it, for the statement that finds what waits. */
export interface StepForViewer {
  lifecycle: string
  state: string
  event: string
  /** Whether the viewer has the permission of the step. */
  held: boolean
  /** Whoever took one of these is kept from it. */
  bars: readonly string[]
  /** In the order of the table, counted within the state. */
  place: number
}

/** Whether anybody of the staff takes the step at all: the bank's and the employer's are nobody's work here. */
export function isOfStaff({ who }: Pick<Step<string, string, Permission, string>, 'who'>): boolean {
  const { staff }: Grant = permissions[who]
  return staff !== undefined && Object.keys(staff).length > 0
}

/** The steps that staff take of the cases that this viewer may see: from the status tables and the permission table alone. */
export function stepsFor(viewer: Viewer, lifecycles: readonly WaitingLifecycle[]): StepForViewer[] {
  return lifecycles
    .filter(({ work }) => may(viewer, work.see))
    .flatMap(({ table }) =>
      table.states.flatMap((state) =>
        table.steps
          .filter((step) => step.from.includes(state) && isOfStaff(step))
          .map(({ event, who, otherThan = [] }, place) => ({
            lifecycle: table.lifecycle,
            state,
            event,
            held: may(viewer, who),
            bars: otherThan,
            place,
          })),
      ),
    )
}

/** One case as its feature says that it waits: what it offers (nothing for the first step of the table), and who took what. */
export interface WaitingCase {
  state: string
  events: readonly string[] | null
  takers: Readonly<Record<string, readonly (string | null)[]>>
  /** The office whose employer it is. */
  districtId: string | null
}

/** MAY: can take the next step. SAME_PERSON: took part before, so somebody else must. NOT_PERMITTED: another role's. */
export const workStandings = ['MAY', 'SAME_PERSON', 'NOT_PERMITTED'] as const
export type WorkStanding = (typeof workStandings)[number]

/**
 * How a member of staff stands to a case, best first among what it offers: the same that the list says to whoever is signed in, for
 * a colleague who is not. Who may not see or take work may not be given any.
 */
export function standingOf(
  { table, work }: WaitingLifecycle,
  { state, events, takers, districtId }: WaitingCase,
  { account, roles, districts }: Pick<OfficePerson, 'account' | 'roles' | 'districts'>,
): WorkStanding {
  if (!staffMay(roles, 'work:take') || !staffMay(roles, work.see)) return 'NOT_PERMITTED'
  if (!isOfDistrict({ districts }, districtId)) return 'NOT_PERMITTED'
  const steps = table.steps.filter((step) => step.from.includes(state) && isOfStaff(step))
  const offered = events === null ? steps.slice(0, 1) : steps.filter(({ event }) => events.includes(event))
  const held = offered.filter(({ who }) => staffMay(roles, who))
  if (held.length === 0) return 'NOT_PERMITTED'
  const free = held.some(({ otherThan = [] }) => !otherThan.some((event) => takers[event]?.includes(account)))
  return free ? 'MAY' : 'SAME_PERSON'
}

import { may } from '../access/permissions.ts'
import type { Permission } from '../access/permissions.ts'
import { forbidden, unauthenticated } from '../access/refusal.ts'
import { staffRoles } from '../access/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Lifecycle } from '../case/lifecycle.ts'
import type { OfficePerson } from '../case/office-people.repository.ts'
import { nextSteps } from '../case/procedure.ts'
import type { NextStep, OpeningOutlook } from '../case/procedure.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'

const RoleEnum = builder.enumType('OfficeRole', { values: staffRoles })
const PersonType = builder.objectRef<OfficePerson>('OfficePerson').implement({
  description: 'A member of the office’s staff, for staff.',
  fields: (t) => ({
    name: t.exposeString('name'),
    roles: t.field({ type: [RoleEnum], resolve: ({ roles }) => [...roles] }),
  }),
})
const StandingEnum = builder.enumType('CaseStepStanding', {
  description: 'SAME_PERSON: took an earlier step that must be somebody else’s (R765 37).',
  values: ['MAY', 'NOT_PERMITTED', 'SAME_PERSON'] as const,
})

/** Its event is added in `case-events.ts`, which knows every lifecycle. */
export const CaseStepType = builder.objectRef<NextStep>('CaseStep').implement({
  description: 'A step that a case is ready for, as the asker meets it.',
  fields: (t) => ({
    standing: t.expose('standing', { type: StandingEnum }),
    mayAct: t.field({
      type: [PersonType],
      description: 'Who of the office may take it: by role, and not barred by a step taken before.',
      complexity: 5,
      resolve: ({ mayAct }) => [...mayAct],
    }),
    outside: t.exposeBoolean('outside', { description: 'The employer or a job of the office may take it.' }),
    strands: t.exposeBoolean('strands', {
      description: 'Taken by the asker, nobody in the office would be left for a later step.',
    }),
  }),
})

/** The field of a case that says what may happen to it now. */
export const procedure = {
  type: [CaseStepType],
  complexity: 30,
  description: 'What it is ready for and who may act; for staff, for everybody else nothing.',
} as const satisfies { type: [typeof CaseStepType]; complexity: number; description: string }

export const procedureOf =
  <Row, State extends string, Event extends string, Guard extends string, Facts, Problem>(
    lifecycle: Lifecycle<Row, State, Event, Guard, Facts, Problem>,
  ) =>
  (row: Row, _args: object, { platform, viewer }: Context): NextStep[] | Promise<NextStep[]> =>
    viewer ? nextSteps(platform, lifecycle, viewer, row) : []

export const OpeningOutlookType = builder.objectRef<OpeningOutlook>('OpeningOutlook').implement({
  description: 'Whether what the asker is about to begin can be finished by the people the office has.',
  fields: (t) => ({
    mayOpen: t.exposeBoolean('mayOpen'),
    finishable: t.exposeBoolean('finishable'),
    openers: t.field({ type: [PersonType], description: 'Who may begin it.', resolve: ({ openers }) => [...openers] }),
    better: t.field({
      type: [PersonType],
      description: 'Those whose beginning can be finished.',
      resolve: ({ better }) => [...better],
    }),
  }),
})

/** The asker as staff, who alone are told how many people an office has. */
export function requireStaff(viewer: Viewer | undefined, permission: Permission): Extract<Viewer, { kind: 'STAFF' }> {
  if (!viewer) throw unauthenticated()
  if (viewer.kind !== 'STAFF' || !may(viewer, permission)) throw forbidden()
  return viewer
}

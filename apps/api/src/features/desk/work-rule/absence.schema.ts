import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { listAbsences } from './absence.repository.ts'
import type { AbsenceRow } from './absence.repository.ts'
import { absenceRefusals, endAbsence, noteAbsence } from './note-absence.ts'
import type { AbsenceRefusal } from './note-absence.ts'

class Refused {
  readonly reason: AbsenceRefusal
  constructor(reason: AbsenceRefusal) {
    this.reason = reason
  }
}

/** Who is away when, and who stands in. */
export function addAbsences(): void {
  const AbsenceType = builder.objectRef<AbsenceRow>('StaffAbsence').implement({
    description:
      'Days on which somebody is away: rules skip them, and what they have in hand is offered to the stand-in.',
    fields: (t) => ({
      id: t.exposeID('id'),
      accountId: t.exposeID('accountId'),
      name: t.exposeString('name'),
      fromDay: t.expose('fromDay', { type: 'Date' }),
      toDay: t.expose('toDay', { type: 'Date', description: 'Last day.' }),
      standInName: t.exposeString('standInName', { nullable: true }),
    }),
  })
  const RefusedType = builder.objectType(Refused, {
    name: 'AbsenceRefused',
    fields: (t) => ({
      reason: t.expose('reason', {
        type: builder.enumType('AbsenceRefusal', {
          description: 'DAYS: over, or the last before the first. OVERLAPS: away already. PEOPLE: handles no cases.',
          values: absenceRefusals,
        }),
      }),
    }),
  })
  const ResultType = builder.unionType('AbsenceResult', {
    types: [AbsenceType, RefusedType],
    resolveType: (outcome) => (outcome instanceof Refused ? RefusedType : AbsenceType),
  })
  builder.queryField('staffAbsences', (t) =>
    t.field({
      type: [AbsenceType],
      complexity: 50,
      authScopes: { may: 'absence:read' },
      description: 'That are not over, the next first.',
      resolve: (_root, _args, { platform, viewer }) => {
        requireMay(viewer, 'absence:read')
        return listAbsences(platform)
      },
    }),
  )
  builder.mutationFields((t) => ({
    noteAbsence: t.field({
      type: ResultType,
      authScopes: { may: 'absence:note' },
      description: 'One’s own; the head’s and a reviewer’s word also for a colleague.',
      args: {
        accountId: t.arg.id({ description: 'Nothing for oneself.' }),
        fromDay: t.arg({ type: 'Date', required: true }),
        toDay: t.arg({ type: 'Date', required: true, description: 'Last day.' }),
        standInId: t.arg.id(),
      },
      resolve: async (_root, given, { platform, viewer, origin }) => {
        const outcome = await noteAbsence(platform, origin, viewer, given)
        return typeof outcome === 'string' ? new Refused(outcome) : outcome
      },
    }),
    endAbsence: t.field({
      type: AbsenceType,
      authScopes: { may: 'absence:note' },
      description: 'Back again.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { platform, viewer, origin }) => endAbsence(platform, origin, viewer, id),
    }),
  }))
}

import type { ObjectRef } from '@pothos/core'
import type { StatusTable } from '@shebao/case'
import type { Permission } from '../access/permissions.ts'
import type { Viewer } from '../access/viewer.ts'
import { markOf, orStale, StaleDecision } from '../case/case-mark.ts'
import type { Decision } from '../case/case-mark.ts'
import type { Lifecycle } from '../case/lifecycle.ts'
import { openingOutlook } from '../case/procedure.ts'
import type { Platform } from '../platform/platform.ts'
import { builder } from './builder.ts'
import { decidedOn, StaleDecisionType } from './decision.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from './procedure.ts'
import type { SchemaTypes } from './schema-types.ts'

type Ref<Shape> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Shape>

/** What one proposes and another decides. */
interface Proposal {
  readonly id: string
  readonly requestedAt: Date
  readonly deciderName: string | null
  readonly decidedAt: Date | null
  readonly refusal: string | null
}
interface Refusal {
  readonly reason: string
}

/** Which states, guards and facts a proposal has, is of no matter here. */
type ProposalCase<Row, Event extends string = string> = Lifecycle<Row, string, Event, string, never, unknown>

interface ProposalSteps<Row, Refused, Event extends string, Taken extends Event> {
  /** Begins the names of its state, its refusals, its answers and its steps. */
  readonly name: string
  readonly type: Ref<Row>
  readonly lifecycle: ProposalCase<Row, Event>
  readonly opening: NoInfer<Event>
  readonly read: Permission
  /** What is said of the field that asks whether a proposal could be decided. */
  readonly outlook: string
  /** How the union of the answers to a proposal is called. */
  readonly answer: string
  /** An object of the feature's own, or the reasons where it says nothing more. */
  readonly refused: Ref<Refused> | { readonly values: readonly string[]; readonly description: string }
  /** What each step means; who may take it, the table says. */
  readonly steps: readonly (readonly [Taken, string])[]
  readonly take: (
    platform: Platform,
    viewer: Viewer | undefined,
    origin: string,
    event: Taken,
    decision: Decision & { reason?: string },
  ) => Promise<Row | Refused | string>
}

/**
 * What every proposal of the office has in the contract: its state, its mark and who decided it when; whether it could be decided; its
 * steps; and what they answer with, which is the proposal, why not, or what happened meanwhile.
 */
export function proposalSteps<Row extends Proposal, Refused extends Refusal, Event extends string, Taken extends Event>(
  given: ProposalSteps<Row, Refused, Event, Taken>,
) {
  const { name, type, lifecycle, refused, take } = given
  addFields(name, type, lifecycle)
  builder.queryField(`${name.charAt(0).toLowerCase()}${name.slice(1)}Outlook`, (t) =>
    t.field({
      type: OpeningOutlookType,
      authScopes: { may: given.read },
      description: given.outlook,
      resolve: (_root, _args, { platform, viewer }) =>
        openingOutlook(platform, lifecycle.table, given.opening, requireStaff(viewer, given.read)),
    }),
  )
  const RefusedType: Ref<Refusal> | Ref<Refused> = 'values' in refused ? reasonAlone(name, refused) : refused
  const ProposalResult = builder.unionType(given.answer, {
    types: [type, RefusedType],
    resolveType: (outcome) => ('id' in outcome ? type : RefusedType),
  })
  const ProposalType: Ref<Proposal> = type
  const StepResult = builder.unionType(`${name}Result`, {
    types: [ProposalType, RefusedType, StaleDecisionType],
    resolveType: (outcome) =>
      outcome instanceof StaleDecision ? StaleDecisionType : 'id' in outcome ? ProposalType : RefusedType,
  })
  for (const [event, description] of given.steps)
    builder.mutationField(`${event.toLowerCase()}${name}`, (t) =>
      t.field({
        type: StepResult,
        authScopes: { may: whoTakes(lifecycle.table, event) },
        description,
        args: {
          id: t.arg.id({ required: true }),
          decidedOn: t.arg(decidedOn),
          ...(event === 'REFUSE'
            ? { reason: t.arg.string({ required: true, description: '4 to 500 characters.' }) }
            : {}),
        },
        resolve: async (_root, decision, { platform, viewer, origin }) =>
          orStale(take(platform, viewer, origin, event, decision).then(shaped)),
      }),
    )
  return { ProposalResult, StepResult }
}

function whoTakes<Event extends string>(table: StatusTable<string, Event, Permission>, event: Event): Permission {
  const step = table.steps.find((each) => each.event === event)
  if (!step) throw new Error(`${table.lifecycle} has no step ${event}.`)
  return step.who
}

/** A refusal without an object of its own is its code. */
export const shaped = <Outcome extends object>(outcome: Outcome | string): Outcome | Refusal =>
  typeof outcome === 'string' ? { reason: outcome } : outcome

function addFields<Row extends Proposal>(name: string, type: Ref<Row>, lifecycle: ProposalCase<Row>): void {
  const states: readonly string[] = lifecycle.table.states
  const StateEnum = builder.enumType(`${name}State`, { values: states })
  builder.objectFields(type, (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    procedure: t.field({ ...procedure, resolve: procedureOf(lifecycle) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, lifecycle, row),
    }),
    state: t.field({ type: StateEnum, resolve: (row) => lifecycle.state(row) }),
    requestedAt: t.field({ type: 'DateTime', resolve: ({ requestedAt }) => requestedAt }),
    deciderName: t.string({ nullable: true, resolve: ({ deciderName }) => deciderName }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ decidedAt }) => decidedAt }),
    refusal: t.string({ nullable: true, description: 'Why it was refused.', resolve: ({ refusal }) => refusal }),
  }))
}

function reasonAlone(name: string, reasons: { values: readonly string[]; description: string }): Ref<Refusal> {
  const ReasonEnum = builder.enumType(`${name}Refusal`, reasons)
  return builder.objectRef<Refusal>(`${name}Refused`).implement({
    fields: (t) => ({ reason: t.field({ type: ReasonEnum, resolve: ({ reason }) => reason }) }),
  })
}

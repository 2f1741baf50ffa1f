import { lifecycles } from '../lifecycles.ts'
import { builder } from './builder.ts'
import { CaseHappeningType } from './decision.ts'
import { CaseStepType } from './procedure.ts'

const events = [
  ...new Set(lifecycles.flatMap(({ table }) => [...table.openings, ...table.steps]).map(({ event }) => event)),
].toSorted()

const CaseEventEnum = builder.enumType('CaseEvent', {
  description: 'The events of all lifecycles; docs/lifecycles.md has the tables.',
  values: events,
})

builder.objectField(CaseHappeningType, 'event', (t) =>
  t.field({
    type: CaseEventEnum,
    resolve: ({ event }) => events.find((known) => known === event) ?? event,
  }),
)

builder.objectField(CaseStepType, 'event', (t) =>
  t.field({
    type: CaseEventEnum,
    resolve: ({ event }) => events.find((known) => known === event) ?? event,
  }),
)

import { orStale } from '../../../case/case-mark.ts'
import type { StaleDecision } from '../../../case/case-mark.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { acceptMonthly } from './accept-monthly.ts'
import { who, withId } from './asked-of.ts'
import { StepResult } from './monthly-answers.schema.ts'
import { recommendMonthly, returnMonthly, startMonthlyReview } from './step-monthly.ts'
import type { MonthlyStepInput, MonthlyStepOutcome } from './step-monthly.ts'

const StepInput = builder.inputType('MonthlyStepInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version that was looked at.' }),
    decidedOn: t.field(decidedOn),
  }),
})
const NoteInput = builder.inputType('MonthlyNoteInput', {
  fields: (t) => ({
    path: t.string({ required: true, description: '`change[3].hireDate` by its row, `change.*`, or `unit`.' }),
    text: t.string({ required: true, description: '1 to 500 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  startMonthlyReview: t.field({
    type: StepResult,
    authScopes: { may: 'review:start' },
    description: 'Staff begin to review the version that was handed in.',
    args: { input: t.arg({ type: StepInput, required: true }) },
    resolve: (_root, { input }, context) => reviewed(context, input, startMonthlyReview),
  }),
  recommendMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'review:recommend' },
    description: 'The first of two people says that it can be accepted.',
    args: { input: t.arg({ type: StepInput, required: true }), note: t.arg.string() },
    resolve: (_root, { input, note }, context) =>
      reviewed(context, { ...input, note: note?.trim().slice(0, 500) || undefined }, recommendMonthly),
  }),
  returnMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'review:return' },
    description: 'Sends it back with a note at every defect.',
    args: {
      input: t.arg({ type: StepInput, required: true }),
      notes: t.arg({ type: [NoteInput], required: true }),
    },
    resolve: (_root, { input, notes }, context) => reviewed(context, { ...input, notes }, returnMonthly),
  }),
  acceptMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'review:accept' },
    description:
      'Somebody other than who reviewed accepts it: the register changes from the months it names, and what was billed before gets its difference.',
    args: { input: t.arg({ type: StepInput, required: true }) },
    resolve: (_root, { input }, context) => reviewed(context, input, acceptMonthly),
  }),
}))

function reviewed<Input extends Omit<MonthlyStepInput, 'origin'>>(
  { platform, viewer, origin }: Context,
  input: Input,
  step: (
    platform: Context['platform'],
    viewer: Viewer,
    input: Input & { origin: string },
  ) => Promise<MonthlyStepOutcome>,
): Promise<MonthlyStepOutcome | StaleDecision> {
  return orStale(step(platform, who(viewer), withId(input, origin)))
}

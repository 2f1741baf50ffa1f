import { fen } from '@shebao/kernel'
import { may } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { listCaseEventsAfter } from '../../../case/case-event.repository.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { CaseHappeningType, decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { AttachmentType, filesOf } from '../../register/attachment/index.ts'
import { EnforcementCaseType, ServiceType, ServiceWayEnum } from '../enforcement/index.ts'
import { fineCase } from './fine-case.ts'
import { fineInputSchema } from './fine-input.ts'
import type { FineInput, FineStanding } from './fine-input.ts'
import { boundsOf } from './fine-rules.ts'
import { fineEvents, fineTable } from './fine.lifecycle.ts'
import type { FineEvent, FineGuard } from './fine.lifecycle.ts'
import type { FineRow } from './fine.repository.ts'
import { readFine, readFineOf, readKnownFineOf } from './read-fine.ts'
import type { FineRead } from './read-fine.ts'
import { takeFineStep } from './take-fine-step.ts'
import type { FineOutcome, FineRefusal } from './take-fine-step.ts'

const StateEnum = builder.enumType('FineState', {
  description: 'Where the fine of SIL 86 is; docs/lifecycles.md has the table.',
  values: fineTable.states,
})
const EventEnum = builder.enumType('FineEvent', { values: fineEvents })

type Piece<Key extends keyof FineStanding> = NonNullable<FineStanding[Key]>
const PaperType = builder.objectRef<Piece<'notice'> | Piece<'decision'>>('FinePaper').implement({
  description: 'The notice of what is meant, or the decision.',
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(amount) }),
    reasons: t.exposeString('reasons'),
    service: t.field({ type: ServiceType, nullable: true, resolve: ({ service }) => service ?? null }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of a notice: the last day to ask for a hearing. Of a decision: the last day to pay.',
      resolve: (paper) => ('endsOn' in paper ? paper.endsOn : 'payBy' in paper ? paper.payBy : undefined) ?? null,
    }),
  }),
})
const StatedType = builder.objectRef<FineStanding['stated'][number]>('FineStatement').implement({
  description: 'What the unit said.',
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    text: t.exposeString('text'),
    hearing: t.exposeBoolean('hearing', { description: 'It asked for a hearing.' }),
    answer: t.string({ nullable: true, resolve: ({ answer }) => answer ?? null }),
  }),
})
const HearingType = builder.objectRef<Piece<'hearing'>>('FineHearing').implement({
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    place: t.exposeString('place'),
    record: t.string({ nullable: true, resolve: ({ record }) => record ?? null }),
  }),
})

const FineType = builder.objectRef<FineRead>('Fine').implement({
  description:
    'The fine of one to three times the arrears beside a case of SIL 63 (SIL 86): the administrative department’s, with accounts of its own.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a step of it.',
      resolve: (row, _args, { platform }) => markOf(platform, fineCase, row),
    }),
    state: t.field({ type: StateEnum, resolve: (row) => fineCase.state(row) }),
    offered: t.field({
      type: [EventEnum],
      description: 'Steps of its state that the asker may take.',
      resolve: (row, _args, { viewer }) => (row.until ? [] : offeredTo(viewer, row)),
    }),
    arrears: t.field({
      type: 'Fen',
      description: 'Premiums owed when it was proposed.',
      resolve: ({ arrears }) => fen(Number(arrears)),
    }),
    least: t.field({ type: 'Fen', resolve: ({ arrears }) => fen(boundsOf(Number(arrears)).least) }),
    most: t.field({ type: 'Fen', resolve: ({ arrears }) => fen(boundsOf(Number(arrears)).most) }),
    dueBy: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day of the limit that runs.',
      resolve: ({ dueBy }) => dueBy,
    }),
    notice: t.field({ type: PaperType, nullable: true, resolve: ({ standing: { notice } }) => notice ?? null }),
    stated: t.field({ type: [StatedType], resolve: ({ standing: { stated } }) => stated }),
    hearing: t.field({ type: HearingType, nullable: true, resolve: ({ standing: { hearing } }) => hearing ?? null }),
    decision: t.field({ type: PaperType, nullable: true, resolve: ({ standing: { decision } }) => decision ?? null }),
    ended: t.string({
      nullable: true,
      description: 'Why it was not imposed, or was revoked.',
      resolve: ({ standing: { ended } }) => ended?.reasons ?? null,
    }),
    files: t.field({
      type: [AttachmentType],
      description: 'Receipts of service and the record of the hearing.',
      resolve: async ({ id, until }, _args, { platform }) =>
        (await filesOf(platform, 'FINE', { id })).filter(({ uploadedAt }) => !until || uploadedAt < until),
    }),
    story: t.field({
      type: [CaseHappeningType],
      complexity: 10,
      description: 'What happened, in order.',
      resolve: async ({ id, until }, _args, { platform }) =>
        (await listCaseEventsAfter(platform, { lifecycle: fineTable.lifecycle, id }, 0)).filter(
          ({ at }) => !until || at < until,
        ),
    }),
  }),
})

function offeredTo(viewer: Viewer | undefined, row: FineRow): FineEvent[] {
  const state = fineCase.state(row)
  return fineEvents.filter((event) =>
    fineTable.steps.some((step) => step.event === event && step.from.includes(state) && may(viewer, step.who, row)),
  )
}

builder.objectField(EnforcementCaseType, 'fine', (t) =>
  t.field({
    type: FineType,
    nullable: true,
    complexity: 10,
    description:
      'The fine that was proposed when its order ran out, for the unit once it was told what is meant; of a past day as it was known then.',
    resolve: ({ id, past }, _args, { platform, viewer }) =>
      past
        ? readKnownFineOf(platform, viewer, { enforcementId: id, until: past.until })
        : readFineOf(platform, viewer, id),
  }),
)

const guards = [...new Set(fineTable.steps.flatMap(({ guards: of = [] }): readonly FineGuard[] => of))]
const ReasonType = builder.objectRef<FineRefusal>('FineReason').implement({
  fields: (t) => ({
    code: t.expose('code', {
      type: builder.enumType('FineRefusalCode', {
        description: 'What the law asks for and does not hold.',
        values: [...guards, 'NOT_IN_STATE', 'NOT_PERMITTED'] as const,
      }),
    }),
    law: t.exposeString('law', { description: 'The article.' }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: 'From when it would hold, or until when it would have.',
      resolve: (reason) => ('day' in reason ? (reason.day ?? null) : null),
    }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'The most it may be, or what it must be.',
      resolve: (reason) => ('amount' in reason && reason.amount !== undefined ? fen(reason.amount) : null),
    }),
  }),
})
type Done = Extract<FineOutcome, { kind: 'DONE' }>
const DoneType = builder.objectRef<Done>('FineStepTaken').implement({
  fields: (t) => ({
    fine: t.field({
      type: FineType,
      description: 'As it is now.',
      resolve: ({ fineId }, _args, { platform, viewer }) => readFine(platform, viewer, fineId),
    }),
  }),
})
const RefusedType = builder.objectRef<Extract<FineOutcome, { kind: 'REFUSED' }>>('FineRefused').implement({
  description: 'The step was not taken, and by which article.',
  fields: (t) => ({ reasons: t.field({ type: [ReasonType], resolve: ({ reasons }) => [...reasons] }) }),
})
const ResultType = builder.unionType('FineStepResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

const InputType = builder.inputType('FineStepInput', {
  description: 'One step; its event says which of the other fields it needs.',
  fields: (t) => ({
    event: t.field({ type: EventEnum, required: true }),
    amount: t.field({ type: 'Fen', description: 'NOTIFY_FINE, DECIDE_FINE, RECEIVE_FINE.' }),
    reasons: t.string({ description: 'NOTIFY_FINE, DECIDE_FINE, DROP_FINE, REVOKE_FINE.' }),
    review: t.string({ description: 'DECIDE_FINE: what the legal review says (APL 58).' }),
    servedOn: t.field({ type: 'Date', description: 'SERVE_…' }),
    way: t.field({ type: ServiceWayEnum, description: 'SERVE_…' }),
    servedTo: t.string({ description: 'SERVE_…: who took it.' }),
    text: t.string({ description: 'STATE_CASE.' }),
    hearing: t.boolean({ description: 'STATE_CASE: a hearing is asked for.' }),
    answer: t.string({ description: 'ANSWER_CASE.' }),
    hearingOn: t.field({ type: 'Date', description: 'CALL_HEARING: seven working days ahead at least.' }),
    place: t.string({ description: 'CALL_HEARING.' }),
    record: t.string({ description: 'HOLD_HEARING.' }),
    documentNo: t.string({ description: 'REVOKE_FINE: of the review or the judgment.' }),
    valueDate: t.field({ type: 'Date', description: 'RECEIVE_FINE.' }),
    reference: t.string({ description: 'RECEIVE_FINE: of the treasury’s slip.' }),
    files: t.idList({ description: 'Scans: of SERVE_… the receipt, of HOLD_HEARING the record.' }),
  }),
})

/** Of what was sent that which the step takes; what is missing or wrong is named. */
function readStep(given: Record<string, unknown>): FineInput {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  const parsed = fineInputSchema.safeParse(filled)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badInput(issue?.path.join('.') ?? 'input', issue?.message ?? 'This is no step.')
}

builder.mutationField('takeFineStep', (t) =>
  t.field({
    description: 'Takes one step of the fine of SIL 86. The department decides; the unit states its case.',
    type: ResultType,
    authScopes: { may: 'fine:act' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      input: t.arg({ type: InputType, required: true }),
    },
    resolve: (_root, { id, decidedOn: mark, input }, { platform, viewer, origin }) =>
      orStale(
        takeFineStep(platform, viewer, origin, {
          id,
          decidedOn: mark,
          input: readStep(input),
          files: input.files ?? [],
        }),
      ),
  }),
)

import { writeOffGrounds, writeOffStates } from './write-off-codes.ts'
import { fen, oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { writeOffTable } from './write-off.lifecycle.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { countInsured } from '../assessment/index.ts'
import { overdueDays } from '../notice/index.ts'
import { AttachmentType, filesOf, withFiles } from '../../register/attachment/index.ts'
import type { WithFiles } from '../../register/attachment/index.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { decideWriteOff, requestWriteOff } from './decide-write-off.ts'
import type { WriteOffOutcome } from './decide-write-off.ts'
import { readWriteOff } from './read-write-off.ts'
import { writeOffCase, writeOffRefusals } from './write-off-case.ts'
import { findWriteOff, listWriteOffs } from './write-off.repository.ts'
import type { WriteOffRow } from './write-off.repository.ts'

const GroundEnum = builder.enumType('WriteOffGround', {
  description: 'DEBTOR_ENDED: ended without assets. DECISION_REVOKED: what the debt rested on. COURT_RULING (ACL 40).',
  values: writeOffGrounds,
})
const StateEnum = builder.enumType('WriteOffState', { values: writeOffStates })
const RefusalEnum = builder.enumType('WriteOffRefusal', {
  description:
    'DOCUMENT_MISSING: no file of the document was handed in. NOTHING_OWED: settled or written off already. UNIT_RUNNING: a unit that insures people has not ended. TOO_EARLY: the steps of SIL 63 cannot have been taken. CASE_RUNNING: they are being taken; the case has to end first. SAME_PERSON: asked for it.',
  values: writeOffRefusals,
})

const WriteOffType = builder.objectRef<WithFiles<WriteOffRow>>('WriteOff').implement({
  description: 'A debt given up on a document by two people (核销). The people’s months stay unpaid.',
  fields: (t) => ({
    id: t.exposeID('id'),
    procedure: t.field({ ...procedure, resolve: procedureOf(writeOffCase) }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, writeOffCase, row),
    }),
    noticeId: t.exposeID('noticeId'),
    noticeNumber: t.exposeString('noticeNumber'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    amount: t.field({
      type: 'Fen',
      description: 'Late fee included: as of the request, then as of the decision.',
      resolve: ({ amount }) => fen(Number(amount)),
    }),
    dueOn: t.field({ type: 'Date', description: 'Of the notice.', resolve: ({ dueOn }) => dueOn }),
    overdueDays: t.int({
      description: 'Days since then, while it waits.',
      resolve: ({ dueOn, postedOn, noticeStatus: status }, _args, { platform }) =>
        overdueDays({ dueOn, postedOn, status }, platform.clock.today()),
    }),
    people: t.int({ description: 'On the notice.', resolve: ({ noticePeople }) => noticePeople }),
    insuredNow: t.int({
      description: 'People the unit insures in the current month; only while it waits.',
      complexity: 5,
      resolve: ({ status, employerId }, _args, { platform }) =>
        status === 'REQUESTED' ? countInsured(platform, { employerId, period: platform.clock.today().slice(0, 7) }) : 0,
    }),
    ground: t.field({ type: GroundEnum, resolve: ({ ground }) => oneOf(writeOffGrounds, ground, 'ground') }),
    documentNo: t.exposeString('documentNo'),
    explanation: t.exposeString('explanation'),
    files: t.field({
      type: [AttachmentType],
      description: 'The document that is the basis, as whoever asked handed it in.',
      complexity: { field: 1, multiplier: 1 },
      resolve: (row, _args, { platform }) => filesOf(platform, 'WRITE_OFF', row),
    }),
    state: t.field({ type: StateEnum, resolve: ({ status }) => oneOf(writeOffStates, status, 'write-off state') }),
    requesterName: t.exposeString('requesterName'),
    mine: t.boolean({
      description: 'True for who asked: somebody else has to decide.',
      resolve: ({ requestedBy }, _args, { viewer }) => requestedBy === viewer?.accountId,
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    deciderName: t.exposeString('deciderName', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    refusal: t.exposeString('refusal', { nullable: true, description: 'Why it was refused.' }),
  }),
})

type Done = Extract<WriteOffOutcome, { kind: 'DONE' }>
type Refused = Extract<WriteOffOutcome, { kind: 'REFUSED' }>
const DoneType = builder.objectRef<Done>('WriteOffStepTaken').implement({
  fields: (t) => ({
    writeOff: t.field({
      type: WriteOffType,
      resolve: async ({ writeOffId }, _args, { platform }) =>
        (await findWriteOff(platform, writeOffId)) ?? Promise.reject(notFound('write-off')),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('WriteOffRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: RefusalEnum }),
    insured: t.int({
      nullable: true,
      description: 'UNIT_RUNNING: people the unit insures now.',
      resolve: ({ basis }) => (basis?.code === 'UNIT_RUNNING' ? basis.insured : null),
    }),
    caseNumber: t.string({
      nullable: true,
      description: 'CASE_RUNNING: of the enforcement case.',
      resolve: ({ basis }) => (basis?.code === 'CASE_RUNNING' ? basis.caseNumber : null),
    }),
    earliestOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'TOO_EARLY: the first day on which the steps of SIL 63 can all have been taken.',
      resolve: ({ basis }) => (basis?.code === 'TOO_EARLY' ? basis.earliestOn : null),
    }),
  }),
})
const OpenedType = builder.unionType('WriteOffRequestResult', {
  types: [DoneType, RefusedType],
  resolveType: ({ kind }) => (kind === 'DONE' ? DoneType : RefusedType),
})
const ResultType = builder.unionType('WriteOffResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

const RequestInput = builder.inputType('WriteOffRequestInput', {
  fields: (t) => ({
    noticeId: t.id({ required: true, description: 'An overdue notice that is not settled.' }),
    ground: t.field({ type: GroundEnum, required: true }),
    documentNo: t.string({ required: true, description: 'Of the ruling or decision, 2 to 100 characters.' }),
    explanation: t.string({ required: true, description: '4 to 500 characters.' }),
    files: t.idList({
      required: true,
      description: 'The document itself: 1 to 20 files that the asker handed in with POST /attachments.',
    }),
  }),
})

const WriteOffConnection = builder.connectionObject({ type: WriteOffType, name: 'WriteOffConnection' })

builder.queryField('writeOffOutlook', (t) =>
  t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'write-off:read' },
    description: 'Whether a write-off that the asker requests can be decided.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, writeOffTable, 'REQUEST', requireStaff(viewer, 'write-off:read')),
  }),
)

builder.queryFields((t) => ({
  writeOff: t.field({
    description: 'One write-off.',
    type: WriteOffType,
    authScopes: { may: 'write-off:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readWriteOff(platform, viewer, id),
  }),
  writeOffs: t.field({
    description:
      'Write-offs that wait for a decision, or those decided; newest first, 50 at a time unless `first` says otherwise.',
    type: WriteOffConnection,
    authScopes: { may: 'write-off:read' },
    args: {
      open: t.arg.boolean({ required: true, description: 'True: what waits for a head.' }),
      employerId: t.arg.id(),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) => {
      requireMay(viewer, 'write-off:read')
      const [at, id] = decodeCursor(args, 2) ?? []
      const day = new Date(String(at))
      if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
      const rows = await listWriteOffs(platform, {
        open: args.open,
        employerId: args.employerId ? requireUuid(args.employerId, 'employer') : undefined,
        before: at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'write-off') },
        limit: pageSize(args) + 1,
      })
      return keysetPage(await withFiles(platform, 'WRITE_OFF', rows), args, (row) => [
        row.requestedAt.toISOString(),
        row.id,
      ])
    },
  }),
}))

builder.mutationFields((t) => ({
  requestWriteOff: t.field({
    description: 'Asks to give up an overdue notice on a document. Nothing changes until a head confirms.',
    type: OpenedType,
    authScopes: { may: 'write-off:request' },
    args: { input: t.arg({ type: RequestInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => requestWriteOff(platform, viewer, input, origin),
  }),
  decideWriteOff: t.field({
    description: 'A head who did not ask for it confirms, with the late fee of today, or refuses with a reason.',
    type: ResultType,
    authScopes: { may: 'write-off:decide' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      confirm: t.arg.boolean({ required: true }),
      refusal: t.arg.string({ description: 'Needed to refuse, 4 to 500 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(decideWriteOff(platform, viewer, args, origin)),
  }),
}))

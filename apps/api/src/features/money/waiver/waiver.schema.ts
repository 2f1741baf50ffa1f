import { fen, oneOf } from '@shebao/kernel'
import { openingOutlook } from '../../../case/procedure.ts'
import { markOf, orStale } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { stepResult } from '../../../graphql/step-result.ts'
import { AttachmentType, filesOf } from '../../register/attachment/index.ts'
import { decideWaiver, waiverRefusals } from './decide-waiver.ts'
import type { WaiverStep } from './decide-waiver.ts'
import { proposeWaiver } from './propose-waiver.ts'
import { readWaiver } from './read-exceptions.ts'
import { sparedBy } from './waived-days.ts'
import type { SparedNotice } from './waived-days.ts'
import { waiverCase } from './waiver-case.ts'
import { waiverGrounds, waiverKinds } from './waiver-codes.ts'
import { waiverTable } from './waiver.lifecycle.ts'
import type { WaiverRow } from './waiver.repository.ts'

const KindEnum = builder.enumType('WaiverKind', {
  description: 'LATE_FEE: days of named bills bear none. FILING_DEADLINE: a month may be declared until a later day.',
  values: waiverKinds,
})
const GroundEnum = builder.enumType('WaiverGround', {
  description: 'AGENCY_ERROR: the office’s own fault. POLICY: a published measure, whose document is named.',
  values: waiverGrounds,
})

const SparedType = builder.objectRef<SparedNotice>('SparedNotice').implement({
  description: 'A bill, and what of its late fee a waiver spares today.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    lateFee: t.expose('lateFee', { type: 'Fen', description: 'Up to today, without the waiver.' }),
    spared: t.expose('spared', { type: 'Fen' }),
  }),
})

const forStaff = <Value>(viewer: { kind: string } | undefined, value: Value): Value | null =>
  viewer?.kind === 'STAFF' ? value : null

const WaiverType = builder.objectRef<WaiverRow>('Waiver').implement({
  description: 'An exception for one employer: late fee of some days waived, or the last day of a declaration moved.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, waiverCase, row),
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(waiverCase) }),
    state: t.field({
      type: builder.enumType('WaiverState', {
        description: 'ENDED: its last day was moved forward. REVOKED: as if it had never been.',
        values: waiverTable.states,
      }),
      resolve: (row) => waiverCase.state(row),
    }),
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => oneOf(waiverKinds, kind, 'kind') }),
    ground: t.field({ type: GroundEnum, resolve: ({ ground }) => oneOf(waiverGrounds, ground, 'ground') }),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    documentNo: t.exposeString('documentNo'),
    explanation: t.exposeString('explanation'),
    period: t.field({
      type: 'Period',
      nullable: true,
      description: 'FILING_DEADLINE: the month.',
      resolve: ({ period }) => period,
    }),
    fromOn: t.expose('fromOn', { type: 'Date' }),
    toOn: t.expose('toOn', { type: 'Date', description: 'The last day.' }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'LATE_FEE: what was spared on the day of the decision.',
      resolve: ({ amount }) => (amount === null ? null : fen(Number(amount))),
    }),
    notices: t.field({
      type: [SparedType],
      description: 'LATE_FEE: its bills, with what it spares today; nothing once it was taken back or refused.',
      complexity: { field: 20, multiplier: 5 },
      resolve: async (row, _args, { platform }) =>
        row.status === 'REFUSED' || row.status === 'REVOKED' ? [] : sparedBy(platform, row, row.number),
    }),
    files: t.field({
      type: [AttachmentType],
      description: 'What the grounds rest on.',
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'WAIVER', row))],
    }),
    proposerName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ proposerName }, _args, { viewer }) => forStaff(viewer, proposerName),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    deciderName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ deciderName }, _args, { viewer }) => forStaff(viewer, deciderName),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    refusal: t.exposeString('refusal', { nullable: true, description: 'Why it was refused.' }),
    enderName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ enderName }, _args, { viewer }) => forStaff(viewer, enderName),
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    endReason: t.exposeString('endReason', { nullable: true, description: 'Why it was ended early or taken back.' }),
  }),
})

const { ResultType, shaped } = stepResult('Waiver', WaiverType, {
  description:
    'NOTHING_LATE: none of the days makes a bill cheaper. NOT_OPEN: a bill is settled, given up or another unit’s; a late fee that was paid is not returned. AT_BANK: a payment is on its way. LONGEST: longer than may be decided at once. DAY_PASSED: the later last day is over. NOT_LATER: not after the regular last day. ALREADY_PROPOSED: the same waits. OVER: its last day has come. DAY_CLOSED: the books of the day it was approved on are closed. USED: a bill was paid by it since. SAME_PERSON: proposed it.',
  values: waiverRefusals,
})

const ProposalInput = builder.inputType('WaiverProposalInput', {
  fields: (t) => ({
    employerId: t.id({ required: true }),
    kind: t.field({ type: KindEnum, required: true }),
    ground: t.field({ type: GroundEnum, required: true }),
    documentNo: t.string({ required: true, description: 'Of what it rests on, 2 to 100 characters.' }),
    explanation: t.string({ required: true, description: '4 to 500 characters; the employer reads it.' }),
    period: t.field({ type: 'Period', description: 'FILING_DEADLINE: the month.' }),
    noticeIds: t.idList({ description: 'LATE_FEE: the bills, which are open.' }),
    fromOn: t.field({ type: 'Date', description: 'LATE_FEE: the first day.' }),
    toOn: t.field({ type: 'Date', required: true, description: 'The last day.' }),
    files: t.idList({ description: 'Papers, handed in with POST /attachments.' }),
  }),
})

builder.queryFields((t) => ({
  waiver: t.field({
    type: WaiverType,
    authScopes: { may: 'waiver:read' },
    description: 'One waiver or extension.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readWaiver(platform, viewer, id),
  }),
  waiverOutlook: t.field({
    type: OpeningOutlookType,
    authScopes: { may: 'waiver:propose' },
    description: 'Whether an exception that the asker proposes can be decided.',
    resolve: (_root, _args, { platform, viewer }) =>
      openingOutlook(platform, waiverTable, 'PROPOSE', requireStaff(viewer, 'waiver:propose')),
  }),
}))

builder.mutationField('proposeWaiver', (t) =>
  t.field({
    type: ResultType,
    authScopes: { may: 'waiver:propose' },
    description: 'Proposes an exception for an employer; nothing changes until a head approves it.',
    args: { input: t.arg({ type: ProposalInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shaped(await proposeWaiver(platform, viewer, origin, input)),
  }),
)

builder.mutationField('approveWaiver', (t) =>
  t.field({
    type: ResultType,
    authScopes: { may: 'waiver:decide' },
    description: 'A head who did not propose it: it holds at once.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideWaiver(platform, viewer, origin, 'APPROVE', decision))),
  }),
)

for (const [name, event, description] of [
  ['refuseWaiver', 'REFUSE', 'Nothing changes; whoever proposed reads why.'],
  ['endWaiver', 'END', 'Today is its last day.'],
  ['revokeWaiver', 'REVOKE', 'As if it had never been, while the books of the day it was approved on are open.'],
] as const satisfies readonly (readonly [string, WaiverStep, string])[])
  builder.mutationField(name, (t) =>
    t.field({
      type: ResultType,
      authScopes: { may: 'waiver:decide' },
      description,
      args: {
        id: t.arg.id({ required: true }),
        decidedOn: t.arg(decidedOn),
        reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
      },
      resolve: async (_root, decision, { platform, viewer, origin }) =>
        shaped(await orStale(decideWaiver(platform, viewer, origin, event, decision))),
    }),
  )

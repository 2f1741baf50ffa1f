import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { stepResult } from '../../../graphql/step-result.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { markOf, orStale } from '../../../case/case-mark.ts'
import { AttachmentType, filesOf } from '../attachment/index.ts'
import { EmployerType, findEmployer, onlineFilingSources } from '../employer/index.ts'
import type { OnlineFilingRow } from '../employer/index.ts'
import { decideOnlineFiling } from './decide-online-filing.ts'
import { applyForOnlineFiling, giveOnlineFiling, onlineFilingRefusals } from './open-online-filing.ts'
import { onlineFilingCase } from './online-filing-case.ts'
import { onlineFilingTable } from './online-filing.lifecycle.ts'
import { mostOnlineFilings, readOnlineFiling, readOnlineFilings } from './read-online-filings.ts'

const OnlineFilingType = builder.objectRef<OnlineFilingRow>('OnlineFiling').implement({
  description: 'That the tax authority lets an employer file online, or that the employer asks for it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number', { nullable: true, description: 'Of an application or a decision.' }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, onlineFilingCase, row),
    }),
    state: t.field({
      type: builder.enumType('OnlineFilingState', {
        description:
          'APPLIED: the office has not decided. STANDING: the employer files online. ENDED: it was withdrawn, and nothing is filed online until it is given anew.',
        values: onlineFilingTable.states,
      }),
      resolve: (row) => onlineFilingCase.state(row),
    }),
    employerId: t.exposeID('employerId'),
    employerName: t.string({
      resolve: async ({ employerId }, _args, { platform }) => (await findEmployer(platform, employerId))?.name ?? '',
    }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day, once given.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day, once withdrawn.' }),
    source: t.field({
      type: builder.enumType('OnlineFilingSource', {
        description:
          'REGISTER: the unit filed online before approvals were kept. IMPORT: it came with the unit’s table. REGISTRATION: with its own registration. APPLICATION: its clerks asked. OFFICE: the office decided so.',
        values: onlineFilingSources,
      }),
      resolve: ({ source }) => oneOf(onlineFilingSources, source, 'source'),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was asked for, or given.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was asked for, or given by decision.' }),
    endReason: t.exposeString('endReason', { nullable: true, description: 'Why it was refused or withdrawn.' }),
    files: t.field({
      type: [AttachmentType],
      description: 'What was handed in with the application.',
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'ONLINE_FILING', row))],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(onlineFilingCase) }),
  }),
})

builder.objectField(EmployerType, 'onlineFilings', (t) =>
  t.field({
    type: [OnlineFilingType],
    authScopes: { may: 'online-filing:read' },
    description: `Approvals for online filing and applications for one, the latest first; at most ${mostOnlineFilings}.`,
    resolve: ({ id }, _args, { platform, viewer }) => readOnlineFilings(platform, viewer, id),
  }),
)
builder.objectField(EmployerType, 'endedOn', (t) =>
  t.expose('endedOn', {
    type: 'Date',
    nullable: true,
    description: 'Last day in the register, of a unit that was cancelled.',
  }),
)
builder.queryField('onlineFiling', (t) =>
  t.field({
    type: OnlineFilingType,
    authScopes: { may: 'online-filing:read' },
    description: 'One approval or application.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readOnlineFiling(platform, viewer, id),
  }),
)

const { ResultType, shaped } = stepResult('OnlineFiling', OnlineFilingType, {
  description:
    'ALREADY: it stands. APPLIED: an application waits, which is decided on first. CANCELLED: the unit is in the register no longer. ENDED: somebody decided on it before.',
  values: onlineFilingRefusals,
})

const reason = { required: true, description: '4 to 500 characters; the employer reads it.' } as const

builder.mutationFields((t) => ({
  applyForOnlineFiling: t.field({
    type: ResultType,
    authScopes: { may: 'online-filing:apply' },
    description: 'Asks the tax authority to let the employer acted for file online.',
    args: {
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
      files: t.arg.idList({ required: true, description: 'Papers, handed in with POST /attachments; none is needed.' }),
    },
    resolve: async (_root, input, { platform, viewer, origin }) =>
      shaped(await applyForOnlineFiling(platform, viewer, origin, input)),
  }),
  giveOnlineFiling: t.field({
    type: ResultType,
    authScopes: { may: 'online-filing:give' },
    description: 'Lets an employer file online from today without being asked, and tells its clerks.',
    args: { employerId: t.arg.id({ required: true }), reason: t.arg.string(reason) },
    resolve: async (_root, given, { platform, viewer, origin }) =>
      shaped(await giveOnlineFiling(platform, viewer, origin, given)),
  }),
  approveOnlineFiling: t.field({
    type: ResultType,
    authScopes: { may: 'online-filing:approve' },
    description: 'Grants an application: the employer files online from today.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideOnlineFiling(platform, viewer, origin, 'APPROVE', decision))),
  }),
  refuseOnlineFiling: t.field({
    type: ResultType,
    authScopes: { may: 'online-filing:refuse' },
    description: 'Refuses an application; the employer reads why and may ask again.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn), reason: t.arg.string(reason) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideOnlineFiling(platform, viewer, origin, 'REFUSE', decision))),
  }),
  withdrawOnlineFiling: t.field({
    type: ResultType,
    authScopes: { may: 'online-filing:withdraw' },
    description: 'Nothing is filed online for the employer any more, until it is given anew.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn), reason: t.arg.string(reason) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(decideOnlineFiling(platform, viewer, origin, 'WITHDRAW', decision))),
  }),
}))

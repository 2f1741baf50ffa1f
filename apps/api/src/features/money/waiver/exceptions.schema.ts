import { fen } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import { exceptionKinds, exceptionStates } from './exception-codes.ts'
import type { ExceptionRow } from './exceptions.repository.ts'
import { readExceptions } from './read-exceptions.ts'

const KindEnum = builder.enumType('ExceptionKind', {
  description:
    'WRITE_OFF: a debt given up. DEFERRAL: an agreement on later payment (M13). PAPER_FILING: files on paper, for its approval to file online was withdrawn. LOCK: kept from some services.',
  values: exceptionKinds,
})
const StateEnum = builder.enumType('ExceptionState', {
  description:
    'OVER: its last day has passed, or it was ended. REVOKED: taken back, or an agreement that was breached.',
  values: exceptionStates,
})

const ExceptionType = builder.objectRef<ExceptionRow>('ExceptionForEmployer').implement({
  description: 'An exception that the office made for one employer, wherever it is kept.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the waiver, write-off, enforcement case or approval that it is.' }),
    kind: t.expose('kind', { type: KindEnum }),
    state: t.expose('state', { type: StateEnum }),
    number: t.exposeString('number'),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    registrationNo: t.exposeString('registrationNo'),
    ground: t.exposeString('ground', {
      nullable: true,
      description: 'Its code: of WaiverGround, WriteOffGround or LockGround.',
    }),
    documentNo: t.exposeString('documentNo', { nullable: true }),
    explanation: t.exposeString('explanation', { nullable: true }),
    period: t.field({ type: 'Period', nullable: true, resolve: ({ period }) => period }),
    fromOn: t.expose('fromOn', { type: 'Date', nullable: true }),
    toOn: t.expose('toOn', { type: 'Date', nullable: true }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Spared, given up or deferred.',
      resolve: ({ amount }) => (amount === null ? null : fen(Number(amount))),
    }),
    proposerName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ proposerName }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? proposerName : null),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    deciderName: t.string({
      nullable: true,
      description: 'Staff.',
      resolve: ({ deciderName }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? deciderName : null),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
  }),
})
const ExceptionConnection = builder.connectionObject({ type: ExceptionType, name: 'ExceptionConnection' })

builder.queryField('exceptions', (t) =>
  t.field({
    type: ExceptionConnection,
    authScopes: { may: 'waiver:read' },
    description:
      'Exceptions made for employers, the latest first; a clerk sees those of the employer acted for that were approved. 50 at a time unless `first` says otherwise.',
    args: {
      employerId: t.arg.id(),
      number: t.arg.string({ description: 'The whole number of an exception, or of an employer.' }),
      kind: t.arg({ type: KindEnum }),
      state: t.arg({ type: StateEnum }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readExceptions(platform, viewer, args), args, (row) => [row.proposedAt.toISOString(), row.id]),
  }),
)

import { oneOf } from '@shebao/kernel'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { EnforcementCaseType } from '../enforcement/index.ts'
import { collectionGrounds, collectionStates } from './collection-codes.ts'
import { listCollectionCases, listProposalsOf } from './collection.repository.ts'
import type { FollowedCollectionCase } from './collection.repository.ts'

const GroundEnum = builder.enumType('CollectionGround', {
  description:
    'UNDERPAID: premiums were not paid. UNREGISTERED: people were not registered. WRONG_BASE: the declared base was too low.',
  values: collectionGrounds,
})
const StateEnum = builder.enumType('CollectionCaseState', {
  description: 'PROPOSED: the collection office has not taken it up yet.',
  values: collectionStates,
})

const CaseType = builder.objectRef<FollowedCollectionCase>('CollectionCase').implement({
  description: 'What is to be looked into at a unit (SIL 63). It says nothing of where it came from.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    employerId: t.exposeID('employerId', {
      nullable: true,
      description: 'Null for a unit that is not in the register.',
    }),
    unitName: t.exposeString('unitName'),
    ground: t.field({ type: GroundEnum, resolve: ({ ground }) => oneOf(collectionGrounds, ground, 'ground') }),
    from: t.field({ type: 'Period', resolve: ({ fromPeriod }) => fromPeriod }),
    to: t.field({ type: 'Period', resolve: ({ toPeriod }) => toPeriod }),
    grounds: t.exposeString('grounds', { description: 'What was found.' }),
    state: t.field({ type: StateEnum, resolve: ({ status }) => oneOf(collectionStates, status, 'state') }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    enforcementId: t.exposeID('enforcementId', {
      nullable: true,
      description: 'The case of SIL 63 that came of it: of the unit, about a bill of one of its months.',
    }),
    enforcementNumber: t.exposeString('enforcementNumber', { nullable: true }),
  }),
})
const CaseConnection = builder.connectionObject({ type: CaseType, name: 'CollectionCaseConnection' })

builder.objectField(EnforcementCaseType, 'proposals', (t) =>
  t.field({
    type: [CaseType],
    complexity: 10,
    description:
      'What was proposed to the collection office about the same months of the unit. For staff; nothing for everybody else.',
    resolve: async (row, _args, { platform, viewer }) =>
      viewer && may(viewer, 'collection-case:read') ? listProposalsOf(platform, row) : [],
  }),
)

builder.queryField('collectionCases', (t) =>
  t.field({
    type: CaseConnection,
    authScopes: { may: 'collection-case:read' },
    description:
      'Cases proposed to the collection office, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) => {
      requireMay(viewer, 'collection-case:read')
      const [at, id] = decodeCursor(args, 2) ?? []
      const day = new Date(String(at))
      if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
      const before = at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'collection case') }
      const rows = await listCollectionCases(platform, { before, limit: pageSize(args) + 1 })
      return keysetPage(rows, args, (row) => [row.proposedAt.toISOString(), row.id])
    },
  }),
)

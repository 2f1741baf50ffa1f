import { builder } from '../../../graphql/builder.ts'
import { badInput, unauthenticated } from '../../../access/refusal.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { trailReaders } from './audit.policy.ts'
import type { AuditRow } from './audit.repository.ts'
import { checkChain, readTrail } from './read-trail.ts'
import type { ChainCheck } from './read-trail.ts'

const AuditEventType = builder.objectRef<AuditRow>('AuditEvent').implement({
  description: 'One entry of the append-only, hash-chained audit trail. Personal data stand in it masked.',
  fields: (t) => ({
    seq: t.exposeID('seq', { description: 'Place in the chain, counting up.' }),
    at: t.expose('at', { type: 'DateTime' }),
    actorKind: t.exposeString('actorKind', { description: 'EMPLOYER, INSURED, STAFF, SYSTEM or ANONYMOUS.' }),
    actorId: t.exposeID('actorId', { nullable: true }),
    actorName: t.exposeString('actorName', {
      nullable: true,
      description: 'Name of the staff or clerk account; null for insured people.',
    }),
    role: t.exposeString('role', { nullable: true, description: 'In which role a member of staff acted.' }),
    origin: t.exposeString('origin', { description: 'Keyed hash of the network address, or the job that acted.' }),
    action: t.exposeString('action'),
    recordType: t.exposeString('recordType'),
    recordId: t.exposeString('recordId'),
    reason: t.exposeString('reason', { nullable: true }),
    change: t.field({
      type: 'JSON',
      description: 'What changed, masked: an object of names and values.',
      resolve: (row) => row.change,
    }),
  }),
})

const AuditTrailConnection = builder.connectionObject({ type: AuditEventType, name: 'AuditTrailConnection' })

const ChainCheckType = builder.objectRef<ChainCheck>('AuditChainCheck').implement({
  description: 'Outcome of recomputing every hash of the trail.',
  fields: (t) => ({
    intact: t.exposeBoolean('intact'),
    firstBreak: t.id({
      nullable: true,
      description: 'First entry that does not follow from the one before it.',
      resolve: (check) => check.firstBreak ?? null,
    }),
    entries: t.exposeInt('entries'),
    checkedAt: t.expose('checkedAt', { type: 'DateTime' }),
  }),
})

builder.queryField('auditTrail', (t) =>
  t.field({
    description:
      'The audit trail, newest first, 50 at a time unless `first` (1-100) says otherwise. Auditors and heads only.',
    type: AuditTrailConnection,
    authScopes: { staff: [...trailReaders] },
    args: {
      recordType: t.arg.string({ description: 'Such as declaration.' }),
      recordId: t.arg.string(),
      actor: t.arg.string({ description: 'Account id or staff number.' }),
      action: t.arg.string(),
      from: t.arg({ type: 'Date', description: 'First day, included.' }),
      to: t.arg({ type: 'Date', description: 'Last day, included.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      if (args.from && args.to && args.from > args.to) throw badInput('to', 'The last day lies before the first.')
      return keysetPage(await readTrail(platform, viewer, args, args), args, (row) => [row.seq])
    },
  }),
)

builder.queryField('auditChain', (t) =>
  t.field({
    description: 'Checks the whole chain now. Auditors and heads only.',
    type: ChainCheckType,
    authScopes: { staff: [...trailReaders] },
    complexity: 5_000,
    resolve: (_root, _args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return checkChain(platform, viewer)
    },
  }),
)

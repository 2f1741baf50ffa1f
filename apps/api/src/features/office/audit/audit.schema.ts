import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { auditActions, auditKeys, auditRecordTypes } from '../../../graphql/audit-vocabulary.ts'
import { actorKinds } from '../../../platform/audit.ts'
import { keysetPage } from '../../../access/keyset.ts'
import type { AuditRow } from './audit.repository.ts'
import { findPersonOfTrail } from './find-audited.ts'
import type { AuditedPerson } from './find-audited.repository.ts'
import { checkChain, readTrail } from './read-trail.ts'
import type { ChainCheck } from './read-trail.ts'

const ActorKindEnum = builder.enumType('AuditActorKind', { values: actorKinds })
export const AuditActionEnum = builder.enumType('AuditAction', {
  description: 'What can be done so that it stands in the trail.',
  values: auditActions,
})
const RecordTypeEnum = builder.enumType('AuditRecordType', { values: auditRecordTypes })
const KeyEnum = builder.enumType('AuditKey', { description: 'Names within a change.', values: auditKeys })

const ChangeType = builder.objectRef<readonly [name: string, value: unknown]>('AuditChange').implement({
  description: 'One named value of what changed.',
  fields: (t) => ({
    key: t.field({
      type: KeyEnum,
      nullable: true,
      description: 'Null for a name that is written no longer.',
      resolve: ([name]) => known(auditKeys, name),
    }),
    name: t.string({ description: 'The name as it was written.', resolve: ([name]) => name }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Null where there was nothing.',
      resolve: ([, value]) => value ?? null,
    }),
  }),
})

const AuditEventType = builder.objectRef<AuditRow>('AuditEvent').implement({
  description: 'One entry of the append-only, hash-chained audit trail. Personal data stand in it masked.',
  fields: (t) => ({
    seq: t.exposeID('seq', { description: 'Number of the entry, counting up with gaps.' }),
    position: t.exposeID('position', {
      nullable: true,
      description: 'Place in the chain, without gaps; null while the entry is not chained yet.',
    }),
    at: t.expose('at', { type: 'DateTime' }),
    actorKind: t.expose('actorKind', { type: ActorKindEnum }),
    actorId: t.exposeID('actorId', { nullable: true }),
    actorName: t.exposeString('actorName', {
      nullable: true,
      description: 'Name of the staff or clerk account; null for insured people.',
    }),
    role: t.exposeString('role', { nullable: true, description: 'In which role a member of staff acted.' }),
    origin: t.exposeString('origin', {
      description: 'Keyed hash of the network address, the access token as `token:<id>`, or the job that acted.',
    }),
    action: t.field({
      type: AuditActionEnum,
      nullable: true,
      description: 'Null for an action that is written no longer; its code stands in actionCode.',
      resolve: ({ action }) => known(auditActions, action),
    }),
    actionCode: t.exposeString('action', { description: 'The action as it was written.' }),
    recordType: t.field({
      type: RecordTypeEnum,
      nullable: true,
      description: 'Null for a kind of record that is written no longer; its code stands in recordTypeCode.',
      resolve: ({ recordType }) => known(auditRecordTypes, recordType),
    }),
    recordTypeCode: t.exposeString('recordType', { description: 'The kind of record as it was written.' }),
    recordId: t.exposeString('recordId'),
    reason: t.exposeString('reason', { nullable: true }),
    change: t.field({
      type: [ChangeType],
      description: 'What changed, masked.',
      resolve: ({ change }) => Object.entries(typeof change === 'object' && change !== null ? change : {}),
    }),
  }),
})

/** The trail outlives the words it was written in. */
function known<Word extends string>(words: readonly Word[], written: string): Word | undefined {
  return words.find((word) => word === written)
}

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
    missingAtEnd: t.exposeInt('missingAtEnd', {
      description: 'So many of the last entries are gone: kept apart from the database it stands how many there were.',
    }),
    entries: t.exposeInt('entries'),
    notChainedYet: t.exposeInt('notChainedYet', { description: 'Entries younger than the last linking.' }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime' }),
  }),
})

builder.queryField('auditTrail', (t) =>
  t.field({
    description:
      'The audit trail, newest first, 50 at a time unless `first` (1-100) says otherwise. Auditors and heads only.',
    type: AuditTrailConnection,
    authScopes: { may: 'audit:read' },
    args: {
      recordType: t.arg.string({ description: 'Such as Declaration; also a kind that is written no longer.' }),
      recordId: t.arg.string(),
      actor: t.arg.string({ description: 'Account id or staff number.' }),
      action: t.arg.string({ description: 'Such as SIGN_IN; also an action that is written no longer.' }),
      employer: t.arg.string({
        description:
          'Registration number, unified code or identifier of a unit: its own entries and those of its declarations, bills and payments.',
      }),
      person: t.arg.string({ description: 'Identifier of a person, as auditedPerson found it.' }),
      from: t.arg({ type: 'Date', description: 'First day, included.' }),
      to: t.arg({ type: 'Date', description: 'Last day, included.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return keysetPage(await readTrail(platform, viewer, args, args), args, (row) => [row.seq])
    },
  }),
)

const AuditedPersonType = builder.objectRef<AuditedPerson>('AuditedPerson').implement({
  personal: noted('FIND_AUDITED_PERSON'),
  description: 'Somebody whose entries are looked for, masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    idMasked: t.exposeString('idMasked'),
    nameMasked: t.exposeString('nameMasked'),
  }),
})

builder.queryField('auditedPerson', (t) =>
  t.field({
    description:
      'Whose entries are looked for: by the whole number, with a reason; written into the trail, found or not. Auditors and heads only.',
    type: AuditedPersonType,
    nullable: true,
    authScopes: { may: 'audit:read' },
    args: { number: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, args, { platform, viewer, origin }) => findPersonOfTrail(platform, viewer, { ...args, origin }),
  }),
)

builder.queryField('auditChain', (t) =>
  t.field({
    description: 'Chains what waits and checks the whole chain now. Auditors and heads only.',
    type: ChainCheckType,
    authScopes: { may: 'audit:read' },
    complexity: 5_000,
    resolve: (_root, _args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return checkChain(platform, viewer)
    },
  }),
)

import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { noted, own } from '../../../graphql/personal.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import {
  InsuredRecordType,
  PensionOutlookType,
  readInsuredRecord,
  readPensionOutlooks,
  readRightsSummary,
  RightsSummaryType,
} from '../record/index.ts'
import { consentRefusals, relations } from './consent.ts'
import type { ConsentRefusal } from './consent.ts'
import type { ConsentRow } from './consent.repository.ts'
import { giveConsent, readConsentsGiven, revokeConsent } from './keep-consent.ts'
import { readSharedRecord, readSharedRecords } from './read-shared.ts'
import type { SharedRecord } from './read-shared.ts'

const RelationEnum = builder.enumType('RecordConsentRelation', {
  description: 'What the reader is to whoever lets them read.',
  values: relations,
})
const RefusalEnum = builder.enumType('RecordConsentRefusal', {
  description:
    'The first thing that is wrong, in the order of the form. That the register does not know the other is none: it is not told.',
  values: consentRefusals,
})

const ConsentType = builder.objectRef<ConsentRow>('RecordConsent').implement({
  personal: own,
  description:
    'That the signed-in person lets another read their record, until a day or until it is taken back (PIPL 14-16).',
  fields: (t) => ({
    id: t.exposeID('id'),
    readerName: t.string({
      description: 'As it was written: it is the person’s own.',
      resolve: ({ reader }, _args, { platform }) => platform.vault.open<{ name: string }>(reader).name,
    }),
    readerNumberMasked: t.exposeString('readerMasked', { description: 'First three and last two characters.' }),
    relation: t.field({
      type: RelationEnum,
      resolve: ({ relation }) => oneOf(relations, relation, 'relation'),
    }),
    validTo: t.field({ type: 'Date', description: 'Last day.', resolve: ({ validTo }) => validTo }),
    givenAt: t.expose('givenAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    stands: t.boolean({
      description: 'Today.',
      resolve: ({ revokedAt, validTo }, _args, { platform }) => revokedAt === null && validTo >= platform.clock.today(),
    }),
  }),
})

const RefusedType = builder.objectRef<{ refusal: ConsentRefusal }>('RecordConsentRefused').implement({
  description: 'Nothing was given.',
  fields: (t) => ({ refusal: t.field({ type: RefusalEnum, resolve: ({ refusal }) => refusal }) }),
})
const GivenType = builder.objectRef<{ consent: ConsentRow }>('RecordConsentGiven').implement({
  fields: (t) => ({ consent: t.field({ type: ConsentType, resolve: ({ consent }) => consent }) }),
})
const ResultType = builder.unionType('GiveRecordConsentResult', {
  types: [GivenType, RefusedType],
  resolveType: (result) => ('refusal' in result ? RefusedType : GivenType),
})

const SharedRecordType = builder.objectRef<SharedRecord>('SharedRecord').implement({
  personal: noted('READ_SHARED_RECORD'),
  description:
    'The record of somebody who lets the signed-in person read it. States and sums; how an amount was derived is theirs alone.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the consent.' }),
    name: t.exposeString('name', { description: 'Of the person whose record it is.' }),
    relation: t.field({
      type: RelationEnum,
      description: 'What the signed-in person is to them.',
      resolve: ({ relation }) => oneOf(relations, relation, 'relation'),
    }),
    validTo: t.field({ type: 'Date', description: 'Last day.', resolve: ({ validTo }) => validTo }),
    record: t.field({
      type: InsuredRecordType,
      complexity: { field: 20, multiplier: 1 },
      resolve: (shared, _args, context) =>
        asSharer(context, shared, () => readInsuredRecord(context.platform, shared.individualId)),
    }),
    rightsSummary: t.field({
      type: RightsSummaryType,
      complexity: { field: 5, multiplier: 1 },
      resolve: (shared, _args, context) =>
        asSharer(context, shared, () => readRightsSummary(context.platform, shared.individualId)),
    }),
    pensionOutlooks: t.field({
      type: [PensionOutlookType],
      complexity: { field: 5, multiplier: 1 },
      resolve: (shared, _args, context) =>
        asSharer(context, shared, () => readPensionOutlooks(context.platform, shared.individualId)),
    }),
  }),
})

/** Of a shared record the database shows what is its person's, and nothing else of the reader's own meanwhile. */
function asSharer<T>({ viewer }: Context, { individualId }: SharedRecord, read: () => Promise<T>): Promise<T> {
  return asTenant(viewer && { accountId: viewer.accountId, individualId }, read)
}

const HeldConsentType = builder.objectRef<SharedRecord>('HeldRecordConsent').implement({
  description: 'That somebody lets the signed-in person read their record, today.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    relation: t.field({ type: RelationEnum, resolve: ({ relation }) => oneOf(relations, relation, 'relation') }),
    validTo: t.field({ type: 'Date', resolve: ({ validTo }) => validTo }),
  }),
})

builder.queryFields((t) => ({
  recordConsents: t.field({
    type: [ConsentType],
    authScopes: { may: 'record-consent:give' },
    description: 'Whom the signed-in person lets or let read their record, newest first; at most 100.',
    resolve: (_root, _args, { platform, viewer }) => readConsentsGiven(platform, viewer),
  }),
  recordsSharedWithMe: t.field({
    type: [HeldConsentType],
    authScopes: { may: 'record:read' },
    description: 'Whose records the signed-in person may read today; at most 50.',
    resolve: (_root, _args, { platform, viewer }) => readSharedRecords(platform, viewer),
  }),
  sharedRecord: t.field({
    type: SharedRecordType,
    authScopes: { may: 'record:read' },
    description: 'One of them. A consent that ended, or that was never given, is not found.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => readSharedRecord(platform, { viewer, origin }, id),
  }),
}))

builder.mutationFields((t) => ({
  giveRecordConsent: t.field({
    type: ResultType,
    authScopes: { may: 'record-consent:give' },
    description: 'Lets another read one’s record, at most three years [PD]. Both number and name have to be theirs.',
    args: {
      number: t.arg.string({ required: true, description: 'Number of the other’s document.' }),
      name: t.arg.string({ required: true, description: 'Full name of the other.' }),
      relation: t.arg({ type: RelationEnum, required: true }),
      validTo: t.arg({ type: 'Date', required: true, description: 'Last day.' }),
    },
    resolve: (_root, input, { platform, viewer, origin }) => giveConsent(platform, { viewer, origin }, input),
  }),
  revokeRecordConsent: t.field({
    type: ConsentType,
    authScopes: { may: 'record-consent:give' },
    description: 'Takes a consent back, at once. Taken back again it stays as it is; another’s is not found.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => revokeConsent(platform, { viewer, origin }, id),
  }),
}))

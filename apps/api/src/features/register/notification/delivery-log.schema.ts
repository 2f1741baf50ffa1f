import { keysetPage } from '../../../access/keyset.ts'
import { accountKinds } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import { noted, shown } from '../../../graphql/personal.ts'
import { channelMeans } from '../../../telling/channel-settings.ts'
import { deliveryReasons, deliveryStates } from '../../../telling/notification-codes.ts'
import { readChannels, readDeliveryLog, resendDelivery, resendRefusals } from './delivery-log.ts'
import type { ChannelStanding, LogLine, ResendOutcome } from './delivery-log.ts'
import type { DeliveryRow } from './delivery-log.repository.ts'
import { NotificationChannelEnum, NotificationKindEnum } from './notification-type.ts'
import { timeKey } from './read-inbox.ts'

const StateEnum = builder.enumType('DeliveryState', {
  description: 'WAITING: for its next attempt. GIVEN_UP: with a reason.',
  values: deliveryStates,
})
const ReasonEnum = builder.enumType('DeliveryReason', {
  description:
    'Why the last attempt failed. NO_ADDRESS: nobody gave one. ADDRESS_REFUSED: there is no such. REFUSED: the message as such. NOT_LOGGED_IN: our credentials were refused. UNREACHABLE: no answer, or a passing fault. CHANNEL_OFF: not set up any more, or switched off by the reader. EXPIRED: of no use any more.',
  values: deliveryReasons,
})
const ReaderEnum = builder.enumType('NotificationReader', { values: accountKinds })

const DeliveryType = builder.objectRef<DeliveryRow>('NotificationDelivery').implement({
  personal: noted('READ_DELIVERY_LOG', 'RESEND_NOTIFICATION'),
  description: 'One notification on its way by one channel.',
  fields: (t) => ({
    id: t.exposeID('id'),
    channel: t.expose('channel', { type: NotificationChannelEnum }),
    state: t.expose('state', { type: StateEnum }),
    attempts: t.exposeInt('attempts'),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ state, nextAttemptAt }) => (state === 'WAITING' ? nextAttemptAt : null),
    }),
    address: t.exposeString('addressMasked', { nullable: true, description: 'Where the last attempt went, masked.' }),
    reason: t.expose('reason', { type: ReasonEnum, nullable: true }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
  }),
})

const LineType = builder.objectRef<LogLine>('DeliveryLogLine').implement({
  personal: shown('READ_DELIVERY_LOG', ({ individualId }) => individualId),
  description: 'Something somebody was told.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: NotificationKindEnum }),
    at: t.expose('createdAt', { type: 'DateTime' }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true }),
    readerKind: t.expose('readerKind', { type: ReaderEnum }),
    reader: t.exposeString('reader', {
      description: 'The employer, the person’s name masked, or the member of staff.',
    }),
    deliveries: t.field({ type: [DeliveryType], resolve: ({ deliveries }) => [...deliveries] }),
  }),
})
const LineConnection = builder.connectionObject({ type: LineType, name: 'DeliveryLogConnection' })

const ChannelType = builder.objectRef<ChannelStanding>('ChannelStanding').implement({
  fields: (t) => ({
    channel: t.expose('channel', { type: NotificationChannelEnum }),
    means: t.field({
      type: builder.enumType('ChannelMeans', {
        description: 'By what a channel goes. SANDBOX: kept in a file, outside production. OFF: not set up.',
        values: channelMeans,
      }),
      resolve: ({ means }) => means,
    }),
    waiting: t.exposeInt('waiting'),
    givenUp: t.exposeInt('givenUp', { description: 'Within the last week.' }),
  }),
})

type Again = Extract<ResendOutcome, { kind: 'AGAIN' }>
type Refused = Extract<ResendOutcome, { kind: 'REFUSED' }>
const AgainType = builder.objectRef<Again>('DeliverySentAgain').implement({
  fields: (t) => ({ delivery: t.field({ type: DeliveryType, resolve: ({ delivery }) => delivery }) }),
})
const RefusedType = builder.objectRef<Refused>('DeliveryNotSentAgain').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('ResendRefusal', {
        description:
          'ON_ITS_WAY: it waits for its next attempt already. SECRET_GONE: a link or code is sent once; issue a new one. CHANNEL_OFF: nothing goes that way.',
        values: resendRefusals,
      }),
      resolve: ({ reason }) => reason,
    }),
    delivery: t.field({ type: DeliveryType, resolve: ({ delivery }) => delivery }),
  }),
})
const ResendResult = builder.unionType('ResendDeliveryResult', {
  types: [AgainType, RefusedType],
  resolveType: ({ kind }) => (kind === 'AGAIN' ? AgainType : RefusedType),
})

builder.queryFields((t) => ({
  deliveryLog: t.field({
    type: LineConnection,
    complexity: 100,
    authScopes: { may: 'notification:log' },
    description:
      'Who was told what, newest first; with `state` or `channel` what went outside in that way. 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      state: t.arg({ type: StateEnum }),
      channel: t.arg({ type: NotificationChannelEnum }),
      reader: t.arg.string({ description: 'Part of an employer’s name, or the whole number of a member of staff.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, { platform, viewer, origin }) =>
      keysetPage(await readDeliveryLog(platform, viewer, args, origin), args, timeKey),
  }),
  notificationChannels: t.field({
    type: [ChannelType],
    authScopes: { may: 'notification:log' },
    description: 'By what each channel goes, and what waits in it.',
    resolve: (_root, _args, { platform, viewer }) => readChannels(platform, viewer),
  }),
}))

builder.mutationFields((t) => ({
  resendDelivery: t.field({
    type: ResendResult,
    authScopes: { may: 'notification:resend' },
    description: 'Sends a delivery once more: one that was given up, or one that somebody says never came.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => resendDelivery(platform, viewer, id, origin),
  }),
}))

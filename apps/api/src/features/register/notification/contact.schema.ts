import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { confirmAddress, contactRefusals, removeAddress, requestAddressCode, switchChannel } from './change-contact.ts'
import type { ContactOrder, ContactOutcome } from './change-contact.ts'
import { NotificationChannelEnum } from './notification-type.ts'
import { readContact } from './read-contact.ts'
import type { WayToBeTold } from './read-contact.ts'

const WayType = builder.objectRef<WayToBeTold>('WayToBeTold').implement({
  description: 'One channel by which the viewer is told besides the inbox. Addresses are masked.',
  fields: (t) => ({
    channel: t.expose('channel', { type: NotificationChannelEnum }),
    available: t.exposeBoolean('available', { description: 'The office has it set up.' }),
    on: t.exposeBoolean('on'),
    own: t.exposeString('own', { nullable: true, description: 'The one that the viewer confirmed.' }),
    registered: t.exposeString('registered', {
      nullable: true,
      description: 'The number in the register, which is used where there is no own one.',
    }),
    pending: t.exposeString('pending', { nullable: true, description: 'A code was sent there and is waited for.' }),
  }),
})

type Changed = Extract<ContactOutcome, { kind: 'CHANGED' }>
type Refused = Extract<ContactOutcome, { kind: 'REFUSED' }>
const ChangedType = builder.objectRef<Changed>('ContactChanged').implement({
  fields: (t) => ({
    ways: t.field({
      type: [WayType],
      resolve: (_changed, _args, { platform, viewer }) => readContact(platform, viewer),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('ContactRefused').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('ContactRefusal', {
        description:
          'CHANNEL_OFF: the office has not set it up. NO_ADDRESS: this is none that can be sent to. TOO_MANY: five codes were sent today. WRONG_CODE: look again. NO_CODE: none is waited for, or it ran out.',
        values: contactRefusals,
      }),
      resolve: ({ reason }) => reason,
    }),
  }),
})
const ContactResult = builder.unionType('ContactResult', {
  types: [ChangedType, RefusedType],
  resolveType: ({ kind }) => (kind === 'CHANGED' ? ChangedType : RefusedType),
})

const orderOf = ({ viewer, origin }: Context, { channel }: Pick<ContactOrder, 'channel'>): ContactOrder => ({
  viewer: requireMay(viewer, 'notification:settings'),
  origin,
  channel,
})

builder.queryField('waysToBeTold', (t) =>
  t.field({
    type: [WayType],
    authScopes: { may: 'notification:settings' },
    description: 'How the viewer is told besides the inbox.',
    resolve: (_root, _args, { platform, viewer }) => readContact(platform, viewer),
  }),
)

builder.mutationFields((t) => {
  const channel = t.arg({ type: NotificationChannelEnum, required: true })
  return {
    requestAddressCode: t.field({
      type: ContactResult,
      authScopes: { may: 'notification:settings' },
      description: 'Sends a code to an e-mail address or a mobile telephone of the viewer’s; at most five a day.',
      args: { channel, address: t.arg.string({ required: true }) },
      resolve: (_root, args, context) => requestAddressCode(context.platform, orderOf(context, args), args.address),
    }),
    confirmAddress: t.field({
      type: ContactResult,
      authScopes: { may: 'notification:settings' },
      description: 'The code that came: the address is used from now on. Good for fifteen minutes and five tries.',
      args: { channel, code: t.arg.string({ required: true }) },
      resolve: (_root, args, context) => confirmAddress(context.platform, orderOf(context, args), args.code),
    }),
    removeAddress: t.field({
      type: ContactResult,
      authScopes: { may: 'notification:settings' },
      description: 'Forgets the viewer’s own address.',
      args: { channel },
      resolve: (_root, args, context) => removeAddress(context.platform, orderOf(context, args)),
    }),
    switchChannel: t.field({
      type: ContactResult,
      authScopes: { may: 'notification:settings' },
      description: 'Switches a channel on or off. What is told stands in the inbox all the same.',
      args: { channel, on: t.arg.boolean({ required: true }) },
      resolve: (_root, args, context) => switchChannel(context.platform, orderOf(context, args), args.on),
    }),
  }
})

import { callOutcomes } from '@shebao/hotline'
import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { PremiumPaymentType } from '../../money/month/index.ts'
import {
  cardCase,
  cardRefusals,
  CardType,
  phoneMatters,
  phoneMattersOf,
  phonePlaces,
} from '../../register/card/index.ts'
import type { PhoneMatter } from '../../register/card/index.ts'
import { NoticeType } from '../../register/notification/index.ts'
import { QuestionTopicEnum, QuestionType } from '../question/index.ts'
import { RelationTransferType } from '../transfer/index.ts'
import { callWishes, ticketSubjects } from './hotline-codes.ts'
import { DeskRefusal } from './hotline-desk.ts'
import { RefusedType, WishEnum } from './hotline.schema.ts'
import type { CallRow } from './hotline.repository.ts'
import { readCaller } from './read-caller.ts'
import type { Caller } from './read-caller.ts'
import { takeDownForCaller } from './work-for-caller.ts'

const MatterType = builder.objectRef<PhoneMatter>('HotlineCardMatter').implement({
  description: 'What a caller may ask of their card: done here, refused as the card is, or done somewhere else.',
  fields: (t) => ({
    matter: t.expose('matter', { type: builder.enumType('HotlineCardMatterName', { values: phoneMatters }) }),
    place: t.expose('place', {
      type: builder.enumType('HotlineCardPlace', {
        description: 'WINDOW: with a valid ID. BANK: the issuing bank alone.',
        values: phonePlaces,
      }),
    }),
    reason: t.expose('reason', {
      type: builder.enumType('HotlineCardReason', { values: cardRefusals }),
      nullable: true,
      description: 'Why it cannot be done as the card is.',
    }),
  }),
})

export const CallOutcomeEnum = builder.enumType('HotlineOutcome', {
  description: 'How a call ended: by an agent’s word, or by itself.',
  values: callOutcomes,
})

const EarlierCallType = builder.objectRef<CallRow>('HotlineEarlierCall').implement({
  description: 'A call of this person that is over.',
  fields: (t) => ({
    id: t.exposeID('id'),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    wish: t.field({
      type: WishEnum,
      nullable: true,
      resolve: ({ wish }) => (wish === null ? null : oneOf(callWishes, wish, 'wish')),
    }),
    outcome: t.field({
      type: CallOutcomeEnum,
      nullable: true,
      resolve: ({ outcome }) => (outcome === null ? null : oneOf(callOutcomes, outcome, 'outcome')),
    }),
    note: t.string({
      nullable: true,
      description: 'What the agent wrote at its end.',
      resolve: ({ note }, _args, { platform }) => (note ? platform.vault.open<string>(note) : null),
    }),
  }),
})

const CallerType = builder.objectRef<Caller>('HotlineCaller').implement({
  personal: noted('READ_HOTLINE_CALLER'),
  description: 'What the office knows of a caller who was checked, masked, while they are on the line.',
  fields: (t) => ({
    id: t.id({ resolve: ({ call }) => call.id }),
    nameMasked: t.string({ resolve: ({ person }) => person.nameMasked }),
    idMasked: t.string({ resolve: ({ person }) => person.idMasked }),
    cards: t.field({
      type: [CardType],
      description: 'The newest first; at most 20.',
      complexity: 5,
      resolve: ({ cards }) => [...cards],
    }),
    matters: t.field({
      type: [MatterType],
      description: 'Of the card the caller named.',
      resolve: ({ call, cards }) => {
        const card = cards.find(({ id }) => id === call.cardId)
        return card ? phoneMattersOf(cardCase.state(card), card) : []
      },
    }),
    months: t.field({
      type: [PremiumPaymentType],
      description: 'Of this month and the three before it.',
      complexity: 5,
      resolve: ({ months }) => [...months],
    }),
    questions: t.field({
      type: [QuestionType],
      description: 'Questions and corrections that wait for an answer; at most 20.',
      complexity: 5,
      resolve: ({ questions }) => [...questions],
    }),
    transfers: t.field({
      type: [RelationTransferType],
      description: 'That are not over.',
      complexity: 5,
      resolve: ({ transfers }) => [...transfers],
    }),
    earlierCalls: t.field({
      type: [EarlierCallType],
      description: 'The last five.',
      resolve: ({ earlierCalls }) => [...earlierCalls],
    }),
    unread: t.field({
      type: [NoticeType],
      description: 'What the person was told and has not read; the newest five.',
      resolve: ({ unread }) => [...unread],
    }),
    wrongKeys: t.exposeInt('wrongKeys', { description: 'Details keyed in before the hand-over that did not fit.' }),
  }),
})

const TicketResult = builder.unionType('HotlineTicketResult', {
  types: [QuestionType, RefusedType],
  resolveType: (outcome) => (outcome instanceof DeskRefusal ? RefusedType : QuestionType),
})

const TicketInput = builder.inputType('HotlineTicketInput', {
  fields: (t) => ({
    askingKey: t.id({ required: true, description: 'A UUID that the screen draws for one press.' }),
    topic: t.field({ type: QuestionTopicEnum, required: true }),
    about: t.field({
      type: builder.enumType('HotlineTicketSubject', { values: ticketSubjects }),
      required: true,
    }),
    period: t.field({ type: 'Period', description: 'Where it is about a month.' }),
    text: t.string({ required: true, description: '4 to 2000 characters, as the caller says it.' }),
    callBack: t.string({ description: 'Where the caller wants to be called; 7 to 15 digits.' }),
  }),
})

builder.queryField('hotlineCaller', (t) =>
  t.field({
    type: CallerType,
    authScopes: { may: 'hotline:see-caller' },
    description: 'Of the agent’s own call after the check, until the line is gone; that it was read is noted.',
    args: { call: t.arg.id({ required: true }) },
    resolve: (_root, { call }, { platform, viewer, origin }) => readCaller(platform, viewer, origin, call),
  }),
)

builder.mutationField('takeDownForHotlineCaller', (t) =>
  t.field({
    type: TicketResult,
    authScopes: { may: 'question:take-down' },
    description: 'Writes down what the caller asks, or that they want to be called; the caller is told its number.',
    args: { id: t.arg.id({ required: true }), input: t.arg({ type: TicketInput, required: true }) },
    resolve: (_root, { id, input }, { platform, viewer, origin }) =>
      takeDownForCaller(platform, viewer, origin, { ...input, id }),
  }),
)

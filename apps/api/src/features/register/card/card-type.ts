import { oneOf } from '@shebao/kernel'
import { markOf, StaleDecision } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { StaleDecisionType } from '../../../graphql/decision.ts'
import { cardCase } from './card-case.ts'
import {
  cardApplications,
  cardBankStatuses,
  cardChannels,
  cardDocuments,
  cardEvents,
  cardKinds,
  cardStatuses,
} from './card-codes.ts'
import { listCardEvents } from './card.repository.ts'
import type { CardEventRow, CardRow } from './card.repository.ts'
import { CardRefusal } from './take-card-step.ts'
import type { CardOutcome } from './take-card-step.ts'

const CardStatusEnum = builder.enumType('CardStatus', {
  description: 'States of the social security application of a card.',
  values: cardStatuses,
})
export const CardChannelEnum = builder.enumType('CardChannel', {
  description: 'The way something reached a card. WEB: its holder, signed in. JOB: by itself.',
  values: cardChannels,
})
export const CardDocumentEnum = builder.enumType('CardDocument', {
  description: 'What was seen or heard at a desk. PROXY_ID: of whoever came for the holder.',
  values: cardDocuments,
})

const CardEventType = builder.objectRef<CardEventRow>('CardHistoryEvent').implement({
  description: 'One event of a card.',
  fields: (t) => ({
    id: t.exposeID('id'),
    event: t.field({
      type: builder.enumType('CardHistoryEventKind', {
        description: 'RECORD: it was here before events were kept.',
        values: cardEvents,
      }),
      resolve: ({ event }) => oneOf(cardEvents, event, 'event'),
    }),
    application: t.field({
      type: builder.enumType('CardApplication', { values: cardApplications }),
      resolve: ({ application }) => oneOf(cardApplications, application, 'application'),
    }),
    at: t.expose('at', { type: 'DateTime' }),
    channel: t.field({ type: CardChannelEnum, resolve: ({ channel }) => oneOf(cardChannels, channel, 'channel') }),
    operator: t.string({
      nullable: true,
      description: 'Who did it at a desk; for staff alone.',
      resolve: ({ operator }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? operator : null),
    }),
    documents: t.field({
      type: [CardDocumentEnum],
      description: 'Seen at the desk.',
      resolve: ({ documents }) => documents.map((one) => oneOf(cardDocuments, one, 'document')),
    }),
    byProxy: t.exposeBoolean('byProxy'),
    reason: t.exposeString('reason', { nullable: true }),
  }),
})

export const CardType = builder.objectRef<CardRow>('Card').implement({
  personal: noted('CARD_LOOKED_UP', 'CHECK_HOTLINE_CALLER', 'READ_HOTLINE_CALLER'),
  description: 'A social security card (社会保障卡): for its holder, and for the office’s window.',
  fields: (t) => ({
    id: t.exposeID('id'),
    numberMasked: t.exposeString('numberMasked', { description: 'First one and last two characters.' }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, cardCase, row),
    }),
    kind: t.field({
      type: builder.enumType('CardKind', {
        description: 'TEMPORARY: for some days while another is made, six months at most; without a bank function.',
        values: cardKinds,
      }),
      resolve: ({ kind }) => oneOf(cardKinds, kind, 'card kind'),
    }),
    bankName: t.exposeString('bankName'),
    status: t.field({
      type: CardStatusEnum,
      description: 'The social security application.',
      resolve: ({ status }) => oneOf(cardStatuses, status, 'card status'),
    }),
    bankStatus: t.field({
      type: builder.enumType('CardBankStatus', {
        description:
          'What the office knows of the bank application; its password and its blocks are the bank’s business.',
        values: cardBankStatuses,
      }),
      nullable: true,
      description: 'Null on a temporary card.',
      resolve: ({ bankStatus }) => (bankStatus === null ? null : oneOf(cardBankStatuses, bankStatus, 'bank status')),
    }),
    appliedOn: t.expose('appliedOn', { type: 'Date', nullable: true }),
    readyOn: t.expose('readyOn', { type: 'Date', nullable: true, description: 'By when it is made.' }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true }),
    activatedOn: t.expose('activatedOn', { type: 'Date', nullable: true }),
    activatedBy: t.field({
      type: CardChannelEnum,
      nullable: true,
      resolve: ({ channel }) => (channel === null ? null : oneOf(cardChannels, channel, 'channel')),
    }),
    lostUntil: t.expose('lostUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'When a loss reported by phone or web ends by itself.',
    }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day of a temporary card.' }),
    passwordDue: t.exposeBoolean('passwordDue', {
      description: 'Activated, and the password was not changed since: the holder is asked to.',
    }),
    replacesId: t.exposeID('replacesId', { nullable: true }),
    history: t.field({
      type: [CardEventType],
      description: 'Oldest first; at most 200.',
      complexity: { multiplier: 5 },
      resolve: ({ id }, _args, { platform }) => listCardEvents(platform, [id]),
    }),
  }),
})

export const cardRefusals = [
  'NOT_ISSUED',
  'NOT_ACTIVATED',
  'ALREADY_NORMAL',
  'LOST',
  'FROZEN',
  'PIN_LOCKED',
  'REPLACED',
  'CANCELLED',
  'DOCUMENTS_MISSING',
  'PROXY_NEEDS_BOTH_IDS',
  'IN_PERSON_ONLY',
  'ALREADY_ACTIVATED',
  'STILL_RUNS',
  'TEMPORARY_ONLY',
  'NOT_FOR_TEMPORARY',
  'SIX_MONTHS_OVER',
  'OPEN_CARD',
  'NO_SUCH_BANK',
  'NOTHING_BEING_MADE',
  'HAS_TEMPORARY',
  'NO_MATCH',
  'BILL_SETTLED',
] as const
type Reason = (typeof cardRefusals)[number]

/** Whatever a use case refuses with: a reason of the one list. */
export interface Refused {
  readonly reason: Reason
}
export const CardRefusedType = builder.objectRef<Refused>('CardRefused').implement({
  description: 'Nothing was changed.',
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('CardRefusal', {
        description:
          'ALREADY_NORMAL: it is in use. LOST: reported by phone, web or in writing. NOT_ISSUED: not handed over yet. PROXY_NEEDS_BOTH_IDS: whoever comes for the holder shows both. IN_PERSON_ONLY: the holder alone. OPEN_CARD: there is one, or one is being made. NOTHING_BEING_MADE: a temporary card is for the time until another is made. NO_MATCH: no such card of this bank, or not that person’s. BILL_SETTLED: this bill was settled before.',
        values: cardRefusals,
      }),
    }),
  }),
})

export type CardShape = CardRow | Refused | StaleDecision
export const CardResult = builder.unionType('CardResult', {
  types: [CardType, CardRefusedType, StaleDecisionType],
  resolveType(outcome) {
    if (outcome instanceof StaleDecision) return StaleDecisionType
    return 'reason' in outcome ? CardRefusedType : CardType
  },
})
/** For deeds that are decided on no card. */
export const NewCardResult = builder.unionType('NewCardResult', {
  types: [CardType, CardRefusedType],
  resolveType: (outcome) => ('reason' in outcome ? CardRefusedType : CardType),
})

export const shapeOf = (outcome: CardOutcome): CardShape =>
  outcome instanceof CardRefusal ? { reason: outcome.reason } : outcome

import { wrapUps } from '@shebao/hotline'
import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { CardRefusedType, CardType, findCard, shapeOf } from '../../register/card/index.ts'
import type { CardShape } from '../../register/card/index.ts'
import { StaleDecision } from '../../../case/case-mark.ts'
import { callerProofs, callStates, callWishes, phoneDeeds } from './hotline-codes.ts'
import {
  checkCaller,
  checksLeft,
  DeskRefusal,
  deskRefusals,
  endCall,
  isChecked,
  readDesk,
  takeCall,
} from './hotline-desk.ts'
import type { CallRow } from './hotline.repository.ts'
import { workForCaller } from './work-for-caller.ts'

export const WishEnum = builder.enumType('HotlineWish', { values: callWishes })

export const CallType = builder.objectRef<CallRow>('HotlineCall').implement({
  description: 'A call to 12333, as an agent sees it: nothing of the person before the check is passed.',
  fields: (t) => ({
    id: t.exposeID('id'),
    state: t.field({
      type: builder.enumType('HotlineCallState', { values: callStates }),
      resolve: ({ status }) => oneOf(callStates, status, 'state'),
    }),
    callerMasked: t.exposeString('callerMasked', { description: 'Empty where the number is withheld.' }),
    language: t.exposeString('language'),
    wish: t.field({
      type: WishEnum,
      nullable: true,
      resolve: ({ wish }) => (wish === null ? null : oneOf(callWishes, wish, 'wish')),
    }),
    waitingSince: t.expose('waitingSince', { type: 'DateTime', nullable: true }),
    hungUp: t.boolean({
      description: 'The caller’s line is gone: what is known of them is gone with it.',
      resolve: ({ hungUpAt }) => hungUpAt !== null,
    }),
    recorded: t.boolean({
      description: 'The caller said the holder’s name: GET /hotline/recordings/<id>.',
      resolve: ({ recording }) => recording !== null,
    }),
    detailsNeeded: t.boolean({
      description: 'The keys named no card: both numbers are asked for.',
      resolve: ({ cardId }) => cardId === null,
    }),
    checksLeft: t.int({
      description: 'How often what the caller says may still be held against the register.',
      resolve: (call, _args, { platform }) => checksLeft(platform, call),
    }),
    proofs: t.field({
      type: [builder.enumType('HotlineProof', { values: callerProofs })],
      description: 'What the caller said rightly.',
      resolve: ({ proofs }) => proofs.map((one) => oneOf(callerProofs, one, 'proof')),
    }),
    card: t.field({
      type: CardType,
      nullable: true,
      description: 'Null until the check is passed.',
      resolve: async (call, _args, { platform }) =>
        call.cardId && isChecked(call) ? ((await findCard(platform, call.cardId)) ?? null) : null,
    }),
  }),
})

export const RefusedType = builder.objectRef<DeskRefusal>('HotlineRefused').implement({
  description: 'Nothing was done.',
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('HotlineRefusal', {
        description:
          'TAKEN: another agent has it, or it is over. BUSY: end your call first. NO_MATCH: something said does not fit; which, nobody is told. CHECKS_USED_UP: as often as the office allows in one call. BLOCKED: too many wrong details about this person or card. GONE: the caller’s line is gone. TOO_MANY_OPEN: earlier questions of theirs wait. NO_QUESTION: none was written down in this call.',
        values: deskRefusals,
      }),
    }),
  }),
})
const CallResult = builder.unionType('HotlineCallResult', {
  types: [CallType, RefusedType],
  resolveType: (outcome) => (outcome instanceof DeskRefusal ? RefusedType : CallType),
})

interface Desk {
  waiting: CallRow[]
  mine: CallRow | undefined
}
const DeskType = builder.objectRef<Desk>('HotlineDesk').implement({
  description: 'The screen of an agent of 12333.',
  fields: (t) => ({
    waiting: t.field({
      type: [CallType],
      description: 'Longest first; at most 50.',
      resolve: ({ waiting }) => waiting,
    }),
    mine: t.field({ type: CallType, nullable: true, resolve: ({ mine }) => mine ?? null }),
  }),
})

builder.queryField('hotlineDesk', (t) =>
  t.field({
    type: DeskType,
    authScopes: { may: 'hotline:read' },
    description: 'Calls that wait, and the one the agent has.',
    resolve: (_root, _args, { platform, viewer }) => readDesk(platform, viewer),
  }),
)

const id = { required: true } as const

const WorkResult = builder.unionType('HotlineWorkResult', {
  types: [CardType, CardRefusedType, StaleDecisionType, RefusedType],
  resolveType(outcome) {
    if (outcome instanceof DeskRefusal) return RefusedType
    if (outcome instanceof StaleDecision) return StaleDecisionType
    return 'reason' in outcome ? CardRefusedType : CardType
  },
})
const workShape = (outcome: Awaited<ReturnType<typeof workForCaller>>): CardShape | DeskRefusal =>
  outcome instanceof DeskRefusal ? outcome : shapeOf(outcome)

builder.mutationFields((t) => ({
  takeHotlineCall: t.field({
    type: CallResult,
    authScopes: { may: 'hotline:answer' },
    description: 'Of two agents who ask at once one gets it; nobody has two.',
    args: { id: t.arg.id(id) },
    resolve: (_root, { id: callId }, { platform, viewer, origin }) => takeCall(platform, viewer, origin, callId),
  }),
  checkHotlineCaller: t.field({
    type: CallResult,
    authScopes: { may: 'hotline:answer' },
    description: 'Holds what the caller said against the register; every check goes into the trail.',
    args: {
      id: t.arg.id(id),
      idNumber: t.arg.string({ description: 'With the card number, where `detailsNeeded`.' }),
      cardNumber: t.arg.string(),
      name: t.arg.string({ required: true }),
      employer: t.arg.string({ description: 'Any that insured the holder; needed to withdraw a report of loss.' }),
    },
    resolve: (_root, said, { platform, viewer, origin }) => checkCaller(platform, viewer, origin, said),
  }),
  workForHotlineCaller: t.field({
    type: WorkResult,
    authScopes: { may: 'hotline:work' },
    description: 'At the card of a caller who was checked.',
    args: {
      id: t.arg.id(id),
      deed: t.arg({ type: builder.enumType('HotlineDeed', { values: phoneDeeds }), required: true }),
      decidedOn: t.arg(decidedOn),
    },
    resolve: async (_root, deed, { platform, viewer, origin }) =>
      workShape(await workForCaller(platform, viewer, origin, deed)),
  }),
  endHotlineCall: t.field({
    type: CallResult,
    authScopes: { may: 'hotline:answer' },
    description: 'The recording and what was keyed in are deleted with it.',
    args: {
      id: t.arg.id(id),
      outcome: t.arg({
        type: builder.enumType('HotlineWrapUp', {
          description: 'How an agent ends a call. QUESTION_TAKEN, CALL_BACK: with a question written down in it.',
          values: wrapUps,
        }),
        required: true,
      }),
      note: t.arg.string({ description: 'Without numbers of people; needed, but where nobody was identified.' }),
    },
    resolve: (_root, end, { platform, viewer, origin }) => endCall(platform, viewer, origin, end),
  }),
}))

import { accountKinds } from '../access/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import type { CaseHappening } from '../case/case-event.repository.ts'
import type { StaleDecision } from '../case/case-mark.ts'
import { builder } from './builder.ts'

const ActorKindEnum = builder.enumType('CaseActorKind', {
  description: 'SYSTEM: a job of the office.',
  values: [...accountKinds, 'SYSTEM'] as const,
})

/** Names of the office’s people are for the office; an employer reads those of its own clerks, a body those of its own people. */
function mayReadName(viewer: Viewer | undefined, { actorKind, bodyId }: CaseHappening): boolean {
  if (viewer?.kind === 'PARTNER' && actorKind === 'PARTNER') return viewer.partnerId === bodyId
  return viewer?.kind === 'STAFF' || viewer?.kind === actorKind
}

/** Its event is added in `case-events.ts`, which knows every lifecycle. */
export const CaseHappeningType = builder.objectRef<CaseHappening>('CaseHappening').implement({
  description: 'One step that was taken of a case.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    actor: t.field({
      type: ActorKindEnum,
      resolve: ({ actorKind }) => accountKinds.find((kind) => kind === actorKind) ?? 'SYSTEM',
    }),
    actorName: t.string({
      nullable: true,
      description: 'Of staff for staff alone.',
      resolve: (happening, _args, { viewer }) => (mayReadName(viewer, happening) ? happening.actorName : null),
    }),
    bodyName: t.exposeString('bodyName', {
      nullable: true,
      description: 'The bank, hospital, department or court whose step it was.',
    }),
    mine: t.boolean({
      description: 'The asker did it, in another window.',
      resolve: ({ accountId }, _args, { viewer }) => accountId !== null && accountId === viewer?.accountId,
    }),
  }),
})

/** One of the answers of every decision about a case. */
export const StaleDecisionType = builder.objectRef<StaleDecision>('StaleDecision').implement({
  description:
    'The case is no longer what the decision was made on, and nothing was changed: what happened meanwhile, and by whom.',
  fields: (t) => ({
    mark: t.expose('mark', { type: 'CaseMark', description: 'As it stands now.' }),
    happened: t.field({ type: [CaseHappeningType], resolve: ({ happened }) => [...happened] }),
  }),
})

/** The argument of every decision. */
export const decidedOn = {
  type: 'CaseMark',
  required: true,
  description: 'The mark of the case as it was shown; another one is answered with StaleDecision.',
} as const

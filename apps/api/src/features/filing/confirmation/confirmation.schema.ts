import { fen } from '@shebao/kernel'
import { keysetPage } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { DeclarationType } from '../declaration/index.ts'
import './annual-list.ts'
import type { Ours } from './asked-list.ts'
import { amountFields } from './confirmation-codes.ts'
import { ConfirmationStateEnum, ConfirmationWayEnum, DisagreementType } from './confirmation-type.ts'
import type { ShownDisagreement } from './confirmation-type.ts'
import type { Disagreement } from './said.ts'
import { countConfirmations, readConfirmations } from './read-confirmations.ts'
import type { ConfirmationCounts, ConfirmationView } from './read-confirmations.ts'

function besideOurs(ours: Ours, said: Disagreement): ShownDisagreement {
  const value = ours[said.field]
  if (typeof value === 'string') return { ...said, ours: { text: value } }
  if (value === undefined) return { ...said, ours: {} }
  return { ...said, ours: amountFields.has(said.field) ? { amount: fen(value) } : { months: value } }
}

const ConfirmationType = builder.objectRef<ConfirmationView>('EmployeeConfirmation').implement({
  personal: shown('READ_CONFIRMATIONS', ({ declarationId }) => declarationId, 'Declaration'),
  description: 'How one person of the open list stands: whether they were asked, and what they said of their own row.',
  fields: (t) => ({
    id: t.id({ resolve: ({ declarationId, rowNo }) => `${declarationId}:${rowNo}` }),
    rowNo: t.exposeInt('rowNo'),
    askingId: t.id({
      nullable: true,
      description: 'The last asking: what a settlement names.',
      resolve: ({ askingId }) => askingId,
    }),
    name: t.string({ resolve: ({ name }) => name }),
    idMasked: t.exposeString('idMasked'),
    state: t.field({ type: ConfirmationStateEnum, resolve: ({ state }) => state }),
    way: t.field({ type: ConfirmationWayEnum, nullable: true, resolve: ({ way }) => way }),
    askedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ askedAt }) => askedAt }),
    expiresAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ expiresAt }) => expiresAt }),
    answeredAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ answeredAt }) => answeredAt }),
    signer: t.string({
      nullable: true,
      description: 'The name they signed with.',
      resolve: ({ said }) => said.signer ?? null,
    }),
    signatureId: t.id({
      nullable: true,
      description: 'The signature they drew: GET /attachments/<id>, image/png.',
      resolve: ({ said }) => said.signature ?? null,
    }),
    disagreements: t.field({
      type: [DisagreementType],
      description: 'What they say is different, each field once.',
      resolve: ({ ours, said }) => (said.disagreements ?? []).map((one) => besideOurs(ours, one)),
    }),
  }),
})

export const CountsType = builder.objectRef<ConfirmationCounts>('ConfirmationCounts').implement({
  description: 'How many people of the open list stand in each state.',
  fields: (t) => ({
    notAsked: t.int({ resolve: ({ NOT_ASKED }) => NOT_ASKED }),
    waiting: t.int({ resolve: ({ WAITING }) => WAITING }),
    confirmed: t.int({ resolve: ({ CONFIRMED }) => CONFIRMED }),
    disagreed: t.int({ resolve: ({ DISAGREED }) => DISAGREED }),
    changed: t.int({ resolve: ({ CHANGED }) => CHANGED }),
    expired: t.int({ resolve: ({ EXPIRED }) => EXPIRED }),
    unreached: t.int({ resolve: ({ UNREACHED }) => UNREACHED }),
  }),
})

const own = { authScopes: { may: 'confirmation:read' }, unauthorizedError: () => notFound('declaration') } as const

/** Gives a kind of declaration the people of its open list. */
export const addConfirmations = (declarationType: typeof DeclarationType) =>
  builder.objectFields(declarationType, (t) => ({
    confirmations: t.connection({
      ...own,
      type: ConfirmationType,
      description:
        'The people of the open list in row order, with what each said of their own row. For the employer alone.',
      args: { state: t.arg({ type: ConfirmationStateEnum, description: 'All where it is not given.' }) },
      resolve: async (declaration, args, { platform, viewer }) => {
        requireMay(viewer, 'confirmation:read', declaration, 'declaration')
        return keysetPage(await readConfirmations(platform, declaration, args), args, ({ rowNo }) => [rowNo])
      },
    }),
    confirmationCounts: t.field({
      ...own,
      type: CountsType,
      complexity: 50,
      description: 'How far the asking has come. For the employer alone.',
      resolve: (declaration, _args, { platform, viewer }) => {
        requireMay(viewer, 'confirmation:read', declaration, 'declaration')
        return countConfirmations(platform, declaration)
      },
    }),
  }))

addConfirmations(DeclarationType)

import { maskName } from '@shebao/identifiers'
import { keysetPage } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { askedListOf } from './asked-list.ts'
import { DeclarationType } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { ConfirmationStateEnum, ConfirmationWayEnum, DisputedFieldEnum } from './confirmation-type.ts'
import { CountsType } from './confirmation.schema.ts'
import { countConfirmations, readConfirmations } from './read-confirmations.ts'
import type { ConfirmationCounts, ConfirmationView } from './read-confirmations.ts'

interface ConfirmedSignatures {
  declaration: DeclarationRow
  counts: ConfirmationCounts
}

const PersonType = builder.objectRef<ConfirmationView>('SignatureOfPerson').implement({
  personal: shown('READ_CONFIRMATIONS', ({ declarationId }) => declarationId, 'Declaration'),
  description: 'How one row of a list that was handed in came by its signature; the person is masked.',
  fields: (t) => ({
    rowNo: t.exposeInt('rowNo'),
    name: t.string({ resolve: ({ name }) => maskName(name) }),
    idMasked: t.exposeString('idMasked'),
    state: t.field({ type: ConfirmationStateEnum, resolve: ({ state }) => state }),
    counts: t.boolean({
      description: 'The person confirmed what the row says: it counts as their signature (M20 art. 5).',
      resolve: ({ state }) => state === 'CONFIRMED',
    }),
    way: t.field({ type: ConfirmationWayEnum, nullable: true, resolve: ({ way }) => way }),
    answeredAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ answeredAt }) => answeredAt }),
    signatureId: t.id({
      nullable: true,
      description: 'The signature they drew: GET /attachments/<id>, image/png.',
      resolve: ({ said }) => said.signature ?? null,
    }),
    disputed: t.field({
      type: [DisputedFieldEnum],
      description: 'What they said is different, and what nobody settled.',
      resolve: ({ said }) => (said.disagreements ?? []).map(({ field }) => field),
    }),
  }),
})

const SignaturesType = builder.objectRef<ConfirmedSignatures>('ConfirmedSignatures').implement({
  description: 'What employees said of their own rows on their phones, for the review of a list that was handed in.',
  fields: (t) => ({
    signedList: t.boolean({
      description: 'The employer states the signatures of the whole list besides.',
      resolve: ({ declaration }) => declaration.signedList,
    }),
    counts: t.field({ type: CountsType, resolve: ({ counts }) => counts }),
    people: t.connection({
      type: PersonType,
      description: 'In row order.',
      args: { state: t.arg({ type: ConfirmationStateEnum, description: 'All where it is not given.' }) },
      resolve: async ({ declaration }, args, { platform }) =>
        keysetPage(await readConfirmations(platform, declaration, args), args, ({ rowNo }) => [rowNo]),
    }),
  }),
})

/** Gives a kind of declaration, once it was handed in, who signed their own row. */
export const addSignatures = (declarationType: typeof DeclarationType) =>
  builder.objectField(declarationType, 'confirmedSignatures', (t) =>
    t.field({
      type: SignaturesType,
      nullable: true,
      complexity: 50,
      authScopes: { may: 'declaration:read' },
      unauthorizedError: () => notFound('declaration'),
      description:
        'Who signed their own row on their phone, for the review and the employer. Null where nobody was asked, and while the employer is mending the list.',
      resolve: async (declaration, _args, { platform, viewer }) => {
        requireMay(viewer, 'declaration:read', declaration, 'declaration')
        if (!askedListOf(declaration).editRefusal(declaration)) return null
        const counts = await countConfirmations(platform, declaration)
        const people = Object.values(counts).reduce((sum, one) => sum + one, 0)
        return counts.NOT_ASKED === people ? null : { declaration, counts }
      },
    }),
  )

addSignatures(DeclarationType)

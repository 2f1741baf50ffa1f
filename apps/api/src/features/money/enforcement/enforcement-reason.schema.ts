import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { EvidenceKindEnum } from './evidence/evidence.schema.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementGuard } from './enforcement.lifecycle.ts'
import { replyProblems } from './judge-reply.ts'
import type { ReplyReason } from './reply-body.ts'

const guards = [...new Set(enforcementTable.steps.flatMap(({ guards: of = [] }): readonly EnforcementGuard[] => of))]
const ReasonEnum = builder.enumType('EnforcementRefusalCode', {
  description:
    'WRONG_BODY: the step is another body’s. SAME_PERSON: prepared or found it. NOT_IN_STATE. UNKNOWN_REQUEST, OTHER_CASE, REFERENCE_USED, REQUEST_ENDED, WRONG_CURRENCY, OTHER_ACCOUNT, MONEY_KNOWN: a bank’s answer contradicts our books. The others name what the law asks for and does not hold.',
  values: [...guards, 'WRONG_BODY', 'SAME_PERSON', 'NOT_IN_STATE', ...replyProblems] as const,
})
export const ReasonType = builder.objectRef<ReplyReason>('EnforcementReason').implement({
  fields: (t) => ({
    code: t.expose('code', { type: ReasonEnum }),
    law: t.exposeString('law', { description: 'The article.' }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: 'From when it would hold, or until when it would have.',
      resolve: ({ day }) => day ?? null,
    }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'What it is held against.',
      resolve: ({ amount }) => (amount === undefined ? null : fen(amount)),
    }),
    missing: t.field({
      type: [EvidenceKindEnum],
      description: 'Of EVIDENCE_HANDED_IN: what is not there.',
      resolve: ({ missing }) => [...(missing ?? [])],
    }),
  }),
})

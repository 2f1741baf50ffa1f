import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import { keysetPage } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { DeclarationType } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { DRAFT_VERSION } from '../personnel/index.ts'
import {
  ChangeCountsType,
  ChangeKindEnum,
  countChanges,
  PeopleConnection,
  personKey,
  readPeople,
  readSettled,
  SettledConnection,
  settledKey,
  sideOf,
} from '../review/index.ts'
import { previewBill } from './preview-bill.ts'
import type { BillPreview } from './preview-bill.ts'

interface BillLine {
  insurance: FiveInsurance
  next: number
  last: number
}
const BillLineType = builder.objectRef<BillLine>('NextBillLine').implement({
  fields: (t) => ({
    insurance: t.exposeString('insurance'),
    next: t.field({ type: 'Fen', resolve: ({ next }) => fen(next) }),
    last: t.field({ type: 'Fen', description: 'In the last bill.', resolve: ({ last }) => fen(last) }),
  }),
})

export const NextBillType = builder.objectRef<BillPreview>('NextBill').implement({
  description: 'What this month costs once the draft is accepted as it is, beside the last bill. Both sides together.',
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ next }) => next.period }),
    people: t.int({ resolve: ({ next }) => next.people }),
    leavers: t.int({
      description: 'Of them, people whose insurance ends with this month: it is still owed.',
      resolve: ({ next }) => next.leavers,
    }),
    total: t.field({ type: 'Fen', resolve: ({ next }) => next.total }),
    noticeNumber: t.string({
      nullable: true,
      description: 'Bill that the month has already: acceptance issues no other for it.',
      resolve: ({ next }) => next.noticeNumber ?? null,
    }),
    lines: t.field({ type: [BillLineType], resolve: linesOf }),
    lastNumber: t.string({ nullable: true, resolve: ({ last }) => last?.number ?? null }),
    lastPeriod: t.string({ nullable: true, resolve: ({ last }) => last?.period ?? null }),
    lastPeople: t.int({ nullable: true, resolve: ({ last }) => last?.people ?? null }),
    lastTotal: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Without late fees.',
      resolve: ({ last }) => (last ? fen(Number(last.employerTotal + last.personalTotal)) : null),
    }),
  }),
})

function linesOf({ next, last }: BillPreview): BillLine[] {
  return FIVE_INSURANCES.flatMap((insurance) => {
    const now = next.lines.find((line) => line.insurance === insurance)
    const before = last?.lines.find((line) => line.insurance === insurance)
    if (!now && !before) return []
    return [
      {
        insurance,
        next: now ? now.employer + now.personal : 0,
        last: before ? Number(before.employer + before.personal) : 0,
      },
    ]
  })
}

const CheckType = builder.objectRef<DeclarationRow>('DraftCheck').implement({
  description: 'What a draft would change, for the last look before it is submitted. People are masked.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    changeCounts: t.field({
      type: ChangeCountsType,
      complexity: 100,
      description: 'The list beside the register, in numbers.',
      resolve: async (row, _args, { platform }) => countChanges(platform, await sideOf(platform, row, DRAFT_VERSION)),
    }),
    persons: t.field({
      personal: shown('READ_PERSONNEL', ({ id }) => id, 'Declaration'),
      type: PeopleConnection,
      complexity: 200,
      description: 'People who join, stop or change, what stands out first.',
      args: { kind: t.arg({ type: ChangeKindEnum }), first: t.arg.int(), after: t.arg.string() },
      resolve: async (row, args, { platform }) => {
        const side = await sideOf(platform, row, DRAFT_VERSION)
        return keysetPage(await readPeople(platform, { side }, args), args, personKey)
      },
    }),
    settledDifferences: t.field({
      personal: shown('READ_PERSONNEL', ({ id }) => id, 'Declaration'),
      type: SettledConnection,
      complexity: 100,
      description: 'How each difference between list and roster was settled.',
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: async ({ id }, args, { platform }) =>
        keysetPage(await readSettled(platform, id, args), args, settledKey),
    }),
    nextBill: t.field({
      type: NextBillType,
      nullable: true,
      complexity: 300,
      description: 'Null while the draft is incomplete, and where the office has no parameters to bill by.',
      resolve: async (row, _args, { platform, viewer }) => {
        const asker = requireMay(viewer, 'draft:read', row, 'declaration')
        return (await previewBill(platform, asker, row)) ?? null
      },
    }),
  }),
})

builder.objectField(DeclarationType, 'check', (t) =>
  t.field({
    type: CheckType,
    authScopes: { may: 'draft:read' },
    unauthorizedError: () => notFound('declaration'),
    description: 'Of the draft, for its employer alone.',
    resolve: (row, _args, { viewer }) => {
      requireMay(viewer, 'draft:read', row, 'declaration')
      return row
    },
  }),
)

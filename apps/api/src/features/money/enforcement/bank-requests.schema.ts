import { fen, oneOf } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { may } from '../../../access/permissions.ts'
import { markOf } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { listReplies, replyOutcomes, requestKinds } from './bank-request.repository.ts'
import type { BankReplyRow } from './bank-request.repository.ts'
import { enforcementCase } from './enforcement-case.ts'
import { ReasonType } from './enforcement-reason.schema.ts'
import { EnforcementCaseType } from './enforcement-type.schema.ts'
import { accountOfRequest, readBankRequests, readRefusedReplies } from './read-bank-requests.ts'
import type { BankRequestView } from './read-bank-requests.ts'
import { readBody } from './reply-body.ts'
import { readReasons } from './read-reasons.ts'

const KindEnum = builder.enumType('BankRequestKind', {
  description: 'INQUIRY: which accounts a unit has. ALLOCATION: money is to be drawn on one.',
  values: requestKinds,
})

const RequestType = builder.objectRef<BankRequestView>('BankRequest').implement({
  description: 'What a bank is asked under SIL 63 and has not answered in full.',
  fields: (t) => ({
    id: t.id({ resolve: ({ request }) => request.id }),
    kind: t.field({ type: KindEnum, resolve: ({ request }) => oneOf(requestKinds, request.kind, 'request') }),
    number: t.string({ description: 'Of the letter or notice.', resolve: ({ request }) => request.number }),
    receivedAt: t.field({ type: 'DateTime', resolve: ({ request }) => request.createdAt }),
    caseId: t.id({ resolve: ({ row }) => row.id }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with the answer (`takeEnforcementStep`).',
      resolve: ({ row }, _args, { platform }) => markOf(platform, enforcementCase, row),
    }),
    unitName: t.string({ resolve: ({ row }) => row.employerName }),
    creditCode: t.string({ resolve: ({ row }) => row.creditCode }),
    path: t.string({
      description: 'Of the PDF; `&lang=en` prints it in English.',
      resolve: ({ request }) => `/documents/enforcement-paper.pdf?paper=${request.paperId}`,
    }),
    account: t.string({
      nullable: true,
      description: 'Of an allocation: the bank’s own account that is drawn on.',
      resolve: (view, _args, { platform }) => accountOfRequest(platform, view),
    }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Of an allocation: the most that may still be drawn.',
      resolve: ({ request, row }) => (request.kind === 'ALLOCATION' ? fen(row.standing.bankNotice?.amount ?? 0) : null),
    }),
    drawn: t.field({
      type: 'Fen',
      description: 'Drawn so far.',
      resolve: ({ row }) => fen(row.standing.allocation?.amount ?? 0),
    }),
    named: t.stringList({
      description: 'Accounts that the bank has named so far, masked.',
      resolve: ({ request, row }) =>
        (row.standing.query?.replies ?? []).flatMap(({ bankId, accountMasked }) =>
          bankId === request.partnerId && accountMasked ? [accountMasked] : [],
        ),
    }),
  }),
})

const ReplyType = builder.objectRef<BankReplyRow>('BankReply').implement({
  description: 'What a bank answered through its interface: taken, or refused with the article.',
  fields: (t) => ({
    id: t.exposeID('id'),
    caseId: t.id({ nullable: true, description: 'Null: of no request of ours.', resolve: ({ caseId }) => caseId }),
    kind: t.field({ type: KindEnum, resolve: ({ body }) => readBody(body).kind }),
    outcome: t.field({
      type: builder.enumType('BankReplyOutcome', { values: replyOutcomes }),
      resolve: ({ outcome }) => oneOf(replyOutcomes, outcome, 'reply'),
    }),
    reasons: t.field({ type: [ReasonType], resolve: ({ reasons }) => readReasons(reasons) }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    reference: t.exposeString('reference'),
    request: t.string({
      description: 'The letter or notice, as the bank says it.',
      resolve: ({ body }) => readBody(body).request,
    }),
    caseNumber: t.string({ description: 'As the bank says it.', resolve: ({ body }) => readBody(body).caseNumber }),
    currency: t.string({ resolve: ({ body }) => readBody(body).currency }),
    accountMasked: t.string({ nullable: true, resolve: ({ body }) => readBody(body).accountMasked }),
    amount: t.field({
      type: 'Fen',
      description: 'The balance, or what was drawn.',
      resolve: ({ body }) => fen(readBody(body).amount),
    }),
    day: t.field({
      type: 'Date',
      description: 'Of the balance, or the value date.',
      resolve: ({ body }) => readBody(body).day,
    }),
  }),
})

const Requests = builder.connectionObject({ type: RequestType, name: 'BankRequestConnection' })
const Replies = builder.connectionObject({ type: ReplyType, name: 'BankReplyConnection' })

builder.queryFields((t) => ({
  bankRequests: t.field({
    description: 'Of a bank: inquiries and notices that wait for its answer, oldest first; nobody else’s.',
    type: Requests,
    authScopes: { may: 'enforcement:bank-desk' },
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readBankRequests(platform, viewer, args), args, ({ request }) => [
        request.createdAt.toISOString(),
        request.id,
      ]),
  }),
  refusedBankReplies: t.field({
    description:
      'Answers through the bank’s interface that contradict our books, newest first. Nothing of them was booked.',
    type: Replies,
    authScopes: { may: 'enforcement:prepare' },
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readRefusedReplies(platform, viewer, args), args, ({ receivedAt, id }) => [
        receivedAt.toISOString(),
        id,
      ]),
  }),
}))

builder.objectField(EnforcementCaseType, 'bankReplies', (t) =>
  t.field({
    type: [ReplyType],
    complexity: 10,
    description: 'For the agency: what came through the bank’s interface, taken or refused; for others nothing.',
    resolve: ({ id }, _args, { platform, viewer }) =>
      may(viewer, 'enforcement:prepare') ? listReplies(platform, id) : [],
  }),
)

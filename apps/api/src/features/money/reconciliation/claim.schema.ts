import { builder } from '../../../graphql/builder.ts'
import { claimReasons } from './suggest-claims.ts'
import type { ClaimSuggestion } from './suggest-claims.ts'

const ReasonEnum = builder.enumType('ClaimReason', {
  description:
    'ACCOUNT: the payer’s account is the employer’s. NAME: the account’s name is. NUMBER: the purpose names it. AMOUNT: an open notice is of just this amount.',
  values: claimReasons,
})

export const ClaimSuggestionType = builder.objectRef<ClaimSuggestion>('ClaimSuggestion').implement({
  description: 'An employer beside who paid.',
  fields: (t) => ({
    employerId: t.id({ resolve: ({ employer }) => employer.id }),
    name: t.string({ resolve: ({ employer }) => employer.name }),
    registrationNo: t.string({ resolve: ({ employer }) => employer.registrationNo }),
    accountName: t.string({
      description: 'Of the employer’s bank account in the register.',
      resolve: ({ employer }) => employer.bankAccountName,
    }),
    accountMasked: t.string({ resolve: ({ employer }) => employer.bankAccountMasked }),
    noticeNumber: t.exposeString('noticeNumber', { nullable: true }),
    reasons: t.expose('reasons', { type: [ReasonEnum], description: 'What speaks for it, the strongest first.' }),
    nameAgrees: t.boolean({ nullable: true, resolve: ({ comparison }) => comparison.nameAgrees }),
    accountAgrees: t.boolean({ nullable: true, resolve: ({ comparison }) => comparison.accountAgrees }),
    samePayer: t.boolean({
      description: 'False: another paid, and a second person confirms.',
      resolve: ({ comparison }) => comparison.samePayer,
    }),
  }),
})

import { ISSUE_CODES, messageOf, VERDICTS } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { builder } from '../../../graphql/builder.ts'

export const VerdictEnum = builder.enumType('Verdict', {
  description: 'COMPLETE and COMPLETE_WITH_WARNINGS may be submitted, INCOMPLETE may not.',
  values: VERDICTS,
})
export const IssueCodeEnum = builder.enumType('IssueCode', { values: ISSUE_CODES })
export const IssueSeverityEnum = builder.enumType('IssueSeverity', {
  description: 'ERROR blocks submitting, WARNING does not.',
  values: ['ERROR', 'WARNING'] as const,
})

const IssueWordsType = builder.objectRef<Issue>('IssueWords').implement({
  description: 'What is wrong and what would be right, in one or two sentences of each language.',
  fields: (t) => ({
    zh: t.string({ resolve: (issue) => messageOf(issue, 'zh-CN') }),
    en: t.string({ resolve: (issue) => messageOf(issue, 'en') }),
  }),
})

export const IssueType = builder.objectRef<Issue>('Issue').implement({
  description: 'What a completeness rule says. A client that runs the rules words it itself; others ask for `words`.',
  fields: (t) => ({
    ruleId: t.exposeString('ruleId'),
    severity: t.field({
      type: IssueSeverityEnum,
      resolve: ({ severity }) => (severity === 'error' ? 'ERROR' : 'WARNING'),
    }),
    path: t.exposeString('path', {
      description: '`unit.bankName`, `personnel[3].idNumber`, `comparison.openDifferences`.',
    }),
    field: t.exposeString('field'),
    row: t.int({
      nullable: true,
      description: 'Row as the spreadsheet numbers it.',
      resolve: ({ row }) => row ?? null,
    }),
    code: t.field({ type: IssueCodeEnum, resolve: ({ code }) => code }),
    params: t.field({
      type: 'JSON',
      description:
        'Values for the wording; a name ending in Fen is an amount in fen. Never an identity number in clear.',
      resolve: ({ params }) => params,
    }),
    words: t.field({ type: IssueWordsType, resolve: (issue) => issue }),
  }),
})

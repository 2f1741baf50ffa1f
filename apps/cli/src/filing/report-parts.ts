import { fieldName, messageOf } from '@shebao/declaration-rules'
import type { Issue, Verdict } from '@shebao/declaration-rules'
import { CHECK_WORDS, VERDICT_WORDS } from '../commands/check-words.ts'
import type { Language } from '../language.ts'
import type { Submission } from './file-inspection.ts'
import { FILE_WORDS } from './file-words.ts'
import { issuesOf } from './office-answers.ts'
import type { SentIssue } from './office-answers.ts'

/** What the rules say, as it was handed in or as the draft stands. */
export interface Judged {
  readonly verdict: Verdict
  readonly issues: readonly Issue[]
}

export function judgedOf(
  draft: { verdict: Verdict; issues: readonly SentIssue[] },
  said: Submission | undefined,
): Judged {
  if (said?.kind === 'INCOMPLETE') return { verdict: 'INCOMPLETE', issues: issuesOf(said.issues) }
  return { verdict: draft.verdict, issues: issuesOf(draft.issues) }
}

/** The verdict, and every issue by its row and field. */
export function verdictLines({ verdict, issues }: Judged, language: Language): string[] {
  const words = CHECK_WORDS[language]
  return [
    `${VERDICT_WORDS[verdict][language]} [${verdict}]`,
    ...issues.map((issue) => {
      const place = issue.row === undefined ? '' : `${words.row(issue.row)}  `
      return `${place}${fieldName(issue.field, language)}  ${words[issue.severity]} [${issue.code}]  ${messageOf(issue, language)}`
    }),
  ]
}

export const verdictAsJson = ({ verdict, issues }: Judged, language: Language) => ({
  verdict,
  issues: issues.map((issue) => ({
    row: issue.row ?? null,
    field: fieldName(issue.field, 'zh-CN'),
    path: issue.field,
    code: issue.code,
    severity: issue.severity,
    message: messageOf(issue, language),
  })),
})

/** The receipt, or that a test went through; nothing where nothing was to be submitted or could be. */
export function receiptLines(submission: Submission | undefined, language: Language): string[] {
  if (submission?.kind !== 'SUBMITTED') return []
  const words = FILE_WORDS[language]
  const { receipt, undone } = submission
  if (undone) return [words.tested(receipt.formNo)]
  const { colon } = CHECK_WORDS[language]
  return [
    words.submitted(receipt.formNo, receipt.version),
    `${words.hash}${colon}${receipt.contentHash}`,
    ...(receipt.verifyCode === null ? [] : [`${words.verify}${colon}${receipt.verifyCode}`]),
  ]
}

export function receiptAsJson(submission: Submission | undefined) {
  const done = submission?.kind === 'SUBMITTED' ? submission : undefined
  return {
    submitted: done !== undefined && !done.undone,
    testMode: done?.undone ?? false,
    receipt: done?.receipt ?? null,
  }
}

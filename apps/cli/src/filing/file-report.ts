import { fieldName, messageOf } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { CHECK_WORDS, VERDICT_WORDS } from '../commands/check-words.ts'
import type { Filing, Prepared, Submission } from './file-inspection.ts'
import type { FileRequest } from './file-request.ts'
import { FILE_WORDS } from './file-words.ts'
import { issuesOf } from './inspection-answers.ts'

export interface FilingReport {
  readonly request: FileRequest
  readonly filing: Filing
  readonly prepared: Prepared
  readonly submission: Submission | undefined
  /** The file of the printed form; NOTHING: there was none to print. */
  readonly printed: string | undefined
}

function issuesIn({ prepared, submission }: FilingReport): readonly Issue[] {
  return issuesOf(submission?.kind === 'INCOMPLETE' ? submission.issues : prepared.checked.issues)
}

export function filingAsJson(report: FilingReport): string {
  const { request, prepared, submission, printed } = report
  const { checked, settled } = prepared
  const submitted = submission?.kind === 'SUBMITTED' ? submission : undefined
  return `${JSON.stringify({
    ok: submission ? submission.kind === 'SUBMITTED' : checked.verdict !== 'INCOMPLETE',
    declarationId: checked.id,
    mark: checked.mark,
    status: checked.status,
    year: checked.year,
    verdict: submission?.kind === 'INCOMPLETE' ? 'INCOMPLETE' : checked.verdict,
    people: checked.people,
    comparison: checked.comparison,
    settled,
    submitted: submitted !== undefined && !submitted.undone,
    testMode: submitted?.undone ?? false,
    receipt: submitted?.receipt ?? null,
    printed: printed === undefined || printed === 'NOTHING' ? null : printed,
    issues: issuesIn(report).map((issue) => ({
      row: issue.row ?? null,
      field: fieldName(issue.field, 'zh-CN'),
      path: issue.field,
      code: issue.code,
      severity: issue.severity,
      message: messageOf(issue, request.language),
    })),
  })}\n`
}

export function filingAsText(report: FilingReport): string {
  const { request, filing, prepared, submission, printed } = report
  const { language } = request
  const [words, checkWords] = [FILE_WORDS[language], CHECK_WORDS[language]]
  const { checked, settled } = prepared
  const verdict = submission?.kind === 'INCOMPLETE' ? 'INCOMPLETE' : checked.verdict
  const lines = [
    ...(filing.changes ? [words.unitSaved(Object.keys(filing.changes).length)] : []),
    ...(filing.people ? [words.uploaded(filing.people.rows.length)] : []),
    ...settled.map(({ kind, count }) => words.resolved(kind, count)),
    words.differences(checked.comparison.open),
    ...checked.comparison.kinds.filter(({ open }) => open > 0).map(({ kind, open }) => `  ${kind}  ${open}`),
    `${VERDICT_WORDS[verdict][language]} [${verdict}]`,
    ...issuesIn(report).map((issue) => {
      const place = issue.row === undefined ? '' : `${checkWords.row(issue.row)}  `
      return `${place}${fieldName(issue.field, language)}  ${checkWords[issue.severity]} [${issue.code}]  ${messageOf(issue, language)}`
    }),
    ...outcomeLines(report),
    ...(printed === undefined ? [] : [printed === 'NOTHING' ? words.nothingToPrint : words.printed(printed)]),
  ]
  return `${lines.join('\n')}\n`
}

function outcomeLines({ request: { language }, submission, printed }: FilingReport): string[] {
  const words = FILE_WORDS[language]
  if (submission?.kind !== 'SUBMITTED') return printed === undefined ? [words.draft] : []
  const { receipt, undone } = submission
  if (undone) return [words.tested(receipt.formNo)]
  const colon = CHECK_WORDS[language].colon
  return [
    words.submitted(receipt.formNo, receipt.version),
    `${words.hash}${colon}${receipt.contentHash}`,
    ...(receipt.verifyCode === null ? [] : [`${words.verify}${colon}${receipt.verifyCode}`]),
  ]
}

import type { Filing, Prepared, Submission } from './file-inspection.ts'
import type { InspectionRequest } from './file-request.ts'
import { FILE_WORDS } from './file-words.ts'
import { judgedOf, receiptAsJson, receiptLines, verdictAsJson, verdictLines } from './report-parts.ts'

export interface FilingReport {
  readonly request: InspectionRequest
  readonly filing: Filing
  readonly prepared: Prepared
  readonly submission: Submission | undefined
  /** The file of the printed form; NOTHING: there was none to print. */
  readonly printed: string | undefined
}

export function filingAsJson({ request, prepared, submission, printed }: FilingReport): string {
  const { checked, settled } = prepared
  const { verdict, issues } = verdictAsJson(judgedOf(checked, submission), request.language)
  return `${JSON.stringify({
    ok: submission ? submission.kind === 'SUBMITTED' : checked.verdict !== 'INCOMPLETE',
    declarationId: checked.id,
    mark: checked.mark,
    status: checked.status,
    year: checked.year,
    verdict,
    people: checked.people,
    comparison: checked.comparison,
    settled,
    ...receiptAsJson(submission),
    printed: printed === undefined || printed === 'NOTHING' ? null : printed,
    issues,
  })}\n`
}

export function filingAsText({ request, filing, prepared, submission, printed }: FilingReport): string {
  const { language } = request
  const words = FILE_WORDS[language]
  const { checked, settled } = prepared
  const receipt = receiptLines(submission, language)
  const lines = [
    ...(filing.changes ? [words.unitSaved(Object.keys(filing.changes).length)] : []),
    ...(filing.people ? [words.uploaded(filing.people.rows.length)] : []),
    ...settled.map(({ kind, count }) => words.resolved(kind, count)),
    words.differences(checked.comparison.open),
    ...checked.comparison.kinds.filter(({ open }) => open > 0).map(({ kind, open }) => `  ${kind}  ${open}`),
    ...verdictLines(judgedOf(checked, submission), language),
    ...receipt,
    ...(receipt.length === 0 && printed === undefined ? [words.draft] : []),
    ...(printed === undefined ? [] : [printed === 'NOTHING' ? words.nothingToPrint : words.printed(printed)]),
  ]
  return `${lines.join('\n')}\n`
}

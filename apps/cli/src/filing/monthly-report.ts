import { fen, formatYuan } from '@shebao/kernel'
import type { Submission } from './file-inspection.ts'
import type { MonthlyRequest } from './file-request.ts'
import { FILE_WORDS } from './file-words.ts'
import type { CheckedMonthly } from './monthly-answers.ts'
import { judgedOf, receiptAsJson, receiptLines, verdictAsJson, verdictLines } from './report-parts.ts'

export interface MonthlyReport {
  readonly request: MonthlyRequest
  /** Of the file that was sent, if one was. */
  readonly uploaded: number | undefined
  readonly checked: CheckedMonthly
  readonly submission: Submission | undefined
  /** The file of the printed form; NOTHING: there was none to print. */
  readonly printed: string | undefined
}

export function monthlyAsJson({ request, checked, submission, printed }: MonthlyReport): string {
  const { verdict, issues } = verdictAsJson(judgedOf(checked.judgement, submission), request.language)
  const { id: declarationId, mark, state, period, filing, dueOn, counts, preview } = checked
  return `${JSON.stringify({
    ok: submission ? submission.kind === 'SUBMITTED' : verdict !== 'INCOMPLETE',
    declarationId,
    mark,
    state,
    period,
    filing,
    dueOn,
    counts,
    verdict,
    preview,
    duties: checked.judgement.duties,
    ...receiptAsJson(submission),
    printed: printed === undefined || printed === 'NOTHING' ? null : printed,
    issues,
  })}\n`
}

const yuan = (amount: number) => formatYuan(fen(amount))

export function monthlyAsText({ request, uploaded, checked, submission, printed }: MonthlyReport): string {
  const { language } = request
  const words = FILE_WORDS[language]
  const { preview, judgement } = checked
  const receipt = receiptLines(submission, language)
  const lines = [
    words.ofMonth(checked.period, checked.filing, checked.dueOn),
    ...(uploaded === undefined ? [] : [words.changesUploaded(uploaded)]),
    words.counted(checked.counts),
    ...verdictLines(judgedOf(judgement, submission), language),
    ...judgement.duties.map(({ people, dueOn }) => words.unemployed(people, dueOn)),
    ...(preview ? costLines(preview, request) : []),
    ...receipt,
    ...(receipt.length === 0 && printed === undefined ? [words.draft] : []),
    ...(printed === undefined ? [] : [printed === 'NOTHING' ? words.nothingToPrint : words.printed(printed)]),
  ]
  return `${lines.join('\n')}\n`
}

function costLines(
  { nextBill: { period, people, total }, differenceBilled, differenceCredited }: NonNullable<CheckedMonthly['preview']>,
  { language }: MonthlyRequest,
): string[] {
  const words = FILE_WORDS[language]
  return [
    words.willCost(period, people, yuan(total)),
    ...(differenceBilled === 0 && differenceCredited === 0
      ? []
      : [words.monthsBilled(yuan(differenceBilled), yuan(differenceCredited))]),
  ]
}

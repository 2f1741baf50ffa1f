import { fieldName, messageOf, ruleSetHash } from '@shebao/declaration-rules'
import type { Issue, PersonnelContext, Verdict } from '@shebao/declaration-rules'
import { needsLooking, officialHeader, wordFileRemark, wordWorkbookKind } from '@shebao/roster'
import type { RosterFile } from '@shebao/roster'
import type { Language } from '../language.ts'
import { CHECK_WORDS, VERDICT_WORDS } from './check-words.ts'

export interface Request {
  readonly path: string
  readonly year: number
  readonly today: string
  readonly json: boolean
  readonly language: Language
  readonly failing: string | undefined
  /** The sheet whose list is meant, where several have one. */
  readonly sheet: string | undefined
  /** Limits and minimum wage of this region; without any the rules that need them stay silent. */
  readonly context: PersonnelContext
}

export interface Answer {
  readonly verdict: Verdict
  readonly file: RosterFile
  readonly issues: readonly Issue[]
}

/** `field` is the standard column word whatever the language; `path` is the name a program knows it by. */
export function asJson({ verdict, file, issues }: Answer, { year, today, language }: Request): string {
  return `${JSON.stringify({
    verdict,
    people: file.rows.length,
    year,
    today,
    ruleSet: ruleSetHash(),
    file: {
      kind: file.workbook.kind,
      encoding: file.workbook.encoding ?? null,
      sheet: file.table.sheetName,
      remarks: file.remarks.map((remark) => ({ code: remark.code, message: wordFileRemark(remark, language) })),
      ignored: file.ignored.map(({ row, reason, text }) => ({ row, reason, text })),
    },
    issues: [
      ...file.remarks.filter(needsLooking).map((remark) => ({
        row: remark.row ?? null,
        field: remark.field === undefined ? null : officialHeader(remark.field, 'zh-CN'),
        path: remark.field ?? null,
        code: remark.code,
        severity: 'warning',
        message: wordFileRemark(remark, language),
      })),
      ...issues.map((issue) => ({
        row: issue.row ?? null,
        field: fieldName(issue.field, 'zh-CN'),
        path: issue.field,
        code: issue.code,
        severity: issue.severity,
        message: messageOf(issue, language),
      })),
    ],
    totals: file.totals.map(({ row, field, stated, computed, ok }) => ({
      row,
      field: fieldName(field, 'zh-CN'),
      path: field,
      stated,
      computed,
      ok,
    })),
  })}\n`
}

/** What the file is and which of its sheets was read. */
function sourceOf({ workbook, table }: RosterFile, language: Language): string {
  const kind = [wordWorkbookKind(workbook.kind, language), workbook.encoding].filter((part) => part !== undefined)
  const sheet = table.sheetName === '' ? [] : [CHECK_WORDS[language].sheet(table.sheetName)]
  return [kind.join(' '), ...sheet].join(language === 'zh-CN' ? '，' : ', ')
}

export function asText(
  { verdict, file, issues }: Answer,
  { language, failing }: Request,
  written: number | undefined,
): string {
  const words = CHECK_WORDS[language]
  const lines = [
    `${VERDICT_WORDS[verdict][language]} [${verdict}]`,
    `${words.people}${words.colon}${file.rows.length}`,
    `${words.read}${words.colon}${sourceOf(file, language)}`,
    ...file.remarks.map((remark) => {
      const grade = needsLooking(remark) ? `${words.warning} [${remark.code}]` : words.note
      return `${grade}  ${wordFileRemark(remark, language)}`
    }),
    ...file.ignored.map(({ row, text }) => words.ignored(row, text)),
    ...issues.map((issue) => {
      const place = issue.row === undefined ? words.list : words.row(issue.row)
      return `${place}  ${fieldName(issue.field, language)}  ${words[issue.severity]} [${issue.code}]  ${messageOf(issue, language)}`
    }),
  ]
  if (failing !== undefined && written !== undefined)
    lines.push(written === 0 ? words.nothing : words.written(failing, written))
  return `${lines.join('\n')}\n`
}

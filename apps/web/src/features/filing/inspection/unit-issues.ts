import { findUnitField, readAnswer } from '@shebao/declaration-rules'
import type { Issue, Language, UnitDraft, UnitSection } from '@shebao/declaration-rules'
import type { FieldErrors } from 'react-hook-form'
import { nameOf, type UnitValues } from './unit-values.ts'

/** An issue as the contract carries it. */
export interface ServerIssue {
  ruleId: string
  severity: 'ERROR' | 'WARNING'
  path: string
  field: string
  row: number | null
  code: Issue['code']
  params: unknown
  /** Where the office words them. */
  words?: Worded | null
}

interface Worded {
  zh: string
  en: string
}

/** The office's issues have its words; those found here are worded where they were found. */
export type WordedIssue = Issue & { words?: Worded }

/** What an issue says. */
export type WordIssue = (issue: WordedIssue, language: Language) => string

export const officeWords: WordIssue = ({ words }, language) => words?.[language === 'zh-CN' ? 'zh' : 'en'] ?? ''

export function fromServer({ severity, row, params, words, ...rest }: ServerIssue): WordedIssue {
  return {
    ...rest,
    severity: severity === 'ERROR' ? 'error' : 'warning',
    params: params as Issue['params'],
    ...(row === null ? {} : { row }),
    ...(words ? { words } : {}),
  }
}

/** What the server last said, and about which answers. */
export interface ServerWord {
  form: UnitDraft
  issues: readonly WordedIssue[]
}

/**
 * What the office said that still stands: about answers which have not been changed since. All there is until the rules are here
 * (`late-judge.ts`).
 */
export function standingIssues(draft: UnitDraft, { form, issues }: ServerWord): WordedIssue[] {
  return issues.filter(
    (issue) =>
      issue.path.startsWith('unit.') &&
      sectionOf(issue) !== 'truth' &&
      same(readAnswer(draft, issue.field), readAnswer(form, issue.field)),
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function sectionOf({ field }: Pick<Issue, 'field'>): UnitSection | undefined {
  return findUnitField(field)?.section
}

/** Names of the fields of a section that are not right yet, in the order of the form. */
export function missingNames(issues: readonly Issue[], section: UnitSection): string[] {
  const names = issues
    .filter((issue) => issue.severity === 'error' && sectionOf(issue) === section)
    .map(({ path }) => nameOf(path))
  return [...new Set(names)]
}

export function toFieldErrors(
  issues: readonly WordedIssue[],
  word: WordIssue,
  language: Language,
): FieldErrors<UnitValues> {
  const errors: Record<string, unknown> = {}
  for (const issue of issues) {
    if (issue.severity !== 'error') continue
    setError(errors, nameOf(issue.path).split('.'), { type: issue.code, message: word(issue, language) })
  }
  return errors as FieldErrors<UnitValues>
}

/** The first issue of a field is the one to begin with. */
function setError(
  errors: Record<string, unknown>,
  keys: readonly string[],
  error: { type: string; message: string },
): void {
  const [key = '', ...rest] = keys
  if (rest.length === 0) {
    errors[key] ??= error
    return
  }
  const inner = { ...(errors[key] as Record<string, unknown> | undefined) }
  setError(inner, rest, error)
  errors[key] = inner
}

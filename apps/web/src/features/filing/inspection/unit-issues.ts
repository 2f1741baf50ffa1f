import { checkUnitForm, findUnitField, messageOf, readAnswer } from '@shebao/declaration-rules'
import type { Issue, Language, UnitContext, UnitDraft, UnitSection } from '@shebao/declaration-rules'
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
}

export function fromServer({ severity, row, params, ...rest }: ServerIssue): Issue {
  return {
    ...rest,
    severity: severity === 'ERROR' ? 'error' : 'warning',
    params: params as Issue['params'],
    ...(row === null ? {} : { row }),
  }
}

/** What the server last said, and about which answers. */
export interface ServerWord {
  form: UnitDraft
  issues: readonly Issue[]
}

/**
 * The rules' word on the form as it stands: the same rules run here at once; what only the server can know (sums over the
 * list) is taken from its last answer, as long as the answer it was about has not been changed.
 */
export function unitIssues(draft: UnitDraft, context: UnitContext, server: ServerWord): Issue[] {
  const own = checkUnitForm(draft, context).filter((issue) => sectionOf(issue) !== 'truth')
  const across = server.issues.filter(
    ({ ruleId, path, field }) =>
      path.startsWith('unit.') &&
      onlyServerKnows(ruleId) &&
      same(readAnswer(draft, field), readAnswer(server.form, field)),
  )
  return [...own, ...across]
}

/** Sums over the list, the office's ledger and its register are not in the browser. */
function onlyServerKnows(ruleId: string): boolean {
  return ruleId.startsWith('cross.') || ruleId === 'unit.arrears.ledger' || ruleId === 'unit.register.differs'
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

export function toFieldErrors(issues: readonly Issue[], language: Language): FieldErrors<UnitValues> {
  const errors: Record<string, unknown> = {}
  for (const issue of issues) {
    if (issue.severity !== 'error') continue
    setError(errors, nameOf(issue.path).split('.'), { type: issue.code, message: messageOf(issue, language) })
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

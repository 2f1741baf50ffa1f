import type { Issue, IssueCode, IssueParams, Severity } from './issue.ts'
import { NO_ISSUES, NO_PARAMS } from './issue.ts'

export type RuleScope = 'personnel' | 'unit' | 'cross' | 'monthly'

/**
 * A rule as the registry knows it. The check itself is an ordinary function beside it that reports the rule;
 * keeping the description apart from the loop is what lets the row check run at the speed of hand-written code.
 */
export interface Rule {
  /** Stable for ever: receipts store issues and the rule-set hash by it. */
  readonly id: string
  readonly scope: RuleScope
  readonly severity: Severity
  readonly code: IssueCode
  /** Fields the rule can name. `participation.*` stands for the five insurances. */
  readonly fields: readonly string[]
  /** What must be known and valid before the rule may speak; unknown input means silence, not a failure. */
  readonly needs: readonly string[]
  /** Law article, standard, or section of the domain specification; [PD] marks a decision of this project. */
  readonly source: string
}

type RuleText = Omit<Rule, 'scope' | 'needs' | 'fields' | 'severity'> & {
  readonly severity?: Severity
  readonly fields: string | readonly string[]
  readonly needs?: readonly string[]
}

/** Names a rule once; `severity` is `error` unless it says otherwise. */
export function defineRule(scope: RuleScope, text: RuleText): Rule {
  return Object.freeze({
    id: text.id,
    scope,
    severity: text.severity ?? 'error',
    code: text.code,
    fields: typeof text.fields === 'string' ? [text.fields] : text.fields,
    needs: text.needs ?? [],
    source: text.source,
  })
}

/** One issue: of a person at `index`, or with no index of a whole record such as `unit`. */
export function issueOf(
  rule: Rule,
  field: string,
  params: IssueParams,
  index?: number,
  row?: number,
  record = 'personnel',
): Issue {
  const path = index === undefined ? `${record}.${field}` : `${record}[${index}].${field}`
  const { id: ruleId, severity, code } = rule
  return row === undefined
    ? { ruleId, severity, path, field, code, params }
    : { ruleId, severity, path, field, row, code, params }
}

/** Gathers issues of one record; allocates nothing until there is one, not even the path. */
export class IssueSink {
  issues: Issue[] | undefined = undefined
  private record = ''
  private index: number | undefined = undefined
  private row: number | undefined = undefined

  /** Starts a new record: `unit`, or `personnel` with its index and, if it came from a sheet, its row. */
  start(record: string, index?: number, row?: number): void {
    this.issues = undefined
    this.record = record
    this.index = index
    this.row = row
  }

  add(rule: Rule, field: string, params: IssueParams = NO_PARAMS): void {
    const issue = issueOf(rule, field, params, this.index, this.row, this.record)
    if (this.issues === undefined) this.issues = [issue]
    else this.issues.push(issue)
  }

  taken(): readonly Issue[] {
    return this.issues ?? NO_ISSUES
  }
}

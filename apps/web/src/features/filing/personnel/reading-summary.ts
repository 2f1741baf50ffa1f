import type { PersonnelChecker, Issue } from '@shebao/declaration-rules'

/** As many of a kind as the page lists; of the rest it says how many there are. */
export const LISTED = 200

/** One thing that must be put right in the file. */
export interface FileError {
  row: number
  issue: Issue
}

/** Some of many, and how many there are. */
export interface Listed<T> {
  first: T[]
  count: number
}

export interface ReadingSummary {
  people: number
  fine: number
  warned: number
  failing: number
  errors: Listed<FileError>
  /** What may be right as it stands: of rows with an error too. */
  hints: Listed<FileError>
  /** People whose number lost its last digits to a cell that is a number. */
  digitsLost: number
}

interface ReadPerson {
  row?: number
  idDigitsLost?: boolean
}

/** What came of the file, counted: a person once, as the worst the rules say of them. */
export function summarise(people: readonly ReadPerson[], checker: Pick<PersonnelChecker, 'issuesOf'>): ReadingSummary {
  const errors: Listed<FileError> = { first: [], count: 0 }
  const hints: Listed<FileError> = { first: [], count: 0 }
  let [failing, warned, digitsLost] = [0, 0, 0]
  for (const [index, { row = 0, idDigitsLost }] of people.entries()) {
    if (idDigitsLost === true) digitsLost += 1
    const issues = checker.issuesOf(index)
    if (issues.length === 0) continue
    for (const issue of issues) list(issue.severity === 'error' ? errors : hints, { row, issue })
    if (issues.some(({ severity }) => severity === 'error')) failing += 1
    else warned += 1
  }
  return { people: people.length, fine: people.length - failing - warned, warned, failing, errors, hints, digitsLost }
}

function list<T>(listed: Listed<T>, one: T): void {
  listed.count += 1
  if (listed.first.length < LISTED) listed.first.push(one)
}

export function listSome<T>(all: readonly T[]): Listed<T> {
  return { first: all.slice(0, LISTED), count: all.length }
}

import {
  ANNUAL_STATES,
  PersonnelChecker,
  completing,
  figuresOf,
  identityKeyOf,
  stepOfIssue,
  stepsOf,
  verdictOf,
} from '@shebao/declaration-rules'
import type {
  AnnualState,
  CompleteDeclaration,
  Completion,
  DeclarationContext,
  Issue,
  Step,
  UnitDraft,
  UnitFigures,
  Verdict,
} from '@shebao/declaration-rules'
import { normaliseIdentifier } from '@shebao/identifiers'
import { fen } from '@shebao/kernel'
import { matchKey } from '@shebao/roster'
import { allEnded } from '../../../platform/all-ended.ts'
import { eachInTurns, inTurns } from '../../../platform/in-turns.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sumPaidOfYear } from '../../money/month/index.ts'
import { findArrears } from '../../money/notice/index.ts'
import { findRegisteredEmployer } from '../../register/employer/index.ts'
import type { RegisteredEmployer } from '../../register/employer/index.ts'
import { loadComparison, loadSettledDifferences } from '../comparison/index.ts'
import { withConfirmedSignatures } from '../confirmation/index.ts'
import { loadDraftRows, loadKeysActiveElsewhere, loadPersonnelContext } from '../personnel/index.ts'
import type { NumberedRow } from '../personnel/index.ts'
import { isDraft, openUnitForm } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { loadNoteTasks, openNotesOf } from './note-tasks.ts'
import type { NoteTask } from './note-tasks.ts'
import { findPaidAndNotListed } from './facts.repository.ts'

/** What the shared rules say about a draft, with everything they were given. */
export interface Evaluation {
  verdict: Verdict
  issues: readonly Issue[]
  /** How far the draft has come, worked out from what is in it (domain 4.1). */
  state: AnnualState
  steps: readonly Step[]
  people: number
  figures: UnitFigures
  /** Notes of the last review, and what has been done about each. */
  notes: readonly NoteTask[]
  /** The unit form with the computed answers filled in. */
  unit: UnitDraft
  employer: RegisteredEmployer
}

/** At the moment of submitting: with the complete declaration, if it is one. */
export interface Submission extends Evaluation {
  completion: Completion<CompleteDeclaration>
}

/**
 * Runs every rule over the whole draft, as the client and the terminal do. The truth declaration is asked for at the
 * moment of submitting, so a draft is not told that it lacks it.
 */
export async function evaluateDeclaration(platform: Platform, declaration: DeclarationRow): Promise<Evaluation> {
  return evaluate(platform, declaration, (issue) => stepOfIssue(issue) !== 'truth')
}

/** The same inside the transaction that submits, with every issue. */
export async function evaluateSubmission(platform: Platform, signed: DeclarationRow): Promise<Submission> {
  return evaluate(platform, signed, () => true)
}

async function evaluate(
  platform: Platform,
  declaration: DeclarationRow,
  isAsked: (issue: Issue) => boolean,
): Promise<Submission> {
  const employer = await findRegisteredEmployer(platform, declaration.employerId)
  if (!employer) throw new Error('A declaration without its employer.')
  const rows = await withConfirmedSignatures(platform, declaration, await loadDraftRows(platform, declaration.id))
  const { checker, comparison, context } = await judgePeople(platform, declaration, employer, rows)
  const figures = figuresOf(checker.totals)
  const { draft } = openUnitForm(platform.vault, declaration)
  const unit = {
    ...withComputed(draft, figures, await sumPaidOfYear(platform, employer.row.id, declaration.year - 1)),
    ...registered(employer),
  }
  const notes = await loadNoteTasks(platform, declaration, { unit, rows })
  const completion = await inTurns(completing(unit, checker, comparison, { ...context, openNotes: openNotesOf(notes) }))
  const issues = completion.issues.filter(isAsked)
  const verdict = verdictOf(issues)
  const state = stateOf(declaration, { verdict, issues, people: rows.length, comparison })
  return {
    verdict,
    issues,
    state,
    figures,
    notes,
    unit,
    employer,
    completion,
    people: rows.length,
    steps: stepsOf({ state, people: rows.length, issues }).filter(({ id }) => id !== 'truth'),
  }
}

/** Everybody by the rules of a row, and what the rules of the whole list need to know. */
async function judgePeople(
  platform: Platform,
  declaration: DeclarationRow,
  employer: RegisteredEmployer,
  rows: readonly NumberedRow[],
) {
  const elsewhere = new Set<string>()
  const personnel = {
    ...(await loadPersonnelContext(platform, declaration)),
    signedList: declaration.signedList,
    isActiveElsewhere: (identityKey: string) => elsewhere.has(identityKey),
  }
  const checker = new PersonnelChecker(personnel)
  // The database answers while the people are judged here. Whom another unit has as well are few: they are judged once more.
  const [facts] = await allEnded([
    loadFacts(platform, declaration, employer, rows),
    eachInTurns(rows, (row) => checker.append(row)),
  ])
  for (const identityKey of facts.elsewhere) elsewhere.add(identityKey)
  if (elsewhere.size > 0)
    await eachInTurns(rows.entries(), ([index, row]) => {
      if (elsewhere.has(matchKey(row.draft) ?? '')) checker.set(index, row)
    })
  const context: DeclarationContext = { ...personnel, ...facts.context }
  return { checker, comparison: facts.comparison, context }
}

async function loadFacts(
  platform: Platform,
  declaration: DeclarationRow,
  { row: register }: RegisteredEmployer,
  rows: readonly NumberedRow[],
) {
  return {
    elsewhere: await loadKeysActiveElsewhere(platform, declaration.id, rows),
    comparison: await loadComparison(platform, declaration.id),
    context: {
      register: registered({ row: register }),
      paidLastDecember: await loadPaidAndMissing(platform, declaration.id),
      ledgerArrears: await findArrears(platform, declaration.employerId, platform.clock.today()),
    },
  }
}

/** People paid for last December who are neither in the list nor stopped by a settled difference. */
async function loadPaidAndMissing(platform: Platform, declarationId: string) {
  const missing = await findPaidAndNotListed(platform, declarationId)
  if (missing.length === 0) return []
  const settled = await loadSettledDifferences(platform, declarationId)
  const stopped = new Set(
    settled.filter(({ resolution }) => resolution === 'STOP').map(({ enrolmentId }) => enrolmentId),
  )
  return missing
    .filter(({ enrolmentId }) => !stopped.has(enrolmentId))
    .map(({ idType, personal }) => {
      const { name, idNumber } = platform.vault.open<{ name: string; idNumber: string }>(personal)
      return { name, identityKey: identityKeyOf(idType, normaliseIdentifier(idNumber)) }
    })
}

/** Nobody types them, so a draft has them as the register has them now, whatever they were when it was opened (domain 4.2). */
const registered = ({ row }: Pick<RegisteredEmployer, 'row'>) => ({
  unitName: row.name,
  unitCode: row.registrationNo,
  creditCode: row.creditCode,
})

/** Averages are never typed: they follow from the list (domain 4.2, computed). Nor is what the ledger holds. */
function withComputed(
  draft: UnitDraft,
  { averageMonthlyWageLastYear, averageBaseThisYear }: UnitFigures,
  paidLastYearByLedger: UnitDraft['paidLastYearByLedger'],
): UnitDraft {
  const { averageMonthlyWageLastYear: _wage, averageBaseThisYear: _base, ...typed } = draft
  return {
    ...typed,
    paidLastYearByLedger,
    ...(averageMonthlyWageLastYear === undefined
      ? {}
      : { averageMonthlyWageLastYear: fen(averageMonthlyWageLastYear) }),
    ...(averageBaseThisYear === undefined ? {} : { averageBaseThisYear: fen(averageBaseThisYear) }),
  }
}

interface DraftFacts {
  verdict: Verdict
  issues: readonly Issue[]
  people: number
  comparison: { downloadedRosterVersion?: string; currentRosterVersion: string; openDifferences?: number }
}

/** The furthest state whose conditions hold; a submitted declaration is where its last action left it. */
export function stateOf(declaration: Pick<DeclarationRow, 'status'>, facts: DraftFacts): AnnualState {
  if (!isDraft(declaration.status)) return ANNUAL_STATES.find((state) => state === declaration.status) ?? 'CLOSED'
  const { comparison, people, verdict } = facts
  if (verdict !== 'INCOMPLETE') return 'READY'
  const downloaded = comparison.downloadedRosterVersion === comparison.currentRosterVersion
  if (people > 0 && downloaded) return comparison.openDifferences === 0 ? 'COMPARED' : 'ROSTER_DOWNLOADED'
  if (people > 0) return 'PERSONNEL_OPEN'
  const unitErrors = facts.issues.some(({ path, severity }) => severity === 'error' && path.startsWith('unit.'))
  return unitErrors ? 'NOT_STARTED' : 'UNIT_DONE'
}

import { readIssues, stepsOf, verdictOf } from '@shebao/declaration-rules'
import type { AnnualState, Issue, Step, UnitDraft, UnitFigures, Verdict } from '@shebao/declaration-rules'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findLastEntry } from '../../money/ledger/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { countOpenDifferences, findLastSettled } from '../comparison/index.ts'
import { annualState, findLastAnswer, findVersion, isDraft, openUnitForm } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { evaluateDeclaration } from './evaluate-declaration.ts'
import type { NoteState } from './note-tasks.ts'

/** What a screen shows of a declaration: for a draft the rules' word now, for a submitted one what was stored with it. */
export interface DeclarationView {
  state: AnnualState
  verdict: Verdict
  issues: readonly Issue[]
  steps: readonly Step[]
  people: number
  /** Sums of the list, offered to the form; only for a draft. */
  figures: UnitFigures | undefined
  /** The notes that stand, and what has been done about each; only for a draft. */
  notes: readonly NoteStanding[]
  unit: UnitDraft
}

/** Of a note, without its words. */
export interface NoteStanding {
  id: string
  state: NoteState
  row: number | undefined
}

type Judged = Omit<DeclarationView, 'unit'> & { computed: UnitDraft }

/** The rules' word on recent drafts, so that walking between the pages of one draft does not check 10,000 people each time. */
const judged = new Map<string, { key: string; view: Promise<Judged> }>()
const mostJudged = 100

/** To whoever may not read drafts, a declaration that is being mended is what was last submitted. */
export async function declarationInFull(
  platform: Platform,
  viewer: Viewer | undefined,
  declaration: DeclarationRow,
): Promise<DeclarationView> {
  if (!isDraft(declaration.status) || !may(viewer, 'draft:read', declaration))
    return submittedView(platform, declaration)
  const employer = await findEmployer(platform, declaration.employerId)
  const open = await countOpenDifferences(platform, declaration.id)
  const key = [
    declaration.status,
    declaration.unitRevision,
    declaration.personnelRevision,
    declaration.signedList,
    declaration.downloadedRosterVersion,
    declaration.comparedRevision,
    declaration.comparedRosterVersion,
    employer?.rosterVersion,
    employer?.name,
    open,
    await findLastEntry(platform, declaration.employerId),
    platform.clock.today(),
    ...(declaration.version > 0 ? await noteMarks(platform, declaration.id) : []),
  ].join('|')
  const known = judged.get(declaration.id)
  const view = known?.key === key ? known.view : judge(platform, declaration)
  judged.delete(declaration.id)
  judged.set(declaration.id, { key, view })
  if (judged.size > mostJudged) judged.delete(judged.keys().next().value ?? '')
  view.catch(() => judged.delete(declaration.id))
  const { computed, ...rest } = await view
  return { ...rest, unit: { ...openUnitForm(platform.vault, declaration).draft, ...computed } }
}

/** What the state of notes follows from besides the draft. */
async function noteMarks(platform: Platform, declarationId: string) {
  return [await findLastAnswer(platform, declarationId), await findLastSettled(platform, declarationId)]
}

/** Keeps neither names nor numbers: only what was counted and computed. */
async function judge(platform: Platform, declaration: DeclarationRow): Promise<Judged> {
  const { state, verdict, issues, steps, people, figures, unit, notes } = await evaluateDeclaration(
    platform,
    declaration,
  )
  const { averageMonthlyWageLastYear, averageBaseThisYear, paidLastYearByLedger, unitName, unitCode, creditCode } = unit
  return {
    state,
    verdict,
    issues,
    steps,
    people,
    figures,
    notes: notes.map(({ note: { id }, ...done }) => ({ id, state: done.state, row: done.row })),
    computed: {
      unitName,
      unitCode,
      creditCode,
      ...(paidLastYearByLedger === undefined ? {} : { paidLastYearByLedger }),
      ...(averageMonthlyWageLastYear === undefined ? {} : { averageMonthlyWageLastYear }),
      ...(averageBaseThisYear === undefined ? {} : { averageBaseThisYear }),
    },
  }
}

async function submittedView(platform: Platform, declaration: DeclarationRow): Promise<DeclarationView> {
  const version = await findVersion(platform, declaration.id, declaration.version)
  if (!version) throw new Error('A submitted declaration without its version.')
  const state = annualState(declaration.status)
  const issues = readIssues(version.warnings)
  return {
    state,
    issues,
    verdict: verdictOf(issues),
    people: version.people,
    figures: undefined,
    notes: [],
    steps: stepsOf({ state, people: version.people, issues }).filter(({ id }) => id !== 'truth'),
    unit: openUnitForm(platform.vault, version).draft,
  }
}

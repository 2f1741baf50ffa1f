import { listAnswers, readIssues } from '@shebao/declaration-rules'
import type { Issue, UnitDraft } from '@shebao/declaration-rules'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { civilDateAt } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { actionsOf, annualState, findDeclaration, isOverdue, openUnitForm } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { findRegisteredEmployer } from '../../register/employer/index.ts'
import type { RegisteredEmployer } from '../../register/employer/index.ts'
import { loadInspectionPolicy } from '../personnel/index.ts'
import { compareUnitForm, maskAnswer, registeredAnswers, sameAnswer } from './compare-unit-form.ts'
import type { ComparedField } from './compare-unit-form.ts'
import type { Side } from './personnel-differences.repository.ts'
import { countListChanges, listEventRows, listVersionRows, sumRegister } from './review.repository.ts'
import type { EventRow, ListChange, VersionRow } from './review.repository.ts'

/** A submitted version as staff look at it. */
export interface Review {
  declaration: DeclarationRow
  version: VersionRow
  employer: RegisteredEmployer
  side: Side
  warnings: readonly Issue[]
  late: boolean
  events: readonly EventRow[]
  /** What the table of states lets this person try now. */
  actions: readonly string[]
  startedBy: EventRow | undefined
  recommendedBy: EventRow | undefined
  /** This person already took one of the two steps, so another must take the other. */
  secondPersonNeeded: boolean
}

/** A declaration that was never submitted is its employer's own business and behaves as absent. */
export async function loadReview(
  platform: Platform,
  asker: Viewer | undefined,
  declarationId: string,
): Promise<Review> {
  const viewer = requireMay(asker, 'review:read')
  const declaration = await findDeclaration(platform, requireUuid(declarationId, 'declaration'))
  if (!declaration || declaration.version === 0) throw notFound('declaration')
  const versions = await listVersionRows(platform, declaration.id)
  const [version, first] = [versions[0], versions.at(-1)]
  const employer = await findRegisteredEmployer(platform, declaration.employerId)
  if (!version || !first || !employer) throw notFound('declaration')
  const events = await listEventRows(platform, declaration.id)
  const last = (action: string) =>
    events.findLast((event) => event.action === action && event.version === version.version)
  const [startedBy, recommendedBy] = [last('START_REVIEW'), last('RECOMMEND')]
  return {
    declaration,
    version,
    employer,
    events,
    startedBy,
    recommendedBy,
    side: await sideOf(platform, declaration),
    warnings: readIssues(version.warnings),
    late: isOverdue(declaration.dueOn, civilDateAt(first.submittedAt), platform.clock.today()),
    actions: actionsOf(viewer, annualState(declaration.status)),
    secondPersonNeeded: [startedBy, recommendedBy].some((event) => event?.actorId === viewer.accountId),
  }
}

/** The list of a version, or of the draft as version 0, beside the register. */
export async function sideOf(
  platform: Platform,
  declaration: DeclarationRow,
  version = declaration.version,
): Promise<Side> {
  const policy = await loadInspectionPolicy(platform, declaration)
  return {
    declarationId: declaration.id,
    version,
    employerId: declaration.employerId,
    averageUnit: policy.averageRounding === 'YUAN' ? 100 : 1,
  }
}

export async function compareFields(
  platform: Platform,
  { declaration, version, employer }: Review,
): Promise<ComparedField[]> {
  const figures = await sumRegister(platform, declaration.employerId, declaration.year)
  const { draft } = openUnitForm(platform.vault, version)
  return compareUnitForm(draft, registeredAnswers(employer, declaration.year, figures))
}

export interface FieldChange {
  path: string
  before: unknown
  after: unknown
}

export interface VersionChange {
  version: VersionRow
  /** Against the version before; the first has none. */
  fields: FieldChange[]
  people: ListChange | undefined
}

/** Every version with what it changed, newest first. */
export async function loadVersions(platform: Platform, declarationId: string): Promise<VersionChange[]> {
  const versions = await listVersionRows(platform, declarationId)
  const changes: VersionChange[] = []
  for (const [index, version] of versions.entries()) {
    const before = versions[index + 1]
    changes.push({
      version,
      fields: before
        ? fieldChanges(openUnitForm(platform.vault, before).draft, openUnitForm(platform.vault, version).draft)
        : [],
      people: before ? await countListChanges(platform, declarationId, before.version, version.version) : undefined,
    })
  }
  return changes
}

function fieldChanges(before: UnitDraft, after: UnitDraft): FieldChange[] {
  const [old, now] = [listAnswers(before), listAnswers(after)]
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => !sameAnswer(path, old.get(path), now.get(path)),
  )
  return paths.map((path) => ({
    path,
    before: maskAnswer(path, old.get(path)),
    after: maskAnswer(path, now.get(path)),
  }))
}

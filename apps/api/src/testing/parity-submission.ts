import { figuresOf, findUnitField, listAnswers, PersonnelChecker, verdictOf } from '@shebao/declaration-rules'
import type {
  CheckResult,
  Comparison,
  Declaration,
  DeclarationContext,
  Issue,
  UnitDraft,
} from '@shebao/declaration-rules'
import { FIVE_INSURANCES } from '@shebao/kernel'
import { saveUnitForm } from '../features/filing/inspection/save-unit-form.ts'
import { openUnitForm } from '../features/filing/declaration/unit-form-store.ts'
import { submitDeclaration } from '../features/filing/inspection/submit-declaration.ts'
import { compareRoster } from '../features/filing/comparison/compare-roster.ts'
import { findDifferences } from '../features/filing/comparison/differences.repository.ts'
import { downloadRoster } from '../features/filing/comparison/download-roster.ts'
import { loadComparison } from '../features/filing/comparison/load-comparison.ts'
import { resolveDifferences } from '../features/filing/comparison/resolve-differences.ts'
import { savePersonnel } from '../features/filing/personnel/save-personnel.ts'
import { signPersonnelList } from '../features/filing/personnel/sign-personnel-list.ts'
import { employerViewer } from './ask.ts'
import { declarationNow, openDraft } from './inspection-scenario.ts'
import type { GivenUnit } from './inspection-scenario.ts'
import { givenRegister } from './parity-register.ts'
import type { KnownToOffice, OfficeFacts } from './parity-register.ts'
import type { TestPlatform } from './test-platform.ts'

export interface SubmittedDrawn {
  result: CheckResult
  /** The draft as the API keeps it, and what the office knows, for the rules outside the API. */
  comparison: Comparison
  context: KnownToOffice
}

const origin = 'test'

class Undo extends Error {}

/** Enters, saves and submits through the use cases, in a transaction that is undone: the next draw finds the office empty. */
export async function submitDrawn(
  platform: TestPlatform,
  declaration: Declaration,
  office: OfficeFacts,
): Promise<SubmittedDrawn> {
  let answer: SubmittedDrawn | undefined
  try {
    await platform.database.transaction(async () => {
      answer = await submitNow(platform, declaration, office)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  if (!answer) throw new Error('nothing was submitted')
  return answer
}

async function submitNow(platform: TestPlatform, drawn: Declaration, office: OfficeFacts): Promise<SubmittedDrawn> {
  const { employerId, context } = await givenRegister(platform, drawn, office)
  const unit = { clerk: employerViewer(employerId), employerId, answers: {}, people: [] } satisfies GivenUnit
  const declarationId = await openDraft(platform, unit)
  await enterDraft(platform, unit, { declarationId, drawn, ...office })
  const comparison = await loadComparison(platform, declarationId)
  return {
    result: await submit(platform, unit, declarationId, drawn.unit),
    comparison,
    context,
  }
}

interface Entered extends Pick<OfficeFacts, 'signed' | 'comparison'> {
  declarationId: string
  drawn: Declaration
}

/** What a clerk enters and saves before submitting, in place of whatever the draft had before. */
export async function enterDraft(platform: TestPlatform, unit: GivenUnit, entered: Entered): Promise<void> {
  const { declarationId, drawn, signed, comparison } = entered
  await typeForm(platform, unit, declarationId, drawn.unit)
  const { personnelRevision } = await declarationNow(platform, declarationId)
  await savePersonnel(platform, unit.clerk, {
    declarationId,
    expectedRevision: personnelRevision,
    uploadId: crypto.randomUUID(),
    mode: 'REPLACE',
    part: 1,
    ofParts: 1,
    origin,
    rows: drawn.personnel.map((person, index) => ({ ...person, row: index + 2 })),
  })
  if (signed) await signPersonnelList(platform, unit.clerk, { declarationId, signed: true, origin })
  await bringComparison(platform, unit, declarationId, comparison)
}

/** Types every answer of the drawn form, and takes away what the register filled in and the drawn form lacks. */
async function typeForm(
  platform: TestPlatform,
  { clerk }: GivenUnit,
  declarationId: string,
  unit: UnitDraft,
): Promise<void> {
  const drawn = listAnswers(unit)
  const before = await declarationNow(platform, declarationId)
  const prefilled = listAnswers(openUnitForm(platform.vault, before).draft)
  const typed = [...new Set([...prefilled.keys(), ...drawn.keys()])].filter(isTyped)
  const saved = await saveUnitForm(platform, clerk, {
    declarationId,
    expectedRevision: before.unitRevision,
    changes: Object.fromEntries(typed.map((path) => [path, drawn.get(path) ?? null])),
  })
  if (saved.kind !== 'saved') throw new Error(saved.kind)
}

function isTyped(path: string): boolean {
  const field = findUnitField(path.startsWith('raw.') ? path.slice('raw.'.length) : path)
  return field !== undefined && !field.readOnly && field.section !== 'truth'
}

async function bringComparison(
  platform: TestPlatform,
  { clerk, employerId }: GivenUnit,
  declarationId: string,
  wanted: OfficeFacts['comparison'],
): Promise<void> {
  if (wanted === 'NOT_DOWNLOADED') return
  await downloadRoster(platform, clerk, { declarationId, format: 'csv', language: 'zh-CN', origin })
  if (wanted !== 'NOT_COMPARED') await compareRoster(platform, clerk, { declarationId, origin })
  if (wanted === 'SETTLED' || wanted === 'STALE') {
    const extra = await findDifferences(platform, { declarationId, kind: 'EXTRA_IN_UNIT', state: 'OPEN', limit: 5_000 })
    if (extra.length > 0) {
      await resolveDifferences(platform, clerk, {
        declarationId,
        ids: extra.map(({ id }) => id),
        resolution: 'ADD',
        origin,
      })
    }
  }
  if (wanted === 'STALE') {
    await platform.database.prisma.employer.update({
      where: { id: employerId },
      data: { rosterVersion: { increment: 1 } },
    })
  }
}

async function submit(
  platform: TestPlatform,
  { clerk }: GivenUnit,
  declarationId: string,
  unit: UnitDraft,
): Promise<CheckResult> {
  const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
  const outcome = await submitDeclaration(platform, clerk, {
    declarationId,
    unitRevision,
    personnelRevision,
    truthDeclared: unit.truthDeclared === true,
    signer: unit.signer ?? '',
    origin,
  })
  if (outcome.kind === 'incomplete') return { verdict: verdictOf(outcome.issues), issues: outcome.issues }
  if (outcome.kind !== 'submitted') throw new Error(outcome.kind)
  const issues = outcome.version.warnings as unknown as readonly Issue[]
  expectStored(outcome.version.verdict, verdictOf(issues))
  return { verdict: verdictOf(issues), issues }
}

function expectStored(stored: string, worked: string): void {
  if (stored !== worked) throw new Error(`The receipt says ${stored}, its issues ${worked}.`)
}

/**
 * The drawn declaration as the API can carry it: names and codes come from the register, the two averages from the list,
 * and the signature is dated by the day of submitting.
 * Nobody paid anything last year.
 */
export function asSubmitted(
  { unit, personnel }: Declaration,
  { comparison, context }: SubmittedDrawn,
  rules: DeclarationContext,
): Declaration {
  const figures = figuresOf(new PersonnelChecker(rules, personnel).totals)
  const { averageMonthlyWageLastYear: _wage, averageBaseThisYear: _base, paidLastYearByLedger: _held, ...typed } = unit
  return {
    comparison,
    personnel: personnel.map((person, index) => ({ ...person, row: index + 2 })),
    unit: {
      ...typed,
      ...context.register,
      year: rules.year,
      signedDate: rules.today,
      paidLastYearByLedger: Object.fromEntries(FIVE_INSURANCES.map((insurance) => [insurance, 0])),
      ...(figures.averageMonthlyWageLastYear === undefined
        ? {}
        : { averageMonthlyWageLastYear: figures.averageMonthlyWageLastYear }),
      ...(figures.averageBaseThisYear === undefined ? {} : { averageBaseThisYear: figures.averageBaseThisYear }),
    } as UnitDraft,
  }
}

import { ruleSetHash, writeAnswer } from '@shebao/declaration-rules'
import type { AnnualStanding, CompleteDeclaration, Issue } from '@shebao/declaration-rules'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { takeStep } from '../../../case/take-step.ts'
import { carryOut } from '../../../platform/carry-out.ts'
import type { LongUseCase } from '../../../platform/carry-out.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getOfficeOf } from '../../register/employer/index.ts'
import { registerDocument } from '../../register/paper/index.ts'
import { findPausingPaper } from '../paper-copy/index.ts'
import { freezeRows, hasMoreThan } from '../personnel/index.ts'
import {
  countRuleFailures,
  declarationCase,
  editRefusalOf,
  findVersion,
  hashContent,
  insertVersion,
  isTakenLate,
  lockDeclaration,
  openUnitForm,
  sealUnitForm,
  settleNotes,
  traceOf,
  updateStatus,
  windowState,
} from '../declaration/index.ts'
import type { DeclarationRow, DeclarationVersionRow, EditRefusal } from '../declaration/index.ts'
import { evaluateSubmission } from './evaluate-declaration.ts'
import type { Evaluation, Submission } from './evaluate-declaration.ts'

export interface SubmitDeclarationInput {
  declarationId: string
  /** The revisions the clerk has seen; others have been saved since when they differ. */
  unitRevision: number
  personnelRevision: number
  truthDeclared: boolean
  signer: string
  origin: string
}

export type SubmitRefusal = EditRefusal | 'WINDOW_CLOSED' | 'WINDOW_NOT_OPEN' | 'PAPER_LATE'

export type SubmitDeclarationOutcome =
  | { kind: 'submitted'; declaration: DeclarationRow; version: DeclarationVersionRow }
  | { kind: 'incomplete'; declaration: DeclarationRow; issues: readonly Issue[] }
  | { kind: 'conflict'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; reason: SubmitRefusal }

/**
 * Submits the draft as the next version. The rules run again here, over every person, in the transaction that freezes
 * them; every issue comes back at once. Pressing twice gives the receipt of the first time.
 */
export async function submitDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: SubmitDeclarationInput,
): Promise<SubmitDeclarationOutcome> {
  let judged: readonly Issue[] = []
  const outcome = await platform.database.transaction(() =>
    handIn(platform, viewer, input, (issues) => {
      judged = issues
    }),
  )
  await countRuleFailures(platform, 'ANNUAL_INSPECTION', judged)
  return outcome
}

/** From about here on a thread of its own is worth the way there. */
const longList = 1_000

/** The same from outside, where a long list keeps nobody waiting. */
export const submitDeclarationBeside = (platform: Platform, viewer: Viewer, input: SubmitDeclarationInput) =>
  carryOut(platform, submission, viewer, input)

const submission: LongUseCase<Viewer, SubmitDeclarationInput, SubmitDeclarationOutcome> = {
  deed: 'SUBMIT_DECLARATION',
  act: submitDeclaration,
  isLong: (platform, { declarationId }) => hasMoreThan(platform, declarationId, longList),
}

async function handIn(
  platform: Platform,
  viewer: Viewer,
  input: SubmitDeclarationInput,
  onJudged: (issues: readonly Issue[]) => void,
): Promise<SubmitDeclarationOutcome> {
  const declaration = await lockDeclaration(platform, input.declarationId)
  if (!declaration || !may(viewer, 'declaration:submit', declaration)) throw notFound('declaration')
  const sameDraft =
    declaration.unitRevision === input.unitRevision && declaration.personnelRevision === input.personnelRevision
  const refusal = editRefusalOf(declaration.status)
  if (refusal === 'ALREADY_SUBMITTED' && sameDraft) {
    const version = await findVersion(platform, declaration.id, declaration.version)
    if (version) return { kind: 'submitted', declaration, version }
  }
  if (refusal) return { kind: 'refused', declaration, reason: refusal }
  const closed = windowRefusal(declaration, platform.clock.today())
  if (closed) return { kind: 'refused', declaration, reason: closed }
  if (await findPausingPaper(platform, declaration.employerId))
    return { kind: 'refused', declaration, reason: 'PAPER_LATE' }
  if (!sameDraft) return { kind: 'conflict', declaration }

  const signed = signForm(platform, declaration, input)
  const evaluation = await evaluateSubmission(platform, signed)
  onJudged(evaluation.issues)
  const rosterIsCurrent = !evaluation.issues.some(({ code }) => code === 'ROSTER_STALE')
  const outcome = await takeStep(platform, declarationCase, {
    id: declaration.id,
    event: 'SUBMIT',
    actor: viewer,
    origin: input.origin,
    facts: () => ({ verdict: evaluation.verdict, rosterIsCurrent, openDifferences: openDifferencesOf(evaluation) }),
    write(_draft, status) {
      const { completion, employer, notes } = evaluation
      if (!completion.ok) throw new Error('What is incomplete was let through by its guards.')
      return freeze(platform, viewer, signed, completion.complete, { employer, status, notes })
    },
    revision: ({ version }) => version.version,
    trace: (_draft, _status, { version: { version, formNo, people, verdict, contentHash } }) =>
      traceOf('SUBMIT_DECLARATION', { id: declaration.id, version }, { formNo, people, verdict, contentHash }),
  })
  if (outcome.kind !== 'TAKEN') return { kind: 'incomplete', declaration, issues: evaluation.issues }
  return { kind: 'submitted', ...outcome.result }
}

/** A returned declaration is corrected whenever that is; another is taken late while its year lasts, and says that it is. */
function windowRefusal(declaration: DeclarationRow, today: string): SubmitRefusal | undefined {
  if (declaration.status === 'RETURNED') return undefined
  const state = windowState({ opensOn: declaration.opensOn, closesOn: declaration.dueOn }, today)
  if (state === 'NOT_OPEN') return 'WINDOW_NOT_OPEN'
  return state === 'CLOSED' && !isTakenLate(declaration, today) ? 'WINDOW_CLOSED' : undefined
}

function openDifferencesOf({ issues }: Evaluation): number {
  return issues.some(({ code, path }) => path.startsWith('comparison') && code !== 'ROSTER_STALE') ? 1 : 0
}

/** The truth declaration is given at the moment of submitting, so its date is today and nobody types it. */
export function signForm(
  platform: Platform,
  declaration: DeclarationRow,
  input: Pick<SubmitDeclarationInput, 'signer' | 'truthDeclared'>,
): DeclarationRow {
  const { draft, changedIn } = openUnitForm(platform.vault, declaration)
  const signer = input.signer.trim()
  const answers: readonly (readonly [string, unknown])[] = [
    ['truthDeclared', input.truthDeclared ? true : undefined],
    ['signer', signer === '' ? undefined : signer],
    ['signedDate', platform.clock.today()],
  ]
  const signed = answers.reduce((form, [path, answer]) => writeAnswer(form, path, answer), draft)
  const { unitForm, unitPersonal } = sealUnitForm(platform.vault, { draft: signed, changedIn })
  return { ...declaration, unitForm, unitPersonal }
}

const settlementsOf = (notes: Submission['notes']) =>
  notes.flatMap(({ note: { id }, state }) => (state === 'OPEN' ? [] : [{ id, by: state }]))

interface FreezeTarget {
  employer: Submission['employer']
  status: AnnualStanding
  notes: Submission['notes']
}

/** What is complete becomes a version with its number, mark and paper. */
export async function freeze(
  platform: Platform,
  viewer: Viewer,
  signed: DeclarationRow,
  complete: CompleteDeclaration,
  { employer: { row: employer }, status, notes }: FreezeTarget,
): Promise<{ declaration: DeclarationRow; version: DeclarationVersionRow }> {
  const number = signed.version + 1
  const submittedAt = platform.clock.now()
  const formNo = `NJ${signed.year}-${employer.registrationNo}-${String(number).padStart(2, '0')}`
  // The database copies the rows while they are hashed here.
  const [people, contentHash] = await Promise.all([
    freezeRows(platform, signed.id, number, complete.people),
    hashContent(formNo, complete),
  ])
  const version = await insertVersion(platform, complete, {
    declarationId: signed.id,
    version: number,
    formNo,
    ruleSetHash: ruleSetHash(),
    contentHash,
    submittedBy: viewer.accountId,
    submittedAt,
  })
  await settleNotes(platform, number, settlementsOf(notes))
  const { draft, changedIn } = openUnitForm(platform.vault, signed)
  const declaration = await updateStatus(platform, signed.id, {
    status,
    version: number,
    submittedAt,
    ...sealUnitForm(platform.vault, { draft, changedIn }),
  })
  await registerDocument(
    platform,
    { kind: 'ANNUAL_INSPECTION_FORM', subjectId: signed.id, version: number },
    {
      number: formNo,
      office: await getOfficeOf(platform, employer),
      contentHash,
      summary: {
        unitName: employer.name,
        issuedAt: submittedAt.toISOString(),
        concerning: String(signed.year),
        people,
      },
    },
  )
  return { declaration, version }
}

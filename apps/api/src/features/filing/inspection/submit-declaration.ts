import { ruleSetHash, writeAnswer } from '@shebao/declaration-rules'
import type { AnnualState, CompleteDeclaration, Issue } from '@shebao/declaration-rules'
import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { registerDocument } from '../../register/paper/register-document.ts'
import { freezeRows } from '../personnel/declared-rows.ts'
import { hashContent } from '../declaration/content-hash.ts'
import { decide, editRefusalOf, maySeeDeclaration } from '../declaration/declaration.policy.ts'
import type { EditRefusal } from '../declaration/declaration.policy.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../declaration/declaration.repository.ts'
import {
  findVersion,
  insertEvent,
  insertVersion,
  lockDeclaration,
  updateStatus,
} from '../declaration/declaration.repository.ts'
import { evaluateSubmission } from './evaluate-declaration.ts'
import type { Evaluation, Submission } from './evaluate-declaration.ts'
import { windowState } from '../declaration/inspection-window.ts'
import { openUnitForm, sealUnitForm } from '../declaration/unit-form-store.ts'

export interface SubmitDeclarationInput {
  declarationId: string
  /** The revisions the clerk has seen; others have been saved since when they differ. */
  unitRevision: number
  personnelRevision: number
  truthDeclared: boolean
  signer: string
  origin: string
}

export type SubmitRefusal = EditRefusal | 'WINDOW_CLOSED' | 'WINDOW_NOT_OPEN'

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
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'EMPLOYER' || !maySeeDeclaration(viewer, declaration))
      throw notFound('declaration')
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
    if (!sameDraft) return { kind: 'conflict', declaration }

    const signed = signForm(platform, declaration, input)
    const evaluation = await evaluateSubmission(platform, signed)
    const rosterIsCurrent = !evaluation.issues.some(({ code }) => code === 'ROSTER_STALE')
    const decision = decide(viewer, evaluation.state, 'SUBMIT', {
      verdict: evaluation.verdict,
      rosterIsCurrent,
      openDifferences: openDifferencesOf(evaluation),
    })
    const { completion } = evaluation
    if (!decision.ok || !completion.ok) return { kind: 'incomplete', declaration, issues: evaluation.issues }
    const target = { employer: evaluation.employer, status: decision.next, origin: input.origin }
    return freeze(platform, viewer, signed, completion.complete, target)
  })
}

/** A returned declaration came in time once; correcting it is not stopped by the window [PD]. */
function windowRefusal(declaration: DeclarationRow, today: string): SubmitRefusal | undefined {
  if (declaration.status === 'RETURNED') return undefined
  const state = windowState({ opensOn: declaration.opensOn, closesOn: declaration.dueOn }, today)
  if (state === 'NOT_OPEN') return 'WINDOW_NOT_OPEN'
  return state === 'CLOSED' ? 'WINDOW_CLOSED' : undefined
}

function openDifferencesOf({ issues }: Evaluation): number {
  return issues.some(({ code, path }) => path.startsWith('comparison') && code !== 'ROSTER_STALE') ? 1 : 0
}

/** The truth declaration is given at the moment of submitting, so its date is today and nobody types it. */
function signForm(platform: Platform, declaration: DeclarationRow, input: SubmitDeclarationInput): DeclarationRow {
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

interface FreezeTarget {
  employer: Submission['employer']
  status: AnnualState
  origin: string
}

async function freeze(
  platform: Platform,
  viewer: Viewer,
  signed: DeclarationRow,
  complete: CompleteDeclaration,
  { employer: { row: employer }, status, origin }: FreezeTarget,
): Promise<SubmitDeclarationOutcome> {
  const number = signed.version + 1
  const submittedAt = platform.clock.now()
  const formNo = `NJ${signed.year}-${employer.registrationNo}-${String(number).padStart(2, '0')}`
  // The database copies the rows while they are hashed here.
  const freezing = freezeRows(platform, signed.id, number, complete.people)
  const contentHash = hashContent(formNo, complete)
  const people = await freezing
  const version = await insertVersion(platform, complete, {
    declarationId: signed.id,
    version: number,
    formNo,
    ruleSetHash: ruleSetHash(),
    contentHash,
    submittedBy: viewer.accountId,
    submittedAt,
  })
  const { draft, changedIn } = openUnitForm(platform.vault, signed)
  const declaration = await updateStatus(platform, signed.id, {
    status,
    version: number,
    submittedAt,
    ...sealUnitForm(platform.vault, { draft, changedIn }),
  })
  await insertEvent(platform, declaration, { action: 'SUBMIT', status, viewer })
  await registerDocument(
    platform,
    { kind: 'ANNUAL_INSPECTION_FORM', subjectId: signed.id, version: number },
    {
      number: formNo,
      contentHash,
      summary: {
        unitName: employer.name,
        issuedAt: submittedAt.toISOString(),
        concerning: String(signed.year),
        people,
      },
    },
  )
  await platform.audit.record({
    actorKind: 'EMPLOYER',
    actorId: viewer.accountId,
    origin,
    action: 'SUBMIT_DECLARATION',
    recordType: 'Declaration',
    recordId: signed.id,
    change: { version: number, formNo, people, verdict: complete.verdict, contentHash },
  })
  return { kind: 'submitted', declaration, version }
}

import { setImmediate } from 'node:timers/promises'
import { completeMonthly, readIssues, ruleSetHash } from '@shebao/declaration-rules'
import type { CompleteMonthly, Issue, MonthlyContext, MonthlyStanding } from '@shebao/declaration-rules'
import { badInput, notFound } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { takeStep } from '../../../case/take-step.ts'
import { carryOut } from '../../../platform/carry-out.ts'
import type { LongUseCase } from '../../../platform/carry-out.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockUnits } from '../../money/assessment/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import {
  codeOf,
  countRuleFailures,
  findByKey,
  findVersion,
  hashLines,
  insertMonthlyVersion,
  settleNotes,
  updateStatus,
} from '../declaration/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../declaration/index.ts'
import { findPausingPaper } from '../paper-copy/index.ts'
import { countFrozen, hasMoreChangesThan } from './changes.repository.ts'
import { releaseClaims } from './claims.repository.ts'
import { contestedJoins } from './contested-joins.ts'
import { loadDraft } from './evaluate-monthly.ts'
import type { LoadedChange } from './evaluate-monthly.ts'
import { registerForm } from './print-monthly.ts'
import { isOfItsOwnMonth } from './load-context.ts'
import { editRefusalOf, lockOwn, monthlyCase, periodOf, traceOf } from './monthly-case.ts'
import type { MonthlyEditRefusal, MonthlyRefusal } from './monthly-case.ts'
import { issuesOfNotes, loadMonthlyNotes } from './note-tasks.ts'
import type { MonthlyNoteTask } from './note-tasks.ts'
import { monthlyWindow } from './monthly-window.ts'

export interface SubmitMonthlyInput {
  declarationId: string
  /** The revision the clerk has seen. */
  revision: number
  /** Chosen by the client; the same submission sent again has the same one. */
  idempotencyKey: string
  truthDeclared: boolean
  signer: string
  origin: string
}

export type SubmitMonthlyOutcome =
  | { kind: 'submitted'; declaration: DeclarationRow; version: DeclarationVersionRow }
  | { kind: 'incomplete'; declaration: DeclarationRow; issues: readonly Issue[] }
  /** Somebody else saved since: nothing was handed in. */
  | { kind: 'conflict'; declarationId: string; revision: number }
  | {
      kind: 'refused'
      declaration: DeclarationRow
      reason: MonthlyRefusal | MonthlyEditRefusal | 'KEY_REUSED' | 'TRUTH_NOT_DECLARED' | 'PAPER_LATE'
    }

/**
 * Hands the draft in as the next version. The rules run again over every change, in the transaction that freezes them; every issue
 * comes back at once. The same key gives the receipt of the first time; with another draft it is refused by name.
 */
export async function submitMonthly(
  platform: Platform,
  viewer: Viewer,
  input: SubmitMonthlyInput,
): Promise<SubmitMonthlyOutcome> {
  if (!isUuid(input.idempotencyKey)) throw badInput('idempotencyKey', 'A UUID is needed.')
  const outcome = await platform.database.transaction(async (): Promise<SubmitMonthlyOutcome> => {
    const declaration = await lockOwn(platform, viewer, input.declarationId, 'monthly:submit')
    const refuse = (reason: Extract<SubmitMonthlyOutcome, { kind: 'refused' }>['reason']) =>
      ({ kind: 'refused', declaration, reason }) as const
    const before = await findByKey(platform, input.idempotencyKey)
    if (before) {
      const same = before.declarationId === declaration.id && before.submitRevision === input.revision
      return same ? { kind: 'submitted', declaration, version: before } : refuse('KEY_REUSED')
    }
    const refusal = editRefusalOf(declaration)
    if (refusal) return refuse(refusal)
    if (declaration.personnelRevision !== input.revision)
      return { kind: 'conflict', declarationId: declaration.id, revision: declaration.personnelRevision }
    if (!input.truthDeclared || input.signer.trim() === '') return refuse('TRUTH_NOT_DECLARED')
    if (await findPausingPaper(platform, declaration.employerId)) return refuse('PAPER_LATE')
    return handIn(platform, viewer, declaration, input)
  })
  if (outcome.kind === 'incomplete') await countRuleFailures(platform, 'MONTHLY', outcome.issues)
  return outcome
}

/** From about here on a thread of its own is worth the way there. */
const manyChanges = 1_000

/** The same from outside, where a long list keeps nobody waiting. */
export const submitMonthlyBeside = (platform: Platform, viewer: Viewer, input: SubmitMonthlyInput) =>
  carryOut(platform, submission, viewer, input)

const submission: LongUseCase<Viewer, SubmitMonthlyInput, SubmitMonthlyOutcome> = {
  deed: 'SUBMIT_MONTHLY',
  act: submitMonthly,
  isLong: (platform, { declarationId }) => hasMoreChangesThan(platform, declarationId, manyChanges),
}

async function handIn(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  input: SubmitMonthlyInput,
): Promise<SubmitMonthlyOutcome> {
  // Whatever else changes who is with the unit waits: two declarations of one unit see each other's changes.
  await lockUnits(platform, [declaration.employerId])
  const window = await monthlyWindow(platform, declaration.employerId)
  const { changes, context } = await loadDraft(platform, declaration)
  const notes = await loadMonthlyNotes(platform, declaration)
  const open = issuesOfNotes(notes)
  const form = await formOf(platform, declaration, input.signer)
  // The database claims the joins while the rules speak and the content is hashed here.
  const [claimed, judged] = await Promise.allSettled([
    contestedJoins(platform, declaration, changes),
    judge(changes, context, form),
  ])
  if (claimed.status === 'rejected') throw claimed.reason
  if (judged.status === 'rejected') throw judged.reason
  const { completion, content } = judged.value
  const contested = completion.ok ? claimed.value : []
  const outcome = await takeStep(platform, monthlyCase, {
    id: declaration.id,
    event: 'SUBMIT',
    actor: viewer,
    origin: input.origin,
    facts: () => ({
      periodIsOpen: isOfItsOwnMonth(declaration) || periodOf(declaration) >= window.open,
      somethingToFile: changes.length > 0 || window.mode === 'MONTHLY_SELF',
      // A note that is neither mended nor answered comes back as a gap like any other (domain 3.2).
      verdict: completion.ok && open.length === 0 ? completion.complete.verdict : ('INCOMPLETE' as const),
      contested,
    }),
    async write(_draft, status) {
      if (!completion.ok || !content) throw new Error('What is incomplete was let through by its guards.')
      const { complete } = completion
      const frozen = await freezeMonthly(platform, viewer, declaration, { complete, content }, { ...input, status })
      await registerForm(platform, frozen.declaration, frozen.version)
      await settleNotes(platform, frozen.version.version, settlementsOf(notes))
      return frozen
    },
    revision: ({ version }) => version.version,
    trace: (_draft, _status, { version: { version, formNo, people, verdict, contentHash } }) =>
      traceOf('SUBMIT_MONTHLY', { ...declaration, version }, { formNo, changes: people, verdict, contentHash }),
  })
  if (outcome.kind === 'TAKEN') return { kind: 'submitted', ...outcome.result }
  await releaseClaims(platform, declaration.id)
  if (outcome.kind === 'ALREADY') throw new Error('Nothing is handed in twice without its key.')
  const reason = codeOf(outcome.refusal)
  if (reason === 'INCOMPLETE' || reason === 'ACTIVE_ELSEWHERE')
    return { kind: 'incomplete', declaration, issues: [...open, ...(completion.ok ? contested : completion.issues)] }
  return { kind: 'refused', declaration, reason }
}

/** Every rule over every change, and what is complete hashed; others are served before and between. */
async function judge(changes: readonly LoadedChange[], context: MonthlyContext, form: MonthlyForm) {
  await setImmediate()
  const completion = completeMonthly(changes, context)
  await setImmediate()
  return { completion, content: completion.ok ? hashed(form, completion.complete) : undefined }
}

const settlementsOf = (notes: readonly MonthlyNoteTask[]) =>
  notes.flatMap(({ note: { id }, state }) => (state === 'OPEN' ? [] : [{ id, by: state }]))

type Frozen = { declaration: DeclarationRow; version: DeclarationVersionRow }

interface MonthlyForm {
  readonly number: number
  readonly formNo: string
  readonly unit: Readonly<Record<string, string>>
}
type MonthlyContent = MonthlyForm & { readonly contentHash: string }

/** The form that the declaration becomes: its number, and the unit as the register has it. */
export async function formOf(platform: Platform, declaration: DeclarationRow, signer: string): Promise<MonthlyForm> {
  const employer = await findEmployer(platform, declaration.employerId)
  if (!employer) throw notFound('employer')
  const number = declaration.version + 1
  const { name: unitName, registrationNo: unitCode, creditCode } = employer
  const unit = { unitName, unitCode, creditCode, signer: signer.trim() }
  return { number, formNo: formNumber(declaration, unitCode, number), unit }
}

export const hashed = (form: MonthlyForm, { changes }: CompleteMonthly): MonthlyContent => ({
  ...form,
  contentHash: hashLines({ formNo: form.formNo, unit: form.unit, rows: changes }),
})

/** What is complete becomes a version with its number and mark. The look at what it would cost does it, and undoes it. */
export async function freezeMonthly(
  platform: Platform,
  viewer: Pick<Viewer, 'accountId'>,
  declaration: DeclarationRow,
  { complete, content }: { complete: CompleteMonthly; content: MonthlyContent },
  input: { status: MonthlyStanding; idempotencyKey: string; revision: number },
): Promise<Frozen> {
  const { number, formNo, unit, contentHash } = content
  const submittedAt = platform.clock.now()
  if ((await countFrozen(platform, declaration.id, number)) !== complete.changes.length)
    throw new Error('The changes became others while they were handed in.')
  const version = await insertMonthlyVersion(platform, complete, {
    declarationId: declaration.id,
    version: number,
    formNo,
    unit,
    ruleSetHash: ruleSetHash(),
    contentHash,
    submittedBy: viewer.accountId,
    submittedAt,
    submitKey: input.idempotencyKey,
    submitRevision: input.revision,
  })
  const row = await updateStatus(platform, declaration.id, { status: input.status, version: number, submittedAt })
  return { declaration: row, version }
}

/** R regular, B supplementary (补报), G revised (更正): `YB202611-1100001234-R0-01`. */
function formNumber({ filing, sequence, ...of }: DeclarationRow, registrationNo: string, version: number): string {
  const letter = filing === 'REGULAR' ? 'R' : filing === 'SUPPLEMENTARY' ? 'B' : 'G'
  return `YB${periodOf(of).replace('-', '')}-${registrationNo}-${letter}${sequence}-${String(version).padStart(2, '0')}`
}

/** The warnings a version was handed in with. */
export async function issuesOfVersion(platform: Platform, { id, version }: DeclarationRow): Promise<readonly Issue[]> {
  const frozen = await findVersion(platform, id, version)
  return frozen ? readIssues(frozen.warnings) : []
}

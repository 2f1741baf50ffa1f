import type { Issue } from '@shebao/declaration-rules'
import { may } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import type { StepOutcome } from '../../../case/lifecycle.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { withdrawDocument } from '../../register/paper/index.ts'
import { codeOf, findMonthly, insertNotes, updateStatus } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { versionFacts } from '../review/index.ts'
import { copyToDraft } from './changes.repository.ts'
import { releaseClaims } from './claims.repository.ts'
import { monthlyCase, traceOf } from './monthly-case.ts'
import type { MonthlyRefusal } from './monthly-case.ts'

/** `issues`: the rows that stand against it. */
export type MonthlyStepOutcome =
  | { kind: 'done'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; code: MonthlyRefusal; issues?: readonly Issue[] }

export interface MonthlyStepInput {
  declarationId: string
  /** The version that was looked at; the employer's own steps need none. */
  version?: number
  decidedOn?: CaseMark | undefined
  origin: string
}

type Outcome<Result> = StepOutcome<
  DeclarationRow,
  ReturnType<typeof monthlyCase.state>,
  ReturnType<(typeof monthlyCase.guards)['COMPLETE']>[number],
  Result
>

export function outcomeOf(outcome: Outcome<DeclarationRow>): MonthlyStepOutcome {
  if (outcome.kind === 'TAKEN') return { kind: 'done', declaration: outcome.result }
  if (outcome.kind === 'ALREADY') return { kind: 'done', declaration: outcome.row }
  return { kind: 'refused', declaration: outcome.row, code: codeOf(outcome.refusal) }
}

/** Taken back before anybody reviews it (domain 3.2): the version stays on record, the draft can be corrected and handed in again. */
export async function withdrawMonthly(
  platform: Platform,
  viewer: Viewer,
  input: MonthlyStepInput,
): Promise<MonthlyStepOutcome> {
  await requireOwn(platform, viewer, input, 'monthly:withdraw')
  const outcome = await takeStep(platform, monthlyCase, {
    ...orderOf(viewer, input),
    event: 'WITHDRAW',
    facts: noFacts,
    async write({ id, version }, status) {
      await releaseClaims(platform, id)
      await copyToDraft(platform, id, version)
      await withdrawDocument(platform, { kind: 'MONTHLY_DECLARATION_FORM', subjectId: id, version })
      return updateStatus(platform, id, { status, submittedAt: null })
    },
    trace: (declaration) => traceOf('WITHDRAW_MONTHLY', declaration),
  })
  return outcomeOf(outcome)
}

/** Given up before it was handed in, or after it came back. What was written stays on record, and the month can be opened anew. */
export async function cancelMonthly(
  platform: Platform,
  viewer: Viewer,
  input: MonthlyStepInput,
): Promise<MonthlyStepOutcome> {
  await requireOwn(platform, viewer, input, 'monthly:open')
  const outcome = await takeStep(platform, monthlyCase, {
    ...orderOf(viewer, input),
    event: 'CANCEL',
    facts: noFacts,
    write: ({ id }, status) => updateStatus(platform, id, { status }),
    trace: (declaration) => traceOf('CANCEL_MONTHLY', declaration),
  })
  return outcomeOf(outcome)
}

export async function startMonthlyReview(
  platform: Platform,
  viewer: Viewer,
  input: MonthlyStepInput,
): Promise<MonthlyStepOutcome> {
  const outcome = await takeStep(platform, monthlyCase, {
    ...orderOf(staff(viewer), input),
    event: 'START_REVIEW',
    facts: noFacts,
    write: ({ id }, status) => updateStatus(platform, id, { status }),
    trace: (declaration, status) => traceOf('START_REVIEW_MONTHLY', declaration, { status }),
  })
  return outcomeOf(outcome)
}

/** The first of two pairs of eyes: the state stays, and somebody else decides (domain 9). */
export async function recommendMonthly(
  platform: Platform,
  viewer: Viewer,
  input: MonthlyStepInput & { note?: string | undefined },
): Promise<MonthlyStepOutcome> {
  const outcome = await takeStep(platform, monthlyCase, {
    ...orderOf(staff(viewer), input),
    event: 'RECOMMEND',
    note: input.note === '' ? undefined : input.note,
    facts: (declaration) => versionFacts(platform, declaration),
    write: (declaration) => Promise.resolve(declaration),
    trace: (declaration) => traceOf('RECOMMEND_MONTHLY', declaration),
  })
  return outcomeOf(outcome)
}

export interface MonthlyNote {
  /** `change[3].hireDate` by its row, `change.*`, or `unit`. */
  path: string
  text: string
}

const mostNotes = 100
const longestNote = 500
const notePath = /^(?:change\[\d+\](?:\.[A-Za-z]+)?|change\.\*|unit)$/

/** Sends it back with every defect named at its field (domain 3.2). The next one handed in is version n+1. */
export async function returnMonthly(
  platform: Platform,
  viewer: Viewer,
  input: MonthlyStepInput & { notes: readonly MonthlyNote[] },
): Promise<MonthlyStepOutcome> {
  const notes = input.notes.map(({ path, text }) => ({ path: path.trim(), text: text.trim() }))
  if (notes.length === 0 || notes.length > mostNotes) throw badInput('notes', `1 to ${mostNotes} notes.`)
  for (const { path, text } of notes) {
    if (!notePath.test(path)) throw badInput('notes.path', 'A note stands at a change, at all of them, or at the unit.')
    if (text === '' || text.length > longestNote) throw badInput('notes.text', `1 to ${longestNote} characters.`)
  }
  const outcome = await takeStep(platform, monthlyCase, {
    ...orderOf(staff(viewer), input),
    event: 'RETURN',
    facts: noFacts,
    async write(declaration, status) {
      await insertNotes(platform, declaration, viewer.accountId, notes)
      await releaseClaims(platform, declaration.id)
      await copyToDraft(platform, declaration.id, declaration.version)
      return updateStatus(platform, declaration.id, { status })
    },
    trace: (declaration, status) => traceOf('RETURN_MONTHLY', declaration, { status }),
  })
  return outcomeOf(outcome)
}

export const orderOf = (actor: Viewer, { declarationId, version, decidedOn, origin }: MonthlyStepInput) => ({
  id: declarationId,
  actor,
  origin,
  decidedOn,
  ...(version === undefined ? {} : { seen: { revision: version } }),
})

/** The office's side of a declaration is there for staff alone. */
export function staff(viewer: Viewer): Viewer {
  if (viewer.kind !== 'STAFF') throw notFound('declaration')
  return viewer
}

/** The employer's own business; for others there is nothing to take back or give up. */
async function requireOwn(
  platform: Platform,
  viewer: Viewer,
  { declarationId }: MonthlyStepInput,
  permission: 'monthly:withdraw' | 'monthly:open',
): Promise<void> {
  const row = await findMonthly(platform, declarationId)
  if (!row || !may(viewer, permission, row)) throw notFound('declaration')
}

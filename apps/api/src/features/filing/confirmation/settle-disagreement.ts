import type { PersonnelDraft } from '@shebao/roster'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Clerk } from '../../../access/viewer.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendsTextMessages } from '../../../telling/tell.ts'
import { readMobile } from '../../register/notification/index.ts'
import { requireEditableDeclaration } from '../declaration/index.ts'
import type { DeclarationRow, EditRefusal } from '../declaration/index.ts'
import {
  DRAFT_VERSION,
  findPersonnelRow,
  loadPersonnelContext,
  openRow,
  personIdHash,
  savePersonnelRecord,
} from '../personnel/index.ts'
import { ask } from './ask-employees.ts'
import { confirmationCase } from './confirmation-case.ts'
import type { DisputedField } from './confirmation-codes.ts'
import { findCurrentOf, writeStatus } from './confirmation.repository.ts'
import { limitsText, markOf, sameBytes } from './confirmed-content.ts'
import type { Disagreement, Reply, Said } from './said.ts'

export interface SettleInput {
  declarationId: string
  rowNo: number
  /** The asking that was answered: what is settled is this answer and no later one. */
  askingId: string
  /** The fields in which what the person said is taken over; in all others ours stays. */
  take: readonly DisputedField[]
  /** Why ours stays; the person reads it with their next link. */
  reason?: string | undefined
  origin: string
}

export type SettleOutcome =
  | { kind: 'SETTLED'; declarationId: string; asked: boolean }
  | { kind: 'REFUSED'; declarationId: string; code: EditRefusal | 'NOTHING_TO_SETTLE' }

/** Settles what one person disagrees with, and asks them again: with what was taken over, or with the reason why it was not. */
export async function settleDisagreement(
  platform: Platform,
  viewer: Clerk,
  input: SettleInput,
): Promise<SettleOutcome> {
  if (input.take.includes('BASES'))
    throw badInput('take', 'Bases follow from the wages: change the row in the list, or keep it and say why.')
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const refuse = (code: Extract<SettleOutcome, { kind: 'REFUSED' }>['code']): SettleOutcome => ({
      kind: 'REFUSED',
      declarationId: declaration.id,
      code,
    })
    if (refusal) return refuse(refusal)
    const stored = await findPersonnelRow(platform, declaration.id, DRAFT_VERSION, input.rowNo)
    const open = stored?.idHash && (await findCurrentOf(platform, declaration.id, stored.idHash))
    if (!stored || !open?.said || open.id !== input.askingId || open.status !== 'DISAGREED')
      return refuse('NOTHING_TO_SETTLE')
    const { disagreements = [] } = platform.vault.open<Said>(open.said)
    const reply = replyOf(disagreements, input)
    const { draft } = openRow(platform.vault, stored)
    // A row that another clerk changed meanwhile is not the one that was decided on.
    const limits = limitsText(await loadPersonnelContext(platform, declaration))
    if (!sameBytes(open.contentMark, markOf(platform.vault, draft, limits))) return refuse('NOTHING_TO_SETTLE')
    const settled = withTaken(draft, disagreements, input.take)
    const outcome = await takeStep(platform, confirmationCase, {
      id: open.id,
      event: 'SETTLE',
      actor: viewer,
      origin: input.origin,
      facts: noFacts,
      write: (row, to) => writeStatus(platform, row.id, to),
      trace: () => ({
        action: 'SETTLE_DISAGREEMENT',
        recordType: 'Declaration',
        recordId: declaration.id,
        ...(reply.reason === undefined ? {} : { reason: reply.reason }),
        change: { rowNo: input.rowNo, taken: reply.taken },
      }),
    })
    if (outcome.kind !== 'TAKEN') return refuse('NOTHING_TO_SETTLE')
    if (reply.taken.length > 0) await saveRow(platform, viewer, declaration, input, settled)
    const asked = await askAgain(platform, viewer, declaration, { draft: settled, reply, limits })
    return { kind: 'SETTLED', declarationId: declaration.id, asked }
  })
}

function replyOf(disagreements: readonly Disagreement[], { take, reason }: SettleInput): Reply {
  const fields = disagreements.map(({ field }) => field)
  const taken = fields.filter((field) => take.includes(field))
  const kept = fields.filter((field) => !take.includes(field))
  return kept.length === 0 ? { taken, kept } : { taken, kept, reason: requireText('reason', reason ?? '') }
}

function withTaken(
  draft: PersonnelDraft,
  disagreements: readonly Disagreement[],
  take: readonly DisputedField[],
): PersonnelDraft {
  const settled = { ...draft, ...(draft.raw ? { raw: { ...draft.raw } } : {}) }
  for (const { field, text, amount, months } of disagreements) {
    if (!take.includes(field)) continue
    if (field === 'NAME' && text !== undefined) settled.name = text
    if (field === 'ID_NUMBER' && text !== undefined) settled.idNumber = text
    if (field === 'WAGES' && amount !== undefined) settled.wagesLastYear = amount
    if (field === 'FIRST_WAGE' && amount !== undefined) settled.firstMonthWage = amount
    if (field === 'MONTHS' && months !== undefined) settled.monthsWorkedLastYear = months
    const name = fieldNames[field]
    if (name) delete settled.raw?.[name]
  }
  // An average that a file stated belongs to the wages and months it stood beside.
  if (take.includes('WAGES') || take.includes('MONTHS')) delete settled.statedMonthlyAverage
  return settled
}

const fieldNames = {
  NAME: 'name',
  ID_NUMBER: 'idNumber',
  WAGES: 'wagesLastYear',
  FIRST_WAGE: 'firstMonthWage',
  MONTHS: 'monthsWorkedLastYear',
  BASES: undefined,
} as const satisfies Record<DisputedField, keyof PersonnelDraft | undefined>

/** As the declaration window would: whatever the rules then say of it stands at the row. */
async function saveRow(
  platform: Platform,
  viewer: Clerk,
  { id: declarationId, personnelRevision: expectedRevision }: DeclarationRow,
  { rowNo, origin }: SettleInput,
  draft: PersonnelDraft,
): Promise<void> {
  const input = { declarationId, expectedRevision, rowNo, draft, confirm: false, origin }
  const saved = await savePersonnelRecord(platform, viewer, input)
  if (saved.kind !== 'RECORD_SAVED') throw new Error(`a held row was not saved: ${saved.kind}`)
}

async function askAgain(
  platform: Platform,
  viewer: Clerk,
  declaration: DeclarationRow,
  { draft, reply, limits }: { draft: PersonnelDraft; reply: Reply; limits: string },
): Promise<boolean> {
  const idHash = personIdHash(platform.vault, draft.idNumber)
  if (!idHash) return false
  const mark = markOf(platform.vault, draft, limits)
  const mobile = sendsTextMessages(platform) ? readMobile(draft.mobile ?? '') : undefined
  const { asked } = await ask(platform, viewer, declaration, [{ idHash, mark, mobile, again: true, reply }])
  return asked === 1
}

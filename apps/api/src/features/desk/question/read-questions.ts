import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { noteRead } from '../../../access/note-read.ts'
import { may, requireMay, requireRow } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listPersonMonths } from '../../money/month/index.ts'
import type { PremiumMonth } from '../../money/month/index.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { findHolder, findQuestion, listForDesk, listOwn } from './question.repository.ts'
import type { DeskRow, QuestionRow } from './question.repository.ts'
import type { QuestionState } from './question-case.ts'

addAttachmentSubject('QUESTION', {
  permission: 'question:read',
  owner: async (platform, id) => (await findQuestion(platform, id)) ?? undefined,
})

export async function readQuestion(platform: Platform, asker: Viewer | undefined, id: string): Promise<QuestionRow> {
  requireMay(asker, 'question:read')
  return requireRow(asker, 'question:read', await findQuestion(platform, id), 'question')
}

/** The signed-in person's own, newest first. */
export function readOwnQuestions(
  platform: Platform,
  asker: Viewer | undefined,
  args: KeysetArgs,
): Promise<QuestionRow[]> {
  const { individualId } = requireMay(asker, 'question:ask')
  return listOwn(platform, individualId, decodeCursor(args, 1), pageSize(args) + 1)
}

/** Those in a state, what is due first at the top. */
export function readDesk(
  platform: Platform,
  asker: Viewer | undefined,
  { state, ...args }: KeysetArgs & { state: QuestionState },
): Promise<DeskRow[]> {
  requireMay(asker, 'question:list')
  return listForDesk(platform, state, decodeCursor(args, 2), pageSize(args) + 1)
}

/** Where the person wants to be called, for the member of staff whose work it is and as long as it waits; noted with the person. */
export async function readCallBack(
  platform: Platform,
  viewer: Viewer | undefined,
  from: { readonly origin: string },
  { id, individualId, callBack, status }: QuestionRow,
): Promise<string | undefined> {
  if (viewer?.kind !== 'STAFF' || !callBack || status !== 'OPEN' || !may(viewer, 'question:answer')) return undefined
  const holder = await findHolder(platform, { id, status })
  if (holder?.accountId !== viewer.accountId) return undefined
  const subject = { action: 'READ_CALL_BACK_NUMBER', recordType: 'Individual', recordId: individualId } as const
  await noteRead(platform, viewer, 'question:answer', subject, from)
  return platform.vault.open<string>(callBack)
}

/** More employers and kinds than one person's month ever has [PD]. */
const mostOfMonth = 20

/**
 * The month a question is about, for the member of staff whose work it is and as long as it waits; that they looked is noted with the
 * person. For everybody else nothing.
 */
export async function readQuestionMonth(
  platform: Platform,
  viewer: Viewer | undefined,
  from: { readonly origin: string },
  { id, individualId, period, status }: QuestionRow,
): Promise<PremiumMonth[] | undefined> {
  if (viewer?.kind !== 'STAFF' || period === null || status !== 'OPEN' || !may(viewer, 'question:answer'))
    return undefined
  const holder = await findHolder(platform, { id, status })
  if (holder?.accountId !== viewer.accountId) return undefined
  const subject = { action: 'READ_QUESTION_MONTH', recordType: 'Individual', recordId: individualId } as const
  await noteRead(platform, viewer, 'question:answer', { ...subject, change: { period } }, from)
  return listPersonMonths(platform, individualId, { from: period, to: period }, undefined, mostOfMonth)
}

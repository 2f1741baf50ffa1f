import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import type { Telling } from '../../../telling/telling.ts'
import { insertNotices } from './notices.repository.ts'
import type { NewNotice } from './notices.repository.ts'

/**
 * What an employer is told of when it is issued. Bills of a back payment are told with what became of the request, and those of an
 * opening balance were known before.
 */
const told: Readonly<Record<NewNotice['kind'], boolean>> = {
  NORMAL: true,
  DEEMED: true,
  DIFFERENCE: true,
  BACK_PAYMENT: false,
  OPENING: false,
}

/** Writes notices with their lines, and tells their employers. Their numbers by their ids. */
export async function writeNotices(platform: Platform, notices: readonly NewNotice[]): Promise<Map<string, string>> {
  const numbers = await insertNotices(platform, notices)
  await tell(
    platform,
    notices
      .filter(({ kind }) => told[kind])
      .map(({ id, employerId, period, total, dueOn }): Telling => ({
        kind: 'BILL_READY',
        to: { employerId },
        key: id,
        params: { noticeId: id, number: numbers.get(id) ?? '', period, amount: total, dueOn },
      })),
  )
  return numbers
}

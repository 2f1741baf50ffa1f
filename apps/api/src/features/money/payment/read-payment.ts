import type { Viewer } from '../../../graphql/context.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { isUuid } from '../../../graphql/scalars.ts'
import type { Platform } from '../../../platform/platform.ts'
import { maySeeEmployer } from '../../../access/own.ts'
import { findPayment, listTakenPayments } from './payment.repository.ts'
import type { PaymentRow } from './payment.repository.ts'

/** A payment its employer or the staff may see; for anyone else it does not exist. */
export async function readPayment(platform: Platform, viewer: Viewer, id: string): Promise<PaymentRow> {
  const payment = isUuid(id) ? await findPayment(platform, id) : null
  if (!payment || !maySeeEmployer(viewer, payment.employerId)) throw notFound('payment')
  return payment
}

/** The money that came from an employer and was taken, newest first; one more than the page holds. */
export async function readTakenPayments(
  platform: Platform,
  viewer: Viewer,
  employerId: string,
  args: KeysetArgs,
): Promise<PaymentRow[]> {
  if (!maySeeEmployer(viewer, employerId)) throw notFound('employer')
  return listTakenPayments(platform, employerId, { before: keyOf(args), limit: pageSize(args) + 1 })
}

export function cursorOfPayment({ createdAt, id }: PaymentRow): [number, string] {
  return [createdAt.getTime(), id]
}

function keyOf(args: KeysetArgs): { createdAt: Date; id: string } | undefined {
  const cursor = decodeCursor(args, 2)
  if (cursor === undefined) return undefined
  const [createdAt, id] = cursor
  if (!Number.isSafeInteger(createdAt) || typeof id !== 'string' || !isUuid(id))
    throw badInput('after', 'This is no cursor of this list.')
  return { createdAt: new Date(Number(createdAt)), id }
}

import { expect } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask } from '../../ask.ts'
import type { BillingFixture } from './billing-fixture.ts'

/** A clerk begins to pay a notice, on a day or now; the bank knows the payment by what comes back. */
export async function beginPayment(
  { platform }: BillingFixture,
  { viewer, noticeId }: { viewer: Viewer; noticeId: string },
  day?: string,
): Promise<string> {
  const key = crypto.randomUUID()
  if (day) platform.clock.set(`${day}T09:00:00+08:00`)
  const { errors } = await ask(
    platform,
    viewer,
    'mutation ($noticeId: ID!, $key: String!) { startPayment(noticeId: $noticeId, idempotencyKey: $key, language: EN) { __typename } }',
    { noticeId, key },
  )
  expect(errors).toEqual([])
  return key
}

/** The bank reports what was paid, at ten in the morning. */
export const reportPaid = (
  { notify }: BillingFixture,
  key: string,
  { reference, day, amount }: { reference: string; day: string; amount: number },
) =>
  notify({
    eventId: crypto.randomUUID(),
    key,
    sequence: 2,
    type: 'PAID',
    amount,
    reference,
    failure: null,
    occurredAt: `${day}T02:00:00.000Z`,
  })

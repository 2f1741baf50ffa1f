import type { TeachingPerson } from '@shebao/prisma/seed'
import { answerCall, beginCall, takeName } from '../features/desk/hotline/index.ts'
import type { Platform } from '../platform/platform.ts'

const caller = 'tel:+8613800000021'
/** A second of silence as a WAV file: eight thousand samples of one byte. */
function silence(): Uint8Array {
  const head = Buffer.from('UklGRmQfAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YUAfAAA=', 'base64')
  return Buffer.concat([head, Buffer.alloc(8000, 128)])
}

/** Somebody called 12333 to activate a card, said the name and hung up: an agent finds the call. */
export async function playHotline(platform: Platform, teaching: readonly TeachingPerson[]): Promise<void> {
  const person = teaching.find(({ person: { cardStatus } }) => cardStatus === 'INACTIVE')?.person
  if (!person) return
  const callId = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(await beginCall(platform, caller))?.[0] ?? ''
  const keyed = [
    ['LANGUAGE', '1'],
    ['MENU', '1'],
    ['ID_NUMBER', person.idNumber],
    ['CARD_NUMBER', person.cardNumber.replace(/^[A-Z]/, '')],
  ] as const
  for (const [step, keys] of keyed) await answerCall(platform, { callId, step }, keys)
  await takeName(platform, { callId, step: 'NAME' }, silence())
}

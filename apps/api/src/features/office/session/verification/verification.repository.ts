import { timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../../../access/uuid.ts'
import type { Platform } from '../../../../platform/platform.ts'

const lifetimeMs = 5 * 60_000

export type VerificationKind = 'IMAGE' | 'PROOF_OF_WORK'

/** Only a keyed hash of the answer is kept: who reads the table still cannot answer. */
function answerHash({ vault }: Platform, id: string, answer: string): Uint8Array<ArrayBuffer> {
  return vault.lookupHash('verification', `${id}:${answer.trim().toUpperCase()}`)
}

export async function keepChallenge(
  platform: Platform,
  kind: VerificationKind,
  answer: string,
): Promise<{ id: string; expiresAt: Date }> {
  const { clock, database } = platform
  const id = crypto.randomUUID()
  const expiresAt = new Date(clock.now().getTime() + lifetimeMs)
  await database.prisma.verificationChallenge.create({
    data: { id, kind, answerHash: answerHash(platform, id, answer), expiresAt },
  })
  return { id, expiresAt }
}

/** Uses the challenge up, right or wrong, and says whether the answer was right. Two requests cannot use one challenge. */
export async function consumeChallenge(platform: Platform, id: string, answer: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const { clock, database } = platform
  const now = clock.now()
  const [challenge] = await database.query<{ answerHash: Uint8Array }>(
    {
      name: 'session-consume-challenge',
      text: `UPDATE verification_challenge SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2
        RETURNING answer_hash AS "answerHash"`,
    },
    [id, now],
  )
  return (
    challenge !== undefined && timingSafeEqual(challenge.answerHash, answerHash(platform, id.toLowerCase(), answer))
  )
}

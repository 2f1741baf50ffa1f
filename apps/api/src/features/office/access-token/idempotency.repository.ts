import type { Platform } from '../../../platform/platform.ts'

export interface AnswerKey {
  tokenId: string
  key: string
  contentHash: Uint8Array<ArrayBuffer>
}

/** Whether the key is this request's. Another that holds it just now is waited for: then it has its answer, or has given it up. */
export async function claimKey(
  { database, clock }: Platform,
  { tokenId, key, contentHash }: AnswerKey,
): Promise<boolean> {
  const rows = await database.query(
    {
      name: 'idempotency-claim',
      text: `INSERT INTO access_token_answer (token_id, key, content_hash, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING RETURNING key`,
    },
    [tokenId, key, contentHash, clock.now()],
  )
  return rows.length > 0
}

export async function keepAnswer({ database }: Platform, { tokenId, key }: AnswerKey, body: Uint8Array<ArrayBuffer>) {
  await database.prisma.accessTokenAnswer.update({ where: { tokenId_key: { tokenId, key } }, data: { body } })
}

export async function findAnswer(
  { database }: Platform,
  { tokenId, key }: AnswerKey,
): Promise<{ contentHash: Uint8Array; body: Uint8Array | null } | null> {
  return database.prisma.accessTokenAnswer.findUnique({ where: { tokenId_key: { tokenId, key } } })
}

export async function removeOldAnswers({ database }: Platform, before: Date): Promise<number> {
  const { count } = await database.prisma.accessTokenAnswer.deleteMany({ where: { createdAt: { lt: before } } })
  return count
}

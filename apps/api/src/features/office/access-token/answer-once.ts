import { createHash } from 'node:crypto'
import { Refusal } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { TokenViewer } from './admit-request.ts'
import { claimKey, findAnswer, keepAnswer } from './idempotency.repository.ts'

/** 1 to 100 visible characters. */
const keyPattern = /^[\x21-\x7e]{1,100}$/

export interface Acted<Body> {
  body: Body
  /** Something of it was refused or went wrong. */
  failed: boolean
}
export interface Answered<Body> {
  body: Body
  /** It is the answer of an earlier request. */
  replayed: boolean
}

class Undone<Body> extends Error {
  readonly body: Body
  constructor(body: Body) {
    super('An answer with errors is not kept.')
    this.body = body
  }
}

export interface KeyedRequest {
  viewer: TokenViewer
  key: string
  /** Everything that makes two requests the same. */
  content: string
}

/**
 * Does something once for a key: what it does and the answer are one transaction, so that after a lost connection or a crash the same
 * request is answered as if it had been the first. Of an answer with errors nothing stays, neither what was done nor the key.
 */
export async function answerOnce<Body extends object>(
  platform: Platform,
  { viewer, key, content }: KeyedRequest,
  act: () => Promise<Acted<Body>>,
): Promise<Answered<Body>> {
  if (!keyPattern.test(key))
    throw new Refusal('BAD_USER_INPUT', 'An Idempotency-Key has 1 to 100 visible ASCII characters.', {
      field: 'Idempotency-Key',
    })
  const contentHash = new Uint8Array(createHash('sha256').update(content).digest())
  const claim = { tokenId: viewer.token.id, key, contentHash }
  try {
    return await platform.database.transaction(async () => {
      if (!(await claimKey(platform, claim))) return await answerOf<Body>(platform, claim)
      const { body, failed } = await act()
      if (failed) throw new Undone(body)
      await keepAnswer(platform, claim, platform.vault.seal(body))
      return { body, replayed: false }
    })
  } catch (error) {
    if (error instanceof Undone) return { body: error.body as Body, replayed: false }
    throw error
  }
}

async function answerOf<Body>(
  platform: Platform,
  claim: { tokenId: string; key: string; contentHash: Uint8Array<ArrayBuffer> },
): Promise<Answered<Body>> {
  const kept = await findAnswer(platform, claim)
  if (!kept?.body) throw new Error('A key without an answer.')
  if (!Buffer.from(kept.contentHash).equals(claim.contentHash))
    throw new Refusal(
      'IDEMPOTENCY_KEY_USED',
      'This Idempotency-Key was used for another request. Choose a new one for each thing that is to be done.',
      { field: 'Idempotency-Key' },
    )
  return { body: platform.vault.open<Body>(kept.body), replayed: true }
}

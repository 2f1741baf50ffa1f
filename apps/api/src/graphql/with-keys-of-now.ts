import type { ExecutionResult } from 'graphql'
import { UnknownSealingKey } from '../platform/crypto.ts'
import type { Platform } from '../platform/platform.ts'

/**
 * What is read is read once more, for a context of its own, when some of it was sealed with a key that this process had not heard of: the
 * ring is read again in between. Keys are announced long enough ahead for this to be rare. What writes is not repeated: its transaction is
 * undone, and whoever sends it again finds the key.
 */
export async function withKeysOfNow(
  { keyRing }: Platform,
  writes: boolean,
  run: () => Promise<ExecutionResult>,
  renew: () => Promise<void>,
): Promise<ExecutionResult> {
  const result = await run()
  if (writes || !keyRing || !result.errors?.some((error) => isUnknownKey(error))) return result
  await keyRing.reload()
  await renew()
  return run()
}

function isUnknownKey(error: unknown): boolean {
  if (error instanceof UnknownSealingKey) return true
  return typeof error === 'object' && error !== null && 'originalError' in error && isUnknownKey(error.originalError)
}

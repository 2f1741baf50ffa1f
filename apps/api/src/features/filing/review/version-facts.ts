import { COMPLETE_VERDICTS } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { findVersion } from '../declaration/index.ts'

/** The version under review, and what the rules said of it when it was frozen. */
export async function versionFacts(platform: Platform, { id, version }: { id: string; version: number }) {
  const frozen = await findVersion(platform, id, version)
  return { frozen, ...(frozen ? { verdict: oneOf(COMPLETE_VERDICTS, frozen.verdict, 'verdict') } : {}) }
}

import type { Verdict } from '@shebao/declaration-rules'
import { VERDICTS } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { findVersion } from '../declaration/declaration.repository.ts'

/** What the rules said of the submitted version when it was frozen. */
export async function verdictOfVersion(
  platform: Platform,
  { id, version }: { id: string; version: number },
): Promise<{ verdict: Verdict | undefined }> {
  const frozen = await findVersion(platform, id, version)
  return { verdict: VERDICTS.find((verdict) => verdict === frozen?.verdict) }
}

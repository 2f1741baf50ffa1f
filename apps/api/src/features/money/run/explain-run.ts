import { explainNoticeSums } from '@shebao/premium'
import type { Explanation } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { listLineSums } from '../notice/index.ts'

/** The notices of a run, insurance by insurance and side by side, over all its employers. */
export async function deriveRun(platform: Platform, runId: string): Promise<Explanation> {
  return explainNoticeSums(await listLineSums(platform, runId))
}

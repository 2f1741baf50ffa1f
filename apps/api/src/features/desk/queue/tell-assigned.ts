import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import type { Telling } from '../../../telling/telling.ts'
import type { WorkRow } from './work.repository.ts'

/** Whoever got a case without taking it, and whoever has it no longer, each once per change. */
export async function tellAssigned(
  platform: Platform,
  { lifecycle, caseId, number }: Pick<WorkRow, 'lifecycle' | 'caseId' | 'number'>,
  { owner, former }: { owner?: string | undefined; former?: string | undefined },
): Promise<void> {
  const key = `work:${lifecycle}:${caseId}:${platform.clock.now().toISOString()}`
  const tellings: Telling[] = []
  if (owner !== undefined) tellings.push({ kind: 'WORK_ASSIGNED', params: { number }, key, to: { accountId: owner } })
  if (former !== undefined)
    tellings.push({ kind: 'WORK_TAKEN_OVER', params: { number }, key, to: { accountId: former } })
  await tell(platform, tellings)
}

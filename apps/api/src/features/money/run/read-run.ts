import { notFound } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findRun } from './run.repository.ts'
import type { RunRow } from './run.repository.ts'

export async function readRun(platform: Platform, id: string): Promise<RunRow> {
  const run = isUuid(id) ? await findRun(platform, id) : null
  if (!run) throw notFound('billing run')
  return run
}

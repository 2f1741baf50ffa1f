import { constants, setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import { actingFor } from '../access/acting-for.ts'
import { tenantOf } from '../access/tenant-of.ts'
import type { Viewer } from '../access/viewer.ts'
import { submitDeclaration } from '../features/filing/inspection/index.ts'
import { submitMonthly } from '../features/filing/monthly/index.ts'
import { savePersonnel } from '../features/filing/personnel/index.ts'
import { openWorkPlatform } from '../open-platform.ts'
import type { LongDeed } from '../platform/long-work.ts'
import type { Platform } from '../platform/platform.ts'
import { asTenant } from '../platform/tenancy.ts'
import { carriedError, carriedOutcome } from './carried.ts'
import { sharedCounts } from './shared-counts.ts'
import type { LongAnswer, LongOrder, WorkerData } from './carried.ts'

/** Whoever only asks something goes first. Elsewhere than on Linux it would be the whole process that steps back. */
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

const deeds: Readonly<Record<LongDeed, (platform: Platform, viewer: Viewer, input: never) => Promise<unknown>>> = {
  SAVE_PERSONNEL: savePersonnel,
  SUBMIT_DECLARATION: submitDeclaration,
  SUBMIT_MONTHLY: submitMonthly,
}

const given = workerData as WorkerData
const counts = sharedCounts(given.counts)
const countEveryMs = 500
// What an earlier thread left is not this one's.
counts.write({ busy: 0, idle: 0, waiting: 0 })

let opening: Promise<Platform> | undefined

/** Opened once; where that failed, as while the database is away, whoever comes next tries again. */
function platformHere(): Promise<Platform> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

async function open(): Promise<Platform> {
  const platform = await openWorkPlatform(given.environment)
  setInterval(() => counts.write(platform.database.connections()), countEveryMs).unref()
  return platform
}

/** What the pool calls on its thread. */
export default async function carryOutHere({ deed, viewer, input }: LongOrder): Promise<LongAnswer> {
  try {
    const platform = await platformHere()
    const { keyRing } = platform
    if (keyRing && !keyRing.isFresh()) await keyRing.reload()
    return carriedOutcome(
      await asTenant(tenantOf(viewer), () => deeds[deed](actingFor(platform, viewer), viewer, input as never)),
    )
  } catch (error) {
    return carriedError(error)
  }
}

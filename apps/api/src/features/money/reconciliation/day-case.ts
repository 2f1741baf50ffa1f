import { stateNamed } from '@shebao/case'
import type { OfficeJob } from '../../../access/viewer.ts'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { dayTable } from './day.lifecycle.ts'
import { insertDays, insertDaysWithMoney, lockDay } from './day.repository.ts'
import type { DayRow } from './day.repository.ts'
import { listSettlers } from './item-view.repository.ts'

export const closeRefusals = [
  'NO_SUCH_DAY',
  'ALREADY_CLOSED',
  'DAY_NOT_OVER',
  'BANK_FILE_MISSING',
  'TREASURY_FILE_MISSING',
  'FILE_HELD',
  'PAGES_MISSING',
  'OPEN_ITEMS',
  'RESOLVED_BY_YOU',
] as const
export type CloseRefusal = (typeof closeRefusals)[number]

export type DayState = (typeof dayTable.states)[number]
type Event = (typeof dayTable.steps)[number]['event']
type Guard = 'DAY_OVER' | 'FILES_THERE' | 'NO_OPEN_ITEM'

interface DayFacts {
  readonly over?: boolean
  /** Whose files are there. */
  readonly files?: readonly string[]
  /** Whether one of them waits for a second person, or a page. */
  readonly held?: boolean
  readonly waiting?: boolean
  readonly openItems?: number
}

export const dayCase: Lifecycle<DayRow, DayState, Event, Guard, DayFacts, CloseRefusal> = {
  table: dayTable,
  what: 'reconciliation day',
  see: 'reconciliation:read',
  lock: lockDay,
  id: ({ day }) => day,
  state: ({ status }) => stateNamed(dayTable, status),
  owner: () => ({}),
  takers: async (platform, { day }) => ({ SETTLE_ITEM: await listSettlers(platform, day) }),
  guards: {
    DAY_OVER: ({ over }) => (over ? [] : ['DAY_NOT_OVER']),
    FILES_THERE({ files = [], held = false, waiting = false }) {
      if (waiting) return ['PAGES_MISSING']
      if (!files.includes('BANK')) return ['BANK_FILE_MISSING']
      if (!files.includes('TREASURY')) return ['TREASURY_FILE_MISSING']
      return held ? ['FILE_HELD'] : []
    },
    NO_OPEN_ITEM: ({ openItems = 1 }) => (openItems === 0 ? [] : ['OPEN_ITEMS']),
  },
}

const opener = { kind: 'SYSTEM', job: 'statement' } as const satisfies OfficeJob

/** Opens days that are not there yet. */
export async function openDays(platform: Platform, days: readonly string[]): Promise<void> {
  await platform.database.transaction(async () => recordOpened(platform, await insertDays(platform, days)))
}

/** Opens days with money that no file came for. */
export async function openDaysWithMoney(platform: Platform, before: string): Promise<void> {
  await platform.database.transaction(async () => recordOpened(platform, await insertDaysWithMoney(platform, before)))
}

async function recordOpened(platform: Platform, days: readonly string[]): Promise<void> {
  for (const day of days) {
    await openCase(platform, dayTable, {
      event: 'OPEN',
      actor: opener,
      origin: opener.job,
      write: () => Promise.resolve({ id: day }),
      trace: () => undefined,
    })
  }
}

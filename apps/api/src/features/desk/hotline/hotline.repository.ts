import type { HotlineCall, Prisma } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'

export type CallRow = HotlineCall
export type CallChange = Prisma.HotlineCallUncheckedUpdateInput

export async function insertCall(
  { database }: Platform,
  call: Prisma.HotlineCallUncheckedCreateInput,
): Promise<CallRow> {
  return database.prisma.hotlineCall.create({ data: call })
}

/** Held until the transaction ends: a telephone platform may send the same keys twice, and two agents press at once. */
export async function lockCall({ database }: Platform, id: string): Promise<CallRow | undefined> {
  if (!isUuid(id)) return undefined
  await database.query({ text: 'SELECT id FROM hotline_call WHERE id = $1::uuid FOR UPDATE' }, [id])
  return (await database.prisma.hotlineCall.findUnique({ where: { id } })) ?? undefined
}

export async function findCall({ database }: Platform, id: string): Promise<CallRow | undefined> {
  if (!isUuid(id)) return undefined
  return (await database.prisma.hotlineCall.findUnique({ where: { id } })) ?? undefined
}

export function changeCall({ database, clock }: Platform, id: string, change: CallChange): Promise<CallRow> {
  return database.prisma.hotlineCall.update({ where: { id }, data: { lastAt: clock.now(), ...change } })
}

const mostShown = 50

/** Who has waited longest first. */
export function listWaiting({ database }: Platform): Promise<CallRow[]> {
  return database.prisma.hotlineCall.findMany({
    where: { status: 'WAITING' },
    orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
    take: mostShown,
  })
}

const mostEarlier = 5

/** A person's calls that are over, the last first. */
export function listEarlierCalls({ database }: Platform, individualId: string): Promise<CallRow[]> {
  return database.prisma.hotlineCall.findMany({
    where: { individualId, status: 'ENDED' },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    take: mostEarlier,
  })
}

export async function findCallOf({ database }: Platform, agentId: string): Promise<CallRow | undefined> {
  return (await database.prisma.hotlineCall.findFirst({ where: { agentId, status: 'WITH_AGENT' } })) ?? undefined
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** After how long without a word an open call is over; a recorded name waits a week for somebody to listen. */
const silence = { dialogue: 5 * minuteMs, line: 30 * minuteMs, recorded: 7 * dayMs }

/** Ends calls that fell silent, and forgets details that did not fit once they count no more. Returns how many calls ended. */
export async function endSilentCalls({ database, clock }: Platform): Promise<number> {
  const now = clock.now()
  const before = (ms: number) => new Date(now.getTime() - ms)
  const { count } = await database.prisma.hotlineCall.updateMany({
    where: {
      OR: [
        { status: 'DIALOGUE', lastAt: { lt: before(silence.dialogue) } },
        { status: { in: ['WAITING', 'WITH_AGENT'] }, recording: null, lastAt: { lt: before(silence.line) } },
        { status: { in: ['WAITING', 'WITH_AGENT'] }, lastAt: { lt: before(silence.recorded) } },
      ],
    },
    data: { status: 'ENDED', outcome: 'SILENT', endedAt: now, dialogue: null, recording: null },
  })
  await database.prisma.hotlineTry.deleteMany({ where: { at: { lt: before(dayMs) } } })
  return count
}

export interface Tried {
  callerHash: Uint8Array<ArrayBuffer> | null
  idHash: Uint8Array<ArrayBuffer>
  cardHash: Uint8Array<ArrayBuffer>
}

export async function insertTry({ database, clock }: Platform, tried: Tried): Promise<void> {
  await database.prisma.hotlineTry.create({ data: { ...tried, at: clock.now() }, select: { id: true } })
}

/** Calls of one caller, about one person or one card are checked one after the other, so that none passes beside another's count. */
export async function holdTried({ database }: Platform, { callerHash, idHash, cardHash }: Tried): Promise<void> {
  const keys = [callerHash, idHash, cardHash].filter((key) => key !== null).map((key) => Buffer.from(key))
  await database.query(
    {
      name: 'hotline-hold-tried',
      text: `SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(encode(hash, 'hex'), 5) AS key
        FROM unnest($1::bytea[]) AS hash ORDER BY key) AS keys`,
    },
    [keys],
  )
}

/** Wrong details of a caller within an hour are as many as are allowed. */
export async function isCallerBlocked(
  platform: Platform,
  callerHash: Uint8Array<ArrayBuffer> | null,
): Promise<boolean> {
  if (!callerHash) return false
  const since = new Date(platform.clock.now().getTime() - 60 * minuteMs)
  const count = await platform.database.prisma.hotlineTry.count({ where: { callerHash, at: { gt: since } } })
  return count >= (await figureOn(platform, 'HOTLINE_CALLER_TRIES'))
}

/** Wrong details about one person or one card within a day are as many as are allowed. */
export async function isSubjectBlocked(
  platform: Platform,
  { idHash, cardHash }: Pick<Tried, 'idHash' | 'cardHash'>,
): Promise<boolean> {
  const at = { gt: new Date(platform.clock.now().getTime() - dayMs) }
  const most = await figureOn(platform, 'HOTLINE_PERSON_TRIES')
  const tries = platform.database.prisma.hotlineTry
  const counts = await Promise.all([tries.count({ where: { idHash, at } }), tries.count({ where: { cardHash, at } })])
  return counts.some((count) => count >= most)
}

import type { CallOutcome } from '@shebao/hotline'
import { isUuid } from '../../../access/uuid.ts'
import type { KeysetValue } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'

/** Calls that ended on a day of the office with one code. */
export interface CallCount {
  readonly day: string
  readonly outcome: string
  readonly calls: number
}

export interface EndedCall {
  readonly id: string
  readonly endedAt: Date
  readonly wish: string | null
  readonly language: string
  readonly outcome: string
  readonly agentName: string | null
}

/** Midnight of the office, in which nobody changes the clock. */
const dayAt = (day: string, plus = 0) => new Date(Date.parse(`${day}T00:00:00+08:00`) + plus * 86_400_000)

/** From the first to the last day, the latest first. */
export function countEndedCalls({ database }: Platform, from: string, to: string): Promise<CallCount[]> {
  return database.query<CallCount>(
    {
      name: 'hotline-calls-by-day',
      text: `SELECT to_char(ended_at + interval '8 hours', 'YYYY-MM-DD') AS day, outcome, count(*)::int AS calls FROM hotline_call
        WHERE status = 'ENDED' AND ended_at >= $1 AND ended_at < $2 GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
    },
    [dayAt(from), dayAt(to, 1)],
  )
}

/** The calls behind a figure, the latest first: nothing of who called. */
export function listEndedCalls(
  { database }: Platform,
  { from, to, outcome }: { from: string; to: string; outcome: CallOutcome | undefined },
  after: readonly KeysetValue[] | undefined,
  limit: number,
): Promise<EndedCall[]> {
  const [endedAt = null, id = null] = after ?? []
  return database.query<EndedCall>(
    {
      name: 'hotline-calls-ended',
      text: `SELECT call.id::text, call.ended_at AS "endedAt", call.wish, call.language, call.outcome, agent.display_name AS "agentName"
        FROM hotline_call call LEFT JOIN account agent ON agent.id = call.agent_id
        WHERE call.status = 'ENDED' AND call.ended_at >= $1 AND call.ended_at < $2 AND ($3::text IS NULL OR call.outcome = $3)
          AND ($4::timestamp IS NULL OR (call.ended_at, call.id) < ($4, $5::uuid))
        ORDER BY call.ended_at DESC, call.id DESC LIMIT $6`,
    },
    [
      dayAt(from),
      dayAt(to, 1),
      outcome ?? null,
      typeof endedAt === 'string' ? new Date(endedAt) : null,
      typeof id === 'string' && isUuid(id) ? id : null,
      limit,
    ],
  )
}

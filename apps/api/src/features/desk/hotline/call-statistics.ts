import { addDays, civilDate, isCivilDate, oneOf } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { callOutcomeNames, callOutcomes } from '@shebao/hotline'
import type { CallOutcome } from '@shebao/hotline'
import type { TableFormat } from '@shebao/intake'
import { writeCsv, writeXlsx } from '@shebao/roster'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countEndedCalls, listEndedCalls } from './call-statistics.repository.ts'
import type { CallCount, EndedCall } from './call-statistics.repository.ts'

export interface CallDays {
  readonly from: string
  readonly to: string
}
const mostDays = 92

/** How calls ended, by day and code. */
export function readCallCounts(platform: Platform, asker: Viewer | undefined, days: CallDays): Promise<CallCount[]> {
  requireMay(asker, 'hotline:statistics')
  const { from, to } = checked(days)
  return countEndedCalls(platform, from, to)
}

export function readEndedCalls(
  platform: Platform,
  asker: Viewer | undefined,
  { outcome, ...args }: CallDays & KeysetArgs & { outcome?: CallOutcome | null | undefined },
): Promise<EndedCall[]> {
  requireMay(asker, 'hotline:statistics')
  const days = checked(args)
  return listEndedCalls(platform, { ...days, outcome: outcome ?? undefined }, decodeCursor(args, 2), pageSize(args) + 1)
}

function checked({ from, to }: CallDays): CallDays {
  if (!isCivilDate(from)) throw badInput('from', 'A day is needed.')
  if (!isCivilDate(to) || to < from || to >= addDays(civilDate(from), mostDays))
    throw badInput('to', `From the first day on, at most ${mostDays} days.`)
  return { from, to }
}

interface CallsWanted extends CallDays {
  readonly language: Language
  readonly format: TableFormat
  readonly origin: string
}

const minuteOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** A file of the counts, which says who took it and when; the trail says the same. */
export async function exportCallCounts(
  platform: Platform,
  asker: Viewer | undefined,
  { language, format, origin, ...days }: CallsWanted,
) {
  const viewer = requireMay(asker, 'hotline:export')
  const { from, to } = checked(days)
  const counts = await countEndedCalls(platform, from, to)
  const at = minuteOf(platform.clock.now())
  const english = language === 'en'
  const mark = english
    ? `Calls to 12333, ${from} to ${to} · by ${viewer.displayName} · ${at} · for the office's own use`
    : `12333 来电 ${from} 至 ${to} · 导出人 ${viewer.displayName} · ${at} · 仅供本机构内部使用`
  const names = callOutcomeNames[language]
  const lines = [
    [mark],
    english ? ['Day', 'How it ended', 'Calls'] : ['日期', '结果', '来电数'],
    ...counts.map(({ day, outcome, calls }) => [day, names[oneOf(callOutcomes, outcome, 'outcome')], String(calls)]),
  ]
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    role: actingRole(viewer, 'hotline:export'),
    origin,
    action: 'EXPORT_HOTLINE_STATISTICS',
    recordType: 'HotlineCall',
    recordId: `${from}..${to}`,
    change: { from, to, lines: counts.length },
  })
  const figures = [false, false, true]
  const sheet = { name: english ? 'Calls' : '来电', rows: lines, headRow: 1, figures }
  return { name: `12333-${from}-${to}`, format, bytes: format === 'csv' ? writeCsv(lines, figures) : writeXlsx(sheet) }
}

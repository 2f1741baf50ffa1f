import { openPlatform } from '../open-platform.ts'
import type { ChainState } from '../platform/audit-chain.ts'
import { readMigrationState } from '../platform/migration-state.ts'
import { exitCodes } from './terminal.ts'
import type { Command } from './terminal.ts'

const words = {
  'zh-CN': {
    usage: '用法：shebao audit verify',
    older: '数据库属于较早的版本，请先运行 shebao upgrade。',
    whole: ({ linked, waiting }: ChainState) => `审计日志完整：已核对 ${linked} 条，另有 ${waiting} 条尚未相连。`,
    headGone: '审计日志的链尾记录已丢失或被改动。',
    broken: (seq: bigint) => `审计日志已被改动：第 ${seq} 条与封存时不符（被修改、删除、插入或调换）。`,
    missing: (count: bigint) => `审计日志末尾缺少 ${count} 条。`,
  },
  en: {
    usage: 'Usage: shebao audit verify',
    older: 'The database is of an earlier release: run shebao upgrade first.',
    whole: ({ linked, waiting }: ChainState) =>
      `The audit trail is whole: ${linked} entries recomputed, ${waiting} not chained yet.`,
    headGone: 'What is kept of the end of the audit trail is gone or was changed.',
    broken: (seq: bigint) =>
      `The audit trail was tampered with: entry ${seq} is not as it was sealed (changed, deleted, slipped in or moved).`,
    missing: (count: bigint) => `${count} entries are missing at the end of the audit trail.`,
  },
} as const

/** Recomputes every hash of the trail and says the first entry that does not fit. */
export const auditVerify: Command = async ({ environment, logger, say, note }, argv) => {
  const t = words[environment.language]
  if (argv.length > 0) {
    note(t.usage)
    return exitCodes.usage
  }
  const { platform, close } = await openPlatform(environment, logger, 'BEFORE_UPGRADE')
  try {
    if ((await readMigrationState(platform.database)).waiting.length > 0) {
      note(t.older)
      return exitCodes.refused
    }
    const state = await platform.audit.check()
    if (state.firstBreak === undefined && state.missing === 0n) {
      say(t.whole(state))
      return exitCodes.done
    }
    if (state.firstBreak !== undefined) note(state.firstBreak === 0n ? t.headGone : t.broken(state.firstBreak))
    if (state.missing > 0n) note(t.missing(state.missing))
    return exitCodes.refused
  } finally {
    await close()
  }
}

import type { FiringAlert } from '../operations/firing-alerts.ts'
import { exitCodes } from './terminal.ts'
import type { Command } from './terminal.ts'

const words = {
  'zh-CN': {
    usage: '用法：shebao alerts',
    token: '没有设置 SHEBAO_METRICS_TOKEN：服务不提供此信息。',
    none: '没有告警。',
    away: (url: string) => `服务没有应答：${url}`,
    urgency: { NOW: '立即', TODAY: '当日' },
  },
  en: {
    usage: 'Usage: shebao alerts',
    token: 'SHEBAO_METRICS_TOKEN is not set: the server does not tell.',
    none: 'Nothing is wrong.',
    away: (url: string) => `The server does not answer: ${url}`,
    urgency: { NOW: 'NOW', TODAY: 'TODAY' },
  },
} as const

const longestMs = 30_000

/**
 * Asks the server that runs with these settings what is wrong with it and its office, for whoever watches it from a timer: one line
 * each, and 1 for the shell. A server that does not answer is the first of them.
 */
export const alerts: Command = async ({ environment, say, note }, argv) => {
  const t = words[environment.language]
  const { metricsToken, port } = environment
  if (argv.length > 0) {
    note(t.usage)
    return exitCodes.usage
  }
  if (metricsToken === undefined) {
    note(t.token)
    return exitCodes.usage
  }
  const host = environment.host === '0.0.0.0' ? '127.0.0.1' : environment.host
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/alerts`
  const firing = await ask(url, metricsToken)
  if (!firing) {
    say(t.away(url))
    return exitCodes.refused
  }
  if (firing.length === 0) {
    note(t.none)
    return exitCodes.done
  }
  for (const { name, urgency, words: said, labels } of firing) {
    const which = Object.values(labels).join(', ')
    say(`${t.urgency[urgency]}  ${name}${which ? ` (${which})` : ''}: ${said[environment.language]}`)
  }
  return exitCodes.refused
}

async function ask(url: string, token: string): Promise<FiringAlert[] | undefined> {
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(longestMs),
    })
    return answer.ok ? ((await answer.json()) as { firing: FiringAlert[] }).firing : undefined
  } catch {
    return undefined
  }
}

import type { Language } from '@shebao/kernel'

export type { Language } from '@shebao/kernel'

/** The language of the terminal: the first locale variable that is set decides, as POSIX orders them. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>> = process.env): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh-CN' : 'en'
}

/** The language an option names (`zh` and `zh_CN` will do); undefined when it is neither of ours. */
export function findLanguage(option: string): Language | undefined {
  if (/^zh([-_]|$)/i.test(option)) return 'zh-CN'
  return /^en([-_]|$)/i.test(option) ? 'en' : undefined
}

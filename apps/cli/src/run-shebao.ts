import { EXIT } from './exit-code.ts'
import { terminalLanguage } from './language.ts'

interface Command {
  readonly run: (argv: string[]) => Promise<number>
}

/** Loaded when asked for, so that no command pays for another's packages. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', () => import('./commands/check.ts')],
  ['file', () => import('./commands/file.ts')],
  ['id', () => import('./commands/id.ts')],
  ['late-fee', () => import('./commands/late-fee.ts')],
  ['parameters', () => import('./commands/parameters.ts')],
  ['premium', () => import('./commands/premium.ts')],
])

const USAGE = {
  'zh-CN': '用法：shebao <命令> [参数]\n命令：',
  en: 'Usage: shebao <command> [arguments]\nCommands: ',
} as const

/** They need its database and stand with the server (`apps/api/src/terminal`); `npm run -s shebao` knows both. */
const OF_THE_OFFICE = {
  'zh-CN':
    '经办机构的命令（npm run -s shebao -- …）：office create, office change, office new-key, audit verify, keys status, keys rotate, keys reseal, keys retire, keys rewrap, backup, restore, verify, upgrade, export, import',
  en: 'Commands of the office (npm run -s shebao -- …): office create, office change, office new-key, audit verify, keys status, keys rotate, keys reseal, keys retire, keys rewrap, backup, restore, verify, upgrade, export, import',
} as const

/** Finds the command and runs it; each says its own usage. Writes to stdout and stderr, answers with the exit code. */
export async function runShebao([name, ...argv]: readonly string[]): Promise<number> {
  const load = name === undefined ? undefined : COMMANDS.get(name)
  if (load !== undefined) return (await load()).run(argv)
  const language = terminalLanguage()
  const usage = `${USAGE[language]}${[...COMMANDS.keys()].join(', ')}\n${OF_THE_OFFICE[language]}\n`
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage)
    return EXIT.ok
  }
  process.stderr.write(usage)
  return EXIT.usage
}

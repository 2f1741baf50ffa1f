import { Unfit, unfitExitCode } from '../fitness/lack.ts'
import { asOffice } from '../platform/tenancy.ts'
import { alerts } from './alerts.ts'
import { auditVerify } from './audit-verify.ts'
import { backup, restore, upgrade, verify } from './backup-commands.ts'
import { exportCommand, importCommand } from './export-commands.ts'
import { keysReseal, keysRetire, keysRewrap, keysRotate, keysStatus } from './keys-commands.ts'
import { officeChange } from './office-change.ts'
import { officeKey } from './office-key.ts'
import { officeCreate } from './office-create.ts'
import { exitCodes } from './terminal.ts'
import type { Command, Terminal } from './terminal.ts'

/** By the words they are asked with. */
const commands: ReadonlyMap<string, Command> = new Map([
  ['office create', officeCreate],
  ['office change', officeChange],
  ['office new-key', officeKey],
  ['audit verify', auditVerify],
  ['alerts', alerts],
  ['keys status', keysStatus],
  ['keys rotate', keysRotate],
  ['keys reseal', keysReseal],
  ['keys retire', keysRetire],
  ['keys rewrap', keysRewrap],
  ['backup', backup],
  ['restore', restore],
  ['verify', verify],
  ['upgrade', upgrade],
  ['export', exportCommand],
  ['import', importCommand],
])

const usage = {
  'zh-CN': '用法：shebao <命令> [参数]\n经办机构的命令：',
  en: 'Usage: shebao <command> [arguments]\nCommands of the office: ',
} as const

/** Runs what is asked and answers with the exit code. */
export async function runCommand(terminal: Terminal, argv: readonly string[]): Promise<number> {
  const words = [2, 1].map((count) => argv.slice(0, count).join(' ')).find((name) => commands.has(name))
  const command = words === undefined ? undefined : commands.get(words)
  if (words === undefined || command === undefined) {
    terminal.note(`${usage[terminal.environment.language]}${[...commands.keys()].join(', ')}`)
    return exitCodes.usage
  }
  try {
    return await asOffice('COMMAND', () => command(terminal, argv.slice(words.split(' ').length)))
  } catch (error) {
    terminal.note(error instanceof Error ? error.message : String(error))
    return error instanceof Unfit ? unfitExitCode : exitCodes.refused
  }
}

import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { backupsFolder, makeBackup } from '../backup/make-backup.ts'
import type { Backup } from '../backup/make-backup.ts'
import { ProgramMissing } from '../backup/postgres-programs.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import type { RestoreRefusal } from '../backup/restore-backup.ts'
import { verifyBackup, verifyOffice } from '../backup/verify-office.ts'
import type { Check } from '../backup/verify-office.ts'
import { openPlatform } from '../open-platform.ts'
import { lockDirectory } from '../platform/lock-directory.ts'
import { readMigrationState } from '../platform/migration-state.ts'
import { backupWords } from './backup-words.ts'
import { exitCodes } from './terminal.ts'
import type { Command, Terminal } from './terminal.ts'

const wordsOf = ({ environment }: Terminal) => backupWords[environment.language]

interface Asked {
  to: string | undefined
  folder: string | undefined
}

/** `--to` and one folder, where the command takes them; undefined when it was asked otherwise. */
function read(argv: readonly string[], takes: { to?: true; folder?: true }): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: takes.to ? { to: { type: 'string' } } : {},
      allowPositionals: takes.folder === true,
    })
    const { to } = values
    if (positionals.length > 1) return undefined
    return { to: typeof to === 'string' ? resolve(to) : undefined, folder: positionals[0] && resolve(positionals[0]) }
  } catch {
    return undefined
  }
}

function usage(terminal: Terminal, words: string): number {
  terminal.note(words)
  return exitCodes.usage
}

/** The client tools of PostgreSQL are the operator's to install. */
const withPrograms =
  (command: Command): Command =>
  async (terminal, argv) => {
    try {
      return await command(terminal, argv)
    } catch (error) {
      if (!(error instanceof ProgramMissing)) throw error
      terminal.note(wordsOf(terminal).programMissing(error.program))
      return exitCodes.refused
    }
  }

function tellBackup(terminal: Terminal, { folder, manifest }: Backup): void {
  const words = wordsOf(terminal)
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  terminal.say(words.made(folder, manifest.files.length, (bytes / 1e6).toFixed(1)))
  terminal.say(manifest.keyIncluded ? words.keyInside : words.keyElsewhere(manifest.keyFingerprint))
}

export function tellChecks(terminal: Terminal, checks: readonly Check[]): number {
  const words = wordsOf(terminal)
  for (const { name, ok, details } of checks)
    terminal.say(`${ok ? words.good : words.bad}  ${words.check[name]}`, ...details.map((detail) => `    ${detail}`))
  const good = checks.every(({ ok }) => ok)
  if (good) terminal.say(words.allGood)
  return good ? exitCodes.done : exitCodes.refused
}

export const backup = withPrograms(async (terminal, argv) => {
  const to = read(argv, { to: true })?.to
  if (to === undefined) return usage(terminal, wordsOf(terminal).usageBackup)
  tellBackup(terminal, await makeBackup(terminal.environment, terminal.logger, to))
  return exitCodes.done
})

export const verify = withPrograms(async (terminal, argv) => {
  const asked = read(argv, { folder: true })
  if (!asked) return usage(terminal, wordsOf(terminal).usageVerify)
  const { environment, logger } = terminal
  return tellChecks(
    terminal,
    asked.folder === undefined
      ? await verifyOffice(environment, logger, 'BEFORE_UPGRADE')
      : await verifyBackup(environment, logger, asked.folder),
  )
})

export const restore = withPrograms(async (terminal, argv) => {
  const words = wordsOf(terminal)
  const folder = read(argv, { folder: true })?.folder
  if (folder === undefined) return usage(terminal, words.usageRestore)
  const outcome = await restoreBackup(terminal.environment, folder)
  if (outcome.kind !== 'RESTORED') {
    terminal.note(wordOfRefusal(terminal, outcome))
    return exitCodes.refused
  }
  terminal.say(outcome.upgradeNeeded ? words.restoredOlder : words.restored)
  if (outcome.upgradeNeeded) return exitCodes.done
  return tellChecks(terminal, await verifyOffice(terminal.environment, terminal.logger, 'AS_IT_IS'))
})

function wordOfRefusal(terminal: Terminal, refusal: RestoreRefusal): string {
  const words = wordsOf(terminal)
  switch (refusal.kind) {
    case 'DAMAGED':
      return words.damaged(refusal.files.slice(0, 10).join(', '))
    case 'OTHER_DATABASE':
      return words.otherDatabase[refusal.database]
    case 'LATER_RELEASE':
      return words.laterRelease
    case 'KEY_NEEDED':
      return words.keyNeeded(refusal.fingerprint)
    case 'NOT_EMPTY':
      return words.notEmpty[refusal.what]
  }
}

/** A backup first, then what is new, then whether everything is right; while no server runs on it. */
export const upgrade = withPrograms(async (terminal, argv) => {
  const words = wordsOf(terminal)
  const asked = read(argv, { to: true })
  if (!asked) return usage(terminal, words.usageUpgrade)
  const { environment, logger } = terminal
  const release = await lockDirectory(environment.dataDirectory, 'server')
  try {
    const waiting = await countWaiting(terminal)
    if (waiting === 0) {
      terminal.say(words.nothingToUpgrade)
      return exitCodes.done
    }
    tellBackup(terminal, await makeBackup(environment, logger, asked.to ?? backupsFolder(environment)))
    const { close } = await openPlatform(environment, logger, 'SET_UP')
    await close()
    terminal.say(words.upgraded(waiting))
    return tellChecks(terminal, await verifyOffice(environment, logger, 'AS_IT_IS'))
  } finally {
    release()
  }
})

async function countWaiting({ environment, logger }: Terminal): Promise<number> {
  const { platform, close } = await openPlatform(environment, logger, 'BEFORE_UPGRADE')
  try {
    return (await readMigrationState(platform.database)).waiting.length
  } finally {
    await close()
  }
}

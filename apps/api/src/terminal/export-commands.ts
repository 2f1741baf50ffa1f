import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyOffice } from '../backup/verify-office.ts'
import { importOffice } from '../export/import-office.ts'
import type { ImportRefusal } from '../export/import-office.ts'
import type { ExportManifest } from '../export/export-manifest.ts'
import { exportOffice } from '../export/write-export.ts'
import { openPlatform } from '../open-platform.ts'
import { tellChecks } from './backup-commands.ts'
import { exportWords } from './export-words.ts'
import { exitCodes } from './terminal.ts'
import type { Command, Terminal } from './terminal.ts'

interface ExportOptions {
  to: string
  readable: boolean
  reason: string
}

function readOptions(argv: readonly string[]): ExportOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { to: { type: 'string' }, readable: { type: 'boolean' }, reason: { type: 'string' } },
    })
    if (values.to === undefined) return undefined
    return { to: resolve(values.to), readable: values.readable === true, reason: values.reason?.trim() ?? '' }
  } catch {
    return undefined
  }
}

function refuse(terminal: Terminal, why: string, code: number = exitCodes.refused): number {
  terminal.note(why)
  return code
}

const rowsOf = ({ tables }: ExportManifest) => tables.reduce((sum, { rows }) => sum + rows, 0)

/** Everything in open formats; what is sealed stays so unless it is asked for in clear, with a reason that the trail keeps. */
export const exportCommand: Command = async (terminal, argv) => {
  const words = exportWords[terminal.environment.language]
  const asked = readOptions(argv)
  if (!asked) return refuse(terminal, words.usageExport, exitCodes.usage)
  if (asked.readable !== (asked.reason !== '')) return refuse(terminal, words.reasonNeeded, exitCodes.usage)
  const { platform, connectionString, close } = await openPlatform(terminal.environment, terminal.logger, 'AS_IT_IS')
  try {
    const readable = asked.readable ? { reason: asked.reason } : undefined
    const { folder, manifest } = await exportOffice(platform, connectionString, { into: asked.to, readable })
    const { tables, attachments, missingAttachments, keyFingerprint } = manifest
    terminal.say(words.exported(folder, tables.length, rowsOf(manifest), attachments.length))
    terminal.say(manifest.readable ? words.inClear : words.sealed(keyFingerprint))
    if (missingAttachments.length > 0) terminal.note(words.missing(missingAttachments.length))
    return exitCodes.done
  } finally {
    await close()
  }
}

export const importCommand: Command = async (terminal, argv) => {
  const words = exportWords[terminal.environment.language]
  const unsignedToo = argv.includes('--unsigned')
  const [folder, ...more] = argv.filter((word) => word !== '--unsigned')
  if (folder === undefined || folder.startsWith('-') || more.length > 0)
    return refuse(terminal, words.usageImport, exitCodes.usage)
  const outcome = await importOffice(terminal.environment, terminal.logger, resolve(folder), { unsignedToo })
  if (outcome.kind !== 'IMPORTED') return refuse(terminal, wordOfRefusal(terminal, outcome))
  terminal.say(words.imported(outcome.manifest.tables.length, rowsOf(outcome.manifest)))
  return tellChecks(terminal, await verifyOffice(terminal.environment, terminal.logger, 'AS_IT_IS'))
}

function wordOfRefusal(terminal: Terminal, refusal: ImportRefusal): string {
  const { refused } = exportWords[terminal.environment.language]
  switch (refusal.kind) {
    case 'DAMAGED':
      return refused.DAMAGED(refusal)
    case 'EARLIER_RELEASE':
      return refused.EARLIER_RELEASE(refusal)
    case 'LATER_RELEASE':
      return refused.LATER_RELEASE(refusal)
    case 'KEY_NEEDED':
      return refused.KEY_NEEDED(refusal)
    case 'UNSIGNED':
      return refused.UNSIGNED(refusal)
    case 'FORGED':
      return refused.FORGED(refusal)
    case 'NOT_EMPTY':
      return refused.NOT_EMPTY(refusal)
    case 'DIFFERENT':
      return refused.DIFFERENT(refusal)
  }
}

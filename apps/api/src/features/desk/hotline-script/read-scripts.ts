import { figurePlaceholders, scriptMatters } from '@shebao/hotline'
import type { FigurePlaceholder, ScriptMatter } from '@shebao/hotline'
import { addDays, civilDate } from '@shebao/kernel'
import { decodeCursor, keysetPage, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figuresOn } from '../../../platform/service-figures.ts'
import type { ServiceFigureName } from '../../../platform/service-figures.ts'
import { findStepDays } from '../transfer/index.ts'
import { insertReleased, listStanding, listVersions } from './hotline-script.repository.ts'
import type { ScriptRow } from './hotline-script.repository.ts'
import { releasedOn, releasedScripts, reviewDays } from './released-scripts.ts'

/** Gives an office what came with the release, for every matter of which it has nothing, in every mode. */
export function ensureScripts(platform: Platform): Promise<void> {
  const reviewDueOn = addDays(civilDate(releasedOn), reviewDays)
  const scripts = scriptMatters.map((matter) => ({
    ...releasedScripts[matter],
    matter,
    reviewedOn: releasedOn,
    reviewDueOn,
  }))
  return insertReleased(platform, scripts)
}

export interface StandingScript {
  matter: ScriptMatter
  inUse: ScriptRow | undefined
  waiting: ScriptRow | undefined
}

/** Every matter as it stands, in the order of a call. */
export async function readScripts(platform: Platform, asker: Viewer | undefined): Promise<StandingScript[]> {
  requireMay(asker, 'hotline-script:read')
  const standing = await listStanding(platform)
  return scriptMatters.map((matter) => standingOf(matter, standing))
}

export async function readScript(
  platform: Platform,
  asker: Viewer | undefined,
  matter: ScriptMatter,
): Promise<StandingScript> {
  requireMay(asker, 'hotline-script:read')
  return standingOf(matter, await listStanding(platform, matter))
}

function standingOf(matter: ScriptMatter, standing: readonly ScriptRow[]): StandingScript {
  const own = standing.filter((row) => row.matter === matter)
  return {
    matter,
    inUse: own.find(({ status }) => status === 'PUBLISHED'),
    waiting: own.find(({ status }) => status === 'PROPOSED'),
  }
}

/** Whatever was proposed of a matter, newest first. */
export async function readVersions(
  platform: Platform,
  asker: Viewer | undefined,
  { matter, ...args }: KeysetArgs & { matter: ScriptMatter },
) {
  requireMay(asker, 'hotline-script:read')
  const [version] = decodeCursor(args, 1) ?? []
  const before = version === undefined ? undefined : Number(version)
  if (before !== undefined && !Number.isSafeInteger(before)) throw badInput('after', 'This is no cursor of this list.')
  const rows = await listVersions(platform, { matter, before, limit: pageSize(args) + 1 })
  return keysetPage(rows, args, (row) => [String(row.version)])
}

/** Which figure of the office stands for a name; that of transfers is kept with them. */
const figureOf = {
  lossDays: 'CARD_LOSS_DAYS',
  readyDays: 'CARD_READY_DAYS',
  temporaryDays: 'CARD_TEMPORARY_DAYS',
  pinTries: 'CARD_PIN_TRIES',
  answerDays: 'QUESTION_ANSWER_DAYS',
  reopenDays: 'QUESTION_REOPEN_DAYS',
  checks: 'HOTLINE_CALL_CHECKS',
} as const satisfies Readonly<Record<Exclude<FigurePlaceholder, 'transferDays'>, ServiceFigureName>>

export interface ScriptFigure {
  readonly name: FigurePlaceholder
  readonly value: number
}

/** What stands for the names of scripts today: agents say what holds, whatever it was when a script was written. */
export async function readFigures(platform: Platform, asker: Viewer | undefined): Promise<ScriptFigure[]> {
  requireMay(asker, 'hotline-script:read')
  const [held, transferDays] = await Promise.all([
    figuresOn(platform, Object.values(figureOf), platform.clock.today()),
    findStepDays(platform),
  ])
  return figurePlaceholders.map((name) => ({
    name,
    value: name === 'transferDays' ? transferDays : held[figureOf[name]],
  }))
}

import { openPlatform } from '../open-platform.ts'
import { announcedMs, rewrapKeys, rotateKey } from '../platform/key-ring.ts'
import { readKeyStates, resealAll, retireKey } from '../platform/key-work.ts'
import type { Platform } from '../platform/platform.ts'
import { findSecretKeys } from '../platform/secret-key.ts'
import { keysWords, timeOf } from './keys-words.ts'
import { terminalOrigin } from './office-create.ts'
import { exitCodes } from './terminal.ts'
import type { Command, Terminal } from './terminal.ts'

const wordsOf = ({ environment }: Terminal) => keysWords[environment.language]

/** On the platform as it is; a database of another release is refused. */
async function onPlatform(terminal: Terminal, act: (platform: Platform) => Promise<number>): Promise<number> {
  const { platform, close } = await openPlatform(terminal.environment, terminal.logger, 'AS_IT_IS')
  try {
    return await act(platform)
  } finally {
    await close()
  }
}

function refuse(terminal: Terminal, words: string): number {
  terminal.note(words)
  return exitCodes.refused
}

/** What takes `--yes` and nothing else. */
const confirmed = (argv: readonly string[]) => argv.length === 1 && argv[0] === '--yes'

function misread(terminal: Terminal, words: string): number {
  terminal.note(words)
  return exitCodes.usage
}

type AuditAction = 'SEALING_KEY_MADE' | 'SEALING_KEY_RETIRED' | 'SECRET_KEY_REPLACED'

const noteOf = (platform: Platform, action: AuditAction) => (key: number | string) =>
  platform.audit.record({
    actorKind: 'SYSTEM',
    origin: terminalOrigin,
    action,
    recordType: 'SealingKey',
    recordId: String(key),
  })

/** `keys status`: which keys there are, how much is sealed with each, and how far the newest has come. */
export const keysStatus: Command = async (terminal, argv) => {
  const words = wordsOf(terminal)
  if (argv.length > 0) return misread(terminal, words.usage)
  return onPlatform(terminal, async (platform) => {
    const { keys, places } = await readKeyStates(platform)
    terminal.say(...keys.map(words.key))
    const sealing = keys.find(({ state }) => state === 'SEALS')
    const others = keys.filter(({ number, values }) => number !== sealing?.number && values > 0n)
    if (others.length === 0) terminal.say(words.nothingLeft)
    const left = places.filter(({ done }) => !done)
    if (left.length > 0) terminal.say(words.left(left))
    const lost = places.reduce((sum, place) => sum + place.lost, 0)
    if (lost > 0) terminal.say(words.lost(lost))
    return exitCodes.done
  })
}

/** `keys rotate --yes`: announces another key. The office works on; the job seals everything anew. */
export const keysRotate: Command = async (terminal, argv) => {
  const words = wordsOf(terminal)
  if (!confirmed(argv)) return misread(terminal, words.confirmRotate)
  return onPlatform(terminal, async (platform) => {
    const { database, environment } = platform
    // The embedded database is one process's, which is not running while this is.
    const aheadMs = environment.databaseUrl === undefined ? 0 : announcedMs
    const note = noteOf(platform, 'SEALING_KEY_MADE')
    const outcome = await rotateKey(database, findSecretKeys(environment), aheadMs, note)
    if (outcome.kind !== 'ANNOUNCED') return refuse(terminal, outcome.kind === 'FULL' ? words.full : words.already)
    terminal.say(words.announced(outcome.number, timeOf(outcome.sealsFrom)))
    return exitCodes.done
  })
}

/** `keys reseal`: what the job does every minute, at once and to the end. */
export const keysReseal: Command = async (terminal, argv) => {
  const words = wordsOf(terminal)
  if (argv.length > 0) return misread(terminal, words.usage)
  return onPlatform(terminal, async (platform) => {
    let at = ''
    const told = (place: string) => {
      if (place !== at) terminal.note(words.at(place))
      at = place
    }
    const outcome = await resealAll(platform, { until: Number.POSITIVE_INFINITY, told })
    if (outcome === 'NOT_YET') return refuse(terminal, words.notYet)
    if (outcome === 'MORE') return refuse(terminal, words.more)
    terminal.say(outcome === 'DONE' ? words.resealed : words.nothingLeft)
    return exitCodes.done
  })
}

/** `keys retire <number> --yes`: destroys a key that nothing is sealed with. */
export const keysRetire: Command = async (terminal, argv) => {
  const words = wordsOf(terminal)
  const [written = '', ...rest] = argv
  const number = /^\d{1,3}$/.test(written) ? Number(written) : undefined
  if (number === undefined) return misread(terminal, words.usage)
  if (!confirmed(rest)) return misread(terminal, words.confirmRetire(number))
  return onPlatform(terminal, async (platform) => {
    const note = noteOf(platform, 'SEALING_KEY_RETIRED')
    const outcome = await retireKey(platform, number, () => note(number))
    if (outcome.kind === 'IN_USE') return refuse(terminal, words.refused.IN_USE(number, outcome.values))
    if (outcome.kind !== 'RETIRED') return refuse(terminal, words.refused[outcome.kind](number))
    terminal.say(words.retired(number))
    return exitCodes.done
  })
}

/** `keys rewrap --yes`: puts the keys under the new secret key, the old one being given beside it. */
export const keysRewrap: Command = async (terminal, argv) => {
  const words = wordsOf(terminal)
  if (!confirmed(argv)) return misread(terminal, words.confirmRewrap)
  if (!terminal.environment.oldSecretKey) return misread(terminal, words.noOldSecret)
  return onPlatform(terminal, async (platform) => {
    const note = noteOf(platform, 'SECRET_KEY_REPLACED')
    const changed = await rewrapKeys(platform.database, findSecretKeys(terminal.environment), () => note('secret'))
    terminal.say(changed ? words.rewrapped : words.sameSecret)
    return exitCodes.done
  })
}

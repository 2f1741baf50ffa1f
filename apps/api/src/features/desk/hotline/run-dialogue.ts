import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { CardRefusal, workCardByPhone } from '../../register/card/index.ts'
import { checkDetails } from './check-details.ts'
import { afterCheck, afterName, afterReport, hear, opening } from './dialogue.ts'
import type { Dialogue, Turn } from './dialogue.ts'
import { dialogueDocument } from './hotline-document.ts'
import { changeCall, insertCall, isCallerBlocked, lockCall } from './hotline.repository.ts'
import type { CallRow } from './hotline.repository.ts'

const job = { kind: 'SYSTEM', job: 'hotline' } as const
const origin = 'hotline'
const longestCaller = 60

/** 138****5678; of a number that is no mobile the last two digits. */
function maskCaller(digits: string): string {
  if (digits === '') return ''
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}

/** A call comes in: tel:+8613800000000 or sip:13800000000@…, or nothing where the number is withheld. */
export async function beginCall(platform: Platform, caller: string): Promise<string> {
  const digits = /\d{3,15}/.exec(caller.slice(0, longestCaller))?.[0] ?? ''
  const callerHash = digits === '' ? null : platform.vault.lookupHash('hotline-caller', digits)
  const blocked = await isCallerBlocked(platform, callerHash)
  const now = platform.clock.now()
  const dialogue: Dialogue = blocked ? { ...opening, step: 'END' } : opening
  const call = await insertCall(platform, {
    id: crypto.randomUUID(),
    status: blocked ? 'ENDED' : 'DIALOGUE',
    ...(blocked ? { endedAt: now, outcome: 'BLOCKED' } : {}),
    language: dialogue.language,
    callerHash,
    callerMasked: maskCaller(digits.replace(/^86(?=1\d{10}$)/, '')),
    dialogue: blocked ? null : platform.vault.seal(dialogue),
    proofs: [],
    startedAt: now,
    lastAt: now,
  })
  return play(platform, call, { dialogue, says: blocked ? ['notNow'] : [] })
}

export interface Heard {
  readonly callId: string
  /** The step whose question was answered; keys for another one came twice, or late. */
  readonly step: string
}

export function answerCall(platform: Platform, { callId, step }: Heard, keyed: string): Promise<string> {
  return platform.database.transaction(async () => {
    const { call, dialogue } = await openCall(platform, callId)
    if (dialogue.step !== step) return play(platform, call, { dialogue, says: [] })
    return next(platform, call, await runErrand(platform, call, hear(dialogue, keyed.slice(0, 40))))
  })
}

/** The spoken name, kept sealed until an agent has heard it. */
export function takeName(platform: Platform, { callId, step }: Heard, recording: Uint8Array): Promise<string> {
  if (recording.length === 0) throw badInput('voice', 'The recording is empty.')
  return platform.database.transaction(async () => {
    const { call, dialogue } = await openCall(platform, callId)
    if (dialogue.step !== 'NAME' || step !== 'NAME') return play(platform, call, { dialogue, says: [] })
    const kept = await changeCall(platform, callId, { recording: platform.vault.sealBytes(recording) })
    return next(platform, kept, afterName(dialogue))
  })
}

/** The line is gone. A call with a recorded name still waits for somebody to listen. */
export function hangUp(platform: Platform, callId: string): Promise<string> {
  return platform.database.transaction(async () => {
    const { call, dialogue } = await openCall(platform, callId)
    if (call.status !== 'ENDED' && !call.hungUpAt)
      await changeCall(platform, callId, { hungUpAt: platform.clock.now() })
    if (call.status === 'DIALOGUE' || (call.status === 'WAITING' && !call.recording))
      await changeCall(platform, callId, over(platform, 'HUNG_UP'))
    return play(platform, call, { dialogue: { ...dialogue, step: 'END' }, says: [] })
  })
}

async function openCall(platform: Platform, id: string): Promise<{ call: CallRow; dialogue: Dialogue }> {
  const call = await lockCall(platform, id)
  if (!call) throw notFound('call')
  if (!call.dialogue) return { call, dialogue: { ...opening, step: 'END' } }
  return { call, dialogue: platform.vault.open<Dialogue>(call.dialogue) }
}

const over = ({ clock }: Platform, outcome: string) => ({
  status: 'ENDED',
  outcome,
  endedAt: clock.now(),
  dialogue: null,
  recording: null,
})

async function runErrand(platform: Platform, call: CallRow, turn: Turn): Promise<Turn> {
  const { dialogue, errand } = turn
  if (errand === 'CHECK') return check(platform, call, dialogue)
  if (errand !== 'REPORT_LOSS' || !call.cardId) return turn
  const outcome = await workCardByPhone(platform, { actor: job, origin, does: 'REPORT_LOSS', id: call.cardId })
  return afterReport(dialogue, !(outcome instanceof CardRefusal) && 'individualId' in outcome)
}

async function check(platform: Platform, call: CallRow, dialogue: Dialogue): Promise<Turn> {
  const { idNumber = '', otherKeys, cardDigits: cardNumber = '' } = dialogue
  const checked = await checkDetails(platform, call.callerHash, { idNumber, otherKeys, cardNumber })
  const card = checked.kind === 'MATCH' ? checked.card : undefined
  await platform.audit.record({
    actorKind: 'SYSTEM',
    origin,
    action: 'HOTLINE_DETAILS_CHECKED',
    recordType: card ? 'Individual' : 'HotlineCall',
    recordId: card?.individualId ?? call.id,
    change: { found: card !== undefined },
  })
  const most = await figureOn(platform, 'HOTLINE_CALL_CHECKS')
  if (checked.kind !== 'MATCH') return afterCheck(dialogue, checked, most)
  const { id: cardId, individualId, status: state } = checked.card
  await changeCall(platform, call.id, { cardId, individualId })
  return afterCheck(dialogue, { kind: 'MATCH', state }, most)
}

/** Keeps where the call stands, and what the platform plays next. */
async function next(platform: Platform, call: CallRow, turn: Turn): Promise<string> {
  const { dialogue, says } = turn
  const { step, language, wish = null } = dialogue
  const waits = step === 'AGENT' && (platform.environment.hotlineAgents !== undefined || call.recording !== null)
  if (waits) {
    const waiting = { status: 'WAITING', waitingSince: platform.clock.now(), language, wish: wish ?? 'AGENT' }
    await changeCall(platform, call.id, { ...waiting, dialogue: platform.vault.seal(dialogue) })
  } else if (step === 'AGENT' || step === 'END') {
    const end = step === 'AGENT' ? 'TO_WINDOW' : says.includes('notNow') ? 'BLOCKED' : 'SELF_SERVED'
    await changeCall(platform, call.id, { ...over(platform, end), language, wish })
  } else {
    await changeCall(platform, call.id, { language, wish, dialogue: platform.vault.seal(dialogue) })
  }
  return play(platform, call, turn)
}

const play = ({ environment }: Platform, { id, recording }: CallRow, { dialogue, says }: Turn): string =>
  dialogueDocument({ callId: id, dialogue, says, agents: environment.hotlineAgents, recorded: recording !== null })

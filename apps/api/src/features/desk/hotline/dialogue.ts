import type { Language } from '@shebao/kernel'
import type { CallWish } from './hotline-codes.ts'
import type { PromptName } from './prompts.ts'

/** Where a call stands, and what was keyed in so far. Kept sealed: it holds the caller's numbers. */
export interface Dialogue {
  readonly step: DialogueStep
  readonly language: Language
  readonly wish?: CallWish | undefined
  readonly idNumber?: string | undefined
  /** Keys of another number, each letter by the key it stands on, in place of an ID number. */
  readonly otherKeys?: string | undefined
  /** Digits of the card number; its letter has no key. */
  readonly cardDigits?: string | undefined
  /** Details that did not fit the register. */
  readonly failures: number
  /** Keys in a row that were none of those offered. */
  readonly slips: number
}
export const dialogueSteps = [
  'LANGUAGE',
  'MENU',
  'ID_NUMBER',
  'CARD_NUMBER',
  'CONFIRM',
  'NAME',
  'AGENT',
  'END',
] as const
export type DialogueStep = (typeof dialogueSteps)[number]

/** What the office has to look up or do before the dialogue goes on. */
export type Errand = 'CHECK' | 'REPORT_LOSS'
export interface Turn {
  readonly dialogue: Dialogue
  /** Said before the next question. */
  readonly says: readonly PromptName[]
  readonly errand?: Errand
}

const mostSlips = 3

export const opening: Dialogue = { step: 'LANGUAGE', language: 'zh-CN', failures: 0, slips: 0 }
const wishOfKey: Readonly<Record<string, CallWish>> = { 1: 'ACTIVATE', 2: 'REPORT_LOSS', 3: 'WITHDRAW_LOSS' }
const languageOfKey: Readonly<Record<string, Language>> = { 1: 'zh-CN', 2: 'en' }
/** Everywhere after the language: a person, please. */
const agentKey = '0'

const to = (dialogue: Dialogue, step: DialogueStep, says: readonly PromptName[] = [], errand?: Errand): Turn => ({
  dialogue: { ...dialogue, step, slips: 0 },
  says,
  ...(errand ? { errand } : {}),
})

/** Something else than what was offered; after the third time a person takes over. */
function again(dialogue: Dialogue): Turn {
  const slips = dialogue.slips + 1
  if (slips >= mostSlips) return to(dialogue, 'AGENT')
  return { dialogue: { ...dialogue, slips }, says: ['notUnderstood'] }
}

/** The keys of one step. Recognisers put blanks between them; the asterisk stands for the X of an ID number, or leads another. */
export function hear(dialogue: Dialogue, keyed: string): Turn {
  const keys = keyed.replaceAll(/[\s#]/g, '').replaceAll('*', 'X')
  if (keys === agentKey && dialogue.step !== 'LANGUAGE' && dialogue.step !== 'END') return to(dialogue, 'AGENT')
  switch (dialogue.step) {
    case 'LANGUAGE': {
      const language = languageOfKey[keys]
      return language ? to({ ...dialogue, language }, 'MENU') : again(dialogue)
    }
    case 'MENU': {
      const wish = wishOfKey[keys]
      return wish ? to({ ...dialogue, wish }, 'ID_NUMBER') : again(dialogue)
    }
    case 'ID_NUMBER':
      return hearNumber(dialogue, keys)
    case 'CARD_NUMBER':
      return /^\d{8,9}$/.test(keys)
        ? to({ ...dialogue, cardDigits: keys }, 'CARD_NUMBER', [], 'CHECK')
        : again(dialogue)
    case 'CONFIRM':
      if (keys === '1') return to(dialogue, 'CONFIRM', [], 'REPORT_LOSS')
      return keys === '2' ? to(dialogue, 'END', ['nothingDone']) : again(dialogue)
    case 'NAME':
      // The recording comes by its own way; keys alone mean that somebody would not speak.
      return again(dialogue)
    default:
      return to(dialogue, dialogue.step)
  }
}

/** Eighteen characters; behind a star whatever else a document has, so that an ID number with a key too few is noticed. */
function hearNumber(dialogue: Dialogue, keys: string): Turn {
  if (/^\d{17}[\dX]$/.test(keys)) return to({ ...dialogue, idNumber: keys, otherKeys: undefined }, 'CARD_NUMBER')
  const [, otherKeys] = /^X(\d{8,18})$/.exec(keys) ?? []
  return otherKeys ? to({ ...dialogue, otherKeys, idNumber: undefined }, 'CARD_NUMBER') : again(dialogue)
}

/** What the look into the register came to. A card is named by its state only to who knew its number and its holder's. */
export type Checked =
  | { readonly kind: 'NO_MATCH' }
  | { readonly kind: 'BLOCKED' }
  | { readonly kind: 'MATCH'; readonly state: string }

/** With as many wrong details as the office lets one call have, a person takes over. */
export function afterCheck(dialogue: Dialogue, checked: Checked, mostFailures: number): Turn {
  const { wish } = dialogue
  if (checked.kind === 'BLOCKED') return to(forget(dialogue), 'END', ['notNow'])
  if (checked.kind === 'NO_MATCH') {
    const failures = dialogue.failures + 1
    const next = forget({ ...dialogue, failures })
    return failures >= mostFailures ? to(next, 'AGENT') : to(next, 'ID_NUMBER', ['noMatch'])
  }
  if (wish === 'REPORT_LOSS')
    return canBeLost(checked.state) ? to(dialogue, 'CONFIRM') : to(dialogue, 'END', [promptOf(checked.state)])
  const fits = checked.state === (wish === 'ACTIVATE' ? 'INACTIVE' : 'ORAL_LOSS')
  if (fits) return to(dialogue, 'NAME')
  return to(dialogue, 'END', [
    wish === 'WITHDRAW_LOSS' && checked.state !== 'WRITTEN_LOSS' ? 'notLost' : promptOf(checked.state),
  ])
}

const forget = (dialogue: Dialogue): Dialogue => ({
  ...dialogue,
  idNumber: undefined,
  otherKeys: undefined,
  cardDigits: undefined,
})
const canBeLost = (state: string) => ['INACTIVE', 'NORMAL', 'ORAL_LOSS', 'PIN_LOCKED'].includes(state)

/** What is said of a card that is not as it would have to be. */
function promptOf(state: string): PromptName {
  if (state === 'NORMAL') return 'alreadyActive'
  if (state === 'ORAL_LOSS' || state === 'WRITTEN_LOSS') return 'isLost'
  if (state === 'APPLIED' || state === 'MADE') return 'notIssued'
  return state === 'REPLACED' || state === 'CANCELLED' ? 'isOver' : 'toWindow'
}

/** The loss was written down, or the card had become something else while the caller listened. */
export const afterReport = (dialogue: Dialogue, done: boolean): Turn =>
  to(dialogue, 'END', [done ? 'lossReported' : 'changedMeanwhile'])

/** The name was spoken: a person listens to it. */
export const afterName = (dialogue: Dialogue): Turn => to(dialogue, 'AGENT')

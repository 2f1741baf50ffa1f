import type { Language } from '@shebao/kernel'
import type { Dialogue, DialogueStep } from './dialogue.ts'
import { promptText } from './prompts.ts'
import type { PromptName } from './prompts.ts'
import { element, writeVoiceXml } from './voice-xml.ts'
import type { VoiceElement } from './voice-xml.ts'

const [answerAt, nameAt, endedAt, beginAt] = ['/hotline/answer', '/hotline/name', '/hotline/ended', '/hotline/calls']

const speak = (language: Language, name: PromptName) =>
  element('prompt', name === 'languageOther' ? { 'xml:lang': 'en' } : {}, promptText(language, name))
const submit = (next: string, namelist: string, more: Readonly<Record<string, string>> = {}) =>
  element('submit', { next, method: 'post', namelist, fetchtimeout: '10s', ...more })
/** Quoted as ECMAScript: only codes and identifiers of ours get there. */
const quoted = (text: string) => `'${text.replaceAll(/[^\w-]/g, '')}'`

/** What is keyed: one of some keys, or a run of digits. */
const oneOf = (...keys: readonly string[]) =>
  keysRule(element('one-of', {}, ...keys.map((key) => element('item', {}, key))))
function run(shortest: number, longest: number): VoiceElement {
  const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*'].map((key) => element('item', {}, key))
  return keysRule(
    element('item', { repeat: `${shortest}-${longest}` }, element('ruleref', { uri: '#key' })),
    element('rule', { id: 'key' }, element('one-of', {}, ...digits)),
  )
}
/** Inline, in the namespace of the document that holds it: VoiceXML's grammar takes no `xmlns` of its own. */
const keysRule = (content: VoiceElement, ...further: readonly VoiceElement[]) =>
  element(
    'grammar',
    { mode: 'dtmf', version: '1.0', root: 'keys' },
    element('rule', { id: 'keys', scope: 'public' }, content),
    ...further,
  )

interface Question {
  readonly prompts: readonly PromptName[]
  readonly grammar: VoiceElement
}
const questions: Readonly<Record<Exclude<DialogueStep, 'NAME' | 'AGENT' | 'END'>, Question>> = {
  LANGUAGE: { prompts: ['language', 'languageOther'], grammar: oneOf('1', '2') },
  MENU: { prompts: ['menu'], grammar: oneOf('0', '1', '2', '3') },
  ID_NUMBER: { prompts: ['askIdNumber'], grammar: run(1, 19) },
  CARD_NUMBER: { prompts: ['askCardNumber'], grammar: run(1, 9) },
  CONFIRM: { prompts: ['askConfirm'], grammar: oneOf('0', '1', '2') },
}

function page(
  language: Language,
  callId: string | undefined,
  step: DialogueStep,
  ...forms: readonly VoiceElement[]
): string {
  const held = callId === undefined ? [] : [variable('call', callId), variable('step', step)]
  const hungUp =
    callId === undefined
      ? []
      : [element('catch', { event: 'connection.disconnect.hangup' }, submit(endedAt, 'call step'))]
  return writeVoiceXml(
    element(
      'vxml',
      { version: '2.1', xmlns: 'http://www.w3.org/2001/vxml', 'xml:lang': language },
      element('property', { name: 'inputmodes', value: 'dtmf' }),
      element('property', { name: 'termchar', value: '#' }),
      element('property', { name: 'timeout', value: '8s' }),
      ...held,
      ...hungUp,
      element('catch', { event: 'error' }, speak(language, 'busy'), element('disconnect')),
      ...forms,
    ),
  )
}
const variable = (name: string, value: string) => element('var', { name, expr: quoted(value) })

/** The first document, the same for every call: it tells the office who calls. */
export const openingDocument = (): string =>
  page(
    'zh-CN',
    undefined,
    'LANGUAGE',
    element(
      'form',
      { id: 'begin' },
      element('var', { name: 'caller', expr: 'session.connection.remote.uri' }),
      element('block', {}, submit(beginAt, 'caller')),
    ),
  )

export interface Shown {
  readonly callId: string
  readonly dialogue: Dialogue
  readonly says: readonly PromptName[]
  /** Where agents are reached; without, nobody is put through. */
  readonly agents: string | undefined
  /** The caller's name was recorded: it can be checked after the call. */
  readonly recorded: boolean
}

/** What the telephone platform plays next. */
export function dialogueDocument({ callId, dialogue, says, agents, recorded }: Shown): string {
  const { step, language } = dialogue
  const said = says.map((name) => speak(language, name))
  const spoken = said.length > 0 ? [element('block', {}, ...said)] : []
  const form = (...items: readonly VoiceElement[]) =>
    page(language, callId, step, element('form', { id: 'step' }, ...spoken, ...items))
  if (step === 'NAME') return form(recordName(language))
  if (step === 'AGENT' && agents) return form(transfer(language, agents))
  if (step === 'AGENT') return form(last(language, recorded ? 'checkedLater' : 'noAgent'))
  if (step === 'END') return form(last(language, 'goodbye'))
  const { prompts, grammar } = questions[step]
  const giveUp = [element('assign', { name: 'given', expr: "''" }), submit(answerAt, 'call step given')]
  return form(
    element(
      'field',
      { name: 'given' },
      grammar,
      ...prompts.map((name) => speak(language, name)),
      element('noinput', {}, element('reprompt')),
      element('nomatch', {}, speak(language, 'notUnderstood'), element('reprompt')),
      element('catch', { event: 'noinput nomatch', count: '3' }, ...giveUp),
      element('filled', {}, submit(answerAt, 'call step given')),
    ),
  )
}

const last = (language: Language, name: PromptName) =>
  element('block', {}, speak(language, name), element('disconnect'))

const recordName = (language: Language) =>
  element(
    'record',
    { name: 'voice', beep: 'true', maxtime: '10s', finalsilence: '3s', dtmfterm: 'true', type: 'audio/x-wav' },
    speak(language, 'askName'),
    element('noinput', {}, element('reprompt')),
    element('catch', { event: 'noinput', count: '3' }, submit(answerAt, 'call step')),
    element('filled', {}, submit(nameAt, 'call step voice', { enctype: 'multipart/form-data' })),
  )

const transfer = (language: Language, dest: string) =>
  element(
    'transfer',
    { name: 'agent', dest, type: 'bridge', connecttimeout: '60s' },
    speak(language, 'toAgent'),
    element('filled', {}, submit(endedAt, 'call step')),
  )

/** What a telephone would do with one document of the dialogue, as far as ours go. */
export interface VoicePage {
  readonly says: readonly Said[]
  readonly waits: 'BEGIN' | 'KEY' | 'KEYS' | 'VOICE' | 'TRANSFER' | 'OVER'
  /** Where the answer goes, and where the end of the call. */
  readonly next: string
  readonly ended: string
  /** Sent along as they are. */
  readonly held: Readonly<Record<string, string>>
}
export interface Said {
  readonly text: string
  readonly language: string
}

export class NotVoiceXml extends Error {}

/** VoiceXML of the office's own dialogue; anything else is refused. */
export function readVoicePage(source: string): VoicePage {
  const page = new DOMParser().parseFromString(source, 'application/xml')
  const root = page.documentElement
  if (root.localName !== 'vxml') throw new NotVoiceXml('No VoiceXML.')
  const language = root.getAttribute('xml:lang') ?? 'zh-CN'
  const first = (path: string) => root.querySelector(path)
  const held = Object.fromEntries(
    [...root.querySelectorAll(':scope > var')].map((one) => [
      one.getAttribute('name') ?? '',
      (one.getAttribute('expr') ?? '').replaceAll("'", ''),
    ]),
  )
  const says = [...root.querySelectorAll('form > block > prompt, form > * > prompt')]
    .filter((one, index, all) => all.indexOf(one) === index)
    .map((one) => ({ text: one.textContent.trim(), language: one.getAttribute('xml:lang') ?? language }))
  const next = first('form filled > submit, form > block > submit')?.getAttribute('next') ?? ''
  const ended = first(':scope > catch > submit')?.getAttribute('next') ?? ''
  return { says, next, ended, held, waits: waitsFor(first) }
}

function waitsFor(first: (path: string) => Element | null): VoicePage['waits'] {
  if (first('form > record')) return 'VOICE'
  if (first('form > transfer')) return 'TRANSFER'
  if (first('form > field')) return first('form > field item[repeat]') ? 'KEYS' : 'KEY'
  return first('form > block > submit') ? 'BEGIN' : 'OVER'
}

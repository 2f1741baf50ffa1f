import { useRef, useState } from 'react'
import { readVoicePage, type Said, type VoicePage } from './read-voice-page.ts'

type Trouble = 'refused' | 'failed' | 'busy'

/** One call to the dialogue, document by document, as a telephone platform makes it. */
export function useTelephone(say: (said: readonly Said[]) => void) {
  const [page, setPage] = useState<VoicePage>()
  const [heard, setHeard] = useState<readonly Said[]>([])
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, setBusy] = useState(false)
  const call = useRef(0)

  const ask = async (number: number, at: string, body?: URLSearchParams | FormData): Promise<void> => {
    const response = await fetch(at, body ? { method: 'POST', body } : {}).catch(() => undefined)
    if (number !== call.current) return
    if (!response?.ok) {
      const refused = response?.status === 401
      setPage(undefined)
      return setTrouble(refused ? 'refused' : response ? 'busy' : 'failed')
    }
    const next = readVoicePage(await response.text())
    if (number !== call.current) return
    setPage(next)
    setHeard((before) => [...before, ...next.says])
    say(next.says)
  }
  /** One answer at a time: a key pressed twice is heard once. */
  const send = async (at: string, body: URLSearchParams | FormData) => {
    if (busy) return
    setBusy(true)
    await ask(call.current, at, body)
    setBusy(false)
  }
  const held = () => new URLSearchParams({ ...page?.held })

  return {
    page,
    heard,
    trouble,
    busy,
    async dial(caller: string) {
      call.current += 1
      const number = call.current
      setHeard([])
      setTrouble(undefined)
      setBusy(true)
      await ask(number, '/hotline/start')
      if (number === call.current) await ask(number, '/hotline/calls', new URLSearchParams({ caller: `tel:${caller}` }))
      setBusy(false)
    },
    press(keys: string) {
      if (!page) return undefined
      const body = held()
      body.set('given', keys)
      return send(page.next, body)
    },
    sayName() {
      if (!page) return undefined
      const body = new FormData()
      for (const [name, value] of Object.entries(page.held)) body.set(name, value)
      body.set('voice', new Blob([tone()], { type: 'audio/wav' }), 'name.wav')
      return send(page.next, body)
    },
    hangUp() {
      return page ? send(page.ended, held()) : undefined
    },
  }
}

const [rate, headBytes] = [8000, 44]

/** A second of a tone as a WAV file, in place of a voice. */
export function tone(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes + rate)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  word(0, 'RIFF')
  view.setUint32(4, headBytes - 8 + rate, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  word(36, 'data')
  view.setUint32(40, rate, true)
  for (let at = 0; at < rate; at += 1)
    bytes[headBytes + at] = 128 + Math.round(60 * Math.sin((at * 2 * Math.PI * 440) / rate))
  return bytes
}

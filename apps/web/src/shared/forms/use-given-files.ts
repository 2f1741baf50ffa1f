import { useCallback, useEffect, useRef, useState } from 'react'
import { handInFile, withdrawFile } from '../lib/hand-in-file.ts'
import type { HandedIn, HandInRefusal, HandInWatch } from '../lib/hand-in-file.ts'

/** One file that somebody chose, on its way to the office, there, or refused. */
export interface GivenFile {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly state: 'WAITING' | 'SENDING' | 'KEPT' | 'REFUSED'
  /** How much of it is there, from 0 to 1. */
  readonly share: number
  readonly id?: string
  readonly code?: HandInRefusal
}

/** What a step is sent with. */
export const idsOf = (files: readonly GivenFile[]): string[] => files.flatMap(({ id }) => id ?? [])

const keyOf = ({ name, size, lastModified }: File) => `${name} ${size} ${lastModified}`

/** How a file gets to the office: with the session, unless a page has another way in. */
export type HandIn = (file: File, watch: HandInWatch) => Promise<HandedIn>

/** Files are sent one after the other as soon as they are chosen; the same one is taken once. */
export function useGivenFiles(
  onFiles: (files: readonly GivenFile[]) => void,
  { handIn = handInFile, most }: { handIn?: HandIn | undefined; most: number },
) {
  const way = useRef(handIn)
  useEffect(() => {
    way.current = handIn
  })
  const [files, setFiles] = useState<readonly GivenFile[]>([])
  const [tooMany, setTooMany] = useState(false)
  const waiting = useRef<File[]>([])
  const chosen = useRef(new Map<string, File>())
  const stops = useRef(new Map<string, AbortController>())
  const busy = useRef(false)
  useEffect(() => {
    onFiles(files)
  }, [files, onFiles])
  useEffect(() => {
    const open = stops.current
    return () => {
      waiting.current = []
      for (const stop of open.values()) stop.abort()
    }
  }, [])
  const change = useCallback((key: string, to: Partial<GivenFile>) => {
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))
  }, [])
  const sendNext = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    for (let file = waiting.current.shift(); file; file = waiting.current.shift()) {
      const key = keyOf(file)
      const stop = new AbortController()
      stops.current.set(key, stop)
      change(key, { state: 'SENDING', share: 0 })
      const answer = await way.current(file, { signal: stop.signal, onShare: (share) => change(key, { share }) })
      stops.current.delete(key)
      if (answer.kind === 'REFUSED') change(key, { state: 'REFUSED', code: answer.code })
      // Removed while the last of it arrived: nobody wants it any more.
      else if (stop.signal.aborted) void withdrawFile(answer.id)
      else change(key, { state: 'KEPT', share: 1, id: answer.id, name: answer.name })
    }
    busy.current = false
  }, [change])
  const add = (given: readonly File[]) => {
    const fresh = given.filter((file) => !chosen.current.has(keyOf(file)))
    const taken = fresh.slice(0, Math.max(0, most - chosen.current.size))
    setTooMany(taken.length < fresh.length)
    for (const file of taken) chosen.current.set(keyOf(file), file)
    waiting.current.push(...taken)
    const rows = taken.map((file): GivenFile => {
      return { key: keyOf(file), name: file.name, bytes: file.size, state: 'WAITING', share: 0 }
    })
    setFiles((all) => [...all, ...rows])
    void sendNext()
  }
  const again = (key: string) => {
    const file = chosen.current.get(key)
    if (!file) return
    change(key, { state: 'WAITING', share: 0 })
    waiting.current.push(file)
    void sendNext()
  }
  const remove = (key: string) => {
    const gone = files.find((one) => one.key === key)
    chosen.current.delete(key)
    waiting.current = waiting.current.filter((file) => keyOf(file) !== key)
    stops.current.get(key)?.abort()
    setFiles((all) => all.filter((one) => one.key !== key))
    if (gone?.id) void withdrawFile(gone.id)
  }
  return { files, tooMany, add, again, remove }
}

import type { FileProblem, MappingOverride, RosterLanguage } from '@shebao/roster'
import { defaultLimits } from '@shebao/roster'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Ask, Reading, ReadRow, RulesOfList } from './roster-protocol.ts'

export type RosterFileState =
  | { kind: 'none' }
  | { kind: 'working'; phase: 'OPENING' | 'READING' | 'CHECKING'; share: number; bytes: number }
  | { kind: 'problem'; problem: FileProblem; fileName: string }
  | { kind: 'failed'; fileName: string }
  | { kind: 'read'; reading: Reading; correctionProblem?: FileProblem }

/** One file of the clerk's and the worker that reads it. Leaving the page or choosing another file stops the worker. */
export function useRosterFile(rules: RulesOfList | undefined) {
  const [state, setState] = useState<RosterFileState>({ kind: 'none' })
  const worker = useRef<Worker | null>(null)
  const onFile = useRef<((bytes: Uint8Array) => void) | null>(null)
  const onPeople = useRef<PromiseWithResolvers<ReadRow[]> | null>(null)
  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => stop, [stop])

  const start = useCallback(
    (fileName: string, bytes: number) => {
      stop()
      const started = new Worker(new URL('./roster.worker.ts', import.meta.url), { type: 'module' })
      started.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'file') onFile.current?.(data.bytes)
        else if (data.kind === 'people') onPeople.current?.resolve(data.rows)
        else setState((before) => next(before, data, fileName, bytes))
      }
      started.onerror = () => {
        onPeople.current?.reject(new Error('the worker ended'))
        setState({ kind: 'failed', fileName })
      }
      worker.current = started
      return started
    },
    [stop],
  )

  const open = useCallback(
    async (file: File) => {
      if (rules === undefined) return
      // A file far over the limit is not even brought into memory.
      if (file.size > defaultLimits.maxFileBytes) {
        stop()
        const params = { bytes: file.size, maxBytes: defaultLimits.maxFileBytes }
        return setState({ kind: 'problem', problem: { code: 'TOO_LARGE', params }, fileName: file.name })
      }
      setState({ kind: 'working', phase: 'OPENING', share: 0, bytes: file.size })
      const started = start(file.name, file.size)
      const bytes = await readBytes(file)
      if (bytes === undefined) return setState({ kind: 'failed', fileName: file.name })
      send(started, { kind: 'open', bytes, fileName: file.name, rules }, bytes)
    },
    [rules, start, stop],
  )

  const remap = useCallback((tableIndex: number, mapping: MappingOverride) => {
    if (worker.current) send(worker.current, { kind: 'remap', tableIndex, mapping })
  }, [])
  const merge = useCallback(async (file: File) => {
    const bytes = await readBytes(file)
    if (worker.current && bytes) send(worker.current, { kind: 'merge', bytes, fileName: file.name }, bytes)
  }, [])
  const writeFailing = useCallback((language: RosterLanguage) => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    onFile.current = resolve
    if (worker.current) send(worker.current, { kind: 'failing-file', language })
    return promise
  }, [])
  /** Some of the people who were read, for sending them; one question at a time. */
  const people = useCallback((from: number, count: number) => {
    const asked = Promise.withResolvers<ReadRow[]>()
    onPeople.current = asked
    if (worker.current) send(worker.current, { kind: 'people', from, count })
    else asked.reject(new Error('no file is read'))
    return asked.promise
  }, [])
  const cancel = useCallback(() => {
    stop()
    setState({ kind: 'none' })
  }, [stop])
  return { state, open, remap, merge, writeFailing, people, cancel }
}

export type RosterFile = ReturnType<typeof useRosterFile>

function next(
  before: RosterFileState,
  answer: Exclude<Answer, { kind: 'file' | 'people' }>,
  fileName: string,
  bytes: number,
): RosterFileState {
  switch (answer.kind) {
    case 'progress':
      // A new mapping of a file already read is quick; the page stays as it is meanwhile.
      return before.kind === 'read' ? before : { kind: 'working', phase: answer.phase, share: answer.share, bytes }
    case 'reading':
      return { kind: 'read', reading: answer.reading }
    case 'problem':
      if (before.kind === 'read') return { ...before, correctionProblem: answer.problem }
      return { kind: 'problem', problem: answer.problem, fileName }
    case 'failed':
      return { kind: 'failed', fileName }
  }
}

function send(worker: Worker, ask: Ask, bytes?: Uint8Array): void {
  worker.postMessage(ask, bytes ? [bytes.buffer as ArrayBuffer] : [])
}

/** Undefined when the file is gone, or may not be read. */
async function readBytes(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

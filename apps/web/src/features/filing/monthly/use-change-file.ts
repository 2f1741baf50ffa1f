import type { MonthlyContext } from '@shebao/declaration-rules'
import { defaultLimits } from '@shebao/roster'
import type { FileProblem, MappingOverride, RosterLanguage } from '@shebao/roster'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Ask, FilePurpose, FileReading, ReadChange, ReadPerson } from './change-file-protocol.ts'

export type ChangeFileState =
  | { kind: 'none' }
  | { kind: 'working' }
  | { kind: 'problem'; problem: FileProblem }
  | { kind: 'failed' }
  | { kind: 'read'; reading: FileReading }

/** One list of changes and the worker that reads it; leaving the page or choosing another file stops the worker. */
export function useChangeFile() {
  const [state, setState] = useState<ChangeFileState>({ kind: 'none' })
  const worker = useRef<Worker | null>(null)
  const onTemplate = useRef<((bytes: Uint8Array) => void) | null>(null)
  const onPart = useRef<PromiseWithResolvers<ReadChange[]> | null>(null)
  const onPeople = useRef<PromiseWithResolvers<ReadPerson[]> | null>(null)
  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => stop, [stop])
  const running = useCallback(() => {
    if (worker.current) return worker.current
    const started = new Worker(new URL('./change-file.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'template') onTemplate.current?.(data.bytes)
      else if (data.kind === 'part') onPart.current?.resolve(data.rows)
      else if (data.kind === 'people') onPeople.current?.resolve(data.rows)
      else if (data.kind === 'reading') setState({ kind: 'read', reading: data.reading })
      else setState(data)
    }
    started.onerror = () => {
      onPart.current?.reject(new Error('the worker ended'))
      onPeople.current?.reject(new Error('the worker ended'))
      setState({ kind: 'failed' })
    }
    worker.current = started
    return started
  }, [])
  const ask = useCallback((question: Ask) => running().postMessage(question), [running])

  const open = async (file: File, period: string, context: MonthlyContext, purpose: FilePurpose = 'CHANGES') => {
    stop()
    // A file far over the limit is not even brought into memory.
    if (file.size > defaultLimits.maxFileBytes) {
      const params = { bytes: file.size, maxBytes: defaultLimits.maxFileBytes }
      return setState({ kind: 'problem', problem: { code: 'TOO_LARGE', params } })
    }
    setState({ kind: 'working' })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      ask({ kind: 'open', bytes, fileName: file.name, period, context, purpose })
    } catch {
      setState({ kind: 'failed' })
    }
  }
  const template = (language: RosterLanguage) => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    onTemplate.current = resolve
    ask({ kind: 'template', language })
    return promise
  }
  /** Some of the changes, for sending them; one question at a time. */
  const part = (from: number, count: number) => {
    const asked = Promise.withResolvers<ReadChange[]>()
    onPart.current = asked
    ask({ kind: 'part', from, count })
    return asked.promise
  }
  const people = (from: number, count: number) => {
    const asked = Promise.withResolvers<ReadPerson[]>()
    onPeople.current = asked
    ask({ kind: 'people', from, count })
    return asked.promise
  }
  return {
    state,
    open,
    template,
    part,
    people,
    remap: (tableIndex: number, mapping: MappingOverride) => ask({ kind: 'remap', tableIndex, mapping }),
    chooseColumns: (columns: Extract<Ask, { kind: 'columns' }>['columns']) => ask({ kind: 'columns', columns }),
  }
}

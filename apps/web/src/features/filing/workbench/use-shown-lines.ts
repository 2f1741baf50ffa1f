import { useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import type { Workbench } from './use-workbench.ts'
import type { ShownLine } from './workbench-session.ts'

/** Lines are fetched by blocks of as many places. */
const BLOCK = 20

/** The lines in sight as they are to be drawn; while the lists change those of before stay until the new ones are here. */
export function useShownLines({ client, state }: Workbench) {
  const { language } = useLanguage()
  const [kept, setKept] = useState<ReadonlyMap<number, ShownLine>>(new Map())
  const [from, setFrom] = useState(0)
  const [to, setTo] = useState(BLOCK)
  const lines = state.kind === 'open' ? state.lines : undefined
  const version = state.kind === 'open' ? state.version : 0
  const last = useRef(0)
  useEffect(() => {
    if (client === undefined || lines === undefined) return
    const own = (last.current += 1)
    const wanted = lines.slice(from, to)
    client.call('show', wanted, language).then(
      (shown) => {
        if (own === last.current) setKept(new Map(shown.map((line) => [line.line, line])))
      },
      () => undefined,
    )
  }, [client, lines, version, from, to, language])
  const want = useCallback((first: number, end: number) => {
    setFrom(Math.max(0, Math.floor(first / BLOCK) * BLOCK - BLOCK))
    setTo(Math.ceil((end + 1) / BLOCK) * BLOCK + BLOCK)
  }, [])
  return { at: (line: number) => kept.get(line), want }
}

export type ShownLines = ReturnType<typeof useShownLines>

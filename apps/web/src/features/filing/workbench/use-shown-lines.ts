import { useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import type { Workbench } from './use-workbench.ts'
import type { ShownLine } from './workbench-session.ts'

/** Lines are fetched by blocks of as many places. */
const BLOCK = 20

type LinesHere = ReadonlyMap<number, ShownLine>
const noLines: LinesHere = new Map()

/**
 * The lines in sight, and a block on both sides, as they are to be drawn. Those that are here already are not asked for again; while the
 * lists change those of before stay until the new ones are here.
 */
export function useShownLines({ client, state }: Workbench) {
  const { language } = useLanguage()
  const [here, setHere] = useState(noLines)
  const [from, setFrom] = useState(0)
  const [to, setTo] = useState(BLOCK)
  const lines = state.kind === 'open' ? state.lines : undefined
  const version = state.kind === 'open' ? state.version : 0
  const current = useRef({ of: '', lines: noLines, wanted: [] as readonly number[] })
  useEffect(() => {
    if (client === undefined || lines === undefined) return
    const of = `${version} ${language}`
    const wanted = lines.slice(from, to)
    const known = current.current.of === of ? current.current.lines : noLines
    current.current = { of, lines: known, wanted }
    const missing = wanted.filter((line) => !known.has(line))
    if (missing.length === 0) return
    client.call('show', missing, language).then(
      (found) => {
        // An answer about lists that have changed since is none.
        if (current.current.of !== of) return
        const all = new Map([...current.current.lines, ...found.map((line) => [line.line, line] as const)])
        const kept = current.current.wanted
          .flatMap((line) => all.get(line) ?? [])
          .map((line) => [line.line, line] as const)
        current.current.lines = new Map(kept)
        setHere(current.current.lines)
      },
      () => undefined,
    )
  }, [client, lines, version, from, to, language])
  const want = useCallback((first: number, end: number) => {
    setFrom(Math.max(0, Math.floor(first / BLOCK) * BLOCK - BLOCK))
    setTo(Math.ceil((end + 1) / BLOCK) * BLOCK + BLOCK)
  }, [])
  return { at: (line: number) => here.get(line), want }
}

export type ShownLines = ReturnType<typeof useShownLines>

import { parentPort } from 'node:worker_threads'
import { readRoster } from '@shebao/roster'
import type { RosterRow } from '@shebao/roster'

/** What the thread that asks says: a file to read, or which of its people it wants. */
export type Ask = { file: Uint8Array } | { from: number; count: number }
/** How many were read, or some of them. */
export type Answer = { people: number } | { rows: { row: number; draft: object }[] }

const answer = (given: Answer) => parentPort?.postMessage(given)
let rows: readonly RosterRow[] = []

// As the browser's worker: the file is read here and its people stay; they are handed over part by part.
parentPort?.on('message', (ask: Ask) => {
  if ('file' in ask) {
    const result = readRoster(ask.file, 'roster.xlsx')
    rows = result.ok ? result.file.rows : []
    answer({ people: rows.length })
  } else answer({ rows: rows.slice(ask.from, ask.from + ask.count).map(({ row, draft }) => ({ row, draft })) })
})

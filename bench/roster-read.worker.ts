import { parentPort } from 'node:worker_threads'
import { readRoster } from '@shebao/roster'

// As the browser's worker: the file is read here, its people are handed to the thread that asked.
parentPort?.on('message', (file: Uint8Array) => {
  const result = readRoster(file, 'roster.xlsx')
  parentPort?.postMessage(result.ok ? result.file.rows.map(({ row, draft }) => ({ row, draft })) : [])
})

import { parentPort, workerData } from 'node:worker_threads'
import { importColumns, openTable } from '@shebao/intake'
import type { FileToRead } from './read-off-thread.ts'
import { importLimits } from './import-limits.ts'

/** Reads one file and ends. */
const { kind, bytes, fileName, layout } = workerData as FileToRead
parentPort?.postMessage(
  openTable(bytes, fileName, importColumns[kind], { limits: importLimits, layout, unknownHeads: true }),
)

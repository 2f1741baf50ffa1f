import { parentPort, workerData } from 'node:worker_threads'
import { readStatement } from './read-statement.ts'
import type { ReadingOrder } from './read-statement.ts'

/** Reads one file and ends. */
const { bytes, order } = workerData as { bytes: Uint8Array; order: ReadingOrder }
parentPort?.postMessage(readStatement(bytes, order))

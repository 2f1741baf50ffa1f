import { parentPort, workerData } from 'node:worker_threads'
import { readStatement } from './read-statement.ts'

/** Reads one file and ends. */
const { bytes, account } = workerData as { bytes: Uint8Array; account: string }
parentPort?.postMessage(readStatement(bytes, account))

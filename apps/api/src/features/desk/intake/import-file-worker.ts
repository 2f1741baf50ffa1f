import { parentPort, workerData } from 'node:worker_threads'
import { importColumns, openTable } from '@shebao/intake'
import type { ImportKind } from '@shebao/intake'
import { importLimits } from './import-limits.ts'

/** Reads one file and ends. */
const { kind, bytes, fileName } = workerData as { kind: ImportKind; bytes: Uint8Array; fileName: string }
parentPort?.postMessage(openTable(bytes, fileName, importColumns[kind], importLimits))

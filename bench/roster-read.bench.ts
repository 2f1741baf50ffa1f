import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { readRoster, writeRosterXlsx } from '@shebao/roster'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { compare, processorTime } from './bench.ts'
import type { Bench, Figure } from './bench.ts'

const people = 10_000
const rounds = 7

/** A list as a unit would hand it in, with every column the office asks for. */
function makeFile(): Uint8Array {
  const drafts = makeCompleteDeclaration(1, people).personnel.map(({ draft }) => draft)
  return writeRosterXlsx(drafts, { version: 1, contentHash: 'bench' })
}

/** From bytes to people: unpacking, the table found, columns mapped, every cell understood, totals kept. */
function readOurs(file: Uint8Array): number {
  const result = readRoster(file, 'roster.xlsx')
  if (!result.ok || result.file.rows.length !== people) throw new Error('the list was not read')
  return result.file.rows.length
}

/** Cells alone; what they mean is still to be found out. */
async function readWithLibrary(file: Uint8Array): Promise<number> {
  const rows = await readSheet(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if (rows.length < people) throw new Error('the library read too few rows')
  return rows.length
}

function inflateAlone(file: Uint8Array): number {
  return Object.values(unzipSync(file)).reduce((bytes, part) => bytes + part.length, 0)
}

function figure(peer: string, seconds: { ours: number; peer: number }, aim: number): Figure {
  return {
    name: `Reading a list of 10,000 people (XLSX) against ${peer}`,
    unit: 'ms CPU',
    value: seconds.ours * 1000,
    peer: { name: peer, value: seconds.peer * 1000 },
    ratio: seconds.peer / seconds.ours,
    aim,
    better: 'higher',
  }
}

export default {
  name: 'reading a spreadsheet against a library and against inflating alone',
  async run() {
    const file = makeFile()
    const against = (peer: () => Promise<number> | number) =>
      compare(rounds, () => readOurs(file), peer, undefined, processorTime)
    return [
      figure('read-excel-file, cells alone', await against(() => readWithLibrary(file)), 1),
      figure('inflating alone', await against(() => inflateAlone(file)), 0.05),
    ]
  },
} satisfies Bench

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { readRoster, writeRosterXlsx } from '@shebao/roster'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { compare, processorTime } from './bench.ts'
import type { Bench, Figure } from './bench.ts'
import type { Answer, Ask } from './roster-read.worker.ts'

const sizes = {
  full: { people: 10_000, rounds: 7, mostPeople: 50_000 },
  small: { people: 20, rounds: 1, mostPeople: 40 },
}
/** As many as the browser sends in one part. */
const HANDED_AT_ONCE = 1_000

/** A list as a unit would hand it in, with every column the office asks for. */
function makeFile(people: number): Uint8Array {
  const drafts = makeCompleteDeclaration(1, people).personnel.map(({ draft }) => draft)
  return writeRosterXlsx(drafts, { version: 1, contentHash: 'bench' })
}

/** From bytes to people: unpacking, the table found, columns mapped, every cell understood, totals kept. */
function readOurs(file: Uint8Array, people: number): number {
  const result = readRoster(file, 'roster.xlsx')
  if (!result.ok || result.file.rows.length !== people) throw new Error('the list was not read')
  return result.file.rows.length
}

/** Cells alone; what they mean is still to be found out. */
async function readWithLibrary(file: Uint8Array, people: number): Promise<number> {
  const rows = await readSheet(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if (rows.length < people) throw new Error('the library read too few rows')
  return rows.length
}

function inflateAlone(file: Uint8Array): number {
  return Object.values(unzipSync(file)).reduce((bytes, part) => bytes + part.length, 0)
}

function figure(peer: string, seconds: { ours: number; peer: number }, aim: number): Figure {
  return {
    name: `Reading a list (XLSX) against ${peer}`,
    unit: 'ms CPU',
    value: seconds.ours * 1000,
    peer: { name: peer, value: seconds.peer * 1000 },
    ratio: seconds.peer / seconds.ours,
    aim,
    better: 'higher',
  }
}

/** The longest this thread stood still, in ms, from handing the file to a worker until all its people were here part by part, as in the browser. */
async function longestStandstill(file: Uint8Array, people: number, rounds: number): Promise<number> {
  const worker = new Worker(new URL('./roster-read.worker.ts', import.meta.url))
  const ask = (question: Ask) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    worker.once('message', resolve).once('error', reject)
    worker.postMessage(question)
    return promise.finally(() => worker.off('error', reject))
  }
  const read = async () => {
    await ask({ file })
    let came = 0
    for (let from = 0; from < people; from += HANDED_AT_ONCE) {
      const part = await ask({ from, count: HANDED_AT_ONCE })
      came += 'rows' in part ? part.rows.length : 0
    }
    if (came !== people) throw new Error(`${came} people came`)
  }
  try {
    await read()
    let longest = Number.POSITIVE_INFINITY
    for (let round = 0; round < rounds; round += 1) {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      await read()
      await new Promise((resolve) => setTimeout(resolve, 5))
      delay.disable()
      longest = Math.min(longest, delay.max / 1e6)
    }
    return longest
  } finally {
    await worker.terminate()
  }
}

export default {
  name: 'reading a spreadsheet against a library and against inflating alone',
  async run(size) {
    const { people, rounds, mostPeople } = sizes[size]
    const file = makeFile(people)
    const against = (peer: () => Promise<number> | number) =>
      compare(rounds, () => readOurs(file, people), peer, undefined, processorTime)
    return [
      figure('read-excel-file, cells alone', await against(() => readWithLibrary(file, people)), 1),
      figure('inflating alone', await against(() => inflateAlone(file)), 0.2),
      {
        name: `Main thread while a worker reads ${mostPeople.toLocaleString('en')} people`,
        unit: 'ms at a standstill',
        value: await longestStandstill(makeFile(mostPeople), mostPeople, rounds),
        aim: 50,
        better: 'lower',
        note: 'the longest of a round, the best of all rounds: what other work on the machine does is in it',
      },
    ]
  },
} satisfies Bench

import { strFromU8, unzipSync } from 'fflate'
import { period } from '@shebao/kernel'
import { BEIJING, SHIPPED_PARAMETER_ROWS, requirePolicy } from '@shebao/premium'
import { openWorkbook, writeRosterCsv, writeRosterXlsx } from '@shebao/roster'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import type { RulesOfList } from '../apps/web/src/features/filing/personnel/roster-protocol.ts'
import { RosterSession } from '../apps/web/src/features/filing/personnel/roster-session.ts'
import { compare, processorTime } from './bench.ts'
import type { Bench, Figure } from './bench.ts'

const sizes = { full: { people: 50_000, rounds: 5 }, small: { people: 20, rounds: 1 } }

const rules: RulesOfList = {
  today: '2026-07-15',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}

/** What the browser's worker does with a dropped file until it can say of everybody in it what is wrong. */
function judge(bytes: Uint8Array, fileName: string, people: number): number {
  let judged = 0
  const session = new RosterSession((answer) => {
    if (answer.kind === 'reading') judged = answer.reading.summary.people
  })
  session.handle({ kind: 'open', bytes, fileName, rules })
  if (judged !== people) throw new Error(`${judged} of ${people} people were judged`)
  return judged
}

/** The archive inflated, its sheets cut at every row and every cell, its texts at every text: nothing is understood yet. */
function unzipAndSplit(bytes: Uint8Array): number {
  let cells = 0
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(part)
    if (!name.includes('/sheet')) cells += text.split('<si>').length
    else for (const row of text.split('</row>')) cells += row.split('<c ').length
  }
  return cells
}

function decodeAndSplit(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.reduce((cells, line) => cells + line.split(',').length, 0)
}

const unzip = (bytes: Uint8Array) => Object.values(unzipSync(bytes)).reduce((sum, part) => sum + part.length, 0)

function open(bytes: Uint8Array, fileName: string, people: number): number {
  const opened = openWorkbook(bytes, fileName)
  const rows = opened.ok ? (opened.workbook.sheets[0]?.rows.length ?? 0) : 0
  if (rows < people) throw new Error('the list was not opened')
  return rows
}

type Seconds = Awaited<ReturnType<typeof compare>>

const figure = (name: string, peer: string, seconds: Seconds, aim: number): Figure => ({
  name,
  unit: 'ms CPU',
  value: seconds.ours * 1000,
  peer: { name: peer, value: seconds.peer * 1000 },
  ratio: seconds.ours / seconds.peer,
  aim,
  better: 'lower',
})

export default {
  name: 'from the drop of a file to what is wrong in it',
  async run(size) {
    const { people, rounds } = sizes[size]
    const drafts = makeCompleteDeclaration(1, people).personnel.map(({ draft }) => draft)
    const meta = { version: 1, contentHash: 'bench' }
    const [xlsx, csv] = [writeRosterXlsx(drafts, meta), writeRosterCsv(drafts, meta)]
    const inTurns = (ours: () => number, peer: () => number) => compare(rounds, ours, peer, undefined, processorTime)
    const heads = [
      'From the drop to a verdict on everybody',
      'inflating and splitting',
      'decoding and splitting',
    ] as const
    return [
      figure(
        `${heads[0]} (XLSX)`,
        heads[1],
        await inTurns(
          () => judge(xlsx, 'roster.xlsx', people),
          () => unzipAndSplit(xlsx),
        ),
        4,
      ),
      figure(
        'Opening a list (XLSX): its records and cells',
        'inflating alone',
        await inTurns(
          () => open(xlsx, 'roster.xlsx', people),
          () => unzip(xlsx),
        ),
        2.5,
      ),
      figure(
        'Opening a list (CSV): its records and cells',
        heads[2],
        await inTurns(
          () => open(csv, 'roster.csv', people),
          () => decodeAndSplit(csv),
        ),
        1.4,
      ),
      figure(
        `${heads[0]} (CSV)`,
        heads[2],
        await inTurns(
          () => judge(csv, 'roster.csv', people),
          () => decodeAndSplit(csv),
        ),
        // A guard of ours: splitting understands nothing.
        25,
      ),
    ]
  },
} satisfies Bench

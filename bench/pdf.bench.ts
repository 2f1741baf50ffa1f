import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { inspectionPaper } from '@shebao/api/src/features/filing/inspection/inspection-paper.ts'
import type { InspectionPaperSource } from '@shebao/api/src/features/filing/inspection/inspection-paper.ts'
import { loadInspectionPaper } from '@shebao/api/src/features/filing/inspection/print-inspection.ts'
import { createTypstCompiler } from '@shebao/api/src/features/register/paper/typst-compiler.ts'
import { completeDraft, givenOffice, givenUnit, submit } from '@shebao/api/src/testing/inspection-scenario.ts'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { compare, processorTime } from './bench.ts'
import type { Bench, Figure } from './bench.ts'
import { openOffice } from './office.ts'

const require = createRequire(import.meta.resolve('@shebao/api/src/main.ts'))
const font = readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
const template = 'filing/inspection/inspection-form.typ'
const sizes = {
  full: [
    { people: 36, rounds: 15 },
    { people: 1_000, rounds: 5 },
  ],
  small: [{ people: 3, rounds: 1 }],
}
/** Forms of a small unit, one after the other, as a morning's print run. */
const many = { full: 300, small: 4 }
const peopleOfSmallUnit = 3
const typeset = createTypstCompiler()

/** A submitted declaration through the real steps; what is printed of it is then varied, so that nothing is remembered. */
async function submittedPaper(): Promise<InspectionPaperSource> {
  const office = await openOffice()
  try {
    await givenOffice(office.platform)
    const unit = await givenUnit(office.platform, { people: 3 })
    const declarationId = await completeDraft(office.platform, unit)
    const outcome = await submit(office.platform, unit, declarationId)
    if (outcome.kind !== 'submitted') throw new Error(`not submitted: ${outcome.kind}`)
    return await loadInspectionPaper(office.platform, unit.clerk, { declarationId, version: 1 })
  } finally {
    await office.close()
  }
}

/** The same unit with other people each time: a warm compiler must not find its last answer again. */
function paperOf(source: InspectionPaperSource, people: number, seed: number) {
  const rows = makeCompleteDeclaration(seed, people).personnel.map(({ draft }, index) => ({ row: index + 2, draft }))
  const version = { ...source.version, people, formNo: `${source.version.formNo}-${seed}` }
  return inspectionPaper({ ...source, rows, version }, 'zh-CN')
}
type Paper = ReturnType<typeof paperOf>

async function printOurs(paper: Paper): Promise<number> {
  const { people, ...form } = paper
  return (await typeset({ template, data: form, list: people, createdAtSeconds: 0 }).pdf()).length
}

const columnWidths = [30, 60, 120, 70, 70, 65, 50, 90, 90, 90]
const rowHeight = 16
const margin = 40

/** Every cell of the form and of the list; letterhead, QR code, seal place and page feet are left out for the peer. */
function cellsOf({ receipt, sections, people }: Paper): readonly (readonly string[])[] {
  const answers = sections.flatMap(({ pairs, matrix, list }) => [...pairs, ...matrix, ...list])
  return [...receipt, ...answers, people.headers, ...people.rows, ...(people.total ? [people.total] : [])]
}

/** Lines and text at fixed places, the cheapest that pdfkit can be asked for; `tagged` as ours is, so that a screen reader finds rows and cells. */
function printWithPdfkit(paper: Paper, tagged: boolean): Promise<number> {
  const document = new PDFDocument({ size: 'A4', layout: 'landscape', margin, autoFirstPage: false, tagged })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let bytes = 0
  document.on('data', (chunk: Buffer) => (bytes += chunk.length))
  document.on('end', () => resolve(bytes))
  document.on('error', reject)
  const table = tagged ? document.struct('Table') : undefined
  if (table) document.addStructure(table)
  let y = Number.POSITIVE_INFINITY
  for (const cells of cellsOf(paper)) {
    if (y + rowHeight > 595 - margin) {
      document.addPage().font(font).fontSize(8)
      y = margin
    }
    const row = table ? document.struct('TR') : undefined
    if (row) table?.add(row)
    let x = margin
    for (const [column, cell] of cells.entries()) {
      const width = columnWidths[column] ?? 60
      if (row) row.add(document.struct('TD', {}, [document.markStructureContent('TD')]))
      document
        .rect(x, y, width, rowHeight)
        .stroke()
        .text(cell, x + 3, y + 2, { lineBreak: false })
      if (row) document.endMarkedContent()
      x += width
    }
    row?.end()
    y += rowHeight
  }
  table?.end()
  document.end()
  return promise
}

async function measure(
  source: InspectionPaperSource,
  people: number,
  rounds: number,
  tagged: boolean,
): Promise<Figure> {
  // No people of another figure's: the compiler would have their layouts still.
  let seed = people + (tagged ? 100_000 : 0)
  let paper = paperOf(source, people, seed)
  await printOurs(paper)
  const seconds = await compare(
    rounds,
    () => printOurs(paper),
    () => printWithPdfkit(paper, tagged),
    () => {
      paper = paperOf(source, people, (seed += 1))
    },
    processorTime,
  )
  return {
    name: `Annual inspection as PDF, ${people.toLocaleString('en')} people`,
    unit: 'ms CPU',
    value: seconds.ours * 1000,
    peer: { name: `pdfkit, the same cells${tagged ? ', tagged too' : ''}`, value: seconds.peer * 1000 },
    ratio: seconds.peer / seconds.ours,
    aim: tagged || people >= 1_000 ? 1.5 : 1,
    better: 'higher',
    note: 'the whole form, tagged, the same font',
  }
}

/** How many a core prints a second when nothing is the same twice, and whether what they leave behind grows. */
async function measureMany(source: InspectionPaperSource, count: number): Promise<Figure[]> {
  const papers = (from: number) =>
    Array.from({ length: count / 2 }, (_, index) => paperOf(source, peopleOfSmallUnit, 200_000 + from + index))
  let seconds = 0
  const resident: number[] = []
  for (const half of [papers(0), papers(count / 2)]) {
    const begun = processorTime()
    for (const paper of half) {
      await printOurs(paper)
      // On the printing thread each paper is a task of its own; only between two of them are native parts let go.
      await setImmediate()
    }
    seconds += Number(processorTime() - begun) / 1e9
    globalThis.gc?.()
    resident.push(process.memoryUsage().rss / 2 ** 20)
  }
  const [middle = Number.NaN, end = Number.NaN] = resident
  const note = `${count} annual inspections of ${peopleOfSmallUnit} people, tagged, others each time`
  return [
    {
      name: 'Forms printed one after the other',
      unit: 'a second and core',
      value: count / seconds,
      aim: 300,
      better: 'higher',
      note,
    },
    {
      name: 'Memory of printing them',
      unit: 'MiB',
      value: end,
      peer: { name: 'after half of them', value: middle },
      ratio: end / middle,
      aim: 1.1,
      better: 'lower',
      note,
    },
  ]
}

export default {
  name: 'printed annual inspection against the same cells drawn with pdfkit',
  async run(size) {
    const source = await submittedPaper()
    const figures = await measureMany(source, many[size])
    for (const { people, rounds } of sizes[size])
      for (const tagged of [false, true]) figures.push(await measure(source, people, rounds, tagged))
    return figures
  },
} satisfies Bench

import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { statementPaper } from '@shebao/api/src/features/register/paper/print-statement.ts'
import { createStatementPrinter } from '@shebao/api/src/features/register/paper/statement-printer.ts'
import type { StatementRequest } from '@shebao/api/src/features/register/paper/statement-printer.ts'
import { createTypstCompiler } from '@shebao/api/src/features/register/paper/typst-compiler.ts'
import { verifySvg } from '@shebao/api/src/features/register/paper/verify-squares.ts'
import { readEnvironment } from '@shebao/api/src/platform/environment.ts'
import { processorTime } from './bench.ts'
import type { Bench, Figure, Size } from './bench.ts'
import { receiptPaper, rightsPaper } from './mass-papers.ts'

/** Papers counted, after some that warm up; of Typst fewer, which takes its time. */
const counts = {
  full: { receipts: 1000, statements: 200, typeset: 20, middle: 500, end: 2000 },
  small: { receipts: 2, statements: 1, typeset: 1, middle: 2, end: 4 },
}
const typeset = createTypstCompiler()
const print = createStatementPrinter(typeset)
const platform = { environment: readEnvironment({}) }
const office = {
  nameZh: '示范市社会保险事业管理中心',
  nameEn: 'Demonstration Social Insurance Centre',
  addressZh: '示范市中山路 12 号',
  addressEn: '12 Zhongshan Road',
  phone: '010-12333',
  sealText: '示范市社会保险事业管理中心业务专用章',
}

/** From the facts to what the printer is handed: wording, derivation and mark are counted, the database is not. */
function paperOf(make: typeof receiptPaper, seed: number): StatementRequest {
  const language = seed % 2 === 0 ? 'zh-CN' : 'en'
  const { number, hash, statement } = make(seed, language)
  // As long as what the office signs; who checks it is no part of this.
  const [content, signature] = [Buffer.from(hash, 'hex').toString('base64url'), randomBytes(64).toString('base64url')]
  const holder = randomBytes(24).toString('base64url')
  const signedToken = `SB1.0a1b2c3d4e5f.110000.PAYMENT_RECEIPT.${number}.ABCDEFGH23456789.2026-11-05.${content}.2026-11-05.123456.${holder}.${signature}`
  const document = { number, contentHash: hash, verifyCode: 'ABCDEFGH23456789', signedToken }
  return { statement: statementPaper(platform, document, { office, language, statement }), createdAtSeconds: 0 }
}

async function printTypeset({ statement, createdAtSeconds }: StatementRequest): Promise<number> {
  const mark = { ...statement.mark, qrSvg: await verifySvg(statement.mark.link) }
  const template = 'register/paper/templates/statement.typ'
  return (await typeset({ template, data: { ...statement, mark }, createdAtSeconds }).pdf()).length
}

const pagesOf = (pdf: Uint8Array) => Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1])

/** Seconds of processor time for each, of others every time. */
async function timeEach(count: number, each: (index: number) => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  const begun = processorTime()
  for (let index = 0; index < count; index += 1) {
    await each(index)
    await setImmediate()
  }
  return Number(processorTime() - begun) / 1e9 / count
}

async function measureKind(
  name: string,
  make: typeof receiptPaper,
  count: number,
  typesetCount: number,
  aim: number,
): Promise<Figure> {
  for (let seed = 0; seed < count / 5; seed += 1) await print(paperOf(make, seed))
  let pages = 0
  for (let seed = 0; seed < typesetCount; seed += 1) pages += pagesOf(await print(paperOf(make, seed)))
  const ours = await timeEach(count, (index) => print(paperOf(make, 10_000 + index)))
  const typst = await timeEach(typesetCount, (index) => printTypeset(paperOf(make, index)))
  return {
    name,
    unit: 'a second and core',
    value: 1 / ours,
    peer: { name: 'the same set by Typst', value: 1 / typst },
    ratio: typst / ours,
    aim,
    better: 'higher',
    note: `${(pages / typesetCount).toFixed(1)} pages each, both languages, other people and amounts each time, tagged, with the code of its signature`,
  }
}

async function measureMemory(size: Size): Promise<Figure> {
  const { middle, end } = counts[size]
  let atMiddle = Number.NaN
  for (let index = 0; index < end; index += 1) {
    await print(paperOf(index % 8 === 0 ? rightsPaper : receiptPaper, 50_000 + index))
    // Each paper is a task of its own on the printing thread; only between two of them are native parts let go.
    await setImmediate()
    if (index + 1 === middle) atMiddle = residentMiB()
  }
  const value = residentMiB()
  return {
    name: 'Memory of printing thousands',
    unit: 'MiB',
    value,
    peer: { name: `after ${middle} of ${end}`, value: atMiddle },
    ratio: value / atMiddle,
    aim: 1.1,
    better: 'lower',
  }
}

function residentMiB(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss / 2 ** 20
}

export default {
  name: 'papers that are printed by the thousand',
  async run(size) {
    const { receipts, statements, typeset: few } = counts[size]
    return [
      await measureMemory(size),
      await measureKind('Receipts printed one after the other', receiptPaper, receipts, few, 300),
      await measureKind('Yearly statements printed one after the other', rightsPaper, statements, few, 300),
    ]
  },
} satisfies Bench

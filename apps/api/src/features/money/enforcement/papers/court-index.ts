import { createHash } from 'node:crypto'
import Papa from 'papaparse'

/** One thing of a court file. */
export interface CourtFilePart {
  name: string
  title: string
  /** For the index that people read; the tables are in Chinese alone. */
  titleEn?: string | undefined
  date: string
  bytes: Uint8Array
  /** Of a paper or a scan; a table has none. */
  pages?: number | undefined
}

export type IndexEntry = Omit<CourtFilePart, 'bytes'> & { size: number; sha256: string }

/**
 * The parts as they come, and last what they are: a paper for people where there is one, a list for machines, and their hashes as
 * `sha256sum -c` reads them.
 */
export async function* indexed(
  parts: AsyncIterable<CourtFilePart>,
  today: string,
  paperOf?: (index: readonly IndexEntry[]) => Promise<CourtFilePart>,
): AsyncGenerator<CourtFilePart> {
  const index: IndexEntry[] = []
  for await (const part of parts) {
    const { bytes, ...named } = part
    index.push({ ...named, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    yield part
  }
  const list = csv('index.csv', '目录', today, [
    ['序号', '名称', '文件', '日期', '页数', '字节数', 'SHA-256'],
    ...index.map(({ title, name, date, pages, size, sha256 }, at) => [at + 1, title, name, date, pages, size, sha256]),
  ])
  const paper = await paperOf?.(index)
  const last = paper ? [paper, list] : [list]
  yield* last
  const sums = [
    ...index,
    ...last.map(({ name, bytes }) => ({ name, sha256: createHash('sha256').update(bytes).digest('hex') })),
  ]
  const text = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  yield { name: 'SHA256SUMS', title: '校验值', date: today, bytes: Buffer.from(text) }
}

/** With a mark that spreadsheets need to read Chinese, and nothing that they would compute. */
export function csv(
  name: string,
  title: string,
  date: string,
  rows: readonly (readonly (string | number | null | undefined)[])[],
): CourtFilePart {
  const text = Papa.unparse(
    rows.map((row) => row.map((cell) => cell ?? '')),
    { escapeFormulae: true },
  )
  return { name, title, date, bytes: Buffer.from(`\uFEFF${text}\r\n`) }
}

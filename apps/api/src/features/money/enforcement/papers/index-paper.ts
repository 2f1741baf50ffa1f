import { createHash } from 'node:crypto'
import { notFound } from '../../../../access/refusal.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { findEmployer, findOfficeFor } from '../../../register/employer/index.ts'
import { renderPdf, statementWords } from '../../../register/paper/index.ts'
import type { EnforcementRow } from '../enforcement.repository.ts'
import type { IndexEntry, CourtFilePart } from './court-index.ts'
import { pagesOf } from './pages-of.ts'

const headers = [
  ['序号', 'No.'],
  ['材料名称', 'What it is'],
  ['文件及校验值', 'File and SHA-256'],
  ['日期', 'Date'],
  ['页数', 'Pages'],
]

/** The tables, whose text is Chinese. */
const tablesEn: Readonly<Record<string, string>> = {
  'receipts.csv': 'When each paper was served',
  'defences.csv': 'Defence and what was said to it',
  'ledger.csv': 'What is owed, from the ledger',
  'assets.csv': 'Leads to assets',
  'bank-replies.csv': 'What banks replied',
  'history.csv': 'What happened',
}

/** The index of a court file as a paper, for whoever opens it by hand; `index.csv` beside it says the same to a machine. */
export async function indexPaper(
  platform: Platform,
  { number, employerId }: EnforcementRow,
  entries: readonly IndexEntry[],
): Promise<CourtFilePart> {
  const [office, unit] = [await findOfficeFor(platform, employerId), await findEmployer(platform, employerId)]
  if (!office || !unit) throw notFound('court file')
  const [now, date] = [platform.clock.now(), platform.clock.today()]
  const rows = entries.map(({ title, titleEn, name, sha256, date: of, pages }, at) => ({
    no: String(at + 1),
    title,
    titleEn: titleEn ?? tablesEn[name] ?? '',
    name,
    sha256,
    date: of,
    pages: pages === undefined ? '' : String(pages),
  }))
  const bytes = await renderPdf(
    'money/enforcement/papers/court-index.typ',
    {
      title: '卷内目录',
      subtitle: `Index of the court file　案件 ${number}　${unit.name}`,
      number,
      lang: 'zh',
      words: statementWords['zh-CN'],
      contentHash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      mark: { token: null },
      office: { name: office.nameZh, address: office.addressZh, phone: office.phone },
      headers,
      rows,
      lines: [
        `共 ${rows.length} 项，${date} 制作。每份文件的校验值另列于 SHA256SUMS，可用 sha256sum -c 核对；单独修改其中任何一份都会被发现。`,
        `${rows.length} parts, made on ${date}. SHA256SUMS lists every hash for sha256sum -c, which tells any part that was changed.`,
      ],
    },
    now,
  )
  return {
    name: 'index.pdf',
    title: '卷内目录',
    titleEn: 'Index',
    date,
    bytes,
    pages: await pagesOf(bytes, 'application/pdf'),
  }
}

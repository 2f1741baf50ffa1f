import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { BarcodeFormat, BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library'
import { create } from 'fontkit'
import type { Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { readTaggedTable } from '../../../../testing/read-tagged-table.ts'
import { createStatementPrinter } from '../statement-printer.ts'
import { statementWords } from '../statement-words.ts'
import { createTypstCompiler } from '../typst-compiler.ts'
import type { StatementPaper } from './draw-statement.ts'

const require = createRequire(import.meta.url)
const typeset = createTypstCompiler()
const print = createStatementPrinter(typeset)
const printed = (statement: StatementPaper) => print({ statement, createdAtSeconds: 1_760_000_000 })
const open = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false })

/** Token and hash as long as they are; more rows and steps than a page has room for. */
function paperOf(lang: 'zh' | 'en', name: string): StatementPaper {
  const token = `SB1.${'k'.repeat(12)}.110000.PAYMENT_RECEIPT.${'a-_9'.repeat(60)}`
  const step = (index: number) => ({
    depth: index % 6,
    label: index % 2 === 0 ? `2025-${index} 到账的个人缴费` : `Posted in 2025-${index}`,
    result: `${index},111.62 元`,
    notes:
      index % 3 === 0
        ? '按账簿记载'
        : `以下各项之和；《社会保险法》第 ${index} 条, sum of the items below, rounded once`,
  })
  return {
    lang,
    title: lang === 'zh' ? '2025年度个人社会保险权益记录单' : 'Statement of rights for 2025',
    subtitle: 'QY202512-1',
    number: 'QY202512-1',
    contentHash: 'ab'.repeat(32),
    office: { name: '示范社保中心', address: '北京市中山路12号', phone: '010-12333', seal: '业务专用章' },
    facts: [
      ['姓名', name],
      ['Last employer billed in the year', '长江三角洲某某科技（北京）有限责任公司'],
      ['版次', '1'],
    ],
    barcode: null,
    headers: ['险种', 'Months', 'Amount'],
    widths: [2, 1, 1.5],
    rightFrom: 1,
    rows: Array.from({ length: 60 }, (_, index) => [index % 5 === 0 ? '基本养老保险' : '', String(index), '13,339.40']),
    sums: ['合计', '', '800,364.00'],
    amounts: [
      ['Paid', '1.00'],
      ['合计', '¥ 800,364.00'],
    ],
    capitals: '捌拾万零叁佰陆拾肆元整',
    statement: null,
    notes: [
      '本记录单按出具时的账簿记载固定，个人账户按到账月份计息；之后的更正另出新版，原版注明已被替代。累计月数同月只计一次。',
    ],
    mark: {
      code: 'ABCD-EFGH-2345-6789',
      token,
      key: 'kkkkkkkkkkkk',
      url: 'https://office.example/verify',
      link: `https://office.example/verify/ABCDEFGH23456789#${token}`,
      contentHash: 'ab'.repeat(32),
    },
    derivation: Array.from({ length: 70 }, (_, index) => step(index)),
    words: statementWords[lang === 'zh' ? 'zh-CN' : 'en'],
  }
}
const withoutSpaces = (text: string) => text.replaceAll(/[ |]/g, '')

describe('a drawn statement', () => {
  it.each(['zh', 'en'] as const)(
    'is read out table by table, and takes the pages that Typst takes (%s)',
    async (lang) => {
      const paper = paperOf(lang, '欧阳·Renée')
      const pdf = await printed(paper)
      const tables = await Promise.all([0, 1, 2, 3].map((which) => readTaggedTable(pdf, which)))
      const texts = tables.map(({ rows }) => rows.map((cells) => cells.map(({ text }) => withoutSpaces(text))))
      const said = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.map(withoutSpaces))
      const [first, second, third] = paper.facts
      expect(texts[0]).toEqual(
        said([
          [...(first ?? []), ...(second ?? [])],
          [...(third ?? []), '', ''],
        ]),
      )
      expect(texts[1]).toEqual(said([paper.headers, ...paper.rows, paper.sums ?? []]))
      expect(tables[1]?.parts.filter((part) => part === 'THead')).toHaveLength(1)
      expect(texts[2]).toEqual(said(paper.amounts))
      expect(texts[3]).toEqual(said(paper.derivation.map(({ label, notes, result }) => [label + notes, result])))
      expect(tables[3]?.before).toEqual([
        'P',
        'P',
        'H1',
        'P',
        'Table',
        'Table',
        'Table',
        'P',
        'P',
        'P',
        'Figure',
        'P',
        'H2',
      ])
      const document = await open(pdf)
      const mark = { ...paper.mark, qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' }
      const template = 'register/paper/templates/statement.typ'
      const typeset1 = typeset({ template, data: { ...paper, mark }, createdAtSeconds: 0 })
      expect([document.getPageCount(), document.getTitle()]).toEqual([typeset1.pages, typeset1.title])
    },
  )

  it('holds the glyphs of its own words and of nobody else’s, as the font draws them', async () => {
    const pdf = await printed(paperOf('zh', '欧阳·Renée'))
    await printed(paperOf('zh', '龚鑫'))
    expect(Buffer.from(await printed(paperOf('zh', '欧阳·Renée'))).equals(pdf)).toBe(true)
    const { regular, meanings } = await embedded(pdf)
    const whole = openFont(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
    const outlines = [...meanings].map(([code, character]) => [character, regular.getGlyph(code).path.toSVG()])
    expect(outlines).toEqual(
      outlines.map(([character]) => [character, whole.glyphForCodePoint(character?.codePointAt(0) ?? 0).path.toSVG()]),
    )
    expect(outlines.length).toBeGreaterThan(100)
    expect([...meanings.values()]).toContain('é')
    expect([...meanings.values()]).not.toContain('龚')
  })

  it('carries a square code that leads to its verification', async () => {
    const paper = paperOf('zh', '王芳')
    const page = (await contents(await printed(paper))).find((drawn) => drawn.includes('/Figure')) ?? ''
    expect(readSquares(page)).toBe(paper.mark.link)
  })

  it.each(['𠮷野', 'محمد', 'Nguye\u0302\u0303n'])('leaves the name %s to Typst', async (name) => {
    const document = await open(await printed({ ...paperOf('zh', name), rows: [], derivation: [] }))
    expect(document.getCreator()).toMatch(/^Typst/)
  })
})

function openFont(file: string | Uint8Array): Font {
  const font = typeof file === 'string' ? create(require('node:fs').readFileSync(file)) : create(Buffer.from(file))
  if ('fonts' in font) throw new Error('more than one font')
  return font
}

function unpacked(stream: unknown): Buffer {
  if (!(stream instanceof PDFRawStream)) throw new Error('not a stream')
  const packed = stream.getContents()
  return stream.dict.has(PDFName.of('Filter')) ? inflateSync(packed) : Buffer.from(packed)
}

async function contents(pdf: Uint8Array): Promise<string[]> {
  const { context } = await open(pdf)
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [unpacked(object).toString('latin1')] : []))
}

/** The regular font of a file, with what each of its codes means. */
async function embedded(pdf: Uint8Array): Promise<{ regular: Font; meanings: Map<number, string> }> {
  const { context } = await open(pdf)
  const named = (object: PDFDict) => String(object.get(PDFName.of('BaseFont')) ?? object.get(PDFName.of('FontName')))
  const dictionaries = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && named(object).endsWith('Regular') ? [object] : []))
  const meaning = dictionaries.find((object) => object.has(PDFName.of('ToUnicode')))?.lookup(PDFName.of('ToUnicode'))
  const file = dictionaries.find((object) => object.has(PDFName.of('FontFile2')))?.lookup(PDFName.of('FontFile2'))
  const meanings = new Map<number, string>()
  for (const [, code, units] of unpacked(meaning)
    .toString('latin1')
    .matchAll(/^<(\w{4})> <(\w+)>$/gm))
    meanings.set(
      Number.parseInt(code ?? '', 16),
      Buffer.from(units ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    )
  return { regular: openFont(unpacked(file)), meanings }
}

/** What a scanner reads off the dark squares, with white around them. */
function readSquares(drawn: string): string {
  const runs = [...drawn.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gm)].map(
    ([, column, row, length]) => [Number(column), Number(row), Number(length)] as const,
  )
  const side = Math.max(...runs.map(([column, , length]) => column + length))
  const [scale, quiet] = [4, 4]
  const whole = (side + 2 * quiet) * scale
  const image = new Uint8ClampedArray(whole * whole).fill(255)
  for (const [column, row, length] of runs)
    for (let y = (row + quiet) * scale; y < (row + quiet + 1) * scale; y += 1)
      image.fill(0, y * whole + (column + quiet) * scale, y * whole + (column + quiet + length) * scale)
  const read = new QRCodeReader().decode(
    new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image, whole, whole))),
  )
  expect(read.getBarcodeFormat()).toBe(BarcodeFormat.QR_CODE)
  return read.getText()
}

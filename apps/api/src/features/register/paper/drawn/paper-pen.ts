import type { Line, PaperFonts } from './break-lines.ts'
import { refTo, startPdfFile, textString } from './pdf-file.ts'

/** What a screen reader goes through (ISO 32000-1, 14.7): a heading, a table, a row, a cell. */
export interface Element {
  readonly kind: string
  readonly kids: (Element | number)[]
  /** Of its dictionary, such as the scope of a header. */
  readonly attributes: string
  page: Sheet | undefined
}

interface Sheet {
  readonly number: number
  /** Operators for lines and areas, and for text; the one is drawn before the other. */
  readonly drawn: string[]
  readonly texts: string[]
  /** To which element each number on this page belongs. */
  readonly marked: Element[]
  /** Where the last text began, and in which font and colour, as the next is said from there. */
  at: { x: number; y: number; font: string; colour: string }
}

/** In points, from the top left corner of an A4 page. */
export const sheet = { width: 595.2756, height: 841.8898 }

const fontNames = { regular: 'L0', semibold: 'L1' } as const

export const element = (kind: string, attributes = ''): Element => ({ kind, kids: [], attributes, page: undefined })

export type PaperPen = ReturnType<typeof startPaper>

/** Draws on pages, and keeps of each text which element of the structure it belongs to. */
export function startPaper(fonts: PaperFonts) {
  const file = startPdfFile()
  const pages: Sheet[] = []
  const document = element('Document')
  const current = (): Sheet => {
    const page = pages.at(-1)
    if (!page) throw new Error('no page was begun')
    return page
  }
  return {
    document,
    startPage() {
      const at = { x: 0, y: 0, font: '', colour: '' }
      pages.push({ number: file.next(), drawn: [], texts: [], marked: [], at })
    },
    pages: () => pages.length,
    within(parent: Element, kind: string, attributes = ''): Element {
      const kid = element(kind, attributes)
      parent.kids.push(kid)
      return kid
    },
    /** Without an element it is decoration: page feet, and headers that come again. */
    text(lines: readonly PlacedLine[], owner?: Element, properties = '') {
      const page = current()
      page.texts.push(owner ? `/${owner.kind}<</MCID ${mark(page, owner)}${properties}>>BDC\n` : '/Artifact BMC\n')
      for (const line of lines) showLine(page, line)
      page.texts.push('EMC\n')
    },
    area(x: number, y: number, width: number, height: number, colour: string) {
      current().drawn.push(`${colour} rg ${at(x)} ${at(sheet.height - y - height)} ${at(width)} ${at(height)} re f\n`)
    },
    /** Lines from point to point, all of one kind. */
    lines(
      points: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[],
      width: number,
      colour: string,
    ) {
      const paths = points.map(
        ([x1, y1, x2, y2]) => `${at(x1)} ${at(sheet.height - y1)} m ${at(x2)} ${at(sheet.height - y2)} l\n`,
      )
      current().drawn.push(`${at(width)} w ${colour} RG\n${paths.join('')}S\n`)
    },
    frame(x: number, y: number, width: number, height: number, line: number, colour: string) {
      current().drawn.push(
        `${at(line)} w ${colour} RG ${at(x)} ${at(sheet.height - y - height)} ${at(width)} ${at(height)} re S\n`,
      )
    },
    /** Drawn by `operators`, in a square of its own; who does not see it is read `alternative`. */
    figure(owner: Element, operators: string) {
      const page = current()
      page.texts.push(`ET\n/Figure<</MCID ${mark(page, owner)}>>BDC\nq ${operators} Q\nEMC\nBT\n`)
      Object.assign(page.at, { x: 0, y: 0, font: '', colour: '' })
    },
    /** Draws feet now that it is known how many pages there are. */
    onEveryPage(draw: (index: number, foot: (lines: readonly PlacedLine[]) => void) => void) {
      for (const [index, page] of pages.entries()) {
        page.texts.push('/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n')
        draw(index, (lines) => {
          for (const line of lines) showLine(page, line)
        })
        page.texts.push('EMC\n')
      }
    },
    footLine: (y: number, from: number, to: number, colour: string) => {
      for (const page of pages)
        page.drawn.push(
          `0.4 w ${colour} RG ${at(from)} ${at(sheet.height - y)} m ${at(to)} ${at(sheet.height - y)} l S\n`,
        )
    },
    end: (said: Said) => endPaper(file, pages, document, fonts, said),
  }
}

export interface PlacedLine {
  line: Line
  x: number
  /** Where the letters stand. */
  baseline: number
}

interface Said {
  title: string
  author: string
  keywords: string | null
  language: string
  id: string
  createdAtSeconds: number
  /** Where the outline leads: a title on the page with this index, that far from its top. */
  outline: { title: string; page: number; y: number } | undefined
}

function mark(page: Sheet, owner: Element): number {
  if (owner.page && owner.page !== page) throw new Error('an element stands on one page')
  owner.page = page
  owner.kids.push(page.marked.length)
  return page.marked.push(owner) - 1
}

function showLine({ texts, at: last }: Sheet, { line, x: left, baseline }: PlacedLine): void {
  const y = Math.round((sheet.height - baseline) * 100)
  for (const { x: inLine, shown, style } of line.runs) {
    const font = `/${fontNames[style.font]} ${style.size} Tf\n`
    if (font !== last.font) texts.push((last.font = font))
    if (style.colour !== last.colour) texts.push(`${(last.colour = style.colour)} rg\n`)
    const x = Math.round((left + inLine) * 100)
    texts.push(`${(x - last.x) / 100} ${(y - last.y) / 100} Td ${shown}\n`)
    last.x = x
    last.y = y
  }
}

/** A hundredth of a point is less than any printer shows. */
const at = (place: number): string => String(Math.round(place * 100) / 100)

function endPaper(
  file: ReturnType<typeof startPdfFile>,
  pages: readonly Sheet[],
  document: Element,
  fonts: PaperFonts,
  said: Said,
): Uint8Array<ArrayBuffer> {
  const [root, tree, info, regular, semibold] = [file.next(), file.next(), file.next(), file.next(), file.next()]
  const [structure, parents] = [file.next(), file.next()]
  const numbers = writeStructure(file, document, structure)
  for (const [index, { number, drawn, texts }] of pages.entries()) {
    const contents = file.next()
    file.put(
      number,
      `<</Type/Page/Parent ${refTo(tree)}/MediaBox[0 0 ${sheet.width} ${sheet.height}]/Resources<</Font<</L0 ${refTo(regular)}/L1 ${refTo(semibold)}>>>>/Contents[${refTo(contents)}]/StructParents ${index}/Tabs/S>>`,
    )
    file.stream(
      contents,
      '',
      Buffer.from(`/Artifact BMC\nq\n${drawn.join('')}Q\nEMC\nBT\n${texts.join('')}ET\n`, 'latin1'),
      'repeating',
    )
  }
  fonts.regular.write(file, regular)
  fonts.semibold.write(file, semibold)
  file.put(tree, `<</Type/Pages/Kids[${pages.map(({ number }) => refTo(number)).join(' ')}]/Count ${pages.length}>>`)
  file.put(
    structure,
    `<</Type/StructTreeRoot/K[${refTo(numbers.get(document) ?? 0)}]/ParentTree ${refTo(parents)}/ParentTreeNextKey ${pages.length}>>`,
  )
  const lists = pages.map(
    ({ marked }, index) => `${index}[${marked.map((owner) => refTo(numbers.get(owner) ?? 0)).join(' ')}]`,
  )
  file.put(parents, `<</Nums[${lists.join('')}]>>`)
  writeInfo(file, info, said)
  const outline = writeOutline(file, pages, said)
  file.put(
    root,
    `<</Type/Catalog/Pages ${refTo(tree)}/Lang(${said.language})/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ${refTo(structure)}/Metadata ${refTo(writeMetadata(file, said))}${outline}>>`,
  )
  return file.end({ root, info, id: said.id })
}

function writeStructure(file: ReturnType<typeof startPdfFile>, document: Element, root: number): Map<Element, number> {
  const numbers = new Map<Element, number>()
  const write = (of: Element, parent: number) => {
    const number = file.next()
    numbers.set(of, number)
    const kids = of.kids.map((kid) => (typeof kid === 'number' ? String(kid) : refTo(write(kid, number))))
    const page = of.page ? `/Pg ${refTo(of.page.number)}` : ''
    file.put(number, `<</S/${of.kind}/P ${refTo(parent)}${page}${of.attributes}/K[${kids.join(' ')}]>>`)
    return number
  }
  write(document, root)
  return numbers
}

function writeInfo(file: ReturnType<typeof startPdfFile>, number: number, said: Said): void {
  // As plain text, in which whoever checks the signature finds it.
  const keywords = said.keywords === null ? '' : `/Keywords(${said.keywords})`
  const day = new Date(said.createdAtSeconds * 1000).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  file.put(
    number,
    `<</Title${textString(said.title)}/Author${textString(said.author)}${keywords}/Creator(Shebao)/CreationDate(D:${day})/ModDate(D:${day})>>`,
  )
}

function writeOutline(file: ReturnType<typeof startPdfFile>, pages: readonly Sheet[], { outline }: Said): string {
  const page = outline && pages[outline.page]
  if (!page) return ''
  const [list, item] = [file.next(), file.next()]
  file.put(list, `<</Type/Outlines/First ${refTo(item)}/Last ${refTo(item)}/Count 1>>`)
  file.put(
    item,
    `<</Title${textString(outline.title)}/Parent ${refTo(list)}/Dest[${refTo(page.number)}/XYZ 0 ${at(sheet.height - outline.y)} 0]>>`,
  )
  return `/Outlines ${refTo(list)}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same once more as XMP, where programs of an archive look (ISO 16684-1). */
function writeMetadata(file: ReturnType<typeof startPdfFile>, said: Said): number {
  const number = file.next()
  const day = new Date(said.createdAtSeconds * 1000).toISOString()
  const text = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(said.title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escaped(said.author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${said.language}</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>Shebao</xmp:CreatorTool><xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  file.stream(number, '/Type/Metadata/Subtype/XML', Buffer.from(text, 'utf8'), 'plain')
  return number
}

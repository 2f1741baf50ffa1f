import { PDFArray, PDFDict, PDFInvalidObject, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'

/** One more table at the end of what a screen reader goes through, row by row as it is drawn (ISO 32000-1, 14.7 and 14.8.4.3.4). */
export interface TableTags {
  startPage(page: PDFRef): void
  startRow(part: 'THead' | 'TBody'): void
  /** The number under which the cell's text is drawn on this page; an empty cell has none. */
  addCell(empty: boolean): number | undefined
}

const key = (name: string) => PDFName.of(name)

export function tagTable({ context, catalog }: PDFDocument): TableTags {
  const root = catalog.lookup(key('StructTreeRoot'), PDFDict)
  const [top] = root.lookup(key('K'), PDFArray).asArray()
  if (!top) throw new Error('the paper has no structure')
  const within = (parent: PDFRef, kind: string) => {
    const kids = PDFArray.withContext(context)
    return { kids, ref: context.register(context.obj({ S: kind, P: parent, K: kids })) }
  }
  const document = context.lookup(top, PDFDict).lookup(key('K'), PDFArray)
  const kids = PDFArray.withContext(context)
  const table = context.register(context.obj({ S: 'Table', P: top, K: kids }))
  document.push(table)
  const parts = { THead: within(table, 'THead'), TBody: within(table, 'TBody') }
  kids.push(parts.THead.ref)
  kids.push(parts.TBody.ref)

  let page: { ref: PDFRef; elements: PDFArray } | undefined
  let row: { ref: PDFRef; kids: PDFArray; header: boolean } | undefined
  return {
    startPage(ref) {
      page = { ref, elements: elementsOf(context.lookup(ref, PDFDict), root) }
    },
    startRow(part) {
      row = { ...within(parts[part].ref, 'TR'), header: part === 'THead' }
      parts[part].kids.push(row.ref)
    },
    addCell(empty) {
      if (!row || !page) throw new Error('a cell stands in a row of a page')
      const number = page.elements.size()
      const kind = row.header ? 'TH/A<</O/Table/Scope/Column>>' : 'TD'
      const drawn = empty ? '' : `/Pg ${page.ref.tag}/K ${number}`
      // In words: ten thousand of them take a third of the time of as many dictionaries of the library.
      const cell = PDFInvalidObject.of(Buffer.from(`<</S/${kind}/P ${row.ref.tag}${drawn}>>`))
      const ref = context.register(cell)
      row.kids.push(ref)
      if (empty) return undefined
      page.elements.push(ref)
      return number
    },
  }
}

/** To which element each number on a page belongs. A page on which nothing is tagged yet has no such list. */
function elementsOf(page: PDFDict, root: PDFDict): PDFArray {
  const lists = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray)
  const known = page.lookupMaybe(key('StructParents'), PDFNumber)?.asNumber()
  for (let index = 0; index < lists.size(); index += 2) {
    if (lists.lookup(index, PDFNumber).asNumber() === known) return lists.lookup(index + 1, PDFArray)
  }
  const next = root.lookup(key('ParentTreeNextKey'), PDFNumber)
  const elements = PDFArray.withContext(page.context)
  page.set(key('StructParents'), next)
  lists.push(next)
  lists.push(page.context.register(elements))
  root.set(key('ParentTreeNextKey'), PDFNumber.of(next.asNumber() + 1))
  return elements
}

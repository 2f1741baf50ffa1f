import { SaxesParser } from 'saxes'
import { StatementRefused } from './read-statement.types.ts'

/** An element without its namespace: banks use every version and prefix of the standard. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** Deeper nesting than any version of the standard has. */
const deepest = 40

/**
 * Walks a document and hands over each element that `wanted` names by its path, whole, as soon as it ends; nothing else is
 * kept, so memory does not grow with the file. The parser is strict and never opens anything: a document type, and with
 * it every entity of its own, is refused.
 */
export function readXmlElements(
  text: string,
  wanted: (path: readonly string[]) => boolean,
  onElement: (element: XmlElement, path: readonly string[]) => void,
  onOpen: (path: readonly string[]) => void,
): void {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const path: string[] = []
  const open: XmlElement[] = []
  parser.on('error', (error) => {
    throw new StatementRefused({
      code: 'NOT_WELL_FORMED',
      line: parser.line,
      expected: error.message.replace(/^\d+:\d+: /, '').slice(0, 120),
    })
  })
  parser.on('doctype', () => {
    throw new StatementRefused({ code: 'DTD_FORBIDDEN', line: parser.line })
  })
  parser.on('opentag', (tag) => {
    path.push(tag.local)
    if (path.length > deepest)
      throw new StatementRefused({ code: 'NOT_A_STATEMENT', stated: path.slice(0, 4).join('/') })
    onOpen(path)
    if (open.length === 0 && !wanted(path)) return
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]))
    const element: XmlElement = { name: tag.local, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (part: string) => {
    const element = open.at(-1)
    if (element) element.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element && open.length === 0) onElement(element, path)
    path.pop()
  })
  parser.write(text).close()
}

/** The first element at a path below this one, alternatives separated by `|`: `Sts/Cd|Sts`. */
export function findElement(element: XmlElement, paths: string): XmlElement | undefined {
  for (const path of paths.split('|')) {
    let found: XmlElement | undefined = element
    for (const name of path.split('/')) found = found?.children.find((child) => child.name === name)
    if (found) return found
  }
  return undefined
}

export const textAt = (element: XmlElement, paths: string): string | undefined =>
  findElement(element, paths)?.text.trim()

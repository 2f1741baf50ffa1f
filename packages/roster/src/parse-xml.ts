import { SaxesParser } from 'saxes'
import { FileProblemError } from './file-problem.ts'

export interface XmlListener {
  /** Names without their prefix: writers are free in what they call a namespace. An attribute is found by its whole name first. */
  open?(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/** Deeper than any program nests a table; each level that is open costs memory. */
const MAX_DEPTH = 256

/** XML in pieces. What is not well-formed is read as far as it goes: clerks' files come from many programs. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false })
  #depth = 0

  /** Where the content itself is read, tags that do not match would make one row of two: then the file is damaged. */
  constructor(listener: XmlListener, tagsMustMatch = false) {
    const parser = this.#parser
    parser.on('error', ({ message }) => {
      if (tagsMustMatch && !/entity|character/i.test(message)) throw new FileProblemError('CORRUPT')
    })
    parser.on('opentag', ({ name, attributes }) => {
      if (++this.#depth > MAX_DEPTH) throw new FileProblemError('CORRUPT')
      listener.open?.(localName(name), (wanted) => {
        const found = attributes[wanted]
        if (found !== undefined) return found
        return attributes[Object.keys(attributes).find((key) => localName(key) === wanted) ?? '']
      })
    })
    parser.on('text', (text) => listener.text?.(text))
    parser.on('cdata', (text) => listener.text?.(text))
    parser.on('closetag', ({ name }) => {
      this.#depth--
      listener.close?.(localName(name))
    })
  }

  push(piece: string): void {
    this.#parser.write(piece)
  }

  end(): void {
    this.#parser.close()
  }
}

export function parseXml(xml: string, listener: XmlListener): void {
  const reader = new XmlReader(listener)
  reader.push(xml)
  reader.end()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** `_x0007_`: how spreadsheet programs write a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

import { SaxesParser } from 'saxes'

export interface XmlListener {
  /** Names without their prefix: writers are free in what they call a namespace. */
  open?(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/** For the small parts of a workbook. What is not well-formed is read as far as it goes: clerks' files come from many programs. */
export function parseXml(xml: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', () => undefined)
  parser.on('opentag', ({ name, attributes }) => {
    listener.open?.(localName(name), (wanted) => {
      const found =
        attributes[wanted] ?? attributes[Object.keys(attributes).find((key) => localName(key) === wanted) ?? '']
      return found
    })
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('closetag', ({ name }) => listener.close?.(localName(name)))
  parser.write(xml).close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** `_x0007_`: how spreadsheet programs write a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

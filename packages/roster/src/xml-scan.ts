// SpreadsheetML is machine-written: no mixed content, no CDATA in practice, elements known by name. A linear scan reads
// 10 MB in a fraction of a second where a full parser builds a tree. Every search moves forward only, so malformed
// input costs no more than its length.

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeXmlText(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(
      /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
      },
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** An attribute of a start tag's inside, by local name (so `r:id` answers to `id` with its prefix given). */
export function attribute(tag: string, name: string): string | undefined {
  let at = tag.indexOf(name)
  while (at !== -1) {
    const before = tag.charCodeAt(at - 1)
    let cursor = at + name.length
    while (isBlank(tag.charCodeAt(cursor))) cursor++
    if (isBlank(before) && tag[cursor] === '=') {
      cursor++
      while (isBlank(tag.charCodeAt(cursor))) cursor++
      const quote = tag[cursor]
      const end = quote === '"' || quote === "'" ? tag.indexOf(quote, cursor + 1) : -1
      if (end !== -1) return decodeXmlText(tag.slice(cursor + 1, end))
    }
    at = tag.indexOf(name, at + 1)
  }
  return undefined
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

export interface XmlElement {
  /** The start tag between its brackets. */
  tag: string
  inner: string
  /** Where scanning goes on. */
  end: number
}

/** The next element of that exact name from `from` on; elements of one name do not nest in the parts read here. */
export function nextElement(xml: string, name: string, from: number): XmlElement | undefined {
  const open = `<${name}`
  let at = xml.indexOf(open, from)
  while (at !== -1 && !endsName(xml.charCodeAt(at + open.length))) at = xml.indexOf(open, at + open.length)
  if (at === -1) return undefined
  const close = xml.indexOf('>', at)
  if (close === -1) return undefined
  if (xml[close - 1] === '/') return { tag: xml.slice(at + 1, close - 1), inner: '', end: close + 1 }
  const endTag = `</${name}>`
  const end = xml.indexOf(endTag, close)
  if (end === -1) return undefined
  return { tag: xml.slice(at + 1, close), inner: xml.slice(close + 1, end), end: end + endTag.length }
}

function endsName(code: number): boolean {
  return isBlank(code) || code === 62 || code === 47
}

export function* elements(xml: string, name: string): Generator<XmlElement> {
  let found = nextElement(xml, name, 0)
  while (found) {
    yield found
    found = nextElement(xml, name, found.end)
  }
}

/** Some writers put every element into a prefix (`<x:worksheet>`): returns `x:` or nothing. */
export function elementPrefix(xml: string, root: string): string {
  const match = new RegExp(`<(\\w{1,20}:)?${root}[\\s>/]`).exec(xml.slice(0, 4000))
  return match?.[1] ?? ''
}

/** The text of a string item or inline string: rich text runs joined, phonetic readings (rPh) left out. */
export function stringItemText(inner: string, prefix: string): string {
  let text = ''
  const name = `${prefix}t`
  const withoutReadings = inner.includes('rPh') ? dropElements(inner, `${prefix}rPh`) : inner
  for (const run of elements(withoutReadings, name)) text += run.inner
  return decodeXmlText(text)
}

function dropElements(xml: string, name: string): string {
  let kept = ''
  let from = 0
  for (const element of elements(xml, name)) {
    kept += xml.slice(from, xml.indexOf(`<${name}`, from))
    from = element.end
  }
  return kept + xml.slice(from)
}

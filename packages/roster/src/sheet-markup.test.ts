import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { SheetMarkup } from './sheet-markup.ts'

type Event = readonly [kind: 'open' | 'close' | 'text', what: string, ...attributes: (string | undefined)[]]

/** Characters that come in several runs are one text to whoever reads them. */
function joined(events: readonly Event[]): Event[] {
  const result: Event[] = []
  for (const event of events) {
    const last = result.at(-1)
    if (event[0] === 'text' && last?.[0] === 'text') result[result.length - 1] = ['text', last[1] + event[1]]
    else if (event[1] !== '') result.push(event)
  }
  return result
}

const asked = ['r', 's', 't', 'xml:space', 'ref']
const local = (name: string) => name.slice(name.indexOf(':') + 1)

function scanned(pieces: readonly string[]): Event[] {
  const events: Event[] = []
  let depth = 0
  const markup = new SheetMarkup({
    open(name, tag) {
      depth += 1
      events.push(['open', name, ...asked.map((attribute) => tag.attribute(attribute))])
    },
    close(name) {
      depth -= 1
      events.push(['close', name])
    },
    wantsText: () => depth > 0,
    text: (text) => events.push(['text', text]),
  })
  for (const piece of pieces) markup.push(piece)
  expect(markup.waiting).toBe(0)
  return joined(events)
}

function parsed(xml: string): Event[] {
  const events: Event[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    events.push(['open', local(name), ...asked.map((attribute) => attributes[attribute])])
  })
  parser.on('closetag', ({ name }) => events.push(['close', local(name)]))
  let depth = 0
  parser.on('opentagstart', () => (depth += 1))
  const text = (characters: string) => depth > 0 && events.push(['text', characters])
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(xml).close()
  return joined(events)
}

const characters = fc.string({
  unit: fc.constantFrom(
    'a',
    '张',
    '𠮷',
    ' ',
    '\n',
    '\r',
    '\t',
    '>',
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x5F20;',
    '"',
    "'",
    '=',
    '/',
  ),
  maxLength: 8,
})
const blank = fc.constantFrom(' ', '\n', '  ', '\t')
const value = characters.map((text) => text.replaceAll('"', '&quot;'))
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...asked, 'x14ac:dyDescent', 'rr'), value, blank, fc.boolean()), {
    selector: ([name]) => name,
    maxLength: 4,
  })
  .map((list) =>
    list
      .map(([name, text, gap, single]) =>
        single ? `${gap}${name} = '${text.replaceAll("'", '&apos;')}'` : `${gap}${name}="${text}"`,
      )
      .join(''),
  )
const passedOver = fc.constantFrom('<!-- a > <c r="A1"> -->', '<!--]]>-->', '<?x <row> ?>', '<!---->')
const cdata = characters.map((text) => `<![CDATA[<v>&amp;${text}]]>`)
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    characters,
    cdata,
    passedOver,
    fc
      .tuple(
        fc.constantFrom('c', 'v', 'row', 'x:c', 'my-prefix:row', 'a.b', 'cols', '_t'),
        attributes,
        blank,
        fc.array(tie('node'), { maxLength: 4 }),
        fc.boolean(),
      )
      .map(([name, list, gap, inner, empty]) =>
        empty ? `<${name}${list}${gap}/>` : `<${name}${list}>${inner.join('')}</${name}${gap}>`,
      ),
  ),
}))

describe('the scanner of a sheet against saxes', () => {
  it('says the same of any XML, wherever it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 6 }), (nodes, cuts) => {
        const xml = `<?xml version="1.0"?><worksheet>${nodes.join('')}</worksheet>`
        const places = [0, ...cuts.map((cut) => cut % xml.length).toSorted((a, b) => a - b), xml.length]
        const pieces = places.slice(1).map((to, index) => xml.slice(places[index], to))
        expect(scanned(pieces)).toEqual(parsed(xml))
      }),
      { numRuns: 1500 },
    )
  })

  it('reads piece by piece what comes one character at a time', () => {
    const xml = `<x-y:c r='A>1'><!-- > --><v><![CDATA[1 < 2]]>&amp;</v></x-y:c>`
    expect(scanned(Array.from(xml))).toEqual(parsed(xml))
  })
})

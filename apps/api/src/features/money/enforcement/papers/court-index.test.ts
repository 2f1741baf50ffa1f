import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csv, indexed } from './court-index.ts'
import type { CourtFilePart } from './court-index.ts'
import { zipParts } from './zip-parts.ts'

async function* parts(): AsyncGenerator<CourtFilePart> {
  yield { name: 'Q-001-order.pdf', title: '通知书', date: '2024-09-02', bytes: Buffer.from('%PDF order'), pages: 2 }
  yield csv('assets.csv', '财产线索', '2025-05-06', [['财产'], ['=HYPERLINK("http://x")']])
}

async function opened() {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipParts(indexed(parts(), '2025-05-06'))) chunks.push(chunk)
  return unzipSync(Buffer.concat(chunks))
}

/** What `sha256sum -c` would say. */
const broken = (files: Readonly<Record<string, Uint8Array>>) =>
  strFromU8(files['SHA256SUMS'] ?? new Uint8Array())
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '))
    .filter(
      ([sum, name = '']) =>
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex') !== sum,
    )
    .map(([, name]) => name)

describe('a court file', () => {
  it('is one archive whose index names each part, and a changed byte is seen', async () => {
    const files = await opened()
    expect(Object.keys(files)).toEqual(['Q-001-order.pdf', 'assets.csv', 'index.csv', 'SHA256SUMS'])
    expect(strFromU8(files['index.csv'] ?? new Uint8Array())).toContain('1,通知书,Q-001-order.pdf,2024-09-02,2,10,')
    expect(strFromU8(files['SHA256SUMS'] ?? new Uint8Array()).split('\n')).toHaveLength(4)
    expect(broken(files)).toEqual([])
    files['Q-001-order.pdf']?.fill(0x21, 4, 5)
    files['index.csv']?.fill(0x21, 9, 10)
    expect(broken(files)).toEqual(['Q-001-order.pdf', 'index.csv'])
  })

  it('computes nothing in a spreadsheet', async () => {
    expect(strFromU8((await opened())['assets.csv'] ?? new Uint8Array())).toContain(`'=HYPERLINK`)
  })
})

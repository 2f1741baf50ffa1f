import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../testing/fuzz/random.ts'
import { mediaTypeOf, mediaTypes } from '../../../register/attachment/attachment-rules.ts'
import { unpacksWithin } from '../../../register/paper/unpacks-within.ts'
import { csv, indexed } from './court-index.ts'
import type { CourtFilePart } from './court-index.ts'
import { pagesOf } from './pages-of.ts'
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

describe('files as people send them', () => {
  const packed = (most: number) => deflateSync(Buffer.alloc(most))
  const withStream = (type: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(`%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
3 0 obj<</Type/${type}/N 1/First 4/Filter/FlateDecode/Length ${bytes.length}>>stream\n`),
      bytes,
      Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    ])
  const directory = (text: string) => Buffer.from(`%PDF-1.4\n${text}\ntrailer<</Root 1 0 R>>\n%%EOF`)

  it('count for nothing where they unpack to too much, lead back to themselves or are nested without end', async () => {
    expect(unpacksWithin(withStream('ObjStm', packed(1_000_000)))).toBe(true)
    expect(unpacksWithin(withStream('Obj#53tm', packed(1_000_000)), 500_000)).toBe(false)
    expect(await pagesOf(withStream('ObjStm', packed(80_000_000)), 'application/pdf')).toBeUndefined()
    const cycle = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj'
    expect(await pagesOf(directory(cycle), 'application/pdf')).toBeUndefined()
    const nested = `1 0 obj ${'['.repeat(200_000)}${']'.repeat(200_000)} endobj`
    expect(await pagesOf(directory(nested), 'application/pdf')).toBeUndefined()
  })

  it('are told apart and counted without a failure, whatever was changed in them', async () => {
    const random = createRandom(73)
    const huge = Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff08060000001f15c489', 'hex')
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b08ffffffff01011100ffd9', 'hex')
    const tiff = Buffer.from('49492a00080000000100000103000100000001000000ffffffff', 'hex')
    const samples = [huge, jpeg, tiff, withStream('XRef', packed(100)), directory('1 0 obj<</Type/Catalog>>endobj')]
    expect(await Promise.all([huge, jpeg, tiff].map((bytes) => mediaTypeOf(bytes)))).toEqual([
      'image/png',
      'image/jpeg',
      'image/tiff',
    ])
    for (let round = 0; round < 1_000; round += 1) {
      const bytes = Buffer.from(random.pick(samples))
      for (let change = random.below(8); change >= 0; change -= 1) bytes[random.below(bytes.length)] = random.below(256)
      const changed = random.chance(0.2) ? bytes.subarray(0, random.below(bytes.length)) : bytes
      const type = await mediaTypeOf(changed)
      expect([undefined, ...mediaTypes]).toContain(type)
      if (type && (type !== 'application/pdf' || round % 10 === 0)) await pagesOf(changed, type)
    }
  })
})

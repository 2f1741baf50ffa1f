import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawCode } from './draw-code.ts'
import { codeAlphabet, glyphs } from './glyphs.ts'

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** Width, height and rows of a PNG made of one IDAT chunk without filters. */
function decode(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  return { width, height, rows }
}

describe('the verification picture', () => {
  it('is a PNG of its size with dark ink on white paper', () => {
    const { width, height, rows } = decode(drawCode('ACE47', seeded(1)))
    expect([width, height, rows.length]).toEqual([240, 84, 241 * 84])
    const dark = rows.filter((sample) => sample > 0 && sample < 100).length
    expect(dark / (width * height)).toBeGreaterThan(0.03)
    expect(dark / (width * height)).toBeLessThan(0.3)
  })

  it('carries neither the code nor anything but pixels', () => {
    const png = drawCode('ACE47', seeded(2))
    expect(png.includes('ACE47')).toBe(false)
    expect(png.includes('tEXt')).toBe(false)
  })

  it('is drawn differently each time', () => {
    expect(drawCode('ACE47', seeded(3)).equals(drawCode('ACE47', seeded(4)))).toBe(false)
  })

  it('uses no characters that look alike, and every stroke stays in its box', () => {
    expect(codeAlphabet).not.toMatch(/[0O1I2Z5S6G8BDQ]/)
    for (const point of Object.values(glyphs).flat(2)) {
      for (const coordinate of point) expect(coordinate >= 0 && coordinate <= 1).toBe(true)
    }
  })
})

import { encodeGreyPng } from './png.ts'
import { glyphs } from './glyphs.ts'
import type { Point } from './glyphs.ts'

/** Twice the size it is shown at, so that it is sharp on a phone. */
const width = 240
const height = 84
const ink = 45

/** A number from 0 up to 1; tests hand in one they know. */
export type Random = () => number

/**
 * The code as a picture: characters from our own pen strokes, each turned, slanted and sized by chance, the whole waved,
 * with lines across and specks. Drawn to pixels here, so neither text nor outlines reach the browser.
 */
export function drawCode(code: string, random: Random): Buffer {
  const samples = new Uint8Array(width * height).fill(255)
  const between = (low: number, high: number) => low + random() * (high - low)
  const wave = { height: between(2, 5), length: between(22, 34), phase: between(0, 6.28) }
  const bend = ([x, y]: Point): Point => [x, y + wave.height * Math.sin(x / wave.length + wave.phase)]
  const cell = (width - 24) / code.length

  Array.from(code).forEach((character, index) => {
    const place = placement(12 + cell * (index + 0.5), between)
    const thickness = between(2.1, 3)
    for (const stroke of glyphs[character] ?? [])
      drawLine(
        samples,
        stroke.map((point) => bend(place(point))),
        thickness,
        ink,
      )
  })
  for (let line = 0; line < 3; line += 1) {
    const [from, to] = [between(6, height - 6), between(6, height - 6)]
    const points = Array.from({ length: 13 }, (_, step): Point => {
      const x = (width * step) / 12
      return [x, from + ((to - from) * step) / 12 + 7 * Math.sin(x / between(24, 27) + line * 2)]
    })
    drawLine(samples, points, between(0.7, 1.2), 90)
  }
  for (let speck = 0; speck < 130; speck += 1) {
    const point: Point = [between(0, width), between(0, height)]
    drawLine(samples, [point, point], between(0.5, 1), 120)
  }
  return encodeGreyPng(width, height, samples)
}

/** Turns, slants and sizes a glyph's box and puts its middle at `centreX`. */
function placement(centreX: number, between: (low: number, high: number) => number): (point: Point) => Point {
  const turn = between(-0.32, 0.32)
  const slant = between(-0.25, 0.25)
  const size: Point = [between(22, 29), between(38, 48)]
  const centre: Point = [centreX + between(-3, 3), height / 2 + between(-5, 5)]
  return ([boxX, boxY]) => {
    const y = (boxY - 0.5) * size[1]
    const x = (boxX - 0.5) * size[0] + slant * y
    return [centre[0] + x * Math.cos(turn) - y * Math.sin(turn), centre[1] + x * Math.sin(turn) + y * Math.cos(turn)]
  }
}

/** A round pen along the points; the rim fades over one pixel. */
function drawLine(samples: Uint8Array, points: readonly Point[], radius: number, shade: number): void {
  for (let index = 1; index < points.length; index += 1) {
    const [start, end] = [points[index - 1], points[index]]
    if (start && end) drawSegment(samples, start, end, radius, shade)
  }
}

function drawSegment(samples: Uint8Array, [x1, y1]: Point, [x2, y2]: Point, radius: number, shade: number): void {
  const reach = radius + 1
  const left = Math.max(0, Math.floor(Math.min(x1, x2) - reach))
  const right = Math.min(width - 1, Math.ceil(Math.max(x1, x2) + reach))
  const top = Math.max(0, Math.floor(Math.min(y1, y2) - reach))
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y1, y2) + reach))
  const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const along = lengthSquared === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengthSquared
      const nearest = Math.min(1, Math.max(0, along))
      const distance = Math.hypot(x - x1 - nearest * (x2 - x1), y - y1 - nearest * (y2 - y1))
      const cover = Math.min(1, Math.max(0, radius + 0.5 - distance))
      const at = y * width + x
      samples[at] = Math.min(samples[at] ?? 255, Math.round(255 - cover * (255 - shade)))
    }
  }
}

import {
  BarcodeFormat,
  BinaryBitmap,
  Code128Reader,
  Exception,
  HybridBinarizer,
  RGBLuminanceSource,
} from '@zxing/library'
import { expect, it } from 'vitest'
import { noticeBarcode } from './notice-barcode.ts'

/** As the notice prints it: 58 mm wide, seen by a scanner of 300 dots an inch, with the paper's margin on both sides. */
const [width, margin, height] = [685, 80, 40]

/** The drawn bars as a scanner sees them: lines of a width, from top to bottom. */
function scan(svg: string): BinaryBitmap {
  const viewBox = /viewBox="0 0 (\d+) \d+"/.exec(svg)
  const bars = [...svg.matchAll(/stroke-width="(\d+)" d="([^"]+)"/g)].flatMap(([, stroke, path]) =>
    [...(path ?? '').matchAll(/M([\d.]+) /g)].map(([, centre]) => ({
      centre: Number(centre),
      half: Number(stroke) / 2,
    })),
  )
  const perDot = Number(viewBox?.[1]) / width
  const row = Array.from({ length: width + 2 * margin }, (_, dot) => {
    const at = (dot - margin + 0.5) * perDot
    return bars.some(({ centre, half }) => Math.abs(at - centre) < half) ? 0 : 255
  })
  const image = Uint8ClampedArray.from(Array.from({ length: height }, () => row).flat())
  return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image, row.length, height)))
}

it.each(['JF202607000001', 'JF2026071234567', 'JF2026111101110011'])(
  'a scanner reads the number %s off the bars',
  (number) => {
    const read = new Code128Reader().decode(scan(noticeBarcode(number)))
    expect([read.getBarcodeFormat(), read.getText()]).toEqual([BarcodeFormat.CODE_128, number])
  },
)

it('a scanner reads nothing off bars that are not all there', () => {
  const whole = noticeBarcode('JF2026111101110011')
  const broken = whole.replace(/M28 \d+L28 0/, '')
  expect(broken).not.toBe(whole)
  expect(() => new Code128Reader().decode(scan(broken))).toThrow(Exception)
})

import qrcode from 'qrcode'
import type { Platform } from '../../../platform/platform.ts'
import { createPdfRenderer } from './pdf-renderer.ts'
import { formatVerifyCode } from './verify-code.ts'

/** One printing thread for the process; it starts with the first document. */
const renderer = createPdfRenderer()

/** Typesets `template` (a path below src/features) with `data`, away from the event loop. */
export async function renderPdf(
  template: string,
  data: unknown,
  createdAt: Date = new Date(0),
  tagged = true,
): Promise<Uint8Array<ArrayBuffer>> {
  return renderer.render({ template, data, tagged, createdAtSeconds: Math.floor(createdAt.getTime() / 1000) })
}

export interface VerifyMark {
  code: string
  /** Where a person checks the paper, printed in words beside the QR code. */
  url: string
  qrSvg: string
}

/** The QR code and words that lead from the paper to the public verification page. */
export async function verifyMark(platform: Platform, verifyCode: string): Promise<VerifyMark> {
  const url = `${platform.environment.publicUrl}/verify/${verifyCode}`
  const qrSvg = await qrcode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })
  return { code: formatVerifyCode(verifyCode), url: `${platform.environment.publicUrl}/verify`, qrSvg }
}

export async function closePrinting(): Promise<void> {
  await renderer.close()
}

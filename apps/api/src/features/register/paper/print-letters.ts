import qrcode from 'qrcode'
import { renderPdf } from './print-document.ts'

const template = 'register/paper/templates/letter.typ'

/** As far as the printer knows a letter: where its QR code leads. What it says is the template's. */
interface PrintableLetter {
  readonly recipient: { readonly name: string; readonly address: string | undefined }
  readonly link: string
}

/** Letters to people, each on a page of its own, in one file. They hold secrets, so they stand in no register and are kept nowhere. */
export async function printLetters(letters: readonly PrintableLetter[]): Promise<Uint8Array<ArrayBuffer>> {
  const printed = await Promise.all(
    letters.map(async ({ recipient, ...letter }) => ({
      ...letter,
      recipient: { name: recipient.name, address: recipient.address ?? null },
      qrSvg: await qrcode.toString(letter.link, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
    })),
  )
  return renderPdf(template, { letters: printed })
}

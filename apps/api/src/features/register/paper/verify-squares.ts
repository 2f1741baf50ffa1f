import qrcode from 'qrcode'

/** A square code (ISO/IEC 18004) as rows of squares. */
export interface Squares {
  side: number
  isDark(row: number, column: number): boolean
}

/**
 * Of one kind of data and with one mask: to find the smallest mixture of kinds and the best of eight masks takes fifteen times as long
 * as the code itself. A signature is as even as chance, so that no mask makes it harder to read.
 */
const options = { errorCorrectionLevel: 'M', maskPattern: 3 } as const
const asBytes = (link: string) => [{ data: new TextEncoder().encode(link), mode: 'byte' as const }]

export function verifySquares(link: string): Squares {
  const { modules } = qrcode.create(asBytes(link), options)
  return { side: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
}

/** The same for a template. */
export const verifySvg = (link: string): Promise<string> =>
  qrcode.toString(asBytes(link), { ...options, type: 'svg', margin: 0 })

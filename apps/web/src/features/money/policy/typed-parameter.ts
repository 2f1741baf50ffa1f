import { isParameterName, PARAMETER_UNITS } from '@shebao/premium'
import { readInteger, readYuan, writeYuan } from '../../../shared/lib/typed-text.ts'

/** What somebody typed for a parameter, as a draft keeps it: fen for yuan, ppm for percent; else the text itself. */
export function readValue(name: string, text: string): string {
  const typed = text.normalize('NFKC').trim()
  const unit = isParameterName(name) ? PARAMETER_UNITS[name] : undefined
  if (unit === 'FEN') return keep(readYuan(typed), typed)
  if (unit === 'PPM') return keep(readPercent(typed), typed)
  return unit === undefined || unit === 'WORD' ? typed : keep(readInteger(typed), typed)
}

/** Something that is no value must not look like one: "8.123456" stays, but a plain "12" of a rate is 12 %. */
const keep = (value: number | undefined, typed: string) => (value === undefined ? typed : String(value))

/** "8", "8.5%" -> ppm, with at most four decimals; undefined when it is no percentage. */
function readPercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%?$/.exec(text)
  if (!match) return undefined
  return Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
}

/** A draft's value as it is typed: 716200 fen -> "7162.00", 80000 ppm -> "8". */
export function writeValue(name: string, value: string): string {
  if (!isParameterName(name) || !/^\d{1,15}$/.test(value)) return value
  const unit = PARAMETER_UNITS[name]
  if (unit === 'FEN') return writeYuan(Number(value))
  if (unit !== 'PPM') return value
  const decimals = String(Number(value) % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${Math.trunc(Number(value) / 10_000)}${decimals ? `.${decimals}` : ''}`
}

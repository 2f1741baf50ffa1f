import type { Fen } from './fen.ts'

/**
 * Amounts in financial capitals (大写金额), as payment notices and bank vouchers print them: `3703.00` →
 * 叁仟柒佰零叁元整. 整 closes an amount that ends in yuan or jiao and never one that ends in fen (People's Bank of
 * China rules for filling in payment instruments, 正确填写票据和结算凭证的基本规定).
 */
const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const

export function amountInCapitals(amount: Fen): string {
  const sign = amount < 0 ? '负' : ''
  const total = Math.abs(amount)
  const yuan = Math.floor(total / 100)
  const jiao = Math.floor((total % 100) / 10)
  const lastFen = total % 10
  if (total === 0) return '零元整'
  const whole = yuan === 0 ? '' : `${capitalNumber(yuan)}元`
  if (jiao === 0 && lastFen === 0) return `${sign}${whole}整`
  if (lastFen === 0) return `${sign}${whole}${DIGITS[jiao]}角整`
  // A missing jiao between yuan and fen is read as one zero; before the yuan there is nothing to separate.
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${DIGITS[jiao]}角`
  return `${sign}${whole}${tenths}${DIGITS[lastFen]}分`
}

/** Digits group in ten thousands: what stands above 亿 is itself a number read the same way. */
function capitalNumber(value: number): string {
  if (value >= 1_0000_0000) return joinAt(value, 1_0000_0000, '亿')
  if (value >= 1_0000) return joinAt(value, 1_0000, '万')
  return capitalSection(value)
}

function joinAt(value: number, unit: number, name: string): string {
  const rest = value % unit
  const head = `${capitalNumber(Math.floor(value / unit))}${name}`
  if (rest === 0) return head
  // One zero stands for every empty place between the two parts.
  return `${head}${rest < unit / 10 ? '零' : ''}${capitalNumber(rest)}`
}

function capitalSection(value: number): string {
  let text = ''
  let pendingZero = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      pendingZero = text !== ''
      continue
    }
    text += `${pendingZero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
    pendingZero = false
  }
  return text
}

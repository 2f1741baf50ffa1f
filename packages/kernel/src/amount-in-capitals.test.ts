import { arbitraryFen } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInCapitals } from './amount-in-capitals.ts'
import { fen } from './fen.ts'

describe('amountInCapitals', () => {
  it.each([
    // domain specification 5
    [370_300, '叁仟柒佰零叁元整'],
    [2037, '贰拾元叁角柒分'],
    [5, '伍分'],
    [0, '零元整'],
    [10, '壹角整'],
    [95, '玖角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [1000, '壹拾元整'],
    [100_100, '壹仟零壹元整'],
    [101_000, '壹仟零壹拾元整'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [10_000_100, '壹拾万零壹元整'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_000_000_000, '壹仟万元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_001_000_000, '壹亿零壹万元整'],
    [12_000_000_000_000, '壹仟贰佰亿元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [-2037, '负贰拾元叁角柒分'],
  ])('%i fen is %s', (amount, capitals) => {
    expect(amountInCapitals(fen(amount))).toBe(capitals)
  })

  it('can be read back to the same amount, and never stacks zeros', () => {
    fc.assert(
      fc.property(arbitraryFen(-(10 ** 13), Number.MAX_SAFE_INTEGER), (amount) => {
        const capitals = amountInCapitals(amount)
        expect(readCapitals(capitals)).toBe(BigInt(amount))
        expect(capitals).not.toMatch(/零零|零[拾佰仟万亿]|零元.+分/u)
      }),
      { numRuns: 1000 },
    )
  })
})

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const SMALL: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n }
const LARGE: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }

/** Reads by accumulating sections, a different way than they are written. */
function readCapitals(text: string): bigint {
  const match = /^(负?)(?:(.+)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/u.exec(text)
  if (match === null) throw new Error(text)
  const digit = (sign: string | undefined) => (sign === undefined ? 0n : BigInt(DIGITS.indexOf(sign)))
  const total = readNumber(match[2] ?? '') * 100n + digit(match[3]) * 10n + digit(match[4])
  return match[1] === '负' ? -total : total
}

function readNumber(text: string): bigint {
  let total = 0n
  let section = 0n
  let pending = 0n
  for (const sign of text) {
    const small = SMALL[sign]
    const large = LARGE[sign]
    if (small !== undefined) {
      section += pending * small
      pending = 0n
    } else if (large !== undefined) {
      total = sign === '亿' ? (total + section + pending) * large : total + (section + pending) * large
      section = 0n
      pending = 0n
    } else {
      pending = BigInt(DIGITS.indexOf(sign))
    }
  }
  return total + section + pending
}

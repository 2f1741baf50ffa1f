import { LARGEST_MONTHLY_AMOUNT, formatYuan, parseYuan } from '@shebao/premium'
import type { AmountErrorCode, Fen } from '@shebao/premium'
import type { Language } from './language.ts'

type AmountRefusal = AmountErrorCode | 'NEGATIVE' | 'ABSURD'

const REFUSALS: Readonly<Record<Language, Readonly<Record<AmountRefusal, string>>>> = {
  'zh-CN': {
    BLANK: '未填写金额',
    FORMAT: '不是金额，应如 10000.00',
    TOO_MANY_DECIMALS: '金额最多保留两位小数',
    OUT_OF_RANGE: '金额过大，无法精确计算',
    NEGATIVE: '金额不得为负数',
    ABSURD: `月工资不得超过 ${formatYuan(LARGEST_MONTHLY_AMOUNT)} 元`,
  },
  en: {
    BLANK: 'no amount given',
    FORMAT: 'not an amount; write it like 10000.00',
    TOO_MANY_DECIMALS: 'an amount has at most two decimals',
    OUT_OF_RANGE: 'the amount is too large to compute exactly',
    NEGATIVE: 'an amount may not be negative',
    ABSURD: `a monthly wage may not exceed ${formatYuan(LARGEST_MONTHLY_AMOUNT)} yuan`,
  },
}

export type AmountArgument = { readonly fen: Fen } | { readonly refusal: string }

/** Reads an amount in yuan; `highest` is set where a month's wage is asked for. */
export function readAmount(option: string, text: string, language: Language, highest?: Fen): AmountArgument {
  const refuse = (code: AmountRefusal) => ({ refusal: `${option} ${text}: ${REFUSALS[language][code]}` })
  const parsed = parseYuan(text)
  if (!parsed.ok) return refuse(parsed.code)
  if (parsed.fen < 0) return refuse('NEGATIVE')
  return highest !== undefined && parsed.fen > highest ? refuse('ABSURD') : { fen: parsed.fen }
}

/** `--wage -5` is read as `--wage=-5`, so that the answer is "negative" and not a quarrel about options. */
export function joinNegativeValues(argv: readonly string[]): string[] {
  const joined: string[] = []
  for (const argument of argv) {
    const option = joined.at(-1)
    if (/^-[\d.¥￥]/u.test(argument) && option !== undefined && /^--[a-z-]+$/u.test(option)) {
      joined[joined.length - 1] = `${option}=${argument}`
    } else joined.push(argument)
  }
  return joined
}

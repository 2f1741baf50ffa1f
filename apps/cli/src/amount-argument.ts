import { formatYuan, parseYuan } from '@shebao/kernel'
import type { AmountErrorCode, Fen } from '@shebao/kernel'
import type { Language } from './language.ts'

type AmountRefusal = AmountErrorCode | 'NEGATIVE' | 'ABSURD'

const REFUSALS: Readonly<Record<Language, Readonly<Record<AmountRefusal, string>>>> = {
  'zh-CN': {
    BLANK: '未填写金额',
    FORMAT: '不是金额，应如 10000.00',
    TOO_MANY_DECIMALS: '金额最多保留两位小数',
    OUT_OF_RANGE: '金额过大，无法精确计算',
    NEGATIVE: '金额不得为负数',
    ABSURD: '金额不得超过 {highest} 元，请核对',
  },
  en: {
    BLANK: 'no amount given',
    FORMAT: 'not an amount; write it like 10000.00',
    TOO_MANY_DECIMALS: 'an amount has at most two decimals',
    OUT_OF_RANGE: 'the amount is too large to compute exactly',
    NEGATIVE: 'an amount may not be negative',
    ABSURD: 'the amount may not exceed {highest} yuan: check it',
  },
}

export type AmountArgument = { readonly fen: Fen } | { readonly refusal: string }

/** Reads an amount in yuan, from nothing to the highest that makes sense. */
export function readAmount(option: string, text: string, language: Language, highest: Fen): AmountArgument {
  const refuse = (code: AmountRefusal) => {
    const reason = REFUSALS[language][code].replace('{highest}', formatYuan(highest, { grouping: true }))
    return { refusal: `${option} ${text}${language === 'zh-CN' ? '：' : ': '}${reason}` }
  }
  const parsed = parseYuan(text)
  if (!parsed.ok) return refuse(parsed.code)
  if (parsed.fen < 0) return refuse('NEGATIVE')
  return parsed.fen > highest ? refuse('ABSURD') : { fen: parsed.fen }
}

import { useFormat } from '../lib/use-format.ts'
import style from './money.module.css'

interface MoneyTextProps {
  fen: number
  /** `total` is larger than its parts; `figure` is the hero of a page. */
  size?: 'part' | 'total' | 'figure'
  /** With the yuan sign; tables leave it to their heading. */
  sign?: boolean
}

/** An amount in yuan with two decimals and tabular numerals. */
export function MoneyText({ fen, size = 'part', sign = false }: MoneyTextProps) {
  const format = useFormat()
  return (
    <span className={style.money} data-size={size}>
      {sign ? format.yuan(fen) : format.fen(fen)}
    </span>
  )
}

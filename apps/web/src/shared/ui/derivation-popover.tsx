import type { Explanation } from '@shebao/premium'
import { useState, type ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import type { DerivationSheet } from './derivation-sheet.tsx'
import { messages } from './messages.ts'
import style from './money.module.css'

interface DerivationPopoverProps {
  fen: number
  /** The tree, or how to get it: it is asked for when someone opens it, once. */
  explanation: Explanation | (() => Promise<Explanation>)
  size?: 'part' | 'total' | 'figure'
  /** With the yuan sign; tables leave it to their heading. */
  sign?: boolean
  /** A change: an increase has its plus. */
  change?: boolean
}

/** An amount with a dotted underline: pressing it shows the tree it was worked out from, down to the published figures. */
export function DerivationPopover({ explanation, size = 'part', ...amount }: DerivationPopoverProps) {
  const load = typeof explanation === 'function' ? explanation : () => Promise.resolve(explanation)
  return <OpeningAmount {...amount} size={size} load={async () => derivationTree(await load())} />
}

/** The steps and their words are loaded with the first tree. */
export async function derivationTree(explanation: Explanation): Promise<ReactNode> {
  const { DerivationTree } = await import('./derivation-tree.tsx')
  return <DerivationTree explanation={explanation} />
}

interface OpeningAmountProps {
  fen: number
  size: 'part' | 'total' | 'figure'
  sign?: boolean
  change?: boolean
  /** What stands under the heading once it is open. */
  load: () => Promise<ReactNode>
}

/** The amount that opens; what it opens into, and how, is loaded at the first press. */
export function OpeningAmount({ fen, size, sign = false, change = false, load }: OpeningAmountProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [Sheet, setSheet] = useState<typeof DerivationSheet>()
  const [failed, setFailed] = useState(false)
  const open = () => {
    setFailed(false)
    import('./derivation-sheet.tsx').then(
      (loaded) => setSheet(() => loaded.DerivationSheet),
      () => setFailed(true),
    )
  }
  const label = t('derivationOpen', { amount: format.yuan(fen) })
  const amount = (
    <span className={style.money} data-size={size}>
      {change && fen > 0 ? '+' : null}
      {sign ? format.yuan(fen) : format.fen(fen)}
    </span>
  )
  if (Sheet)
    return (
      <Sheet label={label} load={load}>
        {amount}
      </Sheet>
    )
  return (
    <>
      <button type="button" className={style.open} aria-label={label} onClick={open}>
        {amount}
      </button>
      {failed ? <span role="alert">{t('errorText')}</span> : null}
    </>
  )
}

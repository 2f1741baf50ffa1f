import { Popover } from '@mantine/core'
import '@mantine/core/styles/Popover.css'
import { useState, type ReactNode } from 'react'
import { withoutEchoes, wordExplanation, type Explanation, type WordedExplanation } from '@shebao/premium'
import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { messages } from './messages.ts'
import style from './money.module.css'
import { Skeleton } from './skeleton.tsx'

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
  return <OpeningAmount {...amount} size={size} load={async () => <DerivationTree explanation={await load()} />} />
}

interface OpeningAmountProps {
  fen: number
  size: 'part' | 'total' | 'figure'
  sign?: boolean
  change?: boolean
  /** What stands under the heading once it is open. */
  load: () => Promise<ReactNode>
}

/** The amount that opens; what it opens into is loaded at the first press. */
export function OpeningAmount({ fen, size, sign = false, change = false, load }: OpeningAmountProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [content, setContent] = useState<ReactNode>()
  const open = () => {
    if (content === undefined) load().then(setContent, () => setContent(<p>{t('errorText')}</p>))
  }
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus onOpen={open}>
      <Popover.Target>
        <button type="button" className={style.open} aria-label={t('derivationOpen', { amount: format.yuan(fen) })}>
          <span className={style.money} data-size={size}>
            {change && fen > 0 ? '+' : null}
            {sign ? format.yuan(fen) : format.fen(fen)}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
        <div className={style.derivation} tabIndex={0}>
          <h3>{t('derivation')}</h3>
          {content ?? <Skeleton lines={3} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Steps down to this depth are open; what lies deeper opens one by one. */
const openDepth = 2

export function DerivationTree({ explanation }: { explanation: Explanation }) {
  const { language } = useLanguage()
  return <Step worded={wordExplanation(withoutEchoes(explanation), language)} depth={0} />
}

function Step({ worded, depth }: { worded: WordedExplanation; depth: number }) {
  const step = (
    <div className={style.step}>
      <span className={style.label}>{worded.label}</span>
      <span className={style.result}>{worded.result}</span>
      <span className={style.why}>{notesOf(worded).join(' · ')}</span>
    </div>
  )
  if (worded.inputs.length === 0) return step
  const inputs = (
    <ul className={style.inputs}>
      {worded.inputs.map((input, index) => (
        // The tree never changes while it is shown, so the place is a stable key.
        <li key={`${index}-${input.label}`}>
          <Step worded={input} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
  return (
    <details className={style.branch} open={depth < openDepth}>
      <summary>{step}</summary>
      {inputs}
    </details>
  )
}

function notesOf({ rule, rounding, articles, basis }: WordedExplanation): string[] {
  return [rule, rounding, ...articles, basis].filter((note) => note !== null)
}

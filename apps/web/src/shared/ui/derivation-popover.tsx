import { Popover } from '@mantine/core'
import '@mantine/core/styles/Popover.css'
import { useState, type ReactNode } from 'react'
import { wordExplanation, type Explanation, type WordedExplanation } from '@shebao/premium'
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
}

/** An amount with a dotted underline: pressing it shows the tree it was worked out from, down to the published figures. */
export function DerivationPopover({ fen, explanation, size = 'part' }: DerivationPopoverProps) {
  const load = typeof explanation === 'function' ? explanation : () => Promise.resolve(explanation)
  return <OpeningAmount fen={fen} size={size} load={async () => <DerivationTree explanation={await load()} />} />
}

interface OpeningAmountProps {
  fen: number
  size: 'part' | 'total' | 'figure'
  /** What stands under the heading once it is open. */
  load: () => Promise<ReactNode>
}

/** The amount that opens; what it opens into is loaded at the first press. */
export function OpeningAmount({ fen, size, load }: OpeningAmountProps) {
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
            {format.fen(fen)}
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

export function DerivationTree({ explanation }: { explanation: Explanation }) {
  const { language } = useLanguage()
  return <Step worded={wordExplanation(explanation, language)} />
}

function Step({ worded }: { worded: WordedExplanation }) {
  return (
    <>
      <div className={style.step}>
        <span className={style.label}>{worded.label}</span>
        <span className={style.result}>{worded.result}</span>
        <span className={style.why}>{notesOf(worded).join(' · ')}</span>
      </div>
      {worded.inputs.length > 0 ? (
        <ul className={style.inputs}>
          {worded.inputs.map((input, index) => (
            // The tree never changes while it is shown, so the place is a stable key.
            <li key={`${index}-${input.label}`}>
              <Step worded={input} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function notesOf({ rule, rounding, articles, source }: WordedExplanation): string[] {
  return [rule, rounding, ...articles, source].filter((note) => note !== null)
}

import { Popover } from '@mantine/core'
import '@mantine/core/styles/Popover.css'
import { wordExplanation, type Explanation, type WordedExplanation } from '@shebao/premium'
import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { messages } from './messages.ts'
import style from './money.module.css'

interface DerivationPopoverProps {
  fen: number
  explanation: Explanation
  size?: 'part' | 'total' | 'figure'
}

/** An amount with a dotted underline: pressing it shows the tree it was worked out from, down to the published figures. */
export function DerivationPopover({ fen, explanation, size = 'part' }: DerivationPopoverProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={style.open} aria-label={t('derivationOpen', { amount: format.yuan(fen) })}>
          <span className={style.money} data-size={size}>
            {format.fen(fen)}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={style.derivation}>
          <h3>{t('derivation')}</h3>
          <Step worded={wordExplanation(explanation, language)} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
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

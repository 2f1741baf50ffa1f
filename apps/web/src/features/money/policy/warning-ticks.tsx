import type { ParameterDraft } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { simulationMessages } from './simulation-messages.ts'
import type { ToldWarning } from './told-warning.ts'
import { useWarningText } from './use-warning-text.ts'
import style from './warning-ticks.module.css'

/** With the name that answers it. */
type KeyedWarning = ToldWarning & { key: string | null }

interface WarningTicksProps {
  warnings: readonly KeyedWarning[]
  rows: readonly ParameterDraft[]
  ticked: ReadonlySet<string>
  /** Publishing was asked for before every warning was answered. */
  asked: boolean
  onTick: (key: string, on: boolean) => void
}

const tickId = (key: string) => `warning-${key.replace(/[^A-Za-z0-9_-]/g, '-')}`

/** The first warning that still wants its answer, brought into sight. */
export function focusOpenWarning(warnings: readonly KeyedWarning[], ticked: ReadonlySet<string>): void {
  const open = warnings.find(({ key }) => key !== null && !ticked.has(key))
  if (open?.key) document.getElementById(tickId(open.key))?.focus()
}

/** What is pointed out about the rows, each with an answer of its own: there is no answer to all of them at once. */
export function WarningTicks({ warnings, rows, ticked, asked, onTick }: WarningTicksProps) {
  const t = useMessages(simulationMessages)
  const textOf = useWarningText(rows)
  const left = warnings.filter(({ key }) => key !== null && !ticked.has(key)).length
  return (
    <fieldset className={style.warnings}>
      <legend>{t('warningsTitle', { count: warnings.length })}</legend>
      <p>{t('warningsLead')}</p>
      <ul>
        {warnings.map((warning) => {
          const { place, text } = textOf(warning)
          const key = warning.key ?? ''
          const open = asked && !ticked.has(key)
          return (
            <li key={key} data-open={open}>
              <label>
                <input
                  id={tickId(key)}
                  type="checkbox"
                  checked={ticked.has(key)}
                  onChange={(event) => onTick(key, event.currentTarget.checked)}
                  {...(open ? { 'aria-invalid': true, 'aria-describedby': 'warnings-left' } : {})}
                />
                <span>
                  <strong>{place}</strong>
                  <span className="sub">{text}</span>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      <output id="warnings-left" className={style.left} data-open={asked && left > 0}>
        {left > 0 ? t('warningsLeft', { count: left }) : t('warningsAll')}
      </output>
    </fieldset>
  )
}

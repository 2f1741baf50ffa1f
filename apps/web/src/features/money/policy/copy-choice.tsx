import { useMessages } from '../../../shared/lib/language-context.tsx'
import style from './copy-choice.module.css'
import sheet from './new-proposal.module.css'
import { useParameterText } from './parameter-text.ts'
import { proposalMessages } from './proposal-messages.ts'

const copied = ['BASE_FLOOR', 'BASE_CEILING', 'MINIMUM_WAGE', 'RATE_PPM', 'FIXED_AMOUNT'] as const

/** Which parameters are taken over from what is in force. */
export function CopyChoice(props: {
  names: readonly string[]
  onChange: (names: string[]) => void
  error: string | undefined
}) {
  const { names, onChange, error } = props
  const t = useMessages(proposalMessages)
  const { nameOf } = useParameterText()
  return (
    <fieldset className={sheet.radios}>
      <legend>{t('copyWhat')}</legend>
      {copied.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={names.includes(name)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...names, name] : names.filter((one) => one !== name))
            }
            {...(error ? { 'data-wrong': true } : {})}
          />
          <span>{nameOf(name)}</span>
        </label>
      ))}
      {error ? <p className={style.wrong}>{error}</p> : null}
    </fieldset>
  )
}

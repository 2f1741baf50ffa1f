import { useController, type FieldValues } from 'react-hook-form'
import { describe, type FieldProps } from './field.tsx'
import style from './forms.module.css'

interface YesNoFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  yes: string
  no: string
}

/** Unknown is not "no": neither is chosen until somebody answers. */
export function YesNoField<Values extends FieldValues>(props: YesNoFieldProps<Values>) {
  const { control, name, label, hint, warning, yes, no, required, disabled, readOnly } = props
  const { field, fieldState } = useController({ control, name })
  const about = `${name}-about`
  const chosen: unknown = field.value
  const choices: readonly [boolean, string][] = [
    [true, yes],
    [false, no],
  ]
  return (
    <fieldset className={style.yesNo} aria-describedby={about} disabled={disabled === true || readOnly === true}>
      <legend>
        {label}
        {required ? (
          <span className={style.requiredMark} aria-hidden="true">
            {' '}
            *
          </span>
        ) : null}
      </legend>
      <div id={about} className={style.about}>
        {describe(hint, warning)}
        {fieldState.error ? <p className={style.fieldError}>{fieldState.error.message}</p> : null}
      </div>
      <div className={style.choices}>
        {choices.map(([value, word]) => (
          <label key={word} data-chosen={chosen === value}>
            <input
              ref={value ? field.ref : undefined}
              type="radio"
              name={field.name}
              checked={chosen === value}
              onChange={() => field.onChange(value)}
              onBlur={field.onBlur}
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

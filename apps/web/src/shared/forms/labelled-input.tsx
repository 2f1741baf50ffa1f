import { useId, type ComponentProps, type ReactNode } from 'react'
import style from './labelled-input.module.css'

interface Words {
  label: ReactNode
  description?: ReactNode
  error?: ReactNode
  /** False where every field is required and a mark on each would say nothing. */
  withAsterisk?: boolean | undefined
}

/** What ties an input to its words, for screen readers. */
interface Tied {
  id: string
  className: string | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FrameProps extends Words {
  required: boolean | undefined
  className: string | undefined
  /** Stands at the end, within the frame of the input. */
  end?: ReactNode
  endWidth?: number | undefined
  children: (tied: Tied) => ReactNode
}

const isThere = (part: ReactNode) => part !== undefined && part !== null && part !== false && part !== ''

/**
 * Label, hint, input and error as Mantine's look, which with their sections and buttons to clear them are 5 kB of a page of fields.
 */
function Frame(props: FrameProps) {
  const { label, description, error, required, withAsterisk = required, className, end, endWidth, children } = props
  const id = useId()
  const wrong = isThere(error)
  const hinted = isThere(description)
  const about = [wrong ? `${id}-error` : '', hinted ? `${id}-hint` : ''].filter((part) => part !== '').join(' ')
  return (
    <div className={className ? `${style.field} ${className}` : style.field}>
      {isThere(label) ? (
        <label htmlFor={id} className={style.label}>
          {label}
          {withAsterisk ? (
            <span className={style.mark} aria-hidden="true">
              {' *'}
            </span>
          ) : null}
        </label>
      ) : null}
      {hinted ? (
        <div id={`${id}-hint`} className={style.hint}>
          {description}
        </div>
      ) : null}
      <div className={style.box}>
        {children({
          id,
          className: style.input,
          'aria-invalid': wrong || undefined,
          'aria-describedby': about === '' ? undefined : about,
        })}
        {isThere(end) ? (
          <div className={style.end} style={{ width: endWidth }}>
            {end}
          </div>
        ) : null}
      </div>
      {wrong ? (
        <p id={`${id}-error`} className={style.error}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

type Own<Tag extends 'input' | 'select' | 'textarea'> = Words & Omit<ComponentProps<Tag>, 'id'>

export interface TextInputProps extends Own<'input'> {
  rightSection?: ReactNode
  rightSectionWidth?: number
}

/** A line of text. */
export function TextInput(props: TextInputProps) {
  const { label, description, error, withAsterisk, className, rightSection, rightSectionWidth, ...rest } = props
  const words = { label, description, error, withAsterisk, className, required: rest.required }
  const room = isThere(rightSection) ? { paddingInlineEnd: rightSectionWidth ?? 40 } : undefined
  return (
    <Frame {...words} end={rightSection} endWidth={rightSectionWidth}>
      {(tied) => <input type="text" style={room} {...rest} {...tied} />}
    </Frame>
  )
}

/** As many lines as `rows` says. */
export function TextArea({ label, description, error, withAsterisk, className, ...rest }: Own<'textarea'>) {
  return (
    <Frame {...{ label, description, error, withAsterisk, className, required: rest.required }}>
      {(tied) => <textarea {...rest} {...tied} />}
    </Frame>
  )
}

interface SelectInputProps extends Own<'select'> {
  options: readonly { value: string; label: string }[]
}

/** The browser's own select. */
export function SelectInput(props: SelectInputProps) {
  const { label, description, error, withAsterisk, className, options, ...rest } = props
  return (
    <Frame {...{ label, description, error, withAsterisk, className, required: rest.required }} end={<Chevrons />}>
      {(tied) => (
        <select {...rest} {...tied}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}

const Chevrons = () => (
  <svg className={style.chevrons} width={18} height={18} viewBox="0 0 18 18" fill="none" aria-hidden="true">
    <path d="M6 7l3-3 3 3M6 11l3 3 3-3" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)

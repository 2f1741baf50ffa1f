import { TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendarMonth } from '@tabler/icons-react'
import { useCallback, useRef, useState, type ReactNode, type Ref } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { isMonth, readMonth } from '../lib/typed-text.ts'
import style from './month-input.module.css'
import { monthMessages } from './month-messages.ts'
import { MonthSheet } from './month-sheet.tsx'
import { currentMonth } from './month-steps.ts'

/** As the style sheet has it, so that the sheet stays on a narrow screen. */
const sheetWidth = 264

export interface MonthInputProps extends Pick<
  TextInputProps,
  'id' | 'name' | 'label' | 'description' | 'error' | 'placeholder' | 'required' | 'withAsterisk' | 'disabled' | 'size'
> {
  ref?: Ref<HTMLInputElement>
  /** 'YYYY-MM', or as it was typed when it is no month. While the cursor is inside, the text is left alone. */
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
}

/**
 * A month: typed ("202607", "2026/7" and "2026年7月" are understood), or chosen from a sheet of twelve.
 * The browsers' own field for months is missing from two of the large ones.
 */
export function MonthInput({ value, onChange, onBlur, description, ...rest }: MonthInputProps) {
  const t = useMessages(monthMessages)
  const [edited, setEdited] = useState<string | null>(null)
  const [left, setLeft] = useState<number>()
  const slot = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = left !== undefined

  const show = () => {
    const start = slot.current?.getBoundingClientRect().left ?? 0
    setLeft(Math.min(0, document.documentElement.clientWidth - 8 - sheetWidth - start))
  }
  const hide = useCallback(() => setLeft(undefined), [])
  const leave = () => {
    hide()
    button.current?.focus()
  }
  const withSheet = (input: ReactNode) => (
    <div ref={slot} className={style.slot}>
      {input}
      {open ? (
        <MonthSheet
          chosen={isMonth(value) ? value : ''}
          current={currentMonth()}
          left={left}
          opener={button}
          onClose={hide}
          onChoose={(month) => {
            onChange(month)
            leave()
          }}
          onLeave={leave}
        />
      ) : null}
    </div>
  )
  return (
    <TextInput
      {...rest}
      placeholder={rest.placeholder ?? (description === null ? t('monthFormat') : undefined)}
      description={description === undefined ? t('monthFormat') : description}
      value={edited ?? value}
      autoComplete="off"
      spellCheck={false}
      maxLength={12}
      onChange={(event) => {
        const text = event.currentTarget.value
        setEdited(text)
        onChange(readMonth(text))
      }}
      onBlur={() => {
        setEdited(null)
        onBlur?.()
      }}
      inputContainer={withSheet}
      rightSectionWidth={44}
      rightSection={
        <button
          ref={button}
          type="button"
          className={style.open}
          aria-label={t('pickMonth')}
          aria-haspopup="dialog"
          aria-expanded={open}
          disabled={rest.disabled}
          onClick={() => (open ? leave() : show())}
        >
          <IconCalendarMonth size={20} stroke={1.6} aria-hidden />
        </button>
      }
    />
  )
}

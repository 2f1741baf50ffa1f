import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import style from './forms.module.css'

/** What every field of shared/forms takes. The error is the form's; a warning never blocks and looks different. */
export interface FieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: ReactNode
  hint?: ReactNode
  warning?: ReactNode
  required?: boolean
  /** False where every field is required and a mark on each would say nothing. */
  withAsterisk?: boolean
  readOnly?: boolean
  disabled?: boolean
}

/** The line under the label: what to write, and a warning when there is one. Mantine ties it to the input. */
export function describe(hint: ReactNode, warning: ReactNode): ReactNode {
  if (!warning) return hint
  return (
    <>
      {hint}
      <span className={style.warning}>
        <IconAlertTriangle size={16} aria-hidden />
        <span>{warning}</span>
      </span>
    </>
  )
}

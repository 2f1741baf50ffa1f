import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { ClerkDuty } from '../../../shared/lib/viewer-context.tsx'
import { dutyMessages } from '../../../shared/ui/duty-messages.ts'
import style from './clerks.module.css'
import { messages } from './messages.ts'

const all: readonly ClerkDuty[] = ['PREPARE', 'SUBMIT', 'PAY', 'ADMINISTER']

interface DutiesFieldProps {
  /** Those that can be given; all of them without. */
  offered?: readonly ClerkDuty[]
  duties: readonly ClerkDuty[]
  onChange: (duties: ClerkDuty[]) => void
}

/** What a clerk may do besides reading, each with what it means. */
export function DutiesField({ duties, offered = all, onChange }: DutiesFieldProps) {
  const t = useMessages(messages)
  const word = useMessages(dutyMessages)
  return (
    <fieldset className={style.duties}>
      <legend>{t('duties')}</legend>
      <p>{t('dutiesHint')}</p>
      {offered.map((duty) => (
        <Checkbox
          key={duty}
          label={word(duty)}
          description={t(`hint${duty}`)}
          checked={duties.includes(duty)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...duties, duty] : duties.filter((held) => held !== duty))
          }
        />
      ))}
    </fieldset>
  )
}

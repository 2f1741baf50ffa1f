import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { fieldName } from '@shebao/declaration-rules'
import { useController, useWatch, type Control } from 'react-hook-form'
import { TextField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { FieldError } from '../../../shared/ui/error-summary.tsx'
import sheet from './inspection.module.css'
import style from './branches-field.module.css'
import { messages } from './rare-messages.ts'
import type { FieldNotes } from './field-notes.ts'
import type { UnitValues } from './unit-values.ts'

const parts = ['name', 'head', 'phone', 'address'] as const
const emptyBranch = { name: '', head: '', phone: '', address: '' }

/** As many branches as the unit has, four answers each. */
export function BranchesField({ control, notes }: { control: Control<UnitValues>; notes: FieldNotes }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { field, fieldState } = useController({ control, name: 'branches' })
  // The controller does not see what is typed into a branch; the watch does.
  const watched: unknown = useWatch({ control, name: 'branches' })
  const branches: readonly unknown[] = Array.isArray(watched) ? watched : []
  return (
    <div className={style.branches}>
      {notes.at('branches')}
      {branches.map((_, index) => (
        <fieldset key={`${index} of ${branches.length}`} className={sheet.five}>
          <legend>{t('branch', { number: index + 1 })}</legend>
          <div className={style.twoFields}>
            {parts.map((part) => (
              <TextField
                key={part}
                control={control}
                name={`branches.${index}.${part}`}
                required
                maxLength={200}
                autoComplete="off"
                label={fieldName(`branches[0].${part}`, language).replace(/^(第1个分支机构的|Branch 1, )/, '')}
              />
            ))}
          </div>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => field.onChange(branches.filter((__, place) => place !== index))}
          >
            {t('removeBranch', { number: index + 1 })}
          </Button>
        </fieldset>
      ))}
      <FieldError id="branches-error">{fieldState.error?.message}</FieldError>
      <Button
        id="branches"
        variant="default"
        aria-describedby="branches-error"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => field.onChange([...branches, emptyBranch])}
      >
        {t('addBranch')}
      </Button>
    </div>
  )
}

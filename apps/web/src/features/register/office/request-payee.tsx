import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { RequestPayeeChangeDocument } from './payee.generated.ts'
import type { PayeeAccountPart, PayeeStepRefusedFragment } from './payee.generated.ts'

const blank = { number: '', name: '', bank: '', documentNo: '', reason: '' }
type Asked = typeof blank
const parts = [
  ['number', 'NUMBER'],
  ['name', 'NAME'],
  ['bank', 'BANK'],
] as const satisfies readonly (readonly [keyof Asked, PayeeAccountPart])[]

/** Another account, on a document. What the office refused of it is marked until it is typed anew. */
export function RequestPayee({ onRequested }: { onRequested: () => Promise<void> }) {
  const t = useMessages(messages)
  const [request] = useMutation(RequestPayeeChangeDocument)
  const [refused, setRefused] = useState<{ of: Asked; wrong: readonly PayeeAccountPart[] }>()
  const take = async (asked: Asked): Promise<readonly PayeeStepRefusedFragment['reason'][]> => {
    const outcome = (await request({ variables: { input: asked } })).data?.requestPayeeChange
    if (outcome?.__typename !== 'PayeeChangeRefused') {
      await onRequested()
      return []
    }
    setRefused({ of: asked, wrong: outcome.wrong })
    return [outcome.reason]
  }
  const isRefused = (field: keyof Asked, part: PayeeAccountPart, typed: string) =>
    refused?.wrong.includes(part) === true && refused.of[field] === typed
  return (
    <StepForm<Asked, PayeeStepRefusedFragment['reason']>
      blank={blank}
      fields={(control) => (
        <>
          {parts.map(([field]) => (
            <TextField
              key={field}
              control={control}
              name={field}
              label={t(field)}
              autoComplete="off"
              maxLength={140}
              {...(field === 'number' ? { inputMode: 'numeric' as const } : {})}
            />
          ))}
          <TextField
            control={control}
            name="documentNo"
            label={t('documentNo')}
            hint={t('documentNoHint')}
            autoComplete="off"
            maxLength={100}
          />
          <TextareaField
            control={control}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={2}
            maxLength={500}
          />
        </>
      )}
      wrong={(asked) => ({
        ...Object.fromEntries(
          parts
            .filter(([field, part]) => asked[field].trim() === '' || isRefused(field, part, asked[field]))
            .map(([field, part]) => [field, t(`wrong${part}`)]),
        ),
        ...(asked.documentNo.trim().length >= 2 ? {} : { documentNo: t('documentNoWrong') }),
        ...(isText(asked.reason) ? {} : { reason: t('reasonHint') }),
      })}
      verb={t('request')}
      take={take}
      problems={([reason]) =>
        reason ? (
          <Notice tone="refused">
            {t(reason)} {refused?.wrong.map((part) => t(`wrong${part}`)).join(' ')}
          </Notice>
        ) : null
      }
    />
  )
}

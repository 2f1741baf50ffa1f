import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { FilesField, filesError, idsOf, TextareaField, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { ApplyForOnlineFilingDocument, EmployerOnlineFilingDocument } from './online-filing.generated.ts'
import style from './online-filing.module.css'

interface Values {
  reason: string
  files: readonly GivenFile[]
}

/** Asks the tax authority; what was typed stays until the office has it. */
export function ApplyForm({ onSent }: { onSent: () => void }) {
  const t = useMessages(messages)
  const filesWrong = useFilesCheck()
  const [problem, setProblem] = useState<string>()
  const [apply, { loading }] = useMutation(ApplyForOnlineFilingDocument, {
    refetchQueries: [EmployerOnlineFilingDocument],
  })
  const { control, handleSubmit } = useForm<Values>({
    defaultValues: { reason: '', files: [] },
    resolver: (given) => {
      const errors: FieldErrors<Values> = {
        ...(isText(given.reason) ? {} : { reason: { type: 'value', message: t('applyReasonHint') } }),
        ...filesError(filesWrong(given.files)),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const send = handleSubmit(async ({ reason, files }) => {
    setProblem(undefined)
    const { data } = await apply({ variables: { reason, files: idsOf(files) } }).catch(() => ({ data: undefined }))
    const outcome = data?.applyForOnlineFiling
    if (outcome?.__typename === 'OnlineFiling') return onSent()
    setProblem(outcome?.__typename === 'OnlineFilingRefused' ? t(outcome.reason) : t('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <TextareaField
        control={control}
        name="reason"
        label={t('applyReason')}
        hint={t('applyReasonHint')}
        rows={3}
        maxLength={500}
      />
      <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
      <div>
        <DutyButton duty="SUBMIT" type="submit" loading={loading}>
          {t('send')}
        </DutyButton>
      </div>
    </form>
  )
}

import { Button } from '@mantine/core'
import { fen } from '@shebao/kernel'
import { useEffect, useState } from 'react'
import { set, useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useTyped } from '../../../shared/drafts/use-typed.ts'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import {
  FilesField,
  idsOf,
  MoneyField,
  SelectField,
  TextField,
  useFilesCheck,
  type GivenFile,
} from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { formMessages } from './form-messages.ts'
import { messages } from './messages.ts'
import { blankRow, fieldOf, monthErrors, MonthRows, monthsInput, type MonthRow } from './month-rows.tsx'
import { provinceOptions } from './province-words.ts'
import { ApplyForTransferDocument, HandInTransferVoucherDocument } from './transfer.generated.ts'
import type { TransferDirection, TransferOpenedFragment } from './transfer.generated.ts'
import style from './transfer.module.css'

interface Values {
  personNumber: string
  region: string | null
  agency: string
  voucherNo: string
  months: MonthRow[]
  principal: number | string | null
  interest: number | string | null
  pooled: number | string | null
  files: readonly GivenFile[]
}
const blank: Values = {
  personNumber: '',
  region: null,
  agency: '',
  voucherNo: '',
  months: [blankRow],
  principal: null,
  interest: null,
  pooled: null,
  files: [],
}

interface OpenFormProps {
  direction: TransferDirection
  /** Somebody came to the window: whose it is, is typed. */
  atWindow: boolean
  onSent: (opened: { id: string; number: string }) => void
}

/** Asks for a transfer; what is typed stays on this device until the office has it, but never whose it is. */
export function OpenForm(props: OpenFormProps) {
  const { direction, atWindow } = props
  const path = `${atWindow ? '/staff' : '/me'}/transfers/${direction === 'IN' ? 'in' : 'out'}`
  return (
    <WithKept<Values> draft={`transfer.${direction}`} what={{ kind: 'TRANSFER', of: '', path }}>
      {(keeping) => <Form keeping={keeping} {...props} />}
    </WithKept>
  )
}

const isLong = (text: string, least: number) => [...text.trim()].length >= least
const isAmount = (value: Values['principal']): value is number => typeof value === 'number' && value >= 0

function useWrong({ direction, atWindow }: Pick<OpenFormProps, 'direction' | 'atWindow'>) {
  const t = useMessages(formMessages)
  const words = useMessages(messages)
  const filesWrong = useFilesCheck()
  return (given: Values): Record<string, string | undefined> => ({
    personNumber: atWindow && !isLong(given.personNumber, 6) ? t('personWrong') : undefined,
    region: given.region === null ? t('choose') : undefined,
    agency: isLong(given.agency, 4) ? undefined : t('agencyHint'),
    ...(direction === 'IN'
      ? {
          voucherNo: isLong(given.voucherNo, 2) ? undefined : t('voucherHint'),
          principal: isAmount(given.principal) ? undefined : t('amountWrong'),
          interest: isAmount(given.interest) ? undefined : t('amountWrong'),
          pooled: given.pooled === null || isAmount(given.pooled) ? undefined : t('amountWrong'),
          files: given.files.length === 0 ? words('EVIDENCE_MISSING') : filesWrong(given.files),
          ...monthErrors(given.months, t),
        }
      : {}),
  })
}

function Form({ keeping, direction, atWindow, onSent }: OpenFormProps & { keeping: Keeping<Values> }) {
  const t = useMessages(formMessages)
  const words = useMessages(messages)
  const { language } = useLanguage()
  const [problem, setProblem] = useState<string>()
  const [fresh, setFresh] = useState(false)
  const wrong = useWrong({ direction, atWindow })
  const typed = useTyped(keeping, blank)
  // However often it is pressed, it is one transfer.
  const [askingKey] = useState(() => crypto.randomUUID())
  const [apply, applying] = useMutation(ApplyForTransferDocument)
  const [handIn, handingIn] = useMutation(HandInTransferVoucherDocument)
  const { control, handleSubmit, reset, setError, subscribe } = useForm<Values>({
    defaultValues: typed.start.form,
    resolver: (given) => {
      const errors: FieldErrors<Values> = {}
      for (const [name, message] of Object.entries(wrong(given)))
        if (message) set(errors, name, { type: 'value', message })
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const { keep } = typed
  useEffect(
    // Chosen files are chosen anew, and nobody's number is kept.
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => keep({ ...values, personNumber: '', files: [] }),
      }),
    [subscribe, keep],
  )
  const send = handleSubmit(async (given) => {
    setProblem(undefined)
    const office = {
      askingKey,
      personNumber: atWindow ? given.personNumber : null,
      region: given.region ?? '',
      agency: given.agency,
    }
    const outcome: TransferOpenedFragment | undefined =
      direction === 'OUT'
        ? (await apply({ variables: { input: office } }).catch(() => ({ data: undefined }))).data?.applyForTransfer
        : (
            await handIn({
              variables: {
                input: {
                  ...office,
                  voucherNo: given.voucherNo,
                  months: monthsInput(given.months),
                  principal: fen(Number(given.principal)),
                  interest: fen(Number(given.interest)),
                  pooled: given.pooled === null ? null : fen(Number(given.pooled)),
                  files: idsOf(given.files),
                },
              },
            }).catch(() => ({ data: undefined }))
          ).data?.handInTransferVoucher
    if (outcome?.__typename === 'RelationTransfer') {
      await typed.forget()
      return onSent(outcome)
    }
    setProblem(outcome === undefined ? words('failed') : words(outcome.reason))
    for (const { row, code } of outcome?.rows ?? [])
      setError(`months.${row}.${fieldOf[code]}`, { type: 'value', message: t(code) })
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {typed.start.restored === undefined || fresh ? null : (
        <RestoredNotice
          typedAt={typed.start.restored}
          onDiscard={() => {
            reset(blank)
            setFresh(true)
          }}
        />
      )}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {atWindow ? (
        <TextField
          control={control}
          name="personNumber"
          label={t('personNumber')}
          hint={t('personHint')}
          maxLength={30}
        />
      ) : null}
      <SelectField control={control} name="region" label={t('region')} options={provinceOptions(language)} />
      <TextField control={control} name="agency" label={t('agency')} hint={t('agencyHint')} maxLength={100} />
      {direction === 'IN' ? (
        <>
          <TextField control={control} name="voucherNo" label={t('voucherNo')} hint={t('voucherHint')} maxLength={60} />
          <MonthRows control={control} />
          <MoneyField control={control} name="principal" label={t('principal')} />
          <MoneyField control={control} name="interest" label={t('interest')} />
          <MoneyField control={control} name="pooled" label={t('pooled')} />
          <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
        </>
      ) : null}
      <Button type="submit" loading={applying.loading || handingIn.loading}>
        {t('submit')}
      </Button>
    </form>
  )
}

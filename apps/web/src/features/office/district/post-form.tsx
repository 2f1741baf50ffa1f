import { Button } from '@mantine/core'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { DateField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { LendStaffDocument, PostStaffDocument } from './district.generated.ts'
import type { DistrictsQuery } from './district.generated.ts'
import style from './district.module.css'
import { messages } from './messages.ts'
import type { District } from './one-district.tsx'
import { useDistrictDeed } from './use-district-deed.ts'

interface PostFormProps {
  offices: readonly District[]
  people: DistrictsQuery['agencyPeople']
  onChanged: () => Promise<unknown>
}
interface Values {
  accountId: string | null
  districtId: string | null
  validFrom: string
  validTo: string
  reason: string
}
const whole = 'WHOLE'
const blank: Values = { accountId: null, districtId: '', validFrom: '', validTo: '', reason: '' }

function usePostForm({ offices, people }: Pick<PostFormProps, 'offices' | 'people'>, lends: boolean) {
  const t = useMessages(messages)
  const english = useLanguage().language === 'en'
  const first = offices[0]?.id ?? ''
  const form = useForm<Values>({
    defaultValues: { ...blank, districtId: first },
    resolver: (given) => {
      const missing = (field: keyof Values, message: string) => ({ [field]: { type: 'value', message } })
      const errors: FieldErrors<Values> = {
        ...(given.accountId === null ? missing('accountId', t('personHint')) : {}),
        ...(given.districtId === null ? missing('districtId', t('officeHint')) : {}),
        ...(given.validFrom ? {} : missing('validFrom', t('dayHint'))),
        ...(lends && (!given.validTo || given.validTo < given.validFrom) ? missing('validTo', t('toHint')) : {}),
        ...(lends && [...given.reason.trim()].length < 4 ? missing('reason', t('reasonHint')) : {}),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const options = offices.map(({ id, nameZh, nameEn }) => ({ value: id, label: english ? nameEn : nameZh }))
  const staff = people.map(({ accountId, name }) => ({ value: accountId, label: name }))
  return { ...form, options, staff, begin: { ...blank, districtId: first } }
}

/** From a day on somebody handles the cases of one office, or of the whole agency again. */
export function PostForm({ onChanged, ...given }: PostFormProps) {
  const t = useMessages(messages)
  const { control, handleSubmit, reset, options, staff, begin } = usePostForm(given, false)
  const [post, { loading }] = useMutation(PostStaffDocument)
  const { problem, settle } = useDistrictDeed(onChanged)
  const submit = handleSubmit(async ({ accountId, districtId, validFrom }) => {
    const variables = { accountId: accountId ?? '', districtId: districtId === whole ? null : districtId, validFrom }
    if (await settle(post({ variables }).then(({ data }) => data?.postStaff))) reset(begin)
  })
  return (
    <form className={style.card} noValidate onSubmit={(event) => void submit(event)} aria-labelledby="post-staff">
      <h2 id="post-staff">{t('post')}</h2>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <SelectField control={control} name="accountId" label={t('person')} options={staff} />
      <SelectField
        control={control}
        name="districtId"
        label={t('office')}
        options={[...options, { value: whole, label: t('wholeAgency') }]}
      />
      <DateField control={control} name="validFrom" label={t('from')} hint={t('dayHint')} />
      <div>
        <Button type="submit" loading={loading}>
          {t('give')}
        </Button>
      </div>
    </form>
  )
}

/** For a time somebody decides on another office's cases too; the head says why. */
export function LendForm({ onChanged, ...given }: PostFormProps) {
  const t = useMessages(messages)
  const { control, handleSubmit, reset, options, staff, begin } = usePostForm(given, true)
  const [lend, { loading }] = useMutation(LendStaffDocument)
  const { problem, settle } = useDistrictDeed(onChanged)
  const submit = handleSubmit(async ({ accountId, ...loan }) => {
    const variables = { ...loan, accountId: accountId ?? '', districtId: loan.districtId ?? '' }
    if (await settle(lend({ variables }).then(({ data }) => data?.lendStaff))) reset(begin)
  })
  return (
    <form className={style.card} noValidate onSubmit={(event) => void submit(event)} aria-labelledby="lend-staff">
      <h2 id="lend-staff">{t('lend')}</h2>
      <p className="quiet">{t('lendHint')}</p>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <SelectField control={control} name="accountId" label={t('person')} options={staff} />
      <SelectField control={control} name="districtId" label={t('office')} options={options} />
      <DateField control={control} name="validFrom" label={t('from')} hint={t('dayHint')} />
      <DateField control={control} name="validTo" label={t('to')} hint={t('toHint')} />
      <TextField control={control} name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} />
      <div>
        <Button type="submit" loading={loading}>
          {t('lendDo')}
        </Button>
      </div>
    </form>
  )
}
